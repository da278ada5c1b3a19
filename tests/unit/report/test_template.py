"""Files for suppliers: what they hold comes from the declaration, and the reader accepts the example rows."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from voorkant import ROOT
from voorkant.builder.ingest.read import read_file
from voorkant.declare.source import TYPES, Column, Source, in_cents, read_sources
from voorkant.domain.finding import Severity
from voorkant.report import example
from voorkant.report.template import COVER, DATA, HELP, VALUES, template_csv, template_xlsx

SOURCES = read_sources(ROOT / "data" / "sources")
KINDS = sorted(SOURCES)
CONTACTS = SOURCES["ojg_contacten"]


def book(source: Source) -> dict[str, list[list[Any]]]:
    opened = CalamineWorkbook.from_filelike(io.BytesIO(template_xlsx(source)))
    return {name: opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names}


def parts(source: Source) -> dict[str, str]:
    """The XML of the workbook, by file."""
    with zipfile.ZipFile(io.BytesIO(template_xlsx(source))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_reader_takes_every_example_row(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.csv"
    path.write_bytes(template_csv(SOURCES[kind]))
    report = read_file(path, SOURCES)
    assert (report.kind, report.rows_used, report.rows_in) == (kind, example.ROWS, example.ROWS)
    assert [found for found in report.findings if found.severity is not Severity.NOTE] == []


def test_amounts_in_cents_have_examples_in_cents(tmp_path: Path) -> None:
    sources = in_cents(SOURCES, ["declaraties"])
    path = tmp_path / "sjabloon.csv"
    path.write_bytes(template_csv(sources["declaraties"]))
    report = read_file(path, sources)
    assert report.table.column("bedrag").to_pylist() == [180.0, 135.0]
    amount = sources["declaraties"].column("bedrag")
    assert example.written(amount) == "een bedrag in eurocenten, zonder decimalen"


def test_every_type_can_be_written() -> None:
    assert set(example.WRITTEN) == TYPES


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not SOURCES[kind].published])
def test_every_column_says_what_stands_in_it(kind: str) -> None:
    assert [column.name for column in SOURCES[kind].columns if not column.meaning] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_workbook_has_the_rows_of_the_csv(kind: str) -> None:
    header, *rows = book(SOURCES[kind])[DATA]
    assert header == [column.name for column in example.columns(SOURCES[kind])]
    assert [[written(cell) for cell in row] for row in rows] == [
        [written(cell) for cell in row] for row in example.rows(SOURCES[kind])
    ]


def written(cell: Any) -> str:
    """A day or number of a sheet as the CSV has it, zeros in front of numbers aside."""
    text = cell.strftime("%d-%m-%Y") if hasattr(cell, "strftime") else str(cell).replace(",", ".")
    return f"{float(text):g}" if text.replace(".", "").isdigit() else text


def test_the_cover_says_what_never_to_include() -> None:
    cover = "\n".join(str(row[0]) for row in book(CONTACTS)[COVER])
    for word in ("burgerservicenummers", "namen", "geboortedatums", "adressen", "vrije tekst", "pseudoniem"):
        assert word in cover
    assert CONTACTS.title in cover


def test_the_help_explains_each_column() -> None:
    header, *rows = book(SOURCES["ggz_verwijzingen"])[HELP]
    told = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert told["verwijzing_id"]["verplicht"] == "ja"
    assert told["verwijsdatum"]["verplicht"].startswith("een van: verwijsdatum, verzoekdatum")
    assert told["einddatum"]["verplicht"] == "nee"
    assert told["geslacht"]["toegestane waarden"] == "M, V, X"
    assert told["leeftijd"]["hoe het wordt geschreven"] == "een geheel getal, ten hoogste 120"
    assert "type verwijzer" in told["verwijzer_type"]["heet ook"]
    assert told["client_id"]["wat er staat"].startswith("pseudoniem")


def test_allowed_values_can_be_chosen() -> None:
    place = [column.name for column in example.columns(CONTACTS)].index("vervolg")
    data = parts(CONTACTS)["xl/worksheets/sheet2.xml"]
    values = book(CONTACTS)[VALUES]
    listed = values[0].index("vervolg")
    allowed = next(column for column in CONTACTS.columns if column.name == "vervolg").values
    assert [row[listed] for row in values[1 : len(allowed) + 1]] == [value for value, _ in allowed]
    letter = chr(ord("A") + place)
    rule = data[: data.index(f'sqref="{letter}2:{letter}1048576"')].rpartition("<dataValidation ")[2]
    assert 'type="list"' in rule
    assert f"'{VALUES}'!" in data


def test_days_and_numbers_are_checked_by_excel() -> None:
    data = parts(CONTACTS)["xl/worksheets/sheet2.xml"]
    assert 'type="date"' in data
    assert 'type="whole"' in data
    assert "&quot;ja,nee&quot;" in data or '"ja,nee"' in data


def test_a_declaration_without_words_still_gives_a_template(tmp_path: Path) -> None:
    columns = (Column("nummer", "id", required=True), Column("dag", "date"), Column("einde", "date"))
    source = Source("eigen", "Eigen", "een rij", columns, ("nummer",), order=(("dag", "einde"),))
    path = tmp_path / "eigen.csv"
    path.write_bytes(template_csv(source))
    assert read_file(path, {"eigen": source}).rows_used == example.ROWS
    assert book(source)[DATA][0] == ["nummer", "dag", "einde"]
