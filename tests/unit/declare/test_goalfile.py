"""Goals: read strictly, and the one that is ahead."""

import pytest

from voorkant.declare.goalfile import FILE, Goal, ahead, read_goals
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

GOAL = '[[doel]]\nindicator = "dekking"\ngebied = "GM9901"\nwaarde = 67\njaar = 2027\nbron = "Beleidsplan"\n'


def written(folder, text) -> Home:
    (folder / FILE).write_text(text, encoding="utf-8")
    return Home(folder)


def test_goals_come_in_order_of_their_year_and_concern_their_own_figure(tmp_path):
    assert read_goals(Home(tmp_path)) == ()
    second = GOAL.replace("2027", "2025") + 'programma = "ojg"\n'
    found = read_goals(written(tmp_path, f"{GOAL}\n{second}"))
    assert [goal.year for goal in found] == [2025, 2027]
    assert found[1] == Goal("dekking", "GM9901", 67.0, 2027, "Beleidsplan")
    assert found[1].concerns("dekking", "GM9901", "ojg")
    assert not found[0].concerns("dekking", "GM9901", "kinderwerk")
    assert not found[1].concerns("dekking", "GM9902", "ojg")
    assert [ahead(found, year).year for year in (2024, 2026, 2030)] == [2025, 2027, 2027]
    assert ahead((), 2024) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("waarde = 67", "waarde = -1", "0 of hoger"), ("waarde = 67", "waarde = inf", "0 of hoger"),
     ("2027", "1999", "tussen 2015"), ('"Beleidsplan"', '" "', "waar het doel is vastgelegd"),
     ("Beleidsplan", "Bel 06 12 34 56 78", "persoonsgegeven"), ("jaar", "jaren", "ontbreekt"),
     ("bron", "extra = 1\nbron", "onbekend")],
)  # fmt: skip
def test_a_goal_that_cannot_be_drawn_names_the_file(tmp_path, old, new, said):
    with pytest.raises(DataRefused, match=said) as refused:
        read_goals(written(tmp_path, GOAL.replace(old, new)))
    assert FILE in str(refused.value)
