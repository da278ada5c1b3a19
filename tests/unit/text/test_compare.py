"""Sentences about an area beside others."""

import pytest

from voorkant.text.compare import GEMEENTEN, WIJKEN, Beside, hidden, how_many, standing, summary, when, within
from voorkant.text.direction import Direction
from voorkant.text.enumeration import listed

HIGHER, LOWER, UNCLEAR, UNKNOWN = Direction.HIGHER, Direction.LOWER, Direction.UNCLEAR, Direction.UNKNOWN


@pytest.mark.parametrize(
    ("found", "better", "words"),
    [
        (LOWER, "lower", "▲ lager: gunstiger"), (HIGHER, "lower", "▼ hoger: ongunstiger"),
        (HIGHER, "neither", "↑ hoger"), (LOWER, "neither", "↓ lager"),
        (UNCLEAR, "lower", "● vergelijkbaar"), (UNKNOWN, "lower", "○ niet vergeleken"),
    ],
)  # fmt: skip
def test_a_standing_has_a_symbol_and_a_word(found, better, words) -> None:
    assert standing(found, better) == words


@pytest.mark.parametrize(
    ("against", "others", "said"),
    [
        (LOWER, [("Bee", LOWER), ("Cee", UNCLEAR), ("Dee", UNCLEAR)],
         "Dat is lager dan de regio (25,3): gunstiger. Het ligt lager dan in Bee. "
         "Bij Cee en Dee kunnen de verschillen toeval zijn."),
        (HIGHER, [("Bee", HIGHER), ("Cee", LOWER)],
         "Dat is hoger dan de regio (25,3): ongunstiger. Het ligt hoger dan in Bee en lager dan in Cee."),
        (UNCLEAR, [("Bee", UNCLEAR)],
         "Het verschil met de regio (25,3) kan toeval zijn. Bij Bee kan het verschil toeval zijn."),
        (UNKNOWN, [("Bee", UNKNOWN)],
         "Met de regio (25,3) is het niet te vergelijken. Met Bee is het niet te vergelijken."),
        (UNCLEAR, [], "Het verschil met de regio (25,3) kan toeval zijn."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_differs_and_what_can_be_chance(against, others, said) -> None:
    of = Beside("Aa", "19,5", "de regio (25,3)", against, others)
    told = summary(of, when="2024", unit="verwijzingen per 1.000 jeugdigen", better="lower")
    assert told == f"In 2024 waren het in Aa 19,5 verwijzingen per 1.000 jeugdigen. {said}"


def test_without_a_side_that_is_good_nothing_is_judged() -> None:
    told = summary(Beside("Aa", "10", "Nederland (12)", LOWER, []), when="2024", unit="%", better="neither")
    assert told == "In 2024 waren het in Aa 10%. Dat is lager dan Nederland (12)."
    assert (
        summary(Beside("Aa", "10", "", UNKNOWN, []), when="2024", unit="%", better="lower")
        == "In 2024 waren het in Aa 10%."
    )


def test_how_many_were_compared_is_told() -> None:
    assert how_many(0, "95%") == "Met de regio of het gemiddelde is hier niets te vergelijken."
    assert how_many(1, "95%") == "Een vergelijking, met een marge van 95%."
    assert how_many(10, "95%") == "10 vergelijkingen, elk met een marge van 95%."
    assert how_many(11, "99,8%").startswith("11 vergelijkingen, elk met een marge van 99,8%. Bij zo veel")
    assert (listed(["A"]), listed(["A", "B", "C"])) == ("A", "A, B en C")


def test_parts_are_named_where_they_differ_and_counted_where_it_can_be_chance() -> None:
    others = [("A", HIGHER), ("B", LOWER), ("C", LOWER), ("D", UNCLEAR), ("E", UNKNOWN), ("F", UNKNOWN)]
    of = Beside("Aldermeer", "19,5", "", UNCLEAR, others)
    assert within(of, WIJKEN, when="2024", unit="verwijzingen per 1.000 jeugdigen") == (
        "In 2024 waren het in Aldermeer 19,5 verwijzingen per 1.000 jeugdigen. Hoger ligt A. Lager liggen B en C. "
        "Bij 1 wijk kan het verschil toeval zijn. Met 2 wijken is het niet te vergelijken."
    )


def test_of_a_hidden_whole_is_said_why_and_one_is_not_many() -> None:
    of = Beside("Aa", "0", "", Direction.UNKNOWN, [("Centrum", Direction.UNKNOWN)])
    nothing = hidden("Aa", "minder dan 5 jeugdigen", when="2024")
    assert within(of, WIJKEN, when="2024", unit="verwijzingen", hidden=nothing) == (
        "In 2024 is er van Aa geen cijfer te tonen: minder dan 5 jeugdigen. Met 1 wijk is het niet te vergelijken."
    )
    told = [GEMEENTEN.and_others("Aa", count) for count in (0, 1, 2)]
    assert told == ["Aa", "Aa en 1 andere gemeente", "Aa en 2 andere gemeenten"]


def test_a_period_that_is_not_firm_says_so() -> None:
    """One month of a year beside whole years would look like a fall."""
    assert when("2024", "definitief", "definitief") == "2024"
    assert when("2025", "onvolledig", "definitief") == "2025 (nog niet volledig)"
    assert when("2023..2025", "voorlopig", "onvolledig") == "2023 tot en met 2025 (nog niet volledig of voorlopig)"
