"""Workbooks: the values of every sheet, and what stands beside them in the file that changes what they mean."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from voorkant.builder.ingest import sheetods, sheetxml
from voorkant.builder.ingest.archive import Archive, damaged
from voorkant.builder.ingest.celltext import Percent, cell_text
from voorkant.builder.ingest.rules import Stopped, stop
from voorkant.builder.ingest.sheetxml import Marks

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED, _BOOK = "EncryptedPackage".encode("utf-16-le"), ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OTHER_KINDS = (
    (SheetTypeEnum.ChartSheet, "Het is een blad met een grafiek."),
    (SheetTypeEnum.MacroSheet, "Het is een blad met macro's."),
    (SheetTypeEnum.Vba, "Het is een blad met macro's."),
    (SheetTypeEnum.DialogSheet, "Het is een blad met een dialoog."),
)

Range = tuple[sheetxml.Cell, sheetxml.Cell]


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` begin at the first row and at column `left` (from 0); without rows `reason` says why."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    left: int = 0
    reason: str = "Het blad is leeg."
    marks: Marks = field(default_factory=Marks)
    merged: tuple[Range, ...] = ()
    is_hidden: bool = False
    from_1904: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def line(self, row: int) -> int:
        """The number that stands before the row on screen."""
        return row + 1

    def texts(self, row: int) -> list[str]:
        return [cell_text(value) for value in self.rows[row]]


def refuse_old(raw: bytes) -> None:
    """Stopped for a workbook of before 2007, or one that is locked with a password: both are compound files.

    An old workbook does not tell its errors and percentages, and one cell far away makes the library take all memory.
    """
    if raw.startswith(_OLE) and _LOCKED in raw:
        raise locked()
    if raw.startswith(_OLE) and any(name in raw for name in _BOOK):
        raise _old()


def open_workbook(raw: bytes, archive: Archive) -> Iterator[Sheet]:
    """The sheets in their order. Stopped when the workbook is locked, damaged or of a kind that cannot be trusted."""
    if archive.format == "xlsb":
        raise _old()
    archive.verify()
    marks = _marks(archive)  # first, because it refuses what is too large to open
    with _calamine():
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        listed = book.sheets_metadata
    from_1904 = archive.format == "xlsx" and sheetxml.counts_from_1904(archive)
    if len(marks) != len(listed):
        raise damaged()
    for number, about in enumerate(listed):
        if reason := next((text for kind, text in _OTHER_KINDS if about.typ == kind), None):
            yield Sheet(about.name, reason=reason)
            continue
        with _calamine():
            values = book.get_sheet_by_index(number)
            rows, ranges = values.to_python(skip_empty_area=False), values.merged_cell_ranges
        own = marks[number]
        yield replace(
            _sheet(about.name, rows, own),
            merged=tuple(ranges or own.merged),
            is_hidden=about.visible is not SheetVisibleEnum.Visible,
            from_1904=from_1904,
        )


def locked() -> Stopped:
    return stop("wachtwoord", "Sla het bestand op zonder wachtwoord en lever het opnieuw aan.")


def _old() -> Stopped:
    return stop("excel_oud", "Open het bestand in Excel en sla het op als .xlsx.")


def _marks(archive: Archive) -> list[Marks]:
    if archive.format == "ods":
        return sheetods.read_marks(archive.read("content.xml"))
    percent, strings = sheetxml.percent_styles(archive), sheetxml.shared_strings(archive)
    marks = []
    for part in sheetxml.sheet_parts(archive):
        sheetxml.refuse_repeated(strings, part)
        marks.append(sheetxml.read_marks(part, percent))
    return marks


def _sheet(name: str, rows: list[list[object]], marks: Marks) -> Sheet:
    """Without empty rows at the end and empty columns at either side."""
    places = [*marks.texts, *marks.percent]
    width = max([len(row) for row in rows] + [column + 1 for _, column in places], default=0)
    rows.extend([] for _ in range(max((row + 1 for row, _ in places), default=0) - len(rows)))
    for row in rows:
        row.extend([""] * (width - len(row)))
    for row, column in marks.percent:
        if isinstance(value := rows[row][column], int | float):
            rows[row][column] = Percent(value)
    for (row, column), text in marks.texts.items():
        rows[row][column] = text
    while rows and not any(map(is_filled, rows[-1])):
        rows.pop()
    filled = [place for place in range(width) if any(is_filled(row[place]) for row in rows)]
    if not filled:
        return Sheet(name, marks=marks)
    left, right = filled[0], filled[-1] + 1
    return Sheet(name, rows if right - left == width else [row[left:right] for row in rows], left, marks=marks)


def is_filled(value: object) -> bool:
    return not isinstance(value, str) or bool(value.strip())


@contextmanager
def _calamine() -> Iterator[None]:
    """A fault of the library is a fault of the file; a panic in it is no Exception."""
    try:
        yield
    except PasswordError as error:
        raise locked() from error
    except CalamineError as error:
        raise damaged() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged() from error
        raise
