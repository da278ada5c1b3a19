"""Workbooks are read as texts are: nothing of a sheet is lost, and nothing of it is taken for something else."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import FileReport, describe, every_finding, report_json

from .books import LINKS, SHEET, book, changed, contacts_book, ods, ods_cell, packed_named, rows
from .conftest import HEAD, SOURCES, Read, contact, contacts, rules

ReadAll = Callable[..., list[FileReport]]
PRACTICES = "praktijk_agb;naam;gemeentecode;jaar;ingeschreven_0_17".split(";")


@pytest.fixture
def read_all(tmp_path: Path) -> ReadAll:
    def read_made(raw: bytes, name: str = "map.xlsx", kind: str | None = None) -> list[FileReport]:
        path = tmp_path / name
        path.write_bytes(raw)
        return read_files(path, SOURCES, kind)

    return read_made


def refused(reports: list[FileReport]) -> list[str]:
    [report] = reports
    assert report.is_refused
    assert report.table is None
    return rules(report)


def test_a_sheet_gives_the_same_rows_as_the_text(read: Read, read_all: ReadAll) -> None:
    lines = [contact(n, minuten=str(n)) for n in range(30)]
    text = read(contacts(*lines))
    [sheet] = read_all(contacts_book(*lines))
    assert (sheet.file, sheet.sheet, sheet.kind) == ("map.xlsx!Blad1", "Blad1", "ojg_contacten")
    assert (sheet.encoding, sheet.dialect) == (None, None)
    assert sheet.table.equals(text.table)
    assert sheet.findings == text.findings


def test_values_that_are_no_text(read_all: ReadAll) -> None:
    def fill(target, sheet) -> None:
        day = target.add_format({"num_format": "dd-mm-yyyy"})
        for column, name in enumerate(HEAD.split(";")):
            sheet.write(0, column, name)
        for row, (number, moment) in enumerate(
            [
                (1_000_001.0, datetime.fromisoformat("2024-01-31")),
                (1e6 + 2, datetime.fromisoformat("2024-02-01T14:00")),
            ],
            1,
        ):
            sheet.write(row, 0, row)
            sheet.write(row, 1, 123_456 + row / 10)
            sheet.write_datetime(row, 2, moment, day)
            sheet.write(row, 3, number)
            sheet.write(row, 4, 344)
            sheet.write(row, 5, 30)
            sheet.write(row, 7, row == 1)

    [report] = read_all(book(fill))
    assert report.rows_used == 2
    names = ["contact_id", "client_id", "contactdatum", "praktijk_agb", "gemeentecode", "minuten", "afgerond"]
    assert report.table.select(names).to_pylist()[0] == {
        "contact_id": "1",
        "client_id": "123456.1",
        "contactdatum": date(2024, 1, 31),
        "praktijk_agb": "01000001",
        "gemeentecode": "GM0344",
        "minuten": 30,
        "afgerond": True,
    }
    assert set(rules(report)) == {"voorloopnul_hersteld", "tijd_weggelaten"}


CLAIMS = ["declaratie_id", "periode_start", "bedrag", "volume"]


def test_a_number_is_exact_and_proves_nothing_of_the_texts_beside_it(read_all: ReadAll) -> None:
    amounts = [1.234, 0.1 + 0.2, 1e-7, 12.5, "1,234", "12,50"]
    [report] = read_all(book([CLAIMS, *([f"D{n}", "1-1-2024", amount, 1] for n, amount in enumerate(amounts))]))
    assert report.table["bedrag"].to_pylist() == [1.234, 0.3, 1e-7, 12.5, 1.234, 12.5]
    [unproven] = read_all(book([CLAIMS, ["D1", "1-1-2024", 12.5, 1], ["D2", "1-1-2024", "1,234", 1]]))
    assert [(found.rule, found.value) for found in unproven.findings] == [("getal_dubbelzinnig", "1,234")]


def test_a_number_that_lost_its_digits_is_told(read_all: ReadAll) -> None:
    [report] = read_all(book([CLAIMS, [12345678901234567890, "1-1-2024", 1, 1], ["D2", "1-1-2024", 1.5, 1]]))
    assert [(found.rule, report.place(found)) for found in report.findings] == [("wetenschappelijk", "Blad1!A2")]


def test_decimals_in_a_finding_are_written_with_a_point(read_all: ReadAll) -> None:
    [report] = read_all(book([*rows(contact(1)), *([[*contact(2).split(";")[:5], 12.5, "", ""]])]))
    assert [(found.rule, found.value) for found in report.findings] == [("getal_niet_heel", "12.5")]


@pytest.mark.parametrize(("from_1904", "serial"), [(False, 45322), (True, 45322 - 1462)])
def test_days_as_numbers_in_both_ways_of_counting(read_all: ReadAll, from_1904: bool, serial: int) -> None:
    lines = [["K1", "C1", serial, "01000001"], ["K2", "C1", serial + 1, "01000001"]]
    [report] = read_all(book([HEAD.split(";")[:4], *lines], date_1904=from_1904))
    assert report.table["contactdatum"].to_pylist() == [date(2024, 1, 31), date(2024, 2, 1)]
    assert rules(report) == ["excel_datum"]


@pytest.mark.parametrize("from_1904", [False, True])
def test_days_as_dates_in_both_ways_of_counting(read_all: ReadAll, from_1904: bool) -> None:
    def fill(target, sheet) -> None:
        for row, line in enumerate(rows(contact(1))):
            sheet.write_row(row, 0, line)
        sheet.write_datetime(
            1, 2, datetime.fromisoformat("2024-01-31"), target.add_format({"num_format": "d mmm yyyy"})
        )

    [report] = read_all(book(fill, date_1904=from_1904))
    assert report.table["contactdatum"].to_pylist() == [date(2024, 1, 31)]


def test_titles_blank_rows_a_margin_and_totals(read_all: ReadAll) -> None:
    lines = [
        ["Export OJG"],
        [],
        *rows(contact(1)),
        [],
        contact(2).split(";"),
        ["Eindtotaal", "", "", "", "", 60],
        [],
        ["Bron: registratie"],
    ]
    [report] = read_all(book([["", *line] for line in lines]))
    assert (report.rows_in, report.rows_used) == (8, 2)
    assert dict(report.skipped) == {"titel boven de kop": 1, "lege regel": 3, "totaal": 1, "voetregel": 1}
    assert report.table["line"].to_pylist() == [4, 6]
    [wrong] = read_all(book([["", *line] for line in [["Export"], *rows(contact(1, contactdatum="gisteren"))]]))
    assert wrong.place(wrong.findings[0]) == "Blad1!D3"


def test_the_place_of_a_finding_is_told_to_people_and_scripts(read_all: ReadAll) -> None:
    [report] = read_all(contacts_book(contact(1), contact(2, contactdatum="gisteren")))
    assert "Blad1!C3, kolom 'contactdatum': Deze datum is niet te lezen." in describe(report)
    told = json.loads(json.dumps(report_json(report)))
    assert (told["sheet"], told["findings"][0]["sheet"], told["findings"][0]["place"]) == ("Blad1", "Blad1", "Blad1!C3")
    assert [(item["file"], item["place"]) for item in every_finding(report)] == [("map.xlsx!Blad1", "Blad1!C3")]


def test_merged_names_over_two_rows(read_all: ReadAll) -> None:
    def fill(_, sheet) -> None:
        sheet.merge_range("A1:A2", "contact_id")
        sheet.merge_range("B1:C1", "Contact")
        sheet.write_row("B2", ["datum", "soort"])
        sheet.merge_range("D1:E1", "Praktijk")
        sheet.write_row("D2", ["AGB", "plaats"])
        sheet.write_row("A3", ["K1", "1-2-2024", "groep", "01000001", "Hier"])

    [report] = read_all(book(fill))
    assert (report.rows_in, report.rows_used) == (1, 1)
    assert dict(report.columns) == {
        "contact_id": "contact_id",
        "Contact datum": "contactdatum",
        "Praktijk AGB": "praktijk_agb",
        "Contact soort": "soort",
    }


def test_cells_merged_over_rows_hold_for_each_and_over_columns_for_none(read_all: ReadAll) -> None:
    def fill(target, sheet) -> None:
        for row, line in enumerate([*rows(contact(1), contact(2), contact(3), contact(4), contact(5))]):
            sheet.write_row(row, 0, line)
        sheet.merge_range("D2:D4", "01000009")
        sheet.merge_range("F5:G5", "30")
        sheet.merge_range("A7:C7", "Eindtotaal")
        sheet.merge_range("A8:H8", "Bron: registratie")

    [report] = read_all(book(fill))
    assert report.table.select(["contact_id", "praktijk_agb"]).to_pylist() == [
        {"contact_id": "K1", "praktijk_agb": "01000009"},
        {"contact_id": "K2", "praktijk_agb": "01000009"},
        {"contact_id": "K3", "praktijk_agb": "01000009"},
        {"contact_id": "K5", "praktijk_agb": "01000001"},
    ]
    assert dict(report.skipped) == {"totaal": 1, "voetregel": 1}
    assert rules(report) == ["samengevoegde_cel", "samengevoegd_gevuld"]
    assert report.refused_rows.column("line").to_pylist() == [5]


def test_formulas_give_their_cached_value_and_errors_are_told(read_all: ReadAll) -> None:
    def fill(_, sheet) -> None:
        for row, line in enumerate([*rows(*(contact(n) for n in range(1, 7)))]):
            sheet.write_row(row, 0, line)
        sheet.write_formula("F2", "=10+5", None, 15)
        sheet.write_formula("F3", "=1/0", None, "#DIV/0!")
        sheet.write_formula("F4", "=NA()", None, "#N/A")
        sheet.write_formula("G5", "=VLOOKUP(1,A:B,9)", None, "#REF!")
        sheet.write_formula("G6", '=IF(TRUE,"","x")', None, "")
        sheet.write_formula("F7", "=1+1", None, 4242)

    def unworked(xml: str) -> str:
        return xml.replace("<v>4242</v>", "").replace('<c r="G6"><f>', '<c r="G6" t="str"><f>')

    [report] = read_all(changed(book(fill), SHEET, unworked))
    assert {(found.rule, found.severity, report.place(found), found.value) for found in report.findings} == {
        ("formule_fout", "geweigerd", "Blad1!F3", "#DIV/0!"),
        ("formule_fout", "geweigerd", "Blad1!F7", "#FORMULE!"),
        ("formule_fout", "waarschuwing", "Blad1!G5", "#REF!"),
        ("formule_zonder_uitkomst", "waarschuwing", None, None),
    }
    assert report.table.select(["contact_id", "minuten", "vervolg"]).to_pylist() == [
        {"contact_id": "K1", "minuten": 15, "vervolg": "nog_lopend"},
        {"contact_id": "K3", "minuten": None, "vervolg": "nog_lopend"},
        {"contact_id": "K4", "minuten": 30, "vervolg": None},
        {"contact_id": "K5", "minuten": 30, "vervolg": None},
    ]


def test_a_number_shown_as_a_percentage_is_one(read_all: ReadAll) -> None:
    def fill(target, sheet) -> None:
        share = target.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ["Regio's", "Perioden", "Jongeren met jeugdhulp in natura"])
        sheet.write_row(1, 0, ["Nederland", "2022*"])
        sheet.write_number(1, 2, 0.132, share)
        sheet.write_row(2, 0, ["Groningen (gemeente)", "2022*", 15])

    [report] = read_all(book(fill))
    assert report.table["jeugdhulp_pct"].to_pylist() == [13.2, 15.0]

    def minutes(target, sheet) -> None:
        for row, line in enumerate(rows(contact(1))):
            sheet.write_row(row, 0, line)
        sheet.write_number(1, 5, 0.5, target.add_format({"num_format": 9}))

    [other] = read_all(book(minutes))
    assert [(found.rule, found.value) for found in other.findings] == [("getal_onleesbaar", "50%")]


def test_hidden_rows_and_sheets_are_read_and_told(read_all: ReadAll) -> None:
    def fill(_, sheet) -> None:
        for row, line in enumerate([*rows(contact(1), contact(2), contact(3))]):
            sheet.write_row(row, 0, line)
        sheet.set_row(2, None, None, {"hidden": True})

    def hidden(_, sheet) -> None:
        for row, line in enumerate(rows(contact(9))):
            sheet.write_row(row, 0, line)
        sheet.hide()

    first, second = read_all(book(fill, hidden))
    assert (first.rows_used, [(found.rule, found.count) for found in first.findings]) == (3, [("verborgen_rijen", 1)])
    assert (second.rows_used, rules(second)) == (1, ["verborgen_blad"])


def test_every_sheet_is_a_table_of_its_own(read_all: ReadAll) -> None:
    def chart(target, sheet) -> None:
        target.add_chartsheet("Grafiek")

    raw = book(
        [["Export jeugd"], ["Datum", "1-1-2025"], ["Leverancier", "Zorg BV"]],
        rows(contact(1)),
        chart,
        [PRACTICES, ["01000001", "Noord", "GM9901", 2024, 400]],
        [["kleur", "maat", "vorm"], ["rood", 3, "rond"]],
        names=["Voorblad", "Contacten", "Leeg", "Praktijken", "Iets anders"],
    )
    first, second, third = read_all(raw)
    assert [(item.file, item.kind, item.rows_used) for item in (first, second, third)] == [
        ("map.xlsx!Contacten", "ojg_contacten", 1),
        ("map.xlsx!Praktijken", "praktijken", 1),
        ("map.xlsx!Iets anders", None, 0),
    ]
    assert {(found.value, found.count) for found in first.findings if found.rule == "blad_overgeslagen"} == {
        ("Leeg", 1),
        ("Grafiek", 1),
        ("Voorblad", 3),
    }
    assert rules(third) == ["soort_onbekend"]


def test_an_unknown_narrow_sheet_alone_is_refused(read_all: ReadAll) -> None:
    assert refused(read_all(book([["kleur", "maat"], ["rood", 3]]))) == ["soort_onbekend"]


def test_a_sheet_with_bsns_stops_also_when_it_looks_like_a_cover(read_all: ReadAll) -> None:
    first, second = read_all(book(rows(contact(1)), [["naam", "bsn"], ["Jan", 111222333]]))
    assert (first.rows_used, rules(first), rules(second)) == (0, ["deel_geweigerd"], ["bsn"])
    assert "111222333" not in describe(first) + describe(second)


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (book([]), "geen_gegevensblad"),
        (contacts_book()[:-900], "beschadigd"),
        (packed_named({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": ""}), "beschadigd"),
        (changed(contacts_book(), SHEET, lambda xml: xml[:-300]), "beschadigd"),
        (packed_named({"xl/workbook.bin": b"x", "[Content_Types].xml": ""}), "excel_oud"),
        (packed_named({"word/document.xml": "<w/>", "[Content_Types].xml": ""}), "geen_tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"), "excel_oud"),
        (changed(contacts_book(), SHEET, lambda xml: xml.replace('r="A2"', "")), "lezen_mislukt"),
        (changed(contacts_book(), LINKS, lambda xml: xml.replace("sheet1.xml", "blad\udcff.xml")), "beschadigd"),
        (changed(contacts_book(), LINKS, lambda xml: xml.replace('Id="rId1"', 'Id="rId7"')), "beschadigd"),
        (changed(contacts_book(), SHEET, lambda xml: xml.replace('r="H3"', 'r="XFD1048576"')), "blad_te_groot"),
        (changed(ods(["a", "b"]), "content.xml", lambda xml: "<!DOCTYPE x>" + xml), "beschadigd"),
        (ods([ods_cell("1", table__number_columns_repeated="9999999")] * 9), "blad_te_groot"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",  # a zip holds the time at which it was made
)
def test_what_is_no_workbook_to_trust_is_refused_as_a_whole(read_all: ReadAll, raw: bytes, rule: str) -> None:
    assert refused(read_all(raw)) == [rule]


def test_a_workbook_with_only_a_chart_has_no_data(read_all: ReadAll) -> None:
    assert refused(read_all(book(lambda target, sheet: target.add_chartsheet("Grafiek")))) == ["geen_gegevensblad"]


def test_a_far_cell_without_content_is_no_problem(read_all: ReadAll) -> None:
    far = changed(
        contacts_book(), SHEET, lambda xml: xml.replace("</row></sheetData>", '<c r="XFD3" s="0"/></row></sheetData>')
    )
    assert [report.rows_used for report in read_all(far)] == [2]


def test_an_opendocument_sheet(read_all: ReadAll) -> None:
    share = {"office__value_type": "percentage", "office__value": "0.132"}
    number = {"office__value_type": "float", "office__value": "15"}
    error = {"office__value_type": "string", "office__string_value": "", "calcext__value_type": "error"}
    [report] = read_all(
        ods(
            ["Cijfers"],
            ["Regio's", "Perioden", "Jongeren met jeugdhulp in natura"],
            ["Nederland", ods_cell("2022*", table__number_rows_spanned="2"), ods_cell("13,2%", **share)],
            ["GM0014", "<table:covered-table-cell/>", ods_cell("15", **number)],
            ["GM0034", "2022*", ods_cell("#DEEL/0!", **error)],
            ["GM0037", "2022*", ods_cell("", table__formula="of:=1+1")],
        ),
        name="map.ods",
    )
    assert report.table.select(["gebiedscode", "jaar", "jeugdhulp_pct"]).to_pylist() == [
        {"gebiedscode": "NL00", "jaar": 2022, "jeugdhulp_pct": 13.2},
        {"gebiedscode": "GM0014", "jaar": 2022, "jeugdhulp_pct": 15.0},
    ]
    assert sorted((found.rule, report.place(found)) for found in report.findings if found.column) == [
        ("formule_fout", "Blad1!C5"),
        ("formule_fout", "Blad1!C6"),
    ]
    assert {"samengevoegd_gevuld", "formule_zonder_uitkomst"} <= set(rules(report))


def test_text_that_only_begins_like_a_zip_is_text(read: Read) -> None:
    assert read("PK;naam\n1;x\n").findings[0].rule == "soort_onbekend"


def test_cells_merged_in_the_margin_change_nothing_in_the_table(read_all: ReadAll) -> None:
    def fill(book_: Any, sheet: Any) -> None:
        for row, cells in enumerate(rows(contact(1), contact(2, afgerond="ja"), contact(3))):
            sheet.write_row(row, 2, cells)
        sheet.merge_range(1, 0, 3, 0, "")
        sheet.merge_range(1, 11, 3, 11, "")

    [report] = read_all(book(fill))
    assert report.table.column("afgerond").to_pylist() == [False, True, False]
    assert (report.rows_used, rules(report)) == (3, ["samengevoegd_gevuld"])
