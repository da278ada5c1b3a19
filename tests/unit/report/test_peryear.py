"""Yearly counts of the small programmes: what is nothing, what is not known, and from when a place counts."""

from dataclasses import replace

from voorkant.report.peryear import Counted, Yearly, by_measure, by_period
from voorkant.report.rows import Publication

ONE = Counted("Lindeveen", "contacten", "Contacten", "2024", 5, 8, 1.0, "")


def yearly(*found: Counted, unit: str = "wijk") -> Yearly:
    return Yearly(found, "Kinderwerk", unit, "Lindeveen", "Contacten", Publication("1", "intern", 5, 3))


def test_a_rate_of_nothing_is_a_zero_and_an_unknown_one_a_dash() -> None:
    nothing = replace(ONE, numerator_low=0, numerator_high=0, value=0.0)
    assert by_measure(yearly(nothing)).lines == (("Lindeveen", "0", "0"),)
    assert by_measure(yearly(replace(nothing, value=None))).lines == (("Lindeveen", "0", "–"),)


def test_a_school_has_a_column_per_school_year() -> None:
    school = replace(ONE, name="De Brug")
    found = [replace(school, period="2022/2023"), replace(school, period="2023/2024")]
    found += [
        replace(school, name="Oost", period="2022/2023", reason="nvt"),
        replace(school, name="Oost", period="2023/2024"),
    ]
    told = by_period(yearly(*found, unit="school"))
    assert told.headers == ("School", "Schooljaar 2022/2023", "Schooljaar 2023/2024")
    assert told.lines == (("De Brug", "5 tot 8", "5 tot 8"), ("Oost", "–", "5 tot 8"))
    assert told.title == "Contacten per school en schooljaar"
