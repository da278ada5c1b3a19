"""Periods: codes round trip, bounds fit, and blocks of three years count back from the last year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.domain.period import PeriodType, parse_period, period_of, periods_between

KINDS = [kind for kind in PeriodType if kind is not PeriodType.THREE_YEARS]
DAYS = st.dates(date(1995, 1, 1), date(2095, 12, 31))


@given(day=DAYS, kind=st.sampled_from(KINDS))
def test_a_day_lies_in_its_period_and_the_code_says_which(day: date, kind: PeriodType) -> None:
    period = period_of(day, kind)
    assert period.start <= day <= period.end
    assert parse_period(period.code) == period


@given(first=DAYS, length=st.integers(0, 2000), kind=st.sampled_from(KINDS))
def test_periods_between_follow_each_other_without_a_gap(first: date, length: int, kind: PeriodType) -> None:
    last = first + timedelta(days=length)
    periods = periods_between(first, last, kind)
    assert periods[0].start <= first
    assert periods[-1].end >= last
    for before, after in pairwise(periods):
        assert after.start == before.end + timedelta(days=1)


def test_three_years_count_back_from_the_last() -> None:
    found = periods_between(date(2018, 1, 1), date(2025, 12, 31), PeriodType.THREE_YEARS)
    assert [period.code for period in found] == ["2020..2022", "2023..2025"]
    assert parse_period("2023..2025") == found[-1]


@pytest.mark.parametrize("code", ["2025-13", "2025-Q5", "2024/2026", "2023..2024", "25", "2025-H3", "jan-25", ""])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="onbekende periode"):
        parse_period(code)


def test_a_block_of_three_years_has_no_day() -> None:
    with pytest.raises(ValueError, match="drie jaar"):
        period_of(date(2025, 1, 1), PeriodType.THREE_YEARS)
