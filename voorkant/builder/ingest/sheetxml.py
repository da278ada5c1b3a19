"""What stands in the XML of an xlsx sheet and no reader of values tells: errors, formulas, percentages, hidden rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from voorkant.builder.ingest.archive import Archive, damaged
from voorkant.builder.ingest.rules import stop

Cell = tuple[int, int]
"""(row, column), both counted from 0."""

NO_RESULT = "#FORMULE!"
"""Stands in a cell whose formula was never worked out."""
MAX_AREA = 40_000_000
"""Cells between the first and the last that are filled: a reader of values makes room for all of them."""
_START = rb"<(?:\w+:)?c\b"
_FILLED = re.compile(_START + rb'[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_NAMELESS = re.compile(_START + rb'(?![^>]*\br="[A-Z]{1,3}\d{1,7}")[^>]*(?<!/)>')
_REFERENCE = rb'[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*'
_FORMULA = rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
_ERROR = re.compile(_START + rb'(?=[^>]*\bt="e")' + _REFERENCE + rb"(?:" + _FORMULA + rb")?<(?:\w+:)?v>([^<]*)<")
_NO_RESULT = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_UNWORKED = re.compile(_START + rb'(?![^>]*\bt="str")' + _REFERENCE + _FORMULA + _NO_RESULT)
_STYLED = re.compile(_START + rb'(?=[^>]*\bs="(\d+)")[^>]*?\br="([A-Z]+)(\d+)"')
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"')
_NUMBER_FORMAT = re.compile(rb'<(?:\w+:)?numFmt\b(?=[^>]*\bnumFmtId="(\d+)")[^>]*\bformatCode="([^"]*)"')
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb'<(?:\w+:)?xf\b[^>]*?\bnumFmtId="(\d+)"')
_PERCENT = {b"9", b"10"}
_SHEET = re.compile(rb'<(?:\w+:)?sheet\b(?=[^>]*\bname="([^"]*)")[^>]*:id="([^"]*)"')
_TARGET = re.compile(rb'<(?:\w+:)?Relationship\b(?=[^>]*\bId="([^"]*)")[^>]*\bTarget="([^"]*)"')


@dataclass(frozen=True)
class Marks:
    """Cells that need another text than their bare value, and how many rows are hidden."""

    texts: dict[Cell, str] = field(default_factory=dict)
    percent: frozenset[Cell] = frozenset()
    unworked: int = 0
    hidden: int = 0
    merged: tuple[tuple[Cell, Cell], ...] = ()  # only where the reader of values does not tell


def column_number(letters: str) -> int:
    """A = 0, Z = 25, AA = 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _cell(letters: bytes, digits: bytes) -> Cell:
    return int(digits) - 1, column_number(letters.decode())


def refuse_area(rows: int, columns: int) -> None:
    if rows * columns > MAX_AREA:
        raise stop(
            "blad_te_groot", "Er staan cellen ver buiten de tabel. Verwijder die, of lever het blad aan als CSV."
        )


def sheet_parts(archive: Archive) -> Iterator[bytes]:
    """The XML of every worksheet, in the order of the workbook; empty for a sheet that has none."""
    targets = dict(_TARGET.findall(archive.read("xl/_rels/workbook.xml.rels")))
    for _, relation in _SHEET.findall(archive.read("xl/workbook.xml")):
        if relation not in targets:
            raise damaged()
        path = targets[relation].decode()
        part = path.removeprefix("/") if path.startswith("/") else f"xl/{path}"
        yield archive.read(part) if "worksheets/" in part else b""


def counts_from_1904(archive: Archive) -> bool:
    return bool(re.search(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"', archive.read("xl/workbook.xml")))


def percent_styles(archive: Archive) -> frozenset[bytes]:
    """The numbers of the cell styles that show 0.132 as 13.2%."""
    if "xl/styles.xml" not in archive.file.namelist():
        return frozenset()
    styles = archive.read("xl/styles.xml")
    percent = _PERCENT | {number for number, code in _NUMBER_FORMAT.findall(styles) if b"%" in code}
    formats = _FORMATS.search(styles)
    listed = _FORMAT.findall(formats[0]) if formats else []
    return frozenset(str(place).encode() for place, number in enumerate(listed) if number in percent)


def read_marks(xml: bytes, percent: frozenset[bytes]) -> Marks:
    """Stopped when the sheet is too large to read, or its cells do not say where they stand."""
    if _NAMELESS.search(xml):
        raise stop("lezen_mislukt", "Open het bestand in Excel, sla het op en lever het opnieuw aan.")
    _refuse_large(xml)
    texts = {_cell(column, row): text.decode() for column, row, text in _ERROR.findall(xml)} if b't="e"' in xml else {}
    unworked = [_cell(column, row) for column, row in _UNWORKED.findall(xml)]
    styled = _STYLED.findall(xml) if percent else []
    return Marks(
        texts=texts | dict.fromkeys(unworked, NO_RESULT),
        percent=frozenset(_cell(column, row) for style, column, row in styled if style in percent),
        unworked=len(unworked),
        hidden=len(_HIDDEN.findall(xml)),
    )


def _refuse_large(xml: bytes) -> None:
    columns: set[bytes] = set()
    last = 0
    for found in _FILLED.finditer(xml):
        columns.add(found[1])
        last = max(last, int(found[2]))
    refuse_area(last, max((column_number(letters.decode()) + 1 for letters in columns), default=0))
