"""How far a figure is from a goal, and never whether it will be reached."""

from hypothesis import given
from hypothesis import strategies as st

from voorkant.declare.goalfile import Goal
from voorkant.text.direction import Margin
from voorkant.text.goals import distance, name
from voorkant.text.sentences import Reading

GOAL = Goal("verwijzingen_sggz", "GM9901", 17.0, 2027, "Beleidsplan.")
UNIT = "verwijzingen per 1.000 jeugdigen"


def reading(value, low=None, high=None, unit=UNIT) -> Reading:
    return Reading("2024", "definitief", Margin(value, low, high), unit)


def test_the_distance_is_named_with_its_side():
    assert distance(GOAL, UNIT, reading(19.5, 18.0, 21.0)) == (
        "Het doel voor 2027 is 17,0 (Beleidsplan); in 2024 was het 19,5, dus 2,5 hoger dan het doel."
    )
    assert "lager dan het doel" in distance(GOAL, UNIT, reading(12.0))
    assert distance(GOAL, UNIT, reading(17.01)).endswith("gelijk aan het doel.")
    assert distance(GOAL, UNIT, None).endswith("nog geen definitief cijfer om ernaast te leggen.")
    assert name(GOAL, UNIT) == "doel 2027: 17,0"


def test_a_goal_within_the_margin_may_be_chance_and_percentages_differ_in_points():
    said = distance(GOAL, "% van de trajecten", reading(19.5, 16.0, 23.0, "% van de trajecten"))
    assert "2,5 procentpunt hoger dan het doel; het doel ligt binnen de marge" in said


@given(st.floats(0, 500), st.floats(0, 500))
def test_it_is_one_sentence_without_a_promise(value, goal):
    said = distance(Goal("x", "GM9901", goal, 2027, "Plan"), UNIT, reading(value))
    assert said.endswith(".")
    assert ". " not in said
    assert not any(word in said for word in ("wordt gehaald", "zal", "op koers", "haalbaar"))
