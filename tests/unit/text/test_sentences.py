"""The sentences under a figure: Dutch, with their uncertainty, and never saying more than the numbers."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant import ROOT
from voorkant.declare.indicator import read_indicators
from voorkant.text import sentences
from voorkant.text.direction import Direction, Margin
from voorkant.text.sentences import Change, Reading

UNIT = "verwijzingen per 1.000 jeugdigen"
NEW = Reading("2025-Q3", "definitief", Margin(4.6, 3.2, 6.4), UNIT, 33, 7200)
OLD = Reading("2024-Q3", "definitief", Margin(9.4, 7.4, 11.9), UNIT, 68, 7200)
SAME = Reading("2024-Q3", "definitief", Margin(5.4, 3.9, 7.4), UNIT, 39, 7200)
ENGLISH = re.compile(r"\b(the|and|of the|is not|higher|lower|less|more|between|than|None|nan)\b")
FORBIDDEN = re.compile(r"bewezen|significant|p-waarde|effect")


def test_a_level_has_period_place_margin_and_status():
    assert sentences.level(NEW, "Aldermeer") == (
        "In het 3e kwartaal 2025 ging het in Aldermeer om 4,6 verwijzingen per 1.000 jeugdigen "
        "(onzekerheidsmarge 3,2 tot 6,4; definitief)."
    )


def test_a_clear_difference_names_the_amount_and_no_cause():
    assert sentences.change(Change(NEW, OLD), "verwijzingen") == (
        "Dat is lager dan in het 3e kwartaal 2024 (9,4): ongeveer 35 verwijzingen minder. "
        "Dat is waargenomen; de oorzaak staat hiermee niet vast."
    )


def test_an_amount_that_points_the_other_way_is_left_out():
    grown = Reading("2025-Q3", "definitief", Margin(4.6, 3.2, 6.4), UNIT, 90, 20000)
    assert "ongeveer" not in sentences.change(Change(grown, OLD), "verwijzingen")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(NEW, SAME), "geen duidelijke verandering"),
        (Change(NEW, None), "Van dezelfde periode eerder is er geen cijfer"),
        (Change(NEW, OLD, broken=True), "de telling is sindsdien veranderd"),
        (Change(NEW, OLD, began=date(2024, 9, 1)), "begon op 1 september 2024. 3e kwartaal 2024 is dus geen hele"),
        (Change(NEW, None, began=date(2025, 9, 1)), "begon op 1 september 2025. 3e kwartaal 2025 is dus geen hele"),
        (Change(NEW, Reading("2024-Q3", "definitief", Margin(9.4, None, None), UNIT)), "zonder onzekerheidsmarge"),
    ],
)
def test_no_direction_without_margins_that_say_so(change, words):
    told = sentences.change(change, "verwijzingen")
    assert words in told
    assert not re.search(r"\b(hoger|lager|meer|minder)\b", told)


def test_every_sum_is_told_as_rounded_and_nothing_else():
    told = read_indicators(ROOT / "queries" / "indicators").values()
    assert {item.slug for item in told if item.unit.startswith(sentences.ROUNDED_UNITS)} == {
        item.slug for item in told if item.shape == "sum"
    }


def test_money_per_youth_is_told_as_rounded():
    """The steps are large: 4,782 euro is told as 5,000."""
    told = sentences.level(Reading("2024", "definitief", Margin(5000, None, None), "euro per jeugdige"), "Aldermeer")
    assert told == (
        "In 2024 ging het in Aldermeer om ongeveer 5.000 euro per jeugdige (afgerond, zonder onzekerheidsmarge; "
        "definitief)."
    )


@pytest.mark.parametrize(
    ("new", "old", "words"),
    [
        (12, 0, "12 verwijzingen meer"),
        (1, 0, "1 verwijzing meer"),
        (3, 4, "1 verwijzing minder"),
        (5, 5, "evenveel verwijzingen"),
        (0, 1200, "1.200 verwijzingen minder"),
    ],
)
def test_difference_of_amounts(new, old, words):
    assert sentences.amount_difference(new, old, "verwijzingen") == words


@pytest.mark.parametrize(("count", "words"), [(0, "geen jeugdigen"), (1, "1 jeugdige"), (2, "2 jeugdigen")])
def test_zero_one_many(count, words):
    assert sentences.amount(count, "jeugdigen") == words


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Margin(9.4, 7.4, 11.9), "Lager dan de regio (9,4)."),
        (Margin(2.0, 1.5, 2.5), "Hoger dan de regio (2,0)."),
        (Margin(5.0, 4.5, 5.5), "Vergelijkbaar met de regio (5,0): de marges overlappen."),
        (Margin(5.0, None, None), "De regio: 5,0."),
        (None, ""),
    ],
)
def test_beside_a_wider_area(other, words):
    assert sentences.benchmark(NEW, other, "de regio") == words


def test_a_pair_names_both_movements_and_that_it_is_no_proof():
    contacts = Reading("2025-Q3", "definitief", Margin(40.8, 36.3, 45.8), "contacten per 1.000 jeugdigen", 294)
    before = Reading("2024-Q3", "definitief", Margin(30.4, 26.5, 34.7), "contacten per 1.000 jeugdigen", 219)
    told = sentences.paired(("Contacten", Change(contacts, before)), ("Verwijzingen", Change(NEW, OLD)))
    assert told == (
        "Tussen het 3e kwartaal 2024 en het 3e kwartaal 2025 steeg aan de voorkant ‘Contacten’ van 30,4 naar "
        "40,8 contacten per 1.000 jeugdigen, en daalde aan de achterkant ‘Verwijzingen’ van 9,4 naar "
        "4,6 verwijzingen per 1.000 jeugdigen. Dat beide samen bewegen is geen bewijs dat het een door het ander komt."
    )


@pytest.mark.parametrize(
    ("front", "back", "words"),
    [
        (Change(NEW, SAME), Change(NEW, OLD), "Ook als beide samen zouden bewegen"),
        (Change(NEW, OLD, broken=True), Change(NEW, OLD), "niet vergeleken: de telling is veranderd"),
        (Change(NEW, None), Change(NEW, OLD), "nog geen twee perioden"),
        (Change(NEW, NEW), Change(NEW, OLD), "bleef aan de voorkant ‘Voor’ 4,6 verwijzingen per 1.000 jeugdigen, en"),
    ],
)
def test_a_pair_that_cannot_be_told_still_is_no_proof(front, back, words):
    told = sentences.paired(("Voor", front), ("Achter", back))
    assert words in told
    assert "geen bewijs" in told


@pytest.mark.parametrize(
    ("reasons", "shown", "words"),
    [
        ({}, 8, "Alle perioden worden getoond."),
        (
            {"minder dan 5": 1},
            7,
            "1 van de 8 perioden wordt niet getoond: minder dan 5 (1).",
        ),
        (
            {"niet geleverd": 1, "minder dan 5": 2},
            5,
            "3 van de 8 perioden worden niet getoond: minder dan 5 (2), niet geleverd (1).",
        ),
        ({"minder dan 5": 4}, 0, "Geen enkele periode wordt getoond: minder dan 5 (4)."),
    ],
)
def test_what_is_not_shown(reasons, shown, words):
    assert sentences.suppression(reasons, shown, base=3) == f"{words} Aantallen zijn afgerond op 3."


def test_nothing_is_said_of_rounding_where_nothing_is_rounded():
    assert sentences.suppression({}, 8, base=None) == "Alle perioden worden getoond."


@st.composite
def readings(draw, period):
    low, value, high = sorted(draw(st.lists(st.floats(0, 500), min_size=3, max_size=3)))
    margin = draw(st.sampled_from([Margin(value, low, high), Margin(value, None, None)]))
    unit = draw(st.sampled_from([UNIT, "% van de jongeren"]))
    return Reading(period, "definitief", margin, unit, draw(st.none() | st.integers(0, 5000)))


@given(readings("2025"), st.none() | readings("2024"), st.booleans())
def test_words_never_contradict_the_sign(new, old, broken):
    change = Change(new, old, broken)
    told = sentences.change(change, "verwijzingen")
    assert not ENGLISH.search(told)
    assert not FORBIDDEN.search(told)
    named = set(re.findall(r"\b(hoger|lager|meer|minder)\b", told))
    if old is None or broken or not change.direction.clear:
        assert not named
    elif new.margin.value > old.margin.value:
        assert named <= {"hoger", "meer"}
        assert change.direction is Direction.HIGHER
    else:
        assert named <= {"lager", "minder"}
        assert change.direction is Direction.LOWER


@given(readings("2025"), readings("2024"), readings("2025"), readings("2024"))
def test_a_pair_never_contradicts_the_signs(front, front_old, back, back_old):
    told = sentences.paired(("Een", Change(front, front_old)), ("Ander", Change(back, back_old)))
    assert not ENGLISH.search(told)
    assert told.count("geen bewijs") == 1
    for half, new, old in zip(told.split(", en "), (front, back), (front_old, back_old), strict=True):
        assert "steeg" not in half or new.margin.value > old.margin.value
        assert "daalde" not in half or new.margin.value < old.margin.value
