"""Budgets of both sides a year, as words and a picture."""

from voorkant.declare.budgetfile import Budget
from voorkant.report.budget import told, years
from voorkant.text import budgets as words


def budget(year, side, euro) -> Budget:
    return Budget("GM9901", year, f"taak {side}", side, euro, f"Begroting {year}")


FOUND = [budget(2024, "achterkant", 7_000_000), budget(2025, "voorkant", 1_000_000),
         budget(2025, "voorkant", 500_000), budget(2025, "achterkant", 7_800_000)]  # fmt: skip


def test_amounts_of_a_side_add_up_and_a_missing_side_is_no_zero():
    assert [(year.year, year.front, year.back) for year in years(FOUND)] == [
        (2024, 0, 7_000_000), (2025, 1_500_000, 7_800_000),
    ]  # fmt: skip
    picture = told(FOUND, "Aldermeer")
    assert picture.lines == (
        ("2024", "niet opgegeven", "€\u00a07,0 miljoen", "–"),
        ("2025", "€\u00a01,5 miljoen", "€\u00a07,8 miljoen", "1 : 5,2"),
    )
    assert picture.sentence.startswith("In 2025 is €\u00a01,5 miljoen begroot voor de voorkant en €\u00a07,8 miljoen")
    assert picture.sentence.endswith("zegt niet of het een door het ander komt.")
    assert picture.title.rstrip("?") in picture.alt
    assert picture.sentence in picture.alt
    assert picture.source == "Begroting 2024; Begroting 2025"


def test_one_side_alone_is_said_to_be_alone():
    assert "alleen van de achterkant opgegeven" in told(FOUND[:1], "Aldermeer").sentence
    assert (words.euro(900), words.euro(340_000)) == ("€\u00a0900", "€\u00a0340 duizend")
