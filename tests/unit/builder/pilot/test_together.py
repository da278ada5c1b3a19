"""Counts of overlapping times: what follows from all ranges together is what trying every count gives."""

from itertools import pairwise, product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.builder.pilot.together import Guard, Told, narrowest


def test_one_range_alone():
    assert narrowest([Told(0, 12, 59, 61)]) == 3


def test_a_year_and_three_quarters_tell_the_last():
    told = [Told(0, 12, 60, 60), Told(0, 3, 15, 15), Told(3, 6, 15, 15), Told(6, 9, 15, 15)]
    assert narrowest(told) == 1


def test_rounded_parts_of_a_rounded_whole_stay_in_doubt():
    told = [Told(0, 12, 59, 61), *(Told(month, month + 3, 14, 16) for month in (0, 3, 6, 9))]
    assert narrowest(told) == 3


def test_parts_that_must_all_be_highest_are_found():
    told = [Told(0, 6, 32, 34), Told(0, 3, 14, 16), Told(3, 6, 14, 16)]
    assert narrowest(told) == 1


def test_nothing_told_is_no_range():
    assert narrowest([]) == inf


def test_a_count_that_is_sure_to_be_large_may_be_known_as_its_rounding_tells_it():
    told = [Told(0, 12, 59, 61), Told(0, 9, 49, 54)]
    assert (narrowest(told), narrowest(told, 11)) == (3, 8)  # 5 to 12 are left for the last quarter
    assert narrowest(told, 5) == inf
    assert Guard(5, large=11).passes(told)
    assert not Guard(5).passes(told)
    assert not Guard(5, large=11).passes([Told(0, 12, 60, 61)])


COUNTS = st.lists(st.integers(0, 5), min_size=3, max_size=3)
SPANS = [(first, until) for first in range(3) for until in range(first + 1, 4)]


@given(
    COUNTS, st.lists(st.tuples(st.sampled_from(SPANS), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=4)
)
def test_it_is_what_trying_every_count_gives(counts, spans):
    told = [
        Told(first, until, max(sum(counts[first:until]) - under, 0), sum(counts[first:until]) + over)
        for (first, until), under, over in spans
    ]
    edges = sorted({edge for item in told for edge in (item.first, item.until)})
    most = max(item.high for item in told)
    parts = list(pairwise(edges))
    possible = [
        cells for cells in product(range(most + 1), repeat=len(parts))
        if all(item.low <= total(cells, parts, item.first, item.until) <= item.high for item in told)
    ]  # fmt: skip
    bounded = [(a, b) for place, a in enumerate(edges) for b in edges[place + 1 :] if covered(a, b, told)]
    fewest = min(len({total(cells, parts, a, b) for cells in possible}) for a, b in bounded)
    assert narrowest(told) == pytest.approx(fewest)


def total(cells, parts, first, until):
    return sum(count for count, (a, b) in zip(cells, parts, strict=True) if first <= a and b <= until)


def covered(first, until, told):
    """Whether some time that is told of holds all of it, so that it has a highest count."""
    return any(item.first <= first and until <= item.until for item in told) or all(
        any(item.first <= place and place + 1 <= item.until for item in told) for place in range(first, until)
    )
