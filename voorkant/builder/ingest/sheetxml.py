"""What stands in the XML of an xlsx sheet and no reader of values tells: errors, formulas, percentages, hidden rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from voorkant.builder.ingest.archive import Archive, damaged
from voorkant.builder.ingest.rules import Stopped, stop

Cell = tuple[int, int]
"""(row, column), both counted from 0."""

NO_RESULT = "#FORMULE!"
"""Stands in a cell whose formula was never worked out."""
MAX_AREA = 40_000_000
"""Cells between the first and the last that are filled: a reader of values makes room for all of them."""
MAX_SIGNS = 1_000_000_000
"""Signs of all texts together: a text that stands there once can be named by a million cells."""
_ROWS, _COLUMNS = 1_048_576, 16_384
"""Of a sheet; what is named beyond them was not made by a spreadsheet."""
_CHUNK, _NAME = 1 << 23, 16
_FORMULA_MARKS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_START = rb"<(?:\w+:)?c\b"
_FILLED = re.compile(_START + rb'[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')
_MISNAMED = re.compile(_START + rb'[^<>]*?\sr="(?![A-Z]{1,3}\d{1,7}")')
_NAMELESS = re.compile(_START + rb'(?![^<>]*\br="[A-Z]{1,3}\d{1,7}")[^<>]*(?<!/)>')
_REFERENCE = rb'[^<>]*?\br="([A-Z]+)(\d+)"[^<>]*>\s*'
_FORMULA = rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
_ERROR = re.compile(_START + rb'(?=[^<>]*\bt="e")' + _REFERENCE + rb"(?:" + _FORMULA + rb")?<(?:\w+:)?v>([^<]*)<")
_NO_RESULT = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_UNWORKED = re.compile(_START + rb'(?![^<>]*\bt="str")' + _REFERENCE + _FORMULA + _NO_RESULT)
_STYLED = re.compile(_START + rb'(?=[^<>]*\bs="(\d+)")[^<>]*?\br="([A-Z]+)(\d+)"')
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^<>]*\bhidden="(?:1|true)"')
_NUMBER_FORMAT = re.compile(rb'<(?:\w+:)?numFmt\b(?=[^<>]*\bnumFmtId="(\d+)")[^<>]*\bformatCode="([^"]*)"')
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b"), re.compile(rb"</(?:\w+:)?cellXfs>")
_FORMAT = re.compile(rb'<(?:\w+:)?xf\b[^<>]*?\bnumFmtId="(\d+)"')
_PERCENT = {b"9", b"10"}
_STRING, _NAMED = re.compile(rb"<(?:\w+:)?si\b"), re.compile(rb't="s"[^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})')
_SHEET = re.compile(rb'<(?:\w+:)?sheet\b(?=[^<>]*\bname="([^"]*)")[^<>]*:id="([^"]*)"')
_TARGET = re.compile(rb'<(?:\w+:)?Relationship\b(?=[^<>]*\bId="([^"]*)")[^<>]*\bTarget="([^"]*)"')


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
    targets = dict(_TARGET.findall(archive.read_xml("xl/_rels/workbook.xml.rels")))
    for _, relation in _SHEET.findall(archive.read_xml("xl/workbook.xml")):
        if relation not in targets:
            raise damaged()
        path = targets[relation].decode(errors="replace")
        part = path.removeprefix("/") if path.startswith("/") else f"xl/{path}"
        yield archive.read_xml(part) if "worksheets/" in part else b""


def shared_strings(archive: Archive) -> bytes:
    """The texts that cells name by number."""
    found = [name for name in archive.file.namelist() if name.lower().endswith("sharedstrings.xml")]
    return b"".join(map(archive.read_xml, found))


def refuse_repeated(strings: bytes, xml: bytes) -> None:
    """Stopped when the shared texts that the cells of a sheet name are too long to be written out for each."""
    starts = np.fromiter((found.start() for found in _STRING.finditer(strings)), np.int64)
    if not len(starts):
        return
    lengths = np.diff(np.append(starts, len(strings)))
    if int(lengths.max()) * xml.count(b't="s"') <= MAX_SIGNS:
        return
    named = np.fromiter((int(found[1]) for found in _NAMED.finditer(xml)), np.int64)
    if int(lengths[named[named < len(lengths)]].sum()) > MAX_SIGNS:
        raise stop("blad_te_groot", "Er staan heel lange teksten in veel cellen. Lever het blad aan als CSV.")


def counts_from_1904(archive: Archive) -> bool:
    return bool(re.search(rb'<(?:\w+:)?workbookPr\b[^<>]*\bdate1904="(?:1|true)"', archive.read_xml("xl/workbook.xml")))


def percent_styles(archive: Archive) -> frozenset[bytes]:
    """The numbers of the cell styles that show 0.132 as 13.2%."""
    if "xl/styles.xml" not in archive.file.namelist():
        return frozenset()
    styles = archive.read_xml("xl/styles.xml")
    percent = _PERCENT | {number for number, code in _NUMBER_FORMAT.findall(styles) if b"%" in code}
    opened = _FORMATS[0].search(styles)
    closed = _FORMATS[1].search(styles, opened.end()) if opened else None
    listed = _FORMAT.findall(styles, opened.end(), closed.start()) if opened and closed else []
    return frozenset(str(place).encode() for place, number in enumerate(listed) if number in percent)


def read_marks(xml: bytes, percent: frozenset[bytes]) -> Marks:
    """Stopped when the sheet is too large to read, or its cells do not say where they stand."""
    if not _all_named(xml) and _NAMELESS.search(xml):
        raise _not_to_trust()
    area, is_plain = area_of(xml)
    if not is_plain:
        _refuse_beyond(xml)
    if area > MAX_AREA:
        refuse_area(*_filled_size(xml))
    errors = _ERROR.findall(xml) if b't="e"' in xml else []
    formulas = _UNWORKED.findall(xml) if any(mark in xml for mark in _FORMULA_MARKS) else []
    styled = _STYLED.findall(xml) if percent else []
    unworked = [_cell(column, row) for column, row in formulas]
    return Marks(
        texts={_cell(column, row): text.decode(errors="replace") for column, row, text in errors}
        | dict.fromkeys(unworked, NO_RESULT),
        percent=frozenset(_cell(column, row) for style, column, row in styled if style in percent),
        unworked=len(unworked),
        hidden=len(_HIDDEN.findall(xml)) if b"hidden=" in xml else 0,
    )


def _refuse_beyond(xml: bytes) -> None:
    """Stopped for a filled cell in another notation, or beyond the last row or column that a sheet has."""
    rows, columns = _filled_size(xml)
    if rows > _ROWS or columns > _COLUMNS or _MISNAMED.search(xml):
        raise _not_to_trust()


def _not_to_trust() -> Stopped:
    return stop("lezen_mislukt", "Open het bestand in Excel, sla het op en lever het opnieuw aan.")


def _all_named(xml: bytes) -> bool:
    """A quick look that is right for what nearly every program writes."""
    return xml.count(b"<c ") == xml.count(b'<c r="') and b":c " not in xml and b"<c>" not in xml


def area_of(xml: bytes) -> tuple[int, bool]:
    """(at most how many cells lie between the first and the last that are named, filled or not; all have usual names).

    The reader of values takes small letters for columns too, and rows and columns beyond the last.
    """
    rows, columns, is_plain = 0, 0, True
    for start in range(0, len(xml), _CHUNK):
        # a name at the border of two chunks is whole in one of them, with the space before it
        data = np.frombuffer(b" " + xml[start : start + _CHUNK + _NAME] + bytes(_NAME), np.uint8)
        at = np.flatnonzero((data[1:-2] == ord("r")) & (data[2:-1] == ord("=")) & (data[3:] == ord('"'))) + 4
        at = at[data[at - 4] <= ord(" ")]  # and not the r of another word, such as xmlns:r
        column, row = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
        for offset in range(_NAME - 4):
            sign = data[np.minimum(at + offset, len(data) - 1)].astype(np.int64)
            large, digit = (sign >= ord("A")) & (sign <= ord("Z")), (sign >= ord("0")) & (sign <= ord("9"))
            small = (sign >= ord("a")) & (sign <= ord("z"))
            letter, sign = large | small, np.where(small, sign - 32, sign)
            is_plain = is_plain and not small.any()
            column = np.where(letter, column * 26 + sign - 64, column)
            row = np.where(digit, row * 10 + sign - 48, row)
            at = np.where(letter | digit, at, len(data))
        rows, columns = max(rows, int(row.max(initial=0))), max(columns, int(column.max(initial=0)))
    return rows * columns, is_plain and rows <= _ROWS and columns <= _COLUMNS


def _filled_size(xml: bytes) -> Cell:
    """The last row and column with content, found slowly: only for sheets with cells far away."""
    cells = [_cell(found[1], found[2]) for found in _FILLED.finditer(xml)]
    return max((row + 1 for row, _ in cells), default=0), max((column + 1 for _, column in cells), default=0)
