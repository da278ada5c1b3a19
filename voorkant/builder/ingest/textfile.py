"""A text of rows: one table, read with its own encoding and delimiter."""

from dataclasses import replace

from voorkant.builder.ingest.decode import Text
from voorkant.builder.ingest.examine import examine
from voorkant.builder.ingest.header import Header, find_header
from voorkant.builder.ingest.ledger import by_importance
from voorkant.builder.ingest.reader import Reader
from voorkant.builder.ingest.recognise import Match
from voorkant.builder.ingest.report import Dialect, FileReport
from voorkant.builder.ingest.rows import HEADER_AGAIN
from voorkant.builder.ingest.rules import note, stop
from voorkant.builder.ingest.table import read_table


def read_text(report: FileReport, text: Text, reader: Reader) -> FileReport:
    """Stopped when its records cannot be told apart; every other fault is in the report."""
    header = find_header(text.data, reader.words)
    found = reader.match(header)
    table = read_table(text.take(), header, flat=_flat(found, header))
    report = replace(report, encoding=text.encoding, dialect=Dialect(header.delimiter, text.newline))
    cut = note("afgekapt", "Controleer of de laatste rij volledig is.", line=int(max(table.line, default=1)))
    report = examine(report, table, found, areas=reader.areas, notes=[cut] if text.unterminated else [])
    report = reader.noted(report, header)
    return _joined(report) if text.joined and not report.is_refused else report


def _joined(report: FileReport) -> FileReport:
    """Files that were joined are fine as long as each repeats the same header."""
    if HEADER_AGAIN in report.skipped:
        told = note("bom_midden", "Er hoeft niets te gebeuren.")
        return replace(report, findings=by_importance([*report.findings, told]))
    refused = stop("bestanden_samengevoegd", "Lever de bestanden los van elkaar aan.").findings
    rows = report.rows_in - report.rows_skipped
    return replace(report, findings=refused, rows_used=0, rows_refused=rows, table=None, refused_rows=None)


def _flat(found: Match | None, header: Header) -> set[int]:
    """Columns with mostly distinct cells: those of ids, and all that are unknown."""
    words = (
        {place for name, place in found.places.items() if found.source.column(name).type != "id"} if found else set()
    )
    return set(range(len(header.names))) - words
