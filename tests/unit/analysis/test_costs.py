"""The arithmetic of costs: a range stays a range, and keeps its order and its sign."""

from math import inf, isinf

import pytest

from voorkant.analysis.costs import Range, avoided, break_even, per_year


def test_what_was_avoided_is_expected_less_observed_a_year() -> None:
    assert avoided(100, (110, 130, 160), 24) == Range(5, 15, 30)
    assert avoided(100, (90, 105, inf), 12) == Range(-10, 5, inf)
    with pytest.raises(ValueError, match="no time"):
        avoided(1, (1, 1, 1), 0)


def test_a_range_in_money_keeps_its_sign_and_its_open_end() -> None:
    worth = Range(-10, 5, inf).times(200)
    assert (worth.low, worth.middle) == (-2000, 1000)
    assert isinf(worth.high)
    assert worth.crosses
    assert not Range(1, 2, 3).crosses
    assert Range(0, 2, 3).crosses


def test_it_pays_at_a_whole_number_of_referrals() -> None:
    assert break_even(10_000, 3_000) == 4
    assert break_even(9_000, 3_000) == 3
    assert isinf(break_even(9_000, 0))
    assert per_year(180_000, 36) == 60_000
