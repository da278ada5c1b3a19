"""Records: what a reader could lose or change without a word is here a row, a skip or a refusal."""

import csv
import io
from datetime import date

import pytest

from .conftest import HEAD, Read, contact, contacts, rules


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters(read: Read, delimiter: str) -> None:
    report = read(contacts(contact(1), contact(2)).replace(";", delimiter))
    assert (report.rows_used, report.dialect.delimiter) == (2, delimiter)


def test_titles_blank_lines_and_footers_are_skipped_with_their_reason(read: Read) -> None:
    text = f"Export OJG;;\n\n{contacts(contact(1), '', contact(2), ';;;;;;;', 'Bron: registratie', 'Totaal;;')}\n\n"
    report = read(text)
    assert (report.rows_in, report.rows_used, report.rows_refused) == (10, 2, 0)
    assert dict(report.skipped) == {"titel boven de kop": 1, "lege regel": 5, "voetregel": 1, "totaal": 1}
    assert report.table.column("line").to_pylist() == [4, 6]


def test_ragged_rows_are_refused_alone(read: Read) -> None:
    report = read(contacts(contact(1), contact(2) + ";extra", "K3;C3", contact(4)))
    assert report.table.column("contact_id").to_pylist() == ["K1", "K4"]
    assert report.refused_rows.select(["line", "rule", "column"]).to_pylist() == [
        {"line": 3, "rule": "te_veel_velden", "column": None},
        {"line": 4, "rule": "te_weinig_velden", "column": None},
    ]


def test_rows_with_another_delimiter_than_the_header_say_so(read: Read) -> None:
    head, *lines = contacts(contact(1), contact(2)).splitlines()
    report = read("\n".join([head.replace(";", ","), *lines, ""]))
    assert (report.rows_used, rules(report)) == (0, ["ander_teken"])
    assert "scheidingsteken" in report.findings[0].suggestion


def test_a_row_of_groups_above_the_names_is_no_header(read: Read) -> None:
    """Each of its words is the name of a column too."""
    groups = "contact;contact;datum;praktijk;gemeente;contact;contact;contact"
    report = read(f"{groups}\n{contacts(contact(1), contact(2))}")
    assert (report.rows_in, report.rows_used, dict(report.skipped)) == (3, 2, {"titel boven de kop": 1})


def test_empty_fields_beyond_the_last_column_lose_nothing(read: Read) -> None:
    report = read(contacts(contact(1), contact(2) + ";;", contact(3)))
    assert report.table.column("contact_id").to_pylist() == ["K1", "K2", "K3"]
    assert rules(report) == ["lege_extra_velden"]


def test_a_width_that_grows_does_not_make_the_header_a_preamble(read: Read) -> None:
    lines = [contact(n) for n in range(100)] + [contact(n) + ";x" for n in range(100, 130)]
    report = read(contacts(*lines))
    assert (report.rows_in, report.rows_used, report.rows_refused) == (130, 100, 30)


def test_an_open_quote_costs_one_line(read: Read) -> None:
    lines = [contact(n) for n in range(1000)]
    lines[500] = contact(500, vervolg='"overig')
    report = read(contacts(*lines))
    assert (report.rows_in, report.rows_used, report.rows_refused) == (1000, 999, 1)
    assert report.refused_rows.select(["line", "rule", "column"]).to_pylist() == [
        {"line": 502, "rule": "aanhalingsteken", "column": None}
    ]


def test_text_after_a_quote_costs_only_its_own_lines(read: Read) -> None:
    lines = [contact(n) if n % 50 else contact(n, vervolg='"over" ig') for n in range(1000)]
    report = read(contacts(*lines))
    assert (report.rows_used, report.rows_refused) == (980, 20)


def test_quotes_in_order(read: Read) -> None:
    names = ['"De ""Linde"""', '"a;b"', '"twee\nregels"', '""', 'Praktijk "De Els"']
    lines = [f"0100000{n};{name};2024;{100 + n}" for n, name in enumerate(names)]
    report = read("praktijk_agb;naam;jaar;ingeschreven_0_17\n" + "\n".join(lines[:4]) + "\n")
    assert report.table.column("naam").to_pylist() == ['De "Linde"', "a;b", "twee\nregels", None]
    assert report.table.column("line").to_pylist() == [2, 3, 4, 6]
    unquoted = read("praktijk_agb;naam;jaar;ingeschreven_0_17\n" + "\n".join([lines[0], lines[4]]) + "\n")
    assert unquoted.table.column("naam").to_pylist() == ['De "Linde"', 'Praktijk "De Els"']


def test_a_quoted_header_with_signs(read: Read) -> None:
    head = '"Contact ID ";"Client-nr.";"Datum (contact)";"AGB praktijk";"Gemeente";"Duur/minuten";"Vervolg";"Afgerond?"'
    report = read(contacts(contact(1), head=head.replace("Duur/minuten", "Minuten")))
    assert report.kind == "ojg_contacten"
    assert report.columns["Client-nr."] == "client_id"


def test_no_header_takes_no_record_for_one(read: Read) -> None:
    report = read("\n".join(contact(n) for n in range(5)) + "\n")
    assert report.kind is None
    assert rules(report) == ["soort_onbekend"]
    assert (report.rows_used, report.rows_in) == (0, report.rows_refused)


def test_columns_in_another_order_are_found_by_name(read: Read) -> None:
    head = ";".join(reversed(HEAD.split(";")))
    report = read(contacts(";".join(reversed(contact(1).split(";"))), head=head))
    assert report.table.column("contact_id").to_pylist() == ["K1"]


def test_a_header_only_is_refused(read: Read) -> None:
    assert rules(read(contacts())) == ["geen_rijen"]


def test_a_delimiter_at_the_end_of_every_row(read: Read) -> None:
    report = read(contacts(*(contact(n) + ";" for n in range(5)), contact(5) + ";x", contact(6)))
    assert (report.rows_in, report.rows_used, report.rows_refused) == (7, 6, 1)
    assert set(rules(report)) == {"lege_extra_velden", "te_veel_velden"}
    assert report.refused_rows.column("line").to_pylist() == [7]


def test_blank_lines_before_anything_known(read: Read) -> None:
    report = read("\n" * 60 + "a;b\n")
    assert (report.rows_in, report.rows_refused, report.rows_skipped) == (60, 1, 59)


@pytest.mark.parametrize("broken", [False, True], ids=["in order", "one quote open"])
def test_a_file_of_many_blocks_is_read_as_a_strict_reader_does(read: Read, broken: bool) -> None:
    """Five megabytes: quotes, escaped quotes and newlines fall on the borders of chunks and blocks too."""
    names = ["De Linde", 'De ""Els""', "Beuk; en Berk", "x" * 97, "" if broken else "twee\nregels"]
    lines = [f'{10_000_000 + n};"{names[n % 5]}{"y" * (n % 13)}";2024;{n % 900}' for n in range(60_000)]
    if broken:
        lines[30_000] = '10030000;"open;2024;1'
    report = read("praktijk_agb;naam;jaar;ingeschreven_0_17\n" + "\n".join(lines) + "\n")
    kept = [line for n, line in enumerate(lines) if not broken or n != 30_000]
    expected = list(csv.reader(io.StringIO("\n".join(kept), newline=""), delimiter=";", strict=True))
    assert report.rows_refused == len(lines) - len(kept)
    assert report.table["praktijk_agb"].to_pylist() == [row[0] for row in expected]
    assert report.table["naam"].to_pylist() == [row[1] or None for row in expected]


def test_ids_keep_their_place_over_many_blocks(read: Read) -> None:
    lines = [contact(n, contactdatum=f"{1 + n % 28}-3-{1995 + n // 4000}") for n in range(100_000)]
    lines[50_000] += ";;"
    report = read(contacts(*lines))
    assert report.rows_used == 100_000
    assert report.table["contact_id"].to_pylist() == [f"K{n}" for n in range(100_000)]
    assert report.table["line"].to_pylist() == list(range(2, 100_002))
    assert report.table["contactdatum"][77_777].as_py() == date(1995 + 77_777 // 4000, 3, 1 + 77_777 % 28)


def test_a_field_beyond_what_a_strict_reader_takes_is_no_header(read: Read) -> None:
    assert rules(read('"' + "x" * 200_000 + '";b\n' + contacts(contact(1)))) == ["soort_onbekend"]


def test_two_rows_of_names_are_one_header(read: Read) -> None:
    head = "Contact;Client;Datum;Praktijk;;;Traject;\nid;nummer;contact;AGB;Gemeente;Minuten;Vervolg;Afgerond"
    report = read(contacts(contact(1), contact(2, contactdatum="gisteren"), head=head))
    assert (report.kind, report.rows_in, report.rows_used) == ("ojg_contacten", 2, 1)
    assert [
        name for name, column in report.columns.items() if column in {"contact_id", "client_id", "praktijk_agb"}
    ] == [
        "Contact id",
        "Client nummer",
        "Praktijk AGB",
    ]
    assert [(found.column, found.line) for found in report.findings] == [("Datum contact", 4)]


def test_names_in_the_upper_row_and_explanations_below(read: Read) -> None:
    lines = HEAD, "uniek;pseudoniem;dd-mm-jjjj;acht cijfers;GM en vier cijfers;geheel;lijst;ja of nee", contact(1)
    report = read("\n".join([*lines, ""]))
    assert (report.rows_used, report.rows_refused) == (1, 1)
    assert set(report.refused_rows.column("line").to_pylist()) == {2}


def test_a_row_of_data_with_a_known_word_is_no_header(read: Read) -> None:
    head = HEAD.replace("minuten", "kleur")
    report = read(contacts(contact(1, minuten="huisarts", contactdatum="mei"), contact(2), head=head))
    assert (report.rows_in, report.rows_used, report.rows_refused) == (2, 1, 1)
