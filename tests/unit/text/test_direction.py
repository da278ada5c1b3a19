"""A direction is named only where the margins say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.text.direction import Direction, Margin, direction, direction_words, judgement

OLD = Margin(5.0, 4.0, 6.0)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (Margin(8.0, 6.5, 9.5), Direction.HIGHER),
        (Margin(2.0, 1.0, 3.5), Direction.LOWER),
        (Margin(7.0, 5.9, 8.1), Direction.UNCLEAR),
        (Margin(7.0, 6.0, 8.0), Direction.UNCLEAR),
        (Margin(8.0, None, None), Direction.UNKNOWN),
        (None, Direction.UNKNOWN),
    ],
)
def test_direction(new, found):
    assert direction(new, OLD) is found


@pytest.mark.parametrize(
    ("found", "better", "code", "words"),
    [
        (Direction.LOWER, "lower", "gunstiger", "▲ lager: gunstiger"),
        (Direction.HIGHER, "lower", "ongunstiger", "▼ hoger: ongunstiger"),
        (Direction.HIGHER, "higher", "gunstiger", "▲ hoger: gunstiger"),
        (Direction.LOWER, "higher", "ongunstiger", "▼ lager: ongunstiger"),
        (Direction.HIGHER, "neither", "niet_vergeleken", "↑ hoger"),
        (Direction.LOWER, "neither", "niet_vergeleken", "↓ lager"),
        (Direction.UNCLEAR, "lower", "vergelijkbaar", "● geen duidelijke verandering"),
        (Direction.UNKNOWN, "lower", "niet_vergeleken", "○ niet vergeleken"),
    ],
)
def test_what_a_direction_means(found, better, code, words):
    assert judgement(found, better) == code
    assert direction_words(found, better) == words


three = st.lists(st.floats(min_value=0, max_value=1000), min_size=3, max_size=3).map(sorted)
OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}


@given(three, three)
def test_a_named_direction_never_contradicts_the_values(new_bounds, old_bounds):
    new, old = (Margin(value, low, high) for low, value, high in (new_bounds, old_bounds))
    found = direction(new, old)
    assert (found is not Direction.HIGHER) or new.value > old.value
    assert (found is not Direction.LOWER) or new.value < old.value
    assert direction(old, new) is OPPOSITE.get(found, found)
