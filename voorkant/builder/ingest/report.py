"""What a person and a script get to know about a file that was read."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.preview import Preview
from voorkant.builder.ingest.rules import is_off, rule_text
from voorkant.domain.finding import Finding, Severity

_TOLD = 5
"""Values of one rule and column that are told on a screen; two-digit years are a hundred lines otherwise."""
_AT_ONCE = 10_000  # refused rows that are taken out of their table


@dataclass(frozen=True)
class Dialect:
    """How the cells of the file were parted."""

    delimiter: str
    newline: str


@dataclass(frozen=True)
class Glance:
    """The distinct texts among the first rows of a column, and how many rows that were."""

    texts: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class FileReport:
    """A file that was read. rows_in = rows_used + rows_refused + rows_skipped, always."""

    file: str
    sha256: str = ""
    kind: str | None = None
    form: str | None = None  # of a kind that is another form of it: its own slug
    encoding: str | None = None
    dialect: Dialect | None = None
    rows_in: int = 0
    rows_used: int = 0
    rows_refused: int = 0
    skipped: Mapping[str, int] = field(default_factory=Counter)  # reason -> rows
    findings: tuple[Finding, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)  # header in the file -> canonical column
    sheet: str | None = None  # of a workbook; `line` is then the row in that sheet
    letters: Mapping[str, str] = field(default_factory=dict)  # header in the sheet -> letter of its column
    rules_off: Mapping[str, str] = field(default_factory=dict)  # checks that were switched off for this kind -> why
    header: tuple[str, ...] = ()
    glance: tuple[Glance, ...] = ()  # per column of the header what stands in it; never written anywhere
    table: pa.Table | None = None  # the used rows, typed, with `line`; None when the file is refused
    refused_rows: pa.Table | None = None  # every refused row with every reason
    preview: Preview | None = None  # the first rows that failed, as they stand in the file

    def __post_init__(self) -> None:
        if self.rows_in != self.rows_used + self.rows_refused + self.rows_skipped:
            raise AssertionError(f"{self.file}: {self.rows_in} rijen gelezen, maar niet alle zijn verantwoord")

    @property
    def rows_skipped(self) -> int:
        return sum(self.skipped.values())

    def place(self, found: Finding) -> str | None:
        """Where a finding stands in a workbook, as `Blad1!D7`; None in other files, and where there is no one cell."""
        letter = self.letters.get(found.column or "")
        return f"{self.sheet}!{letter}{found.line}" if letter and found.line else None

    @property
    def is_refused(self) -> bool:
        """Whether the file is refused as a whole."""
        return any(found.severity is Severity.STOP for found in self.findings)


def report_json(report: FileReport) -> dict[str, Any]:
    """The report for a script, with the fields of the command line."""
    dialect = report.dialect
    return {
        "file": report.file,
        "kind": report.kind,
        "encoding": report.encoding,
        "dialect": {"delimiter": dialect.delimiter, "newline": dialect.newline} if dialect else None,
        "rows_in": report.rows_in,
        "rows_used": report.rows_used,
        "rows_refused": report.rows_refused,
        "rows_skipped": report.rows_skipped,
        "skipped": dict(report.skipped),
        "columns": dict(report.columns),
        "sheet": report.sheet,
        "rules_off": dict(report.rules_off),
        "findings": [_finding_json(report, found) for found in report.findings],
    }


def _finding_json(report: FileReport, found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "sheet": report.sheet,
        "place": report.place(found),
        "line": found.line,
        "column": found.column,
        "value": found.value,
        "suggestion": found.suggestion,
        "count": found.count,
        "rule_text": rule_text(found),
        "switched_off": is_off(found),
    }


def describe(report: FileReport) -> str:
    """The report for a person: one block of text per file."""
    head = f"{report.file}: {'het hele bestand is geweigerd' if report.is_refused else report.kind}"
    counts = f"  {report.rows_in} rijen: {report.rows_used} gebruikt, {report.rows_refused} geweigerd"
    skipped = "; ".join(f"{count} {reason}" for reason, count in sorted(report.skipped.items()))
    lines = [head, f"{counts}, {report.rows_skipped} overgeslagen" + (f" ({skipped})" if skipped else "")]
    return "\n".join([*lines, *_finding_lines(report)])


def _finding_lines(report: FileReport) -> Iterator[str]:
    """A line per finding; of one rule and column the first few, and how many more there are."""
    together: dict[tuple[str, str | None], list[Finding]] = {}
    for found in report.findings:
        together.setdefault((found.rule, found.column), []).append(found)
    for several in together.values():
        yield from (_line(report, found) for found in several[:_TOLD])
        if more := sum(found.count for found in several[_TOLD:]):
            yield f"    en nog {more} keer dezelfde regel, bij andere waarden; alles staat in --report of --json"


def _line(report: FileReport, found: Finding) -> str:
    cell = report.place(found)
    where = [cell or f"regel {found.line}" if found.line else "", f"kolom '{found.column}'" if found.column else ""]
    place = ", ".join(part for part in where if part)
    value = f" Waarde: '{found.value}'." if found.value else ""
    times = f" ({found.count} keer)" if found.count > 1 else ""
    return (
        f"  {found.severity.value}: {place + ': ' if place else ''}{rule_text(found)}{value}{times} {found.suggestion}"
    )


def every_finding(report: FileReport) -> Iterator[dict[str, Any]]:
    """The findings as a script gets them, by importance, with each refused row and reason on its own.

    One after the other: ten million rows can be refused, and a list of those fits in few machines.
    """
    rows = report.refused_rows if report.refused_rows is not None and len(report.refused_rows) else None
    apart = [found for found in report.findings if found.severity is not Severity.REFUSED or rows is None]
    before = sum(found.severity is Severity.STOP for found in apart)
    refused = () if rows is None else _every_refused(report, rows)
    for found in chain(apart[:before], refused, apart[before:]):
        yield {"file": report.file} | _finding_json(report, found)


def _every_refused(report: FileReport, rows: pa.Table) -> Iterator[Finding]:
    """Each refused row with its reason: what was met most often first, then by line."""
    headers = {name: header for header, name in report.columns.items()}
    often = rows.group_by("rule").aggregate([([], "count_all")]).to_pylist()
    for rule in sorted(often, key=lambda item: (-item["count_all"], item["rule"])):
        own = rows.filter(pc.equal(rows["rule"], rule["rule"]))
        for batch in own.to_batches(max_chunksize=_AT_ONCE):
            for row in batch.to_pylist():
                column = headers.get(row["column"], row["column"])
                yield Finding(**row | {"column": column}, severity=Severity.REFUSED)
