"""Whole rows: required cells, order of dates, doubles, totals, and that each row is counted once."""

from datetime import date

import pytest

from voorkant.builder.ingest import convert
from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.outcome import Fault
from voorkant.builder.ingest.report import describe
from voorkant.builder.ingest.values import reader_of
from voorkant.declare.source import Column

from .conftest import HEAD, Read, contact, contacts, rules

REFERRALS = "verwijzing_id;verwijsdatum;ingangsdatum;einddatum;verwijzer_type;geslacht"
PEOPLE = "gebiedscode;jaar;leeftijdsgroep;aantal"


def test_a_required_cell_that_is_empty_refuses_its_row(read: Read) -> None:
    report = read(contacts(contact(1), contact(2, contactdatum=""), contact(3, praktijk_agb="onbekend")))
    assert report.table.column("contact_id").to_pylist() == ["K1"]
    assert {(found.rule, found.line, found.column) for found in report.findings} == {
        ("verplicht_leeg", 3, "contactdatum"),
        ("verplicht_leeg", 4, "praktijk_agb"),
    }


def test_an_unreadable_required_cell_is_reported_once(read: Read) -> None:
    report = read(contacts(contact(1), contact(2, contactdatum="31-6-2027")))
    assert rules(report) == ["datum_onmogelijk"]
    assert (report.findings[0].value, report.findings[0].line) == ("31-6-2027", 3)


def test_an_unknown_word_that_only_describes_leaves_its_cell_empty(read: Read) -> None:
    report = read(contacts(contact(1, vervolg="iets anders"), contact(2, gemeentecode="Nergenshuizen")))
    assert report.rows_used == 2
    assert [(found.rule, found.severity, found.value) for found in report.findings] == [
        ("waarde_onbekend", "waarschuwing", "iets anders"),
        ("gebied_onbekend", "waarschuwing", "Nergenshuizen"),
    ]
    assert report.table.column("vervolg").to_pylist() == [None, "nog_lopend"]


def test_every_refused_row_can_be_found_again(read: Read) -> None:
    report = read(contacts(*(contact(n, minuten="abc" if n % 2 else "30") for n in range(200))))
    assert [(found.rule, found.count, found.line) for found in report.findings] == [("getal_onleesbaar", 100, 3)]
    assert report.refused_rows.column("line").to_pylist() == list(range(3, 203, 2))


def test_one_of_a_group_of_dates_is_enough(read: Read) -> None:
    lines = ["V1;2024-01-01;;;02;M", "V2;;2024-01-01;;02;M", "V3;;;2024-05-01;02;M", "V4;rommel;;;02;M"]
    report = read("\n".join([REFERRALS, *lines, ""]))
    assert report.table.column("verwijzing_id").to_pylist() == ["V1", "V2"]
    assert {(found.rule, found.line) for found in report.findings} == {("verplicht_leeg", 4), ("datum_onleesbaar", 5)}


def test_an_end_before_its_begin(read: Read) -> None:
    report = read(f"{REFERRALS}\nV1;;2024-02-01;2024-01-01;02;M\nV2;;2024-02-01;2024-02-01;02;M\n")
    assert (report.rows_used, rules(report)) == (1, ["eind_voor_begin"])


def test_of_equal_rows_the_first_is_used(read: Read) -> None:
    report = read(contacts(contact(1), contact(2), contact(1), contact(1)))
    assert report.table.column("line").to_pylist() == [2, 3]
    assert report.refused_rows.select(["line", "rule", "column"]).to_pylist() == [
        {"line": 4, "rule": "dubbele_rij", "column": "contact_id"},
        {"line": 5, "rule": "dubbele_rij", "column": "contact_id"},
    ]


def test_the_same_key_with_other_content_refuses_all_of_them(read: Read) -> None:
    report = read(contacts(contact(1), contact(2), contact(1, minuten="45"), contact(1)))
    assert report.table.column("contact_id").to_pylist() == ["K2"]
    assert report.refused_rows.column("line").to_pylist() == [2, 4, 5]


def test_a_key_of_several_columns(read: Read) -> None:
    lines = ["GM0014;2023;0-3;10", "GM0014;2024;0-3;10", "GM0014;2024;4-11;10", "GM0014;2024;0-3;11"]
    report = read("\n".join([PEOPLE, *lines, ""]))
    assert report.table.column("line").to_pylist() == [2, 4]
    assert report.refused_rows.column("line").to_pylist() == [3, 5]


def test_a_total_is_skipped_only_where_its_parts_are(read: Read) -> None:
    lines = [
        "GM0014;2024;0-3;10",
        "GM0014;2024;4-11;20",
        "GM0014;2024;Totaal;30",
        "GM0034;2024;Totaal;50",
        "Totaal;;;80",
    ]
    report = read("\n".join([PEOPLE, *lines, ""]))
    assert (report.rows_used, dict(report.skipped)) == (2, {"totaal": 2})
    assert "totaal_zonder_delen" in rules(report)
    assert report.refused_rows.column("line").to_pylist()[0] == 5


def test_rows_of_empty_cells_and_repeated_headers_are_skipped(read: Read) -> None:
    report = read(contacts(contact(1), " ; ;;;;;;", HEAD, "Eindtotaal;;;;;99;;", "Bron:;CBS;;;;;;"))
    assert dict(report.skipped) == {"lege regel": 1, "herhaalde kop": 1, "totaal": 1, "voetregel": 1}
    assert report.rows_in == 5


def test_ids_that_lost_their_digits_are_refused(read: Read) -> None:
    report = read(contacts(contact(1), contact(2, client_id="1,23E+07"), contact(3, client_id=" nvt ")))
    assert report.table.column("client_id").to_pylist() == ["C1", None]
    assert rules(report) == ["wetenschappelijk"]


def test_findings_stand_in_order_of_importance(read: Read) -> None:
    lines = [contact(n, praktijk_agb="1000001", vervolg="?!", minuten="x") for n in range(3)]
    report = read(contacts(contact(9), *lines, head=HEAD.replace("client_id", "kleur")))
    severities = [found.severity for found in report.findings]
    assert severities == sorted(severities, key=["stop", "geweigerd", "waarschuwing", "melding"].index)
    assert len(set(severities)) == 3


def test_the_notation_of_a_whole_column_is_told_once(read: Read) -> None:
    serials = read(contacts(contact(1, contactdatum="45658"), contact(2, contactdatum="99999")))
    assert serials.table["contactdatum"].to_pylist() == [date(2025, 1, 1)]
    assert rules(serials) == ["datum_buiten_bereik", "excel_datum"]
    american = read(contacts(contact(1, contactdatum="12/31/2024"), contact(2, contactdatum="1/2/2024")))
    assert american.table["contactdatum"].to_pylist() == [date(2024, 12, 31), date(2024, 1, 2)]
    assert [(found.rule, found.count) for found in american.findings] == [("datum_volgorde", 2)]


def test_a_screen_tells_the_first_few_values_of_one_rule(read: Read) -> None:
    report = read(contacts(*(contact(number, contactdatum=f"{number}-3-24") for number in range(1, 9))))
    told = describe(report)
    assert told.count("heeft geen vier cijfers") == 5
    assert told.endswith("en nog 3 keer dezelfde regel, bij andere waarden; alles staat in --report of --json")


def test_two_orders_in_one_column_are_told(read: Read) -> None:
    """A date of which both can be meant is read as day-month, and never without a word."""
    days = ("31-12-2024", "12/31/2024", "1/2/2024")
    mixed = read(contacts(*(contact(number, contactdatum=day) for number, day in enumerate(days, 1))))
    assert mixed.table["contactdatum"].to_pylist() == [date(2024, 12, 31), date(2024, 2, 1)]
    assert rules(mixed) == ["datum_onmogelijk", "datum_gemengd"]


def test_a_list_with_an_unknown_item_is_left_empty_as_a_whole() -> None:
    column = Column("hulpvraag", "list", values=(("angst", ("bang",)), ("gezin", ())))
    read_cell, _ = reader_of(column, [], areas=AreaNames())
    assert read_cell("bang|gezin") == ["angst", "gezin"]
    assert read_cell("bang|iets") == Fault("waarde_onbekend", "Toegestaan: angst, gezin.")


def test_a_column_that_is_something_else_is_named_as_a_whole(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "MOST_ODD", 2)
    report = read(contacts(*(contact(number, contactdatum=f"dag {number}") for number in (1, 2, 3))))
    assert (report.rows_in, report.rows_refused, report.table) == (3, 3, None)
    [found] = report.findings
    assert (found.rule, found.severity) == ("kolom_onleesbaar", "stop")
    assert found.suggestion.startswith("'contactdatum' heeft meer dan 2 verschillende waarden")
