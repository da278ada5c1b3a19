"""When it is not certain that no number of a person is left, or that one person stays one: no file."""

import re
from collections.abc import Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.convert import Distinct
from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Ledger
from voorkant.builder.ingest.privacy import guard, refuse_personal_cells, shown_header
from voorkant.builder.ingest.recognise import recognise
from voorkant.builder.ingest.rules import Stopped, rule_text
from voorkant.builder.ingest.table import TextTable
from voorkant.builder.pseudonym import NUMBER, Original, held, is_note, normal
from voorkant.declare.source import Source
from voorkant.domain.problem import DataRefused

NOTHING = "Er is niets geschreven."
_SCIENCE = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_LISTED = 40  # lines that a message names


def refuse_ragged(table: TextTable, file: str) -> None:
    if table.odd.refused:
        raise DataRefused(
            f"{file}: {_lines(table.odd.refused)} heeft meer of minder velden dan de kop, of een los aanhalingsteken. "
            f"Dan is niet zeker in welke cel het nummer staat. Herstel dat bij de bron en probeer opnieuw. {NOTHING}"
        )


def refuse_doubt(table: TextTable, originals: Mapping[int, Original]) -> None:
    known = {value for original in originals.values() for value in original.normals} - {""}
    if any(held(name) & known or normal(name).isdigit() for name in table.header.names):
        raise DataRefused(f"De eerste rij lijkt geen kop. Zet er een rij met kolomnamen boven. {NOTHING}")
    for place, name in enumerate(table.header.names):
        if place in originals:
            _refuse_lost_digits(table, originals[place].cells, name)
        else:
            _refuse_copies(table, place, originals=originals.values(), known=known)


def _refuse_lost_digits(table: TextTable, column: Distinct, name: str) -> None:
    """`1,23E+08` stands for many numbers: their youths would become one."""
    lost = [code for code, text in enumerate(column.texts) if _SCIENCE.fullmatch(text.strip())]
    lines = [int(table.line[row]) for _, rows in column.rows_of(lost) for row in rows]
    if lines:
        raise DataRefused(
            f"In kolom '{shown_header(name)}' zijn cijfers verloren gegaan (wetenschappelijke notatie, "
            f"{_lines(lines)}). Zet de kolom in Excel op 'Tekst' en exporteer opnieuw. {NOTHING}"
        )


def _refuse_copies(table: TextTable, place: int, *, originals: Collection[Original], known: set[str]) -> None:
    """A number that is replaced must not stand in a note, or in another cell of its own row.

    Ids of eight or nine digits meet a BSN by chance, but not the one of their own row.
    """
    column = Distinct.of(table.columns[place])
    hits = pc.match_substring_regex(pa.array(column.texts, pa.string()), NUMBER).to_numpy(zero_copy_only=False)
    holding = {int(code): held(column.texts[code]) & known for code in hits.nonzero()[0]}
    lines = [
        int(table.line[row])
        for code, rows in column.rows_of([code for code, numbers in holding.items() if numbers])
        for row in rows
        if is_note(column.texts[code])
        or any(item.normals[item.cells.codes[row]] in holding[code] for item in originals)
    ]
    if lines:
        raise DataRefused(
            f"Kolom '{shown_header(table.header.names[place])}' bevat ook nummers uit de gekozen kolom "
            f"({_lines(lines)}). Noem die kolom ook met --column, of verwijder hem bij de bron. {NOTHING}"
        )


def refuse_personal(table: TextTable, sources: Mapping[str, Source]) -> None:
    """The reader's own privacy stop, before there is a file."""
    match = recognise(sources, table.header.names)
    guard(table, match)
    if match:
        refuse_personal_cells(Draft(table, match, Ledger(table.line), AreaNames()))


def stopped_by(stopped: Stopped) -> str:
    """What the reader stopped at, and what to do about it here."""
    found = stopped.findings[0]
    if found.rule == "bsn":
        return f"ook kolom '{found.column}' bevat burgerservicenummers. Noem die ook: --column '{found.column}'."
    where = f"kolom '{found.column}': " if found.column else ""
    return f"{where}{rule_text(found)} {found.suggestion}"


def _lines(lines: Collection[int]) -> str:
    found = sorted(lines)
    more = f" en nog {len(found) - _LISTED}" if len(found) > _LISTED else ""
    return f"regel {', '.join(map(str, found[:_LISTED]))}{more}"
