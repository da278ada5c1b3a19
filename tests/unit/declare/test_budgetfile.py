"""Budgets: read strictly, of one gemeente, in order of their years."""

import pytest

from voorkant.declare.budgetfile import FILE, read_budgets
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

LINE = """[[begroting]]
gemeente = "GM9901"
jaar = 2025
taakveld = "6.2"
kant = "voorkant"
euro = 1000
bron = "Begroting"
"""


def written(folder, text) -> Home:
    (folder / FILE).write_text(text, encoding="utf-8")
    return Home(folder)


def test_a_gemeente_has_its_own_in_order(tmp_path):
    assert read_budgets(Home(tmp_path), "GM9901") == ()
    home = written(tmp_path, f"{LINE}\n{LINE.replace('2025', '2024')}\n{LINE.replace('GM9901', 'GM9902')}")
    assert [item.year for item in read_budgets(home, "GM9901")] == [2024, 2025]
    assert read_budgets(home, "GM9903") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("euro = 1000", "euro = 0", "boven de 0"), ("euro = 1000", "euro = 1000.5", "geheel getal"),
     ("2025", "1990", "tussen 2015"), ('"voorkant"', '"midden"', "toegestaan"), ('"6.2"', '""', "niet leeg"),
     ("Begroting", "Bel 06 12 34 56 78", "persoonsgegeven")],
)  # fmt: skip
def test_an_amount_that_cannot_be_shown_names_the_file(tmp_path, old, new, said):
    with pytest.raises(DataRefused, match=said):
        read_budgets(written(tmp_path, LINE.replace(old, new)), "GM9901")
