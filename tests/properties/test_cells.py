"""Each cell of a made file is in the table with the meaning that it was made with, or a finding names it."""

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.builder.ingest.outcome import MISSING
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.source import read_sources
from voorkant.domain.finding import Severity

SOURCES = read_sources(ROOT / "data" / "sources")
SOURCE = SOURCES["ojg_contacten"]
FAULT = object()
"""The meaning of a text that has none in its column."""
Cell = tuple[str, object]
DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d", "%Y-%m-%d 00:00:00"]


def wrong(*texts: str) -> st.SearchStrategy[Cell]:
    return st.sampled_from([(text, FAULT) for text in texts])


def known(**meanings: object) -> st.SearchStrategy[Cell]:
    return st.sampled_from(list(meanings.items()))


nothing = st.sampled_from(sorted(MISSING)).map(lambda text: (text, None))
days = st.tuples(st.dates(date(1995, 1, 1), date(2025, 12, 31)), st.sampled_from(DAYS)).map(
    lambda made: (made[0].strftime(made[1]), made[0])
)
followed = [(text, value) for value, synonyms in SOURCE.column("vervolg").values for text in (value, *synonyms)]
asked = [value for value, _ in SOURCE.column("hulpvraag").values] or ["angst", "rouw", "gezin"]
COLUMNS: dict[str, st.SearchStrategy[Cell]] = {
    "contactdatum": days | wrong("31-6-2024", "2023 Q1", "0023-01-01", "gisteren", "20240300", "5-3-24"),
    "praktijk_agb": st.integers(10_000_000, 99_999_999).map(lambda number: (str(number), str(number)))
    | st.integers(1_000_000, 9_999_999).map(lambda number: (str(number), f"0{number}"))
    | wrong("1,23E+07", "AGB", "12345"),
    "gemeentecode": st.integers(1, 9999).map(lambda number: (f"GM{number:04d}", f"GM{number:04d}"))
    | st.integers(1, 9999).map(lambda number: (str(number), f"GM{number:04d}"))
    | st.integers(1, 9999).map(lambda number: (f"{number}.0", f"GM{number:04d}"))
    | known(Groningen="GM0014")
    | wrong("Bergen", "Nederland", "GM", "12345678")
    | nothing,
    "minuten": st.integers(0, 999).map(lambda number: (str(number), number))
    | wrong("dertig", "<5", "1e5", "#DEEL/0!", "12,5", "9" * 30)
    | nothing,
    "geboortejaar": st.integers(1990, 2024).map(lambda year: (str(year), year)) | wrong("12-03-2010", "jong") | nothing,
    "vervolg": st.sampled_from(followed) | wrong("iets", "#VERW!"),
    "hulpvraag": st.lists(st.sampled_from(asked), min_size=1, max_size=3).map(lambda items: ("|".join(items), items)),
    "afgerond": known(ja=True, JA=True, j=True, nee=False, N=False) | wrong("misschien") | nothing,
}
rows = st.lists(st.tuples(*COLUMNS.values()), min_size=1, max_size=12)


def read_bytes(raw: bytes) -> FileReport:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        path.write_bytes(raw)
        return read_file(path, SOURCES)


def table(made: list[tuple[Cell, ...]]) -> list[list[str]]:
    header = ["contact_id", *COLUMNS]
    return [header, *([f"K{number}", *(text for text, _ in row)] for number, row in enumerate(made))]


def hold(report: FileReport, made: list[tuple[Cell, ...]]) -> None:
    """Line 2 is the first row."""
    assert report.rows_in == len(made) == report.rows_used + report.rows_refused
    used = {row["line"]: row for row in report.table.to_pylist()}
    refused = {(row["line"], row["column"]) for row in report.refused_rows.to_pylist()}
    emptied: Counter[str] = Counter()
    for line, row in enumerate(made, 2):
        strict = set()
        for name, (text, meaning) in zip(COLUMNS, row, strict=True):
            if meaning is FAULT and SOURCE.is_strict(SOURCE.column(name)):
                strict.add(name)
            elif meaning is FAULT:
                emptied[name] += 1
                assert line not in used or used[line][name] is None, (name, text)
            elif line in used:
                assert used[line][name] == meaning, (name, text)
        assert (line in used) == (not strict)
        assert {column for at, column in refused if at == line} == strict
    told: Counter[str] = Counter()
    for found in report.findings:
        if found.severity is Severity.WARNING:
            told[found.column] += found.count
    assert told == emptied


@given(
    made=rows,
    delimiter=st.sampled_from(";,\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_a_text(made: list[tuple[Cell, ...]], delimiter: str, quoting: int, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(table(made))  # type: ignore[arg-type]
    hold(read_bytes(text.getvalue().encode(encoding)), made)


@given(made=rows)
def test_a_sheet(made: list[tuple[Cell, ...]]) -> None:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table(made)):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
    hold(read_bytes(raw.getvalue()), made)
