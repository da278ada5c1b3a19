"""The kinds for other programmes, money, experiences, counted figures and kernen, as suppliers send them."""

from datetime import date

import pytest

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.outcome import Fault
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.values import reader_of
from voorkant.declare.settings import read_settings
from voorkant.declare.source import Column, in_cents

from .conftest import SOURCES, Read, rules

CLAIMS = "Declaratienummer;Toewijzingsnummer;Begindatum;Einddatum;Categorie;Prestatiecode;Volume;Eenheid;Bedrag;D/C"
SCORES = "Programma;Invuldatum;Vraag;Schaal van;Schaal tot;Score;Ingevuld door"


def claim(number: int, amount: str, *, volume: str = "1", code: str = "54001", mark: str = "D") -> str:
    return f"D{number};T{number};1-1-2024;31-1-2024;54;{code};{volume};uur;{amount};{mark}"


def test_contacts_of_any_programme_under_the_names_of_a_supplier(read: Read) -> None:
    report = read(
        "Contactnummer;Programma;Clientnr;Gezinsnummer;Datum contact;Plek;Woongemeente;Leeftijd;Begindatum;Einddatum;"
        "Reden afsluiting;Doelrealisatie;Deelnemers;Afgesloten\n"
        "C1;Steungezinnen;K1;G1;3-2-2024;Oude Veen;GM9901;7;1-1-2024;3-2-2024;klaar;gedeeltelijk;4;ja\n"
        "C2;steungezinnen;K2;G1;4-2-2024;1000001;GM9901;9;1-3-2024;1-2-2024;;;;nee\n"
        "C3;steungezinnen;K3;G2;5-2-2024;123456789;GM9901;9;;;;misschien;;nee\n"
    )
    assert (report.kind, report.rows_used, report.rows_refused) == ("preventie_contacten", 2, 1)
    row = report.table.to_pylist()[0]
    assert {name: row[name] for name in ("voorziening", "gezin_id", "contactdatum", "locatie", "doel")} == {
        "voorziening": "Steungezinnen",
        "gezin_id": "G1",
        "contactdatum": date(2024, 2, 3),
        "locatie": "Oude Veen",
        "doel": "deels",
    }
    assert (row["startdatum"], row["einddatum"], row["aantal_betrokkenen"]) == (date(2024, 1, 1), date(2024, 2, 3), 4)
    assert sorted(rules(report)) == ["code_onleesbaar", "eind_voor_begin", "voorloopnul_hersteld", "waarde_onbekend"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01000001", "01000001"),
        ("12ab00", "12AB00"),
        ("wk990101", "WK990101"),
        ("Oude Veen", "Oude Veen"),
        ("Groningen", "Groningen"),
        ("14", "GM0014"),
        ("12345678901", "code_onleesbaar"),
    ],
)
def test_a_place_is_a_code_or_the_name_of_a_kern(text: str, expected: str) -> None:
    outcome = reader_of(Column("locatie", "place"), [text], areas=AreaNames())[0](text)
    value = getattr(outcome, "value", outcome)
    assert (value.rule if isinstance(value, Fault) else value) == expected


def test_claims_in_euros(read: Read) -> None:
    report = read(
        "\n".join([CLAIMS, claim(1, "€ 1.234,56"), claim(2, "75,60", mark="C"), claim(3, "1,234", mark="?"), ""])
    )
    assert (report.kind, report.rows_used) == ("declaraties", 3)
    assert report.table["bedrag"].to_pylist() == [1234.56, 75.6, 1.234]
    assert report.table["debet_credit"].to_pylist() == ["D", "C", None]
    assert report.table["eenheid"].to_pylist() == ["04", "04", "04"]


def test_claims_in_eurocents(tmp_path) -> None:
    path = tmp_path / "declaraties.csv"
    path.write_text("\n".join([CLAIMS, claim(1, "123456"), claim(2, "7560"), claim(3, "75,60"), ""]), encoding="utf-8")
    report = read_file(path, in_cents(SOURCES, {"declaraties"}))
    assert report.table["bedrag"].to_pylist() == [1234.56, 75.6]
    assert [(found.rule, found.value) for found in report.findings] == [("getal_niet_heel", "75,60")]


def test_an_amount_100_times_off_its_product_is_a_warning(read: Read) -> None:
    usual = [claim(n, f"{70 + n},50") for n in range(8)]
    other = [claim(10 + n, f"{7000 + n}", code="54004") for n in range(8)]
    far = [claim(30, "7450"), claim(31, "0,75"), claim(32, "1490", volume="20"), claim(33, "7450", code="99999")]
    report = read("\n".join([CLAIMS, *usual, *other, *far, ""]))
    assert report.rows_used == 20
    assert {(found.rule, found.severity, found.column, found.value) for found in report.findings} == {
        ("bedrag_100_keer", "waarschuwing", "Bedrag", "7450"),
        ("bedrag_100_keer", "waarschuwing", "Bedrag", "0,75"),
    }


def test_scores_stand_within_their_scale(read: Read) -> None:
    report = read(
        "\n".join(
            [
                SCORES,
                "ojg;1-2-2024;Voelde je je gehoord?;1;5;4;jongere",
                "ojg;1-2-2024;Voelde je je gehoord?;1;5;4;jongere",
                "ojg;1-2-2024;Voelde je je gehoord?;1;5;6;ouder/verzorger",
                "ojg;1-2-2024;Voelde je je gehoord?;1;5;0;buurman",
                "ojg;1-2-2024;Welk cijfer geef je?;;;8,5;",
                "ojg;;Welk cijfer geef je?;;;8;",
                "",
            ]
        )
    )
    assert (report.kind, report.rows_used) == ("ervaringen", 3)
    assert report.table["score"].to_pylist() == [4, 4, 8.5]
    assert sorted(rules(report)) == ["buiten_schaal", "buiten_schaal", "verplicht_leeg", "waarde_onbekend"]
    assert {row["rule"] for row in report.refused_rows.to_pylist()} == {"buiten_schaal", "verplicht_leeg"}


def test_figures_that_arrive_counted(read: Read) -> None:
    report = read(
        "Indicator;Gemeente;Kwartaal;Aantal;Noemer\n"
        "bereik;Groningen;2023 Q1;12;1500\nbereik;Groningen;2023 Q2;<5;1500\n"
        "bereik;Groningen;2023 Q3;;1500\nbereik;Totaal;2023 Q1;12;1500\n"
    )
    assert (report.kind, report.rows_used, dict(report.skipped)) == ("aggregaten", 1, {"totaal": 1})
    assert report.table.drop(["line"]).to_pylist() == [
        {"indicator": "bereik", "gebiedscode": "GM0014", "periode": "2023-Q1", "teller": 12.0, "noemer": 1500.0}
    ]
    assert set(rules(report)) == {"getal_afgeschermd", "verplicht_leeg"}


def test_kernen_and_their_wijk(read: Read) -> None:
    report = read("Kern;Dorp;Wijkcode\nK01;Oude Veen;WK990101\nK02;Nieuwe Veen;WK990101\nK01;Oude Veen;WK990102\n")
    assert (report.kind, report.rows_used) == ("kernen", 1)
    assert report.table["naam"].to_pylist() == ["Nieuwe Veen"]
    assert rules(report) == ["dubbele_sleutel"]


def test_eurocents_are_a_setting_of_the_source(tmp_path) -> None:
    path = tmp_path / "voorkant.toml"
    path.write_text("[bronnen.declaraties]\neurocenten = true\n", encoding="utf-8")
    sources = in_cents(SOURCES, read_settings(path).cents)
    assert [column.name for column in sources["declaraties"].columns if column.cents] == ["tarief", "bedrag"]
    assert sources["ojg_contacten"] == SOURCES["ojg_contacten"]
