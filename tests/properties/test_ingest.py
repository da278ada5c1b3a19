"""Whatever a file looks like: each cell is in the table with its own meaning, or its row is accounted for."""

import codecs
import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.builder.ingest.census import take_census
from voorkant.builder.ingest.outcome import is_missing
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.source import read_sources

SOURCES = read_sources(ROOT / "data" / "sources")
HEADER = ["praktijk_agb", "naam", "jaar", "ingeschreven_0_17"]

names = st.text(st.sampled_from("ab Zé\"';,|\t\n-#()."), max_size=8)
amounts = st.one_of(st.integers(0, 5000).map(str), st.sampled_from(["", "x", "12.5", "<5", "1.234", "-3", "007"]))
years = st.sampled_from(["2023", "2024", "2024*", "2025.0", "23", "", "Totaal"])
rows = st.lists(st.tuples(names, years, amounts), max_size=25)


def read_bytes(raw: bytes, kind: str | None = None) -> FileReport:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_bytes(raw)
        return read_file(path, SOURCES, kind)


def balanced(report: FileReport) -> bool:
    return report.rows_in == report.rows_used + report.rows_refused + report.rows_skipped


@given(
    rows=rows,
    delimiter=st.sampled_from(";,\t|"),
    newline=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_every_cell_is_in_the_table_or_its_row_is_accounted_for(
    rows: list[tuple[str, str, str]], delimiter: str, newline: str, quoting: int, encoding: str
) -> None:
    records = [[f"{10_000_000 + number}", *row] for number, row in enumerate(rows)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([HEADER, *records])
    report = read_bytes(text.getvalue().encode(encoding))
    assert balanced(report)
    if not records:
        assert report.is_refused
        return
    assert (report.kind, report.rows_in) == ("praktijken", len(records))
    used = {row["praktijk_agb"]: row for row in report.table.to_pylist()}
    refused = set(report.refused_rows.column("line").to_pylist())
    assert len(used) + len(refused) + report.rows_skipped == len(records)
    for agb, name, year, amount in records:
        if agb in used:
            assert used[agb]["jaar"] == int(year[:4])
            assert used[agb]["ingeschreven_0_17"] == int(amount)
            kept = name.replace("\r\n", "\n").strip()
            assert used[agb]["naam"] == (None if is_missing(kept) else kept)
        else:
            assert amount in {"", "x", "12.5", "<5", "1.234", "-3", "007"} or year in {"23", "", "Totaal"}


@given(
    data=st.lists(st.sampled_from(['"', ";", "\n", "a", "b;", '""', "\r\n", '";"', "é"]), min_size=1, max_size=60),
)
def test_the_census_agrees_with_a_strict_reader(data: list[str]) -> None:
    """Where the whole text is in order, records and fields are those of the csv module."""
    text = "".join(data).replace("\r\n", "\n") + "\n"
    census = take_census(text.encode(), ";")
    assert census.starts[-1] == len(text.encode())
    if not census.multiline and text.count("\n") == len(census.fields):
        starts = census.starts
        for number, clean in enumerate(census.clean):
            line = text.encode()[starts[number] : starts[number + 1]].decode()
            if clean and line.strip("\n"):
                assert len(next(csv.reader([line], delimiter=";", strict=True))) == census.fields[number]
    else:
        parsed = [row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)]
        assert [len(row) for row in parsed] == census.fields.tolist()


LINES = [
    "praktijk_agb;naam;jaar;ingeschreven_0_17",
    "01000001;De Linde;2024;100",
    "01000002;De Els;2024;200",
    '01000003;"De; Berk";2024;300',
]


@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from(
                [*LINES, "", ";;;", "Totaal;;;600", "Bron: CBS", '"', '"x" y;;;', "a;b", "\ufeff" + LINES[0]]
            ),
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
        ),
        max_size=20,
    ),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_lines_are_counted_once(pieces: list[str], newline: str) -> None:
    report = read_bytes(newline.join([LINES[0], *pieces]).encode(), kind="praktijken")
    assert balanced(report)
    if report.table is not None:
        assert set(report.table.column("praktijk_agb").to_pylist()) <= {
            "01000001",
            "01000002",
            "01000003",
            *digits(pieces),
        }
        assert report.table.num_rows == report.rows_used
        lines = report.table.column("line").to_pylist()
        assert lines == sorted(set(lines))
        assert not set(lines) & set(report.refused_rows.column("line").to_pylist())
    else:
        assert report.is_refused


def digits(pieces: list[str]) -> set[str]:
    """AGB codes that made-up text may hold."""
    return {piece.partition(";")[0].strip('" \t').zfill(8) for piece in pieces}


@given(
    raw=st.binary(max_size=300), bom=st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
)
def test_any_bytes_end_in_a_report(raw: bytes, bom: bytes) -> None:
    report = read_bytes(bom + raw)
    assert balanced(report)
    assert report.is_refused


@given(cut=st.integers(1, 400), seed=st.integers(0, 255))
def test_damaged_exports_end_in_a_report(cut: int, seed: int) -> None:
    """A byte changed and the end cut off: never an exception, never a row that was not there."""
    whole = ("\n".join(LINES * 4) + "\n").encode()
    damaged = bytearray(whole[: max(60, len(whole) - cut)])
    damaged[cut % len(damaged)] = seed
    report = read_bytes(bytes(damaged), kind="praktijken")
    assert balanced(report)
    assert report.is_refused or report.rows_used <= 4  # a changed digit may make one more practice


amount_values = st.one_of(
    st.integers(0, 5000),
    st.floats(0, 5000, allow_nan=False).map(lambda number: round(number, 3)),
    st.sampled_from(["1.234", "<5", "x", "", "7", True, date(2024, 5, 1), 0.1 + 0.2, 1e16]),
)
year_values = st.sampled_from([2023, 2024.0, "2024*", "2025", 23, "", "Totaal", date(2024, 1, 1), 2024.5])


@given(cells=st.lists(st.tuples(names, year_values, amount_values), max_size=15), margin=st.booleans())
def test_every_cell_of_a_sheet_is_in_the_table_or_its_row_is_accounted_for(
    cells: list[tuple[str, object, object]], margin: bool
) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d-m-yyyy"})
        sheet.write_row(2 * margin, margin, HEADER)
        for number, row in enumerate(cells):
            for column, value in enumerate([10_000_000 + number, *row]):
                if isinstance(value, str):
                    sheet.write_string(2 * margin + 1 + number, margin + column, value)
                else:
                    kind = (day,) if isinstance(value, date) else ()
                    sheet.write(2 * margin + 1 + number, margin + column, value, *kind)
    report = read_bytes(made.getvalue())
    assert balanced(report)
    if not cells:
        assert report.is_refused
        return
    used = {row["praktijk_agb"]: row for row in report.table.to_pylist()}
    refused = set(report.refused_rows.column("line").to_pylist())
    assert len(used) + len(refused) + report.skipped.get("totaal", 0) == len(cells)
    for number, (name, year, amount) in enumerate(cells):
        found = used.get(f"{10_000_000 + number}")
        if found is None:
            assert not _is_year(year) or not _is_count(amount)
        else:
            assert found["jaar"] == int(str(year)[:4])
            assert found["ingeschreven_0_17"] == float(str(amount))
            assert found["naam"] == (None if is_missing(name.strip()) else name.strip())
            assert found["line"] == 2 * margin + 2 + number


def _is_year(value: object) -> bool:
    return value in {2023, 2024.0, "2024*", "2025"}


def _is_count(value: object) -> bool:
    return value == "7" or (
        isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) < 1e15
    )
