"""Yearly counts of the small programmes: what is nothing, and what is not known."""

from dataclasses import replace

from tests.unit.report.made import PUBLICATION
from voorkant.report.peryear import Counted, Yearly, by_measure, by_period


def counted(name: str = "Lindeveen", period: str = "2024", value: float | None = 1.0, reason: str = "") -> Counted:
    return Counted(name.upper(), name, "contacten", "Contacten", period, 5, 8, value, reason)


def yearly(found: list[Counted], unit: str = "wijk") -> Yearly:
    return Yearly(found, "Steungezinnen", unit, "Lindeveen", "contacten", PUBLICATION)


def test_a_rate_of_nothing_is_a_zero_and_an_unknown_one_a_dash() -> None:
    nothing = replace(counted(value=0.0), numerator_low=0, numerator_high=0)
    assert by_measure(yearly([nothing])).lines == (("Lindeveen", "0", "0"),)
    assert by_measure(yearly([replace(nothing, value=None)])).lines == (("Lindeveen", "0", "–"),)


def test_a_school_has_a_column_per_school_year() -> None:
    found = [
        counted("De Brug", "2022/2023"), counted("De Brug", "2023/2024"),
        counted("Oost", "2022/2023", reason="nvt"), counted("Oost", "2023/2024"),
    ]  # fmt: skip
    told = by_period(yearly(found, "school"))
    assert told.headers == ("School", "Schooljaar 2022/2023", "Schooljaar 2023/2024")
    assert told.lines == (("De Brug", "5 tot 8", "5 tot 8"), ("Oost", "–", "5 tot 8"))
    assert told.title == "Contacten per school en schooljaar"


def test_two_places_with_one_name_are_two() -> None:
    one, other = counted("De Brug"), replace(counted("De Brug"), code="02BB", numerator_low=20, numerator_high=22)
    assert by_measure(yearly([one, other])).lines == (("De Brug", "5 tot 8", "1,0"), ("De Brug", "20 tot 22", "1,0"))
    assert by_period(yearly([one, other], "school")).lines == (("De Brug", "5 tot 8"), ("De Brug", "20 tot 22"))
