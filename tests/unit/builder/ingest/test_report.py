"""What is told about a file."""

import json
from pathlib import Path

import pyarrow as pa
import pytest

from voorkant.builder.ingest.convert import schema_of
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import FileReport, describe, every_finding, report_json
from voorkant.builder.ingest.rules import RULES
from voorkant.domain.problem import Problem

from .conftest import SOURCES, Read, contact, contacts, rules


def test_the_fields_for_scripts(read: Read) -> None:
    told = json.loads(json.dumps(report_json(read(contacts(contact(1), contact(2, contactdatum="gisteren"))))))
    assert set(told) >= {"file", "kind", "encoding", "dialect", "rows_in", "rows_used", "rows_refused", "rows_skipped"}
    assert told["findings"] == [
        {
            "rule": "datum_onleesbaar",
            "severity": "geweigerd",
            "sheet": None,
            "place": None,
            "line": 3,
            "column": "contactdatum",
            "value": "gisteren",
            "suggestion": "Schrijf een dag als 31-12-2024 of 2024-12-31.",
            "count": 1,
            "rule_text": "Deze datum is niet te lezen.",
            "switched_off": False,
        }
    ]


def test_the_text_for_people_names_file_line_column_and_value(read: Read) -> None:
    told = describe(read(contacts(contact(1), contact(2, vervolg="raar"), contact(3, vervolg="raar"), "Bron: x;")))
    assert told.splitlines()[0] == "export.csv: ojg_contacten"
    assert "4 rijen: 3 gebruikt, 0 geweigerd, 1 overgeslagen (1 voetregel)" in told
    assert "regel 3, kolom 'vervolg'" in told
    assert "'raar'. (2 keer)" in told
    assert "De cel is leeg gelaten" in told


def test_the_header_of_the_file_is_named(read: Read) -> None:
    text = contacts(contact(1), contact(2, contactdatum="gisteren")).replace("contactdatum", "Datum contact")
    assert read(text).findings[0].column == "Datum contact"


def test_a_report_that_loses_a_row_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="verantwoord"):
        FileReport("x.csv", rows_in=2, rows_used=1)


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="bestaat niet"):
        read_file(tmp_path / "weg.csv", SOURCES)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert rules(read_file(tmp_path, SOURCES)) == ["niet_te_openen"]


@pytest.mark.parametrize("slug", sorted(SOURCES))
def test_every_source_has_a_schema_with_all_its_columns(slug: str) -> None:
    schema = schema_of(SOURCES[slug])
    assert schema.names == [*(column.name for column in SOURCES[slug].columns), "line"]


def test_absent_columns_are_there_and_empty(read: Read) -> None:
    table = read(contacts(contact(1))).table
    assert table.schema.equals(schema_of(SOURCES["ojg_contacten"]))
    assert table["hulpvraag"].type == pa.list_(pa.string())
    assert table["wijkcode"].to_pylist() == [None]


def test_rules_are_dutch_sentences() -> None:
    for rule, (_, text) in RULES.items():
        assert text.endswith("."), rule
        assert text[0].isupper(), rule


def test_every_refused_row_is_listed_with_its_value(read: Read) -> None:
    lines = [contact(1, vervolg="raar"), *(contact(n, contactdatum="gisteren") for n in (2, 3)), contact(4) + ";x"]
    report = read(contacts(*lines).replace("contactdatum", "Datum contact"))
    told = list(every_finding(report))
    assert [(item["rule"], item["line"], item["column"], item["value"]) for item in told] == [
        ("datum_onleesbaar", 3, "Datum contact", "gisteren"),
        ("datum_onleesbaar", 4, "Datum contact", "gisteren"),
        ("te_veel_velden", 5, None, None),
        ("waarde_onbekend", 2, "vervolg", "raar"),
    ]
    assert {item["file"] for item in told} == {"export.csv"}
    assert all(item["suggestion"] and item["rule_text"] and item["count"] == 1 for item in told)


def test_a_stopped_file_tells_why(read: Read) -> None:
    assert [item["severity"] for item in every_finding(read("a;b\n1;2\n"))] == ["stop"]
