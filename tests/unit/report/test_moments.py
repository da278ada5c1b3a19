"""Which cells a sentence is about: firm ones in the same season, and whether what is counted changed in between."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report.made import HEADER, cell, event, hidden
from voorkant.domain.period import PeriodType, periods_between
from voorkant.report.moments import is_firm, newest, together

EARLIER = {kind: 3 if kind is PeriodType.THREE_YEARS else 1 for kind in PeriodType}


def series(kind, first=2017, last=2025, **given):
    """The cells of every period of a kind."""
    found = periods_between(date(first, 1, 1), date(last, 12, 31), kind)
    return [cell(2025, period=item.code, start=item.start, end=item.end, **given) for item in found]


@pytest.mark.parametrize("kind", PeriodType)
def test_the_newest_period_stands_beside_the_same_one_a_year_earlier(kind):
    cells = series(kind)
    found = newest(cells, [])
    assert found.new == found.latest == cells[-1]
    assert found.old in cells
    assert found.old.start == cells[-1].start.replace(year=cells[-1].start.year - EARLIER[kind])


def test_what_can_still_change_is_the_latest_and_never_compared():
    cells = [cell(2023), cell(2024), cell(2025, status="voorlopig")]
    found = newest(cells, [])
    assert (found.old, found.new, found.latest) == tuple(cells)
    assert newest([hidden(2024), cell(2025)], []).old is None
    assert newest([hidden(2025)], []).new is None
    assert newest([], []) is None


@pytest.mark.parametrize(
    ("day", "slug", "broken"),
    [
        (date(2024, 1, 1), "", False),
        (date(2024, 1, 2), "", True),
        (date(2025, 12, 31), HEADER.slug, True),
        (date(2026, 1, 1), "", False),
        (date(2025, 1, 1), "contacten", False),
    ],
)
def test_a_break_between_the_two_periods_is_told(day, slug, broken):
    cells = [cell(2024), cell(2025)]
    assert newest(cells, [event(day, slug, breaks=True)]).broken is broken
    assert newest(cells, [event(day, slug)]).broken is False
    assert together(cells, cells, [event(day, slug, breaks=True)])[1].broken is broken


def test_a_pair_is_of_the_same_two_moments_in_one_season():
    quarters = series(PeriodType.QUARTER, 2023)
    front, back = together(quarters[1:], quarters[:-1], [])
    assert [item.period for item in (front.old, front.new, back.old, back.new)] == ["2023-Q3", "2025-Q3"] * 2


@pytest.mark.parametrize(("day", "compared"), [(date(2024, 1, 1), True), (date(2024, 1, 2), False), (None, True)])
def test_a_period_in_which_the_programme_began_is_not_compared(day, compared):
    cells = [cell(2023), cell(2024), cell(2025)]
    change = replace(newest(cells, []), began=day).change("weken")
    assert (change.began is None, change.old.period) == (compared, "2024")
    first, last = (finding.period for finding in (together(cells, cells, [], began=day)[0].old, cells[-1]))
    assert (first, last) == ("2023", "2025")
    (front, _) = together(cells[1:], cells[1:], [], began=day)
    assert (front.old is not None) == compared


def test_no_pair_where_one_of_both_shows_nothing():
    assert together([cell(2024), cell(2025)], [hidden(2024), hidden(2025)], []) is None
    front, back = together([cell(2024), cell(2025)], [cell(2025)], [])
    assert (front.old, back.old, front.new.period, back.new.period) == (None, None, "2025", "2025")


@given(st.lists(st.sampled_from(["firm", "hidden", "voorlopig"]), min_size=1, max_size=9))
def test_a_naive_walk_finds_the_same(states):
    made = {"firm": cell, "hidden": hidden, "voorlopig": lambda year: cell(year, status="voorlopig")}
    cells = [made[state](2017 + place) for place, state in enumerate(states)]
    found = newest(cells, [])
    new = old = None
    for item in cells:
        if is_firm(item):
            new = item
    for item in cells:
        if new and is_firm(item) and item.start.year == new.start.year - 1:
            old = item
    assert (found.new, found.old, found.latest) == (new, old, cells[-1])
