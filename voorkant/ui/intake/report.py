"""What a check found per file: kind, rows and columns; the exception to the wall that contracts a steward alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import streamlit as st

from voorkant.text import periods
from voorkant.text.numbers import number
from voorkant.ui.literally import literally
from voorkant.ui.names import source_title
from voorkant.ui.panels.notice import notice
from voorkant.ui.table import table

File = dict[str, Any]
"""A file as the check reports it: counts, columns with samples, and why it is refused."""
COUNTS = ("rows_in", "rows_used", "rows_refused", "rows_skipped")
REMOVED = "De kopie is hier direct verwijderd; het eigen bestand is niet veranderd."


def report(files: Sequence[File]) -> None:
    """Refused files first, then all files, then the columns of each."""
    st.header("Gecontroleerd", anchor=False)
    for file in (file for file in files if file["refused"]):
        _refused(file)
    headers = ("Bestand", "Rijen", "Gebruikt", "Geweigerd", "Overgeslagen")
    rows = [(f"{file['file']}\n{fate(file)}", *(number(file[key]) for key in COUNTS)) for file in files]
    table(headers, rows, caption="Gecontroleerde bestanden", numeric=frozenset({1, 2, 3, 4}), quiet=True)
    for place, file in enumerate(files):
        if file["columns"]:
            _columns(file, place)


def fate(file: File) -> str:
    """The kind of a file and what a publication does with it."""
    if file["refused"]:
        return "Geweigerd, wordt niet ingelezen"
    kind = source_title(file["kind"])
    title = f"{file['form']} ({kind})" if file["form"] else kind
    if file["removed"]:
        return f"{title}, wordt niet ingelezen: er zaten persoonsgegevens bij"
    if file["known"]:
        return f"{title}, al ingelezen op {periods.day(datetime.fromisoformat(file['known']).date())}"
    return f"{title}, {'wordt ingelezen' if is_fit(file) else 'geen enkele rij is te gebruiken'}"


def is_fit(file: File) -> bool:
    """Whether a publication takes it in."""
    return not (file["refused"] or file["removed"] or file["known"]) and file["rows_used"] > 0


def _refused(file: File) -> None:
    removed = f"{REMOVED} " if file["removed"] else ""
    words = " ".join(f"{why['rule_text']} {removed}{why['suggestion']}" for why in file["why"])
    notice(f"{file['file']} is geweigerd", words)


def _columns(file: File, place: int) -> None:
    rows = [(item["header"], item["name"], _samples(item)) for item in file["columns"]]
    with st.expander(f"Kolommen van {literally(file['file'])}", key=f"kolommen_{place}"):
        table(("Kolom in het bestand", "Gelezen als", "Voorbeelden"), rows, caption="Kolommen", quiet=True)
        st.caption("Van persoonlijke kolommen staat hier alleen het patroon: 9 is een cijfer, A of a een letter.")


def _samples(column: dict[str, Any]) -> str:
    words = ", ".join(filter(None, column["samples"])) or "leeg"
    return f"{words}\npersoonlijk" if column["personal"] else words
