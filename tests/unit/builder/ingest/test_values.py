"""Every notation of data: what it means, or which rule it breaks."""

from datetime import date

import pytest

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.outcome import Fault, Mended
from voorkant.builder.ingest.values import reader_of
from voorkant.declare.source import Column

AREAS = AreaNames({"GM9901": "Voorbeeldstad"})


def outcome(kind: str, text: str, *others: str, **column: object) -> object:
    """What a text becomes in a column that holds the others too; of a Fault or Mended value also the rule."""
    read, _ = reader_of(Column("x", kind, **column), [text, *others], areas=AREAS)  # type: ignore[arg-type]
    found = read(text)
    if isinstance(found, Fault):
        return found.rule
    return (found.value, found.rule) if isinstance(found, Mended) else found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-1-2025", date(2025, 1, 1)),
        ("01-02-2025", date(2025, 2, 1)),
        ("31/12/2024", date(2024, 12, 31)),
        ("31.12.2024", date(2024, 12, 31)),
        ("2025-01-31", date(2025, 1, 31)),
        ("2025/01/31", date(2025, 1, 31)),
        ("20250131", date(2025, 1, 31)),
        ("2025-01-31 00:00:00", date(2025, 1, 31)),
        ("2025-01-31T14:05:00", (date(2025, 1, 31), "tijd_weggelaten")),
        ("1 januari 2025", date(2025, 1, 1)),
        ("3 mrt 2025", date(2025, 3, 3)),
        ("15-mei-2025", date(2025, 5, 15)),
        ("", None),
        (" - ", None),
        ("n.v.t.", None),
        ("#N/B", None),
        ("Onbekend", None),
        ("31-6-2027", "datum_onmogelijk"),
        ("2023-02-29", "datum_onmogelijk"),
        ("20250100", "datum_periode"),
        ("1-1-23", "datum_jaar_kort"),
        ("23-01-05", "datum_jaar_kort"),
        ("0203-01-05", "datum_jaar_kort"),
        ("0023-01-05", "datum_jaar_kort"),
        ("1-1-1989", "datum_buiten_bereik"),
        ("1-1-2101", "datum_buiten_bereik"),
        ("2023 Q1", "datum_periode"),
        ("2022JJ00", "datum_periode"),
        ("jan-23", "datum_periode"),
        ("2023/2024", "datum_periode"),
        ("45658", date(2025, 1, 1)),
        ("gisteren", "datum_onleesbaar"),
        ("12.75", "datum_onleesbaar"),
    ],
)
def test_dates(text: str, expected: object) -> None:
    assert outcome("date", text) == expected


def test_the_column_decides_the_order_of_day_and_month() -> None:
    assert outcome("date", "3/4/2024", "12/31/2024") == date(2024, 3, 4)
    assert outcome("date", "3/4/2024", "31/12/2024") == date(2024, 4, 3)
    assert outcome("date", "12/31/2024", "31/12/2024") == "datum_onmogelijk"
    assert outcome("date", "3/4/2024") == date(2024, 4, 3)


def test_a_serial_number_among_dates_is_no_date() -> None:
    assert outcome("date", "45658", "1-1-2025") == "datum_onleesbaar"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022", 2022),
        ("2022*", 2022),
        ("2022JJ00", 2022),
        ("2022.0", 2022),
        ("22", "datum_jaar_kort"),
        ("0023", "datum_jaar_kort"),
        ("1850", "datum_buiten_bereik"),
        ("2022 Q1", "jaar_onleesbaar"),
    ],
)
def test_years(text: str, expected: object) -> None:
    assert outcome("year", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023 Q1", "2023-Q1"),
        ("2023-K1", "2023-Q1"),
        ("2023KW01", "2023-Q1"),
        ("1e kwartaal 2023", "2023-Q1"),
        ("1e halfjaar 2023", "2023-H1"),
        ("2023-H2", "2023-H2"),
        ("2022JJ00", "2022"),
        ("2022*", "2022"),
        ("2023MM07", "2023-07"),
        ("2023-07", "2023-07"),
        ("202307", "2023-07"),
        ("juli 2023", "2023-07"),
        ("2023/2024", "2023/2024"),
        ("2023-2024", "2023/2024"),
        ("2023/24", "2023/2024"),
        ("schooljaar 2023-2024", "2023/2024"),
        ("2023/2025", "periode_onleesbaar"),
        ("jan-23", "periode_onleesbaar"),
        ("2023 Q5", "periode_onleesbaar"),
    ],
)
def test_periods(text: str, expected: object) -> None:
    assert outcome("period", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13", 13.0),
        ("13,2", 13.2),
        ("13.2", 13.2),
        ("€ 1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1 234,56", 1234.56),
        ("1.234.567", 1234567.0),
        ("-12,5", -12.5),
        ("12,5-", -12.5),
        ("€ 12,-", 12.0),
        (",5", 0.5),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        (",", None),
        (".", None),
        ("1,234", "getal_dubbelzinnig"),
        ("1.234", "getal_dubbelzinnig"),
        ("1,23E+07", "wetenschappelijk"),
        ("1e2", "wetenschappelijk"),
        ("<5", "getal_afgeschermd"),
        ("< 10", "getal_afgeschermd"),
        ("1_000", "getal_onleesbaar"),
        ("12a", "getal_onleesbaar"),
        ("0123", "getal_voorloopnul"),
        ("1,2,3", "getal_onleesbaar"),
        ("1.2345.678", "getal_onleesbaar"),
    ],
)
def test_decimals(text: str, expected: object) -> None:
    assert outcome("decimal", text) == expected


def test_the_column_proves_what_a_comma_means() -> None:
    assert outcome("decimal", "1,234", "12,5") == 1.234
    assert outcome("decimal", "1,234", "12.5") == 1234.0
    assert outcome("decimal", "1.234", "12,5") == 1234.0
    assert outcome("decimal", "1.234", "12.5") == 1.234
    assert outcome("decimal", "1,234", "12,5", "12.5") == "getal_dubbelzinnig"
    assert outcome("integer", "1.234", "1.234.567") == 1234


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("344.0", 344),
        ("12.75", "getal_niet_heel"),
        ("0123", "getal_voorloopnul"),
        ("0", 0),
        ("-1", "buiten_bereik"),
        ("t", "getal_onleesbaar"),
    ],
)
def test_integers(text: str, expected: object) -> None:
    assert outcome("integer", text, minimum=0) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("gemeente", "GM0344", "GM0344"),
        ("gemeente", " gm0344 ", "GM0344"),
        ("gemeente", "0344", "GM0344"),
        ("gemeente", "14", ("GM0014", "voorloopnul_hersteld")),
        ("gemeente", "344.0", ("GM0344", "code_als_getal")),
        ("gemeente", "Groningen", "GM0014"),
        ("gemeente", "Voorbeeldstad", "GM9901"),
        ("gemeente", "1,23E+07", "wetenschappelijk"),
        ("wijk", "WK036300", "WK036300"),
        ("wijk", "wk0363mb", "WK0363MB"),
        ("wijk", "036300", "WK036300"),
        ("wijk", "36300", ("WK036300", "voorloopnul_hersteld")),
        ("wijk", "Centrum", "code_onleesbaar"),
        ("gebied", "NL00      ", "NL00"),
        ("gebied", "NL01", "NL00"),
        ("gebied", "Nederland", "NL00"),
        ("gebied", "RG01", "RG01"),
        ("gebied", "'s-Gravenhage (gemeente)", "GM0518"),
        ("gebied", "Bergen (L.)", "GM0893"),
        ("gebied", "Bergen (NH.)", "GM0373"),
        ("gebied", "Bergen", "gebied_dubbelzinnig"),
        ("gebied", "Groningen (PV)", "gebied_onbekend"),
        ("gebied", "Hengelo", "GM0164"),
        ("gebied", "SÃºdwest-FryslÃ¢n", ("GM1900", "mojibake")),
        ("gebied", "Voorne aan Zee", "GM1992"),
        ("gebied", "Beemster", "GM0370"),
        ("gebied", "Gronnigen", "gebied_onbekend"),
        ("agb", "01000001", "01000001"),
        ("agb", "1000001", ("01000001", "voorloopnul_hersteld")),
        ("agb", "1000001.0", ("01000001", "code_als_getal")),
        ("agb", "123", "code_onleesbaar"),
        ("brin", "12ab00", "12AB00"),
        ("brin", "12AB", "12AB"),
        ("brin", "1AB200", "code_onleesbaar"),
        ("location", "01000001", "01000001"),
        ("location", "12AB00", "12AB00"),
        ("location", "WK036300", "WK036300"),
        ("location", "GM0363", "GM0363"),
        ("location", "Totaal", "gebied_onbekend"),
        ("postcode4", "9711", "9711"),
        ("postcode4", "9711 AB", "postcode6"),
        ("birthyear", "2012", 2012),
        ("birthyear", "1-2-2012", "geboortedatum"),
        ("birthyear", "12", "jaar_onleesbaar"),
        ("yesno", "Ja", True),
        ("yesno", "0", False),
        ("yesno", "misschien", "waarde_onbekend"),
        ("star", "2022*", True),
        ("star", "2022", False),
        ("code", "54001", "54001"),
        ("code", "01", "01"),
        ("code", "54.0", ("54", "code_als_getal")),
        ("list", "angst | gezin|", ["angst", "gezin"]),
        ("list", "nvt", None),
        ("text", " De Linde ", "De Linde"),
    ],
)
def test_codes(kind: str, text: str, expected: object) -> None:
    assert outcome(kind, text) == expected


LISTED = (("02", ("2", "huisarts")), ("onbekend", ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("02", "02"),
        ("2", "02"),
        ("Huisarts", "02"),
        ("2.0", ("02", "code_als_getal")),
        ("onbekend", "onbekend"),
        ("", None),
        ("99", None),
        ("77", "waarde_onbekend"),
    ],
)
def test_listed_codes(text: str, expected: object) -> None:
    assert outcome("code", text, values=LISTED, missing=("99",)) == expected


def test_a_hint_names_the_nearest_area() -> None:
    fault = AREAS.find("Gronnigen")
    assert isinstance(fault, Fault)
    assert "Groningen" in fault.suggestion
