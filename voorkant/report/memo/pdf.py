"""A memo as a tagged PDF (PDF/UA-1) in Dutch: the same words, pictures and tables as the Word document."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from voorkant.charts import picture
from voorkant.domain.problem import Problem
from voorkant.report.memo import reading
from voorkant.report.memo.description import Block, Grid, Heading, Memo, Section, Shown, Words
from voorkant.report.memo.layout import LONG, heads, stays, whole, widths
from voorkant.text.memo import CONCEPT

_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
LAYOUT = Path(__file__).with_name("memo.typ")
STANDARD = "ua-1"
LETTERS = Path(__file__).with_name("letters")
"""Those of the pictures (Liberation Sans 2.1.5), which typst has not and a server need not have."""


def write(memo: Memo) -> bytes:
    """The same bytes for the same memo. Problem where it does not hold to the standard."""
    import typst  # noqa: PLC0415 - 60 MB that only a PDF needs

    words = json.dumps(told(memo), ensure_ascii=False).replace("✕", "×")  # its letters lack the first, as of pictures
    files = {"main.typ": LAYOUT.read_bytes(), "memo.json": words.encode()}
    for shown in memo.pictures:
        files[_name(shown)] = (picture.svg(shown.picture, shown.bars) or "").encode()
    try:
        made = typst.compile(files, format="pdf", pdf_standards=[STANDARD], ignore_system_fonts=True,
                             font_paths=[LETTERS])  # fmt: skip
    except typst.TypstError as error:
        raise Problem(f"De PDF is niet te maken: {_objection(error.message)}") from error
    return bytes(made)


def _objection(message: str) -> str:
    """A sign that no letters have is for the author; what else there may be is ours."""
    if sign := _SIGN.search(message):
        return f"het teken ‘{sign[1]}’ kan er niet in staan. Haal het uit de tekst."
    return f"{message}. Meld dit bij de beheerder, met het concept."


def told(memo: Memo) -> dict[str, Any]:
    """All that the layout needs, as data."""
    about = memo.about
    return {
        "titel": about.title, "soort": about.kind, "gemeente": about.place, "kenmerk": about.code,
        "concept": CONCEPT if about.concept else "", "regels": heads(memo),
        "inhoudsopgave": len(memo.sections) >= LONG,
        "onderdelen": [
            {"kop": section.heading, "groepen": list(_groups(section))} for section in memo.sections
        ],
    }  # fmt: skip


def _groups(section: Section) -> Iterator[dict[str, Any]]:
    """Points that follow each other are one list."""
    for is_list, blocks in groupby(stays(section), lambda pair: isinstance(pair[0], Words) and pair[0].look == "punt"):
        yield {"lijst": is_list, "blokken": [_block(block) | {"blijft": kept} for block, kept in blocks]}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Words():
            return {"soort": "woorden", "tekst": block.text, "vorm": block.look, "noot": block.note}
        case Heading():
            return {"soort": "kop", "tekst": block.text}
        case Shown():
            about = block.picture
            told = " ".join(filter(None, [reading.marks(about), reading.brief(about)]))
            return {
                "soort": "figuur",
                "bestand": _name(block),
                "alt": about.alt,
                "titel": about.title,
                "toelichting": told,
            }
        case Grid():
            of = f" (bij figuur {block.of})" if block.of else ""
            return {"soort": "tabel", "titel": f"{block.caption}{of}", "kop": block.headers, "rijen": block.lines,
                    "breedtes": widths(block.headers, block.lines),
                    "heel": whole(block.headers, block.lines)}  # fmt: skip


def _name(shown: Shown) -> str:
    return f"figuur-{shown.number}.svg"
