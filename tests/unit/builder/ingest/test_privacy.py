"""What may never come in stops the file, and no message repeats it."""

import json
import random
from pathlib import Path

import pytest

from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.report import describe, report_json
from voorkant.domain.codes import is_bsn

from .books import book, packed_named
from .conftest import HEAD, SOURCES, Read, contact, contacts, rules

_RANDOM = random.Random(3)  # noqa: S311 - numbers for a test
BSNS = [number for number in map(str, _RANDOM.sample(range(10_000_000, 999_999_999), 3000)) if is_bsn(number)][:60]


@pytest.mark.parametrize("form", ["{}", " {} ", "{0:.3}.{0}", "{:0>9}"])
@pytest.mark.parametrize("place", ["client_id", "extra"])
def test_a_column_of_bsns_stops_the_file(read: Read, form: str, place: str) -> None:
    numbers = [form.format(bsn) if "." not in form else f"{bsn[:-6]}.{bsn[-6:-3]}.{bsn[-3:]}" for bsn in BSNS]
    if place == "extra":
        report = read(contacts(*(f"{contact(n)};{bsn}" for n, bsn in enumerate(numbers)), head=HEAD + ";kenmerk"))
    else:
        report = read(contacts(*(contact(n, client_id=bsn) for n, bsn in enumerate(numbers))))
    assert rules(report) == ["bsn"]
    assert report.table is None
    assert (report.rows_in, report.rows_refused) == (60, 60)
    told = describe(report) + json.dumps(report_json(report))
    assert "voorkant pseudonymise" in told
    assert not any(bsn in told for bsn in BSNS)


NOTATIONS = {
    "a float": "{}.0",
    "a Dutch float": "{},00",
    "quoted by a spreadsheet": "'{}",
    "as a formula": '"=""{}"""',
    "behind a hard space": "\u00a0{}",
}


@pytest.mark.parametrize("form", NOTATIONS.values(), ids=NOTATIONS)
def test_a_column_of_bsns_in_another_notation(read: Read, form: str) -> None:
    report = read(contacts(*(contact(n, client_id=form.format(bsn)) for n, bsn in enumerate(BSNS))))
    assert rules(report) == ["bsn"]
    assert not any(bsn in describe(report) for bsn in BSNS)


@pytest.mark.parametrize("signs", ["...", "   ", "---", "\u00a0\u00a0 ", ",, "])
@pytest.mark.parametrize("places", [(3, 6), (4, 6), (1, 4)])
def test_a_column_of_bsns_in_groups(read: Read, signs: str, places: tuple[int, int]) -> None:
    first, second = places
    parts = [f'"{bsn[:first]}{signs[0]}{bsn[first:second]}{signs[1]}{bsn[second:]}"' for bsn in BSNS]
    assert rules(read(contacts(*(contact(n, client_id=text) for n, text in enumerate(parts))))) == ["bsn"]


@pytest.mark.parametrize("mark", [",", "."])
def test_a_column_of_bsns_in_science(read: Read, mark: str) -> None:
    nine = [f"{bsn[0]}{mark}{bsn[1:]}E+{len(bsn) - 1:02d}" for bsn in BSNS]
    assert rules(read(contacts(*(contact(n, client_id=text) for n, text in enumerate(nine))))) == ["bsn"]


def test_a_column_of_bsns_that_lost_a_zero(read: Read) -> None:
    short = [number for number in map(str, range(10_000_000, 10_000_600)) if is_bsn(number)]
    assert rules(read(contacts(*(contact(n, client_id=text) for n, text in enumerate(short))))) == ["bsn"]


def test_days_and_amounts_are_no_bsns(read: Read) -> None:
    days = [f"{day:02d}-{month:02d}-2024" for month in range(1, 13) for day in range(1, 29)]
    lines = (contact(n, contactdatum=day, minuten=f"1.{n:03d}.100") for n, day in enumerate(days))
    assert read(contacts(*lines)).rows_used == len(days)


@pytest.mark.parametrize("bsn", [BSNS[0] + ".0", BSNS[0] + ",0", "123456782.0", "1,23456782E+08", "123-45-6782"])
@pytest.mark.parametrize("around", ["{}", "zie {} en verder", "BSN:{}"])
def test_no_notation_of_a_number_is_repeated(read: Read, bsn: str, around: str) -> None:
    report = read(contacts(contact(1), contact(2, vervolg=around.format(bsn))))
    assert bsn.partition(".")[0].partition(",0")[0] not in describe(report)


@pytest.mark.parametrize("value", ["0612345678", "bel 06-12345678", "NL91ABNA0417164300", "050-1234567"])
def test_no_telephone_or_account_number_is_repeated(read: Read, value: str) -> None:
    report = read(contacts(contact(1), contact(2, vervolg=value)))
    assert rules(report) == ["waarde_onbekend"]
    assert value not in describe(report)


def test_a_number_in_the_name_of_a_sheet_or_a_file_in_a_zip_is_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    sheet = book([["kleur", "maat"], ["rood", "3"]], names=["van 123456782"])
    path.write_bytes(packed_named({"123456782.csv": "kleur;maat\nrood;3\n", "b.xlsx": sheet}))
    assert [report.file for report in read_files(path, SOURCES)] == [
        "x.zip!999999999.aaa",
        "x.zip!b.xlsx!aaa 999999999",
    ]


def test_of_a_file_with_one_part_that_may_not_be_kept_nothing_is_used(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    bsn = contacts(*(contact(n, client_id=bsn) for n, bsn in enumerate(BSNS)))
    path.write_bytes(packed_named({"goed.csv": contacts(contact(1), ""), "bsn.csv": bsn}))
    fine, held = read_files(path, SOURCES)
    assert (rules(fine), rules(held)) == (["deel_geweigerd"], ["bsn"])
    assert fine.table is held.table is None
    assert (fine.rows_in, fine.rows_used, fine.rows_refused, fine.rows_skipped) == (2, 0, 1, 1)


def test_of_a_workbook_with_a_sheet_of_names_no_sheet_is_used(tmp_path: Path) -> None:
    path = tmp_path / "map.xlsx"
    named = [line.split(";") for line in (HEAD + ";achternaam", contact(2) + ";Jansen")]
    path.write_bytes(book([line.split(";") for line in (HEAD, contact(1))], named))
    assert [rules(report) for report in read_files(path, SOURCES)] == [["deel_geweigerd"], ["namen"]]


def test_a_telling_header_stops_on_few_numbers(read: Read) -> None:
    report = read(contacts(contact(1) + ";12345678", head=HEAD + ";BSN cliënt"))
    assert rules(report) == ["bsn"]


def test_random_numbers_are_no_bsns(read: Read) -> None:
    numbers = _RANDOM.sample(range(100_000_000, 999_999_999), 200)
    report = read(contacts(*(contact(n, client_id=str(number)) for n, number in enumerate(numbers))))
    assert report.rows_used == 200


def test_bsns_among_pseudonyms_stop_the_file(read: Read) -> None:
    lines = [contact(n) for n in range(500)] + [contact(1000 + n, client_id=bsn) for n, bsn in enumerate(BSNS)]
    assert rules(read(contacts(*lines))) == ["bsn"]


def test_bsns_after_a_dictionary_was_filled(read: Read) -> None:
    lines = [contact(n, vervolg="overig") for n in range(500)]
    lines += [contact(1000 + n, vervolg=bsn) for n, bsn in enumerate(BSNS)]
    assert rules(read(contacts(*lines))) == ["bsn"]


@pytest.mark.parametrize(
    "header", ["Achternaam", "voornaam", "naam_client", "Naam", "roepnaam", "voorletters", "naam kind"]
)
def test_names_of_persons_stop_the_file(read: Read, header: str) -> None:
    report = read(contacts(contact(1) + ";Jansen", head=f"{HEAD};{header}"))
    assert (rules(report), report.findings[0].column) == (["namen"], header)
    assert "Jansen" not in describe(report)


def test_an_empty_column_of_names_is_only_left_out(read: Read) -> None:
    report = read(contacts(contact(1) + ";", head=f"{HEAD};achternaam"))
    assert rules(report) == ["kolom_genegeerd"]


def test_the_name_of_a_practice_is_no_person(read: Read) -> None:
    report = read("praktijk_agb;naam;jaar;ingeschreven_0_17\n01000001;De Linde;2024;100\n")
    assert report.rows_used == 1


@pytest.mark.parametrize("header", ["adres", "telefoonnummer", "e-mail", "IBAN", "opmerkingen", "ICPC"])
def test_other_personal_columns_are_left_out_and_mentioned(read: Read, header: str) -> None:
    report = read(contacts(contact(1) + ";inhoud", head=f"{HEAD};{header}"))
    assert rules(report) == ["persoonskolom", "kolom_genegeerd"]
    assert report.rows_used == 1


@pytest.mark.parametrize("value", ["jan@voorbeeld.nl", "0612345678", "+31 6 12345678", "NL91ABNA0417164300"])
def test_contact_details_in_an_id(read: Read, value: str) -> None:
    one = read(contacts(contact(1), contact(2, client_id=value), *(contact(n) for n in range(3, 9))))
    assert (one.rows_refused, rules(one)) == (1, ["persoonsgegeven"])
    assert value not in describe(one)
    every = read(
        contacts(*(contact(n, client_id=f"{value[:-1]}{n}" if "@" not in value else f"{n}{value}") for n in range(9)))
    )
    assert rules(every) == ["contactgegevens"]


def test_a_diagnosis_among_the_questions_for_help(read: Read) -> None:
    head = HEAD.replace("minuten", "hulpvraag")
    report = read(contacts(contact(1, minuten="angst|P76"), contact(2, minuten="angst|gezin"), head=head))
    assert rules(report) == ["persoonsgegeven"]
    assert report.table.column("hulpvraag").to_pylist() == [["angst", "gezin"]]


def test_values_of_personal_columns_are_shown_as_patterns(read: Read) -> None:
    head = HEAD.replace("minuten", "geboortejaar")
    report = read(contacts(contact(1, minuten="12-03-2010"), head=head))
    found = report.findings[0]
    assert (found.rule, found.value) == ("geboortedatum", "99-99-9999")
    assert report.table.column("geboortejaar").to_pylist() == [None]


@pytest.mark.parametrize("value", [BSNS[-1], "123.456.782", "mail jan@voorbeeld.nl"])
def test_a_number_or_address_of_a_person_is_never_shown(read: Read, value: str) -> None:
    report = read(contacts(contact(1), contact(2, vervolg=value)))
    assert rules(report) == ["waarde_onbekend"]
    assert value not in describe(report)
