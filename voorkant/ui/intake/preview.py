"""How the first rows that failed stand in their file, with what failed marked by a sign, a colour and words."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from voorkant.text.numbers import number
from voorkant.ui.intake.findings import ALL, Choice
from voorkant.ui.literally import literally
from voorkant.ui.table import region

SIGNS = {"geweigerd": "✕", "waarschuwing": "!", "melding": "i"}
MOST = 8
"""Files at once; a choice of file or rule reaches the others."""
FIRST = 5
"""Columns shown where rows failed and no cell of them did."""
Marks = Sequence[Mapping[str, Any]]
File = Mapping[str, Any]
"""What the check kept of a file: headers, rows and marks (`builder/ingest/preview.py`)."""


def preview(path: Path, choice: Choice) -> None:
    """A table per file, of the rows that the choice is about and those around them."""
    found = [(file, marks) for file in _kept(path) if (marks := _marks(file, choice))]
    if not found:
        return
    st.subheader("Zo staat het in het bestand", anchor=False)
    st.caption(
        "De eerste rijen waar iets mee is, met de rijen eromheen. ✕ is geweigerd, ! is een waarschuwing, i is ter "
        "informatie. Van persoonlijke en onbekende kolommen staat er alleen het patroon: 9 is een cijfer, A of a een "
        "letter."
    )
    for place, (file, marks) in enumerate(found[:MOST]):
        with st.expander(literally(file["file"]), expanded=place == 0, key=f"voorbeeld_{place}"):
            region(_table(file, marks), f"Rijen uit {file['file']}")
    if len(found) > MOST:
        st.write(f"Nog {len(found) - MOST} bestanden hebben zulke rijen. Kies hierboven een bestand om ze te zien.")


def _kept(path: Path) -> list[File]:
    """Nothing for a check of before there were previews."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def _marks(file: File, choice: Choice) -> Marks:
    return [mark for mark in file["marks"] if choice.file in (ALL, file["file"]) and choice.fits(mark)]


def _table(file: File, marks: Marks) -> str:
    word = "rij" if file["sheet"] else "regel"
    places = _places(marks, len(file["headers"]))
    head = "".join(_header(file["headers"], place) for place in places)
    body = "".join(_row(row, marks, places, word) for row in _around(file["rows"], {mark["line"] for mark in marks}))
    caption = escape(f"Rijen uit {file['file']}")
    return (
        f'<table class="vk-table vk-sample"><caption class="vk-quiet">{caption}</caption>'
        f'<thead><tr><th scope="col">{word.capitalize()}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _places(marks: Marks, width: int) -> list[int | None]:
    """The columns that failed and those beside them, so that a small screen has them in sight; None where some lack."""
    failed = {mark["column"] for mark in marks if mark["column"] is not None}
    near = {place + step for place in failed for step in (-1, 0, 1)} & set(range(width)) or set(
        range(min(width, FIRST))
    )
    shown = sorted(near)
    edges = zip([-1, *shown], [*shown, width], strict=True)
    parted: list[int | None] = []
    for before, place in edges:
        parted += [None] * (place > before + 1) + [place] * (place < width)
    return parted


def _header(headers: Sequence[str], place: int | None) -> str:
    if place is None:
        return '<td><span aria-hidden="true">…</span><span class="vk-quiet">weggelaten kolommen</span></td>'
    return f'<th scope="col">{escape(headers[place]) or "(zonder naam)"}</th>'


def _around(rows: Sequence[dict[str, Any]], lines: set[int]) -> list[dict[str, Any]]:
    """The rows with a mark, and those right above and below one."""
    near = {line + step for line in lines for step in (-1, 0, 1)}
    return [row for row in rows if row["line"] in near]


def _row(row: Mapping[str, Any], marks: Marks, places: Sequence[int | None], word: str) -> str:
    own = [mark for mark in marks if mark["line"] == row["line"]]
    said = " ".join(dict.fromkeys(mark["rule_text"] for mark in own))
    about = f"<small>{escape(said)}</small>" if said else ""
    head = f'<th scope="row">{word} {number(row["line"])}{about}</th>'
    if row["whole"]:
        return f"<tr>{head}{_cell(row['cells'][0], own, span=len(places))}</tr>"
    cells = (
        "<td></td>" if place is None else _cell(row["cells"][place], [mark for mark in own if mark["column"] == place])
        for place in places
    )
    return f"<tr>{head}{''.join(cells)}</tr>"


def _cell(text: str, marks: Marks, *, span: int = 1) -> str:
    wide = f' colspan="{span}"' if span > 1 else ""
    if not marks:
        return f"<td{wide}>{escape(text)}</td>"
    severity = marks[0]["severity"]
    words = escape(" ".join(dict.fromkeys(mark["rule_text"] for mark in marks)))
    return (
        f'<td{wide} class="vk-mark vk-mark-{severity}"><b aria-hidden="true">{SIGNS[severity]}</b> '
        f'{escape(text) or "(leeg)"}<span class="vk-quiet"> (melding: {words})</span></td>'
    )
