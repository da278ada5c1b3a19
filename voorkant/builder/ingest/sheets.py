"""The sheets of a workbook: each a table of its own; covers and empty sheets are named and skipped."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from voorkant.builder.ingest.examine import examine
from voorkant.builder.ingest.grid import read_grid, sheet_notes
from voorkant.builder.ingest.header import HEAD_RECORDS, MAX_COLUMNS, Header, header_of
from voorkant.builder.ingest.ledger import by_importance, named
from voorkant.builder.ingest.reader import Reader
from voorkant.builder.ingest.report import FileReport
from voorkant.builder.ingest.rules import Stopped, note, stop
from voorkant.builder.ingest.sheetxml import column_letters
from voorkant.builder.ingest.workbook import Sheet
from voorkant.domain.finding import Finding

_NARROW = 2
"""Beside a table, a sheet of at most two columns that is no known kind is a cover or a list of codes."""


@dataclass(frozen=True)
class _Read:
    report: FileReport
    rows: int
    width: int

    @property
    def is_cover(self) -> bool:
        return self.width <= _NARROW and {found.rule for found in self.report.findings} == {"soort_onbekend"}


def read_workbook(report: FileReport, found: Iterable[Sheet], reader: Reader) -> list[FileReport]:
    """A report for each table; skipped sheets are named in the first. Stopped when there is no table at all."""
    read, skipped = [], []
    for sheet in found:
        if sheet.rows:
            read.append(_Read(_read_sheet(report, sheet, reader), len(sheet.rows), sheet.width))
        else:
            skipped.append(_skipped(named(sheet.name), sheet.reason, rows=0))
    known = any(item.report.kind for item in read)
    tables = [item.report for item in read if not (known and item.is_cover)]
    if not tables:
        raise stop("geen_gegevensblad", "Zet de gegevens op een gewoon werkblad en sla het bestand opnieuw op.")
    covers = [item for item in read if known and item.is_cover]
    told = [
        *skipped,
        *(_skipped(item.report.sheet or "", "Er staat geen tabel op.", rows=item.rows) for item in covers),
    ]
    return [replace(tables[0], findings=by_importance([*tables[0].findings, *told])), *tables[1:]]


def _skipped(name: str, reason: str, *, rows: int) -> Finding:
    return replace(note("blad_overgeslagen", reason), value=name, count=max(rows, 1))


def _header(sheet: Sheet, words: frozenset[str]) -> Header:
    lines = [(sheet.line(row), sheet.texts(row)) for row in range(min(HEAD_RECORDS, len(sheet.rows)))]
    return header_of([(line, line, cells) for line, cells in lines], words)[1]


def _read_sheet(report: FileReport, sheet: Sheet, reader: Reader) -> FileReport:
    name = named(sheet.name)
    own = replace(report, file=f"{report.file}!{name}", sheet=name)
    try:
        if sheet.width > MAX_COLUMNS:  # before anything is done per column
            raise stop("te_veel_kolommen", f"Het blad heeft {sheet.width} kolommen; hooguit {MAX_COLUMNS} kan.")
        header = _header(sheet, reader.words)
        found = reader.match(header)
        table = read_grid(sheet, header, found)
        letters = {name: column_letters(sheet.left + place) for place, name in reversed(list(enumerate(header.names)))}
        own = replace(own, letters=letters)
        examined = examine(own, table, found, areas=reader.areas, notes=sheet_notes(sheet, table))
        return reader.noted(examined, header)
    except Stopped as stopped:
        return replace(own, findings=stopped.findings, rows_in=len(sheet.rows), rows_refused=len(sheet.rows))
