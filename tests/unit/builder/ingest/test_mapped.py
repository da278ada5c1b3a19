"""A header that a steward has mapped is read as decided; forms of a kind become rows of that kind."""

from dataclasses import replace
from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_file, read_files
from voorkant.builder.ingest.report import FileReport
from voorkant.declare.mapping import FileMapping
from voorkant.declare.variant import Variant
from voorkant.domain.names import fingerprint

from .books import book
from .conftest import SOURCES, rules

HEADER = ["Bezoek", "Soort hulp", "Dag", "GGZ", "Resultaat?"]
LINES = ["1;opvoeden;01-03-2024;ja;klaar", "2;opvoeden;02-03-2024;gereed;sggz", "3;opvoeden;03-03-2024;nee;?!"]
TEXT = "\n".join([";".join(HEADER), *LINES, ""])
MAPPED = FileMapping(
    "preventie_contacten",
    columns={"Bezoek": "contact_id", "Soort hulp": "voorziening", "Dag": "contactdatum", "GGZ": "afgerond",
             "Resultaat?": "vervolg"},
    values={"vervolg": {"klaar": "zelf_afgehandeld", "?!": ""}, "afgerond": {"gereed": "ja"}},
)  # fmt: skip
FORM = Variant(
    "kinderwerk", "Kinderwerk", "een bezoek",
    FileMapping("preventie_contacten", columns={"Bezoek": "contact_id", "Dag": "contactdatum"}),
    {"voorziening": "kinderwerk"},
)  # fmt: skip
KINDS = SOURCES | {"kinderwerk": FORM.source(SOURCES["preventie_contacten"])}


@pytest.fixture
def read(tmp_path: Path):
    def read_made(
        text: str, mapping: FileMapping | None = None, *, kind: str | None = None, header: list[str] | None = None
    ) -> FileReport:
        path = tmp_path / "export.csv"
        path.write_text(text, encoding="utf-8")
        header = header or text.splitlines()[0].split(";")
        known = {fingerprint(header): mapping} if mapping else {}
        return read_file(path, KINDS, kind, mappings=known)

    return read_made


def test_without_a_mapping_nothing_is_guessed(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(TEXT, encoding="utf-8")
    assert read_file(path, SOURCES).kind is None


def test_columns_and_words_are_read_as_decided(read):
    report = read(TEXT, MAPPED)
    assert (report.kind, report.rows_used, rules(report)) == ("preventie_contacten", 3, ["koppeling_gebruikt"])
    assert report.table["vervolg"].to_pylist() == ["zelf_afgehandeld", "specialistische_ggz", None]
    assert report.table["afgerond"].to_pylist() == [True, True, False]
    assert report.columns["Dag"] == "contactdatum"


def test_the_next_file_with_the_columns_in_another_order_is_known(read):
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in [";".join(HEADER), *LINES]) + "\n"
    assert read(turned, MAPPED).table["contact_id"].to_pylist() == ["1", "2", "3"]


def test_a_header_is_found_by_what_was_decided_about_it(read):
    title = "Overzicht;kinderwerk\n;\n" + TEXT
    report = read(title, MAPPED, header=HEADER)
    assert (report.kind, report.rows_used, report.rows_skipped) == ("preventie_contacten", 3, 2)


def test_a_decision_not_to_use_a_column_goes_before_its_name(read):
    text = TEXT.replace("Resultaat?", "vervolg")
    unused = replace(MAPPED, columns={**MAPPED.columns, "vervolg": ""})
    report = read(text, unused)
    assert report.table["vervolg"].to_pylist() == [None] * 3
    assert "kolom_genegeerd" in rules(report)


def test_what_was_left_open_is_found_by_its_name(read):
    text = TEXT.replace("Resultaat?", "Vervolgstap")
    assert read(text, MAPPED).columns["Vervolgstap"] == "vervolg"


def test_two_headers_for_one_column_are_told(read):
    double = replace(MAPPED, columns={**MAPPED.columns, "GGZ": "contactdatum"})
    assert "kolommen_dubbel_bedoeld" in rules(read(TEXT, double))


def test_a_kind_that_was_asked_for_goes_before_the_mapping(read):
    assert read(TEXT, MAPPED, kind="uitrol").kind == "uitrol"
    assert read(TEXT, MAPPED, kind="preventie_contacten").rows_used == 3


@pytest.mark.parametrize(
    ("change", "rule", "told"),
    [
        ({"kind": "weg"}, "koppeling_soort", "'weg'"),
        ({"columns": {**MAPPED.columns, "GGZ": "weg"}}, "koppeling_kolom", "'weg'"),
        ({"values": {"vervolg": {"klaar": "weg"}}}, "koppeling_waarde", "'weg'"),
    ],
)
def test_what_a_mapping_can_no_longer_say_is_a_finding(read, change, rule, told):
    report = read(TEXT, replace(MAPPED, **change))
    found = next(item for item in report.findings if item.rule == rule)
    assert told in found.suggestion


@pytest.mark.parametrize("header", ["Achternaam", "BSN van kind", "Toelichting", "E-mail"])
def test_no_decision_lets_a_person_in(read, header):
    text = TEXT.replace("Soort hulp", header)
    report = read(text, replace(MAPPED, columns={**MAPPED.columns, header: "voorziening"}))
    assert report.is_refused
    assert header not in report.columns


def test_a_sheet_is_mapped_as_a_text_is(tmp_path):
    path = tmp_path / "map.xlsx"
    path.write_bytes(book([HEADER, *[line.split(";") for line in LINES]]))
    (report,) = read_files(path, KINDS, mappings={fingerprint(HEADER): MAPPED})
    assert (report.kind, report.rows_used) == ("preventie_contacten", 3)
    assert "koppeling_gebruikt" in rules(report)


def test_a_form_is_known_by_its_headers_and_filled_with_its_fixed_values(read):
    report = read("Dag;Bezoek;geslacht\n01-03-2024;1;1\n02-03-2024;2;2\n")
    assert (report.kind, report.form) == ("preventie_contacten", "kinderwerk")
    assert report.table["voorziening"].to_pylist() == ["kinderwerk"] * 2
    assert report.table["geslacht"].to_pylist() == ["M", "V"]
    assert report.table["contact_id"].to_pylist() == ["kinderwerk:1", "kinderwerk:2"]


def test_a_form_takes_nothing_that_lacks_one_of_its_headers(read):
    assert read("contact_id;contactdatum\n1;01-03-2024\n").form is None


def test_the_kind_itself_goes_before_its_form(tmp_path):
    columns = {"contact_id": "contact_id", "contactdatum": "contactdatum"}
    form = replace(FORM, mapping=replace(FORM.mapping, columns=columns)).source(SOURCES["preventie_contacten"])
    path = tmp_path / "export.csv"
    path.write_text("contact_id;voorziening;contactdatum\n1;x;01-03-2024\n", encoding="utf-8")
    assert read_file(path, {"kinderwerk": form} | SOURCES).form is None
    path.write_text("contact_id;contactdatum\n1;01-03-2024\n", encoding="utf-8")
    assert read_file(path, {"kinderwerk": form} | SOURCES).form == "kinderwerk"


def test_two_forms_that_fit_as_well_are_for_a_person_to_choose(tmp_path):
    other = replace(FORM, slug="speeltuin", fixed={"voorziening": "speeltuin"})
    kinds = KINDS | {"speeltuin": other.source(SOURCES["preventie_contacten"])}
    path = tmp_path / "export.csv"
    path.write_text("Bezoek;Dag\n1;01-03-2024\n", encoding="utf-8")
    assert read_file(path, kinds).kind is None
    chosen = {fingerprint(["Bezoek", "Dag"]): FileMapping("speeltuin")}
    assert read_file(path, kinds, mappings=chosen).form == "speeltuin"


def test_a_fixed_value_that_cannot_be_read_is_a_finding(tmp_path):
    wrong = replace(FORM, fixed={"voorziening": "kinderwerk", "gemeentecode": "Nergenshuizen"})
    kinds = {"kinderwerk": wrong.source(SOURCES["preventie_contacten"])}
    path = tmp_path / "export.csv"
    path.write_text("Bezoek;Dag\n1;01-03-2024\n", encoding="utf-8")
    report = read_file(path, kinds)
    assert rules(report) == ["gebied_onbekend"]
    assert (report.findings[0].column, report.rows_used) == ("gemeentecode", 1)
