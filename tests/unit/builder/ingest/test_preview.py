"""The preview of a file: what failed stands there as in the file, and nothing of a person does."""

import re

import pytest

from voorkant.builder.ingest import preview as module
from voorkant.builder.ingest.preview import ROWS, Preview

from .books import book
from .conftest import Read, contact, contacts

NAME = "Şule de Boer-Łukasz"


def lines(preview: Preview) -> list[int]:
    return [row.line for row in preview.rows]


def marked(preview: Preview) -> list[tuple[int, str | None, str]]:
    return [
        (mark.line, None if mark.column is None else preview.headers[mark.column], mark.rule) for mark in preview.marks
    ]


def cell(preview: Preview, line: int, header: str) -> str:
    row = next(row for row in preview.rows if row.line == line)
    return row.cells[preview.headers.index(header)]


def test_a_clean_file_has_none(read: Read) -> None:
    assert read(contacts(contact(1), contact(2))).preview is None


def test_a_failing_cell_stands_between_its_neighbours(read: Read) -> None:
    text = contacts(*(contact(n, contactdatum="31-02-2024" if n == 4 else "2024-01-02") for n in range(1, 9)))
    found = read(text).preview
    assert lines(found) == [4, 5, 6]
    assert marked(found) == [(5, "contactdatum", "datum_onmogelijk")]
    assert cell(found, 5, "contactdatum") == "31-02-2024"
    assert found.marks[0].rule_text == "Deze datum bestaat niet."


def test_it_is_small_whatever_is_wrong_and_every_rule_has_a_row(read: Read) -> None:
    bad = [contact(n, contactdatum="gisteren", minuten="veel") for n in range(1, 400)]
    other = [contact(n, vervolg="raar") for n in range(400, 420)] + [contact(500) + ";x", "te;weinig"]
    found = read(contacts(*bad, *other)).preview
    assert len(found.rows) == ROWS
    met = {mark.rule for mark in found.marks}
    assert met == {"datum_onleesbaar", "getal_onleesbaar", "waarde_onbekend", "te_veel_velden", "te_weinig_velden"}
    assert {mark.line for mark in found.marks if mark.rule == "datum_onleesbaar"} >= {2, 3, 4}


def test_personal_and_unknown_columns_and_loose_records_are_patterns(read: Read) -> None:
    head = "contact_id;client_id;contactdatum;praktijk_agb;geboortejaar;notitie"
    text = contacts(f"K1;{NAME};gisteren;01000001;2014;{NAME} belde", f"{NAME};x", head=head)
    found = read(text).preview
    assert cell(found, 2, "client_id") == "Aaaa aa Aaaa-Aaaaaa"
    assert cell(found, 2, "notitie") == "Aaaa aa Aaaa-Aaaaaa aaaaa"
    assert cell(found, 2, "praktijk_agb") == "01000001"
    (loose,) = [row for row in found.rows if row.whole]
    assert (loose.line, loose.cells) == (3, ("Aaaa aa Aaaa-Aaaaaa | a",))
    assert not re.search(r"Şule|Boer|ukasz|2014", str(found))


def test_a_cell_of_a_person_in_an_open_column_is_a_pattern(read: Read) -> None:
    head = "contact_id;contactdatum;praktijk_agb;hulpvraag"
    rows = [f"K{n};2024-01-0{n};01000001;angst" for n in range(1, 9)]
    found = read(contacts(*rows, "K9;2024-01-09;01000001;06-12345678", head=head)).preview
    assert {mark.rule for mark in found.marks if mark.line == 10} >= {"persoonsgegeven"}
    assert cell(found, 10, "hulpvraag") == "99-99999999"
    assert cell(found, 9, "hulpvraag") == "angst"


def test_a_line_that_breaks_its_quotes_is_shown_as_a_pattern(read: Read) -> None:
    found = read(contacts(contact(1), 'K2;"Jan" Jansen";2024;;;;;', contact(3))).preview
    (loose,) = [row for row in found.rows if row.whole]
    assert marked(found) == [(3, None, "aanhalingsteken")]
    assert loose.cells[0].startswith('A9;"Aaa" Aaaaaa";9999')


def test_a_rule_about_the_row_marks_the_row(read: Read) -> None:
    head = "verwijzing_id;gemeentecode"
    found = read(contacts("V1;GM9901;", head=head + ";ingangsdatum")).preview
    assert (2, None, "verplicht_leeg") in marked(found)


def test_wide_files_keep_the_columns_that_failed(read: Read) -> None:
    wide = ";".join(f"k{n}" for n in range(60))
    text = f"contact_id;{wide};praktijk_agb;contactdatum\nK1;{';' * 59};01000001;gisteren\n"
    found = read(text).preview
    assert len(found.headers) == module.COLUMNS
    assert found.headers[-1] == "contactdatum"
    assert marked(found) == [(2, "contactdatum", "datum_onleesbaar")]


def test_long_cells_are_cut_and_stay_on_one_line(read: Read) -> None:
    found = read(contacts(contact(1, vervolg='"' + "x\n" * 90 + '"'))).preview
    assert len(cell(found, 2, "vervolg")) == module.SIGNS
    assert cell(found, 2, "vervolg").endswith("…")


def test_a_skipped_row_is_no_failing_row(read: Read) -> None:
    found = read(contacts(contact(1, contactdatum="gisteren"), contact(2), "Totaal;;;;;;;")).preview
    assert {mark.line for mark in found.marks} == {2}


def test_a_file_that_is_refused_as_a_whole_shows_nothing(read: Read) -> None:
    numbers = [f"{number};2024-01-01" for number in ("111222333", "123456782") * 15]
    assert read(contacts(*numbers, head="client_bsn;contactdatum")).preview is None


@pytest.mark.parametrize("many", [module._MANY + 1, 3])
def test_a_fault_in_every_row_costs_no_more_rows(read: Read, many: int) -> None:
    found = read(contacts(*(contact(n, vervolg="raar") for n in range(many)))).preview
    assert lines(found)[:3] == [2, 3, 4]
    assert len(found.rows) <= ROWS
    assert cell(found, 2, "vervolg") == "raar"


def test_a_sheet_has_the_line_of_the_sheet(read: Read) -> None:
    rows = [["contact_id", "contactdatum", "praktijk_agb"], ["K1", "gisteren", "01000001"]]
    report = read(book(rows, names=["Mei"]), name="mei.xlsx")
    assert marked(report.preview) == [(2, "contactdatum", "datum_onleesbaar")]
    assert report.place(report.findings[0]) == "Mei!B2"
