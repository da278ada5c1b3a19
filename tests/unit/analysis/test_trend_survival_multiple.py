"""Trend test, Kaplan-Meier and adjusted p-values: textbook results and edges."""

import numpy as np
import pytest

from voorkant.analysis.multiple import benjamini_hochberg, holm
from voorkant.analysis.survival import kaplan_meier
from voorkant.analysis.trend import CHI_SQUARE, Trend, five_point_trend


def trend(values: list[float], half: float = 0.5) -> Trend:
    points = np.array(values, dtype=float)
    return five_point_trend(points, points - half, points + half).trend


def test_a_clear_line_is_a_trend_and_one_point_is_not() -> None:
    assert trend([1, 2, 3, 4, 5]) is Trend.RISES
    assert trend([5, 4, 3, 2, 1]) is Trend.FALLS
    assert trend([1, 1, 1, 1, 9]) is Trend.NONE
    assert trend([1, 2, 3, 4, 5], half=10) is Trend.NONE
    assert trend([2, 3, 4, 5]) is Trend.TOO_FEW
    assert trend([9, 9, 9, 1, 2, 3, 4, 5]) is Trend.RISES


def test_the_weights_follow_from_the_intervals() -> None:
    values = np.array([1.0, 2, 3, 4, 5])
    found = five_point_trend(values, values - 1.96, values + 1.96)
    assert (found.slope, found.error) == pytest.approx((1, 1 / np.sqrt(10)), rel=1e-4)
    assert found.chi_square == pytest.approx(10, rel=1e-3)
    assert found.trend is Trend.RISES
    assert five_point_trend(values, values - 2.1, values + 2.1).chi_square < CHI_SQUARE


def test_points_without_an_interval_do_not_count() -> None:
    values = np.array([1.0, 2, 3, 4, np.nan, 5])
    low, high = values - 0.5, values + 0.5
    assert five_point_trend(values, low, high).trend is Trend.RISES
    low[0] = high[0] = 1.0
    assert five_point_trend(values, low, high).trend is Trend.TOO_FEW


SIX_MP = [(6, 1), (6, 1), (6, 1), (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1), (17, 0), (19, 0),
          (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0)]  # fmt: skip
"""Weeks in remission with 6-MP (Freireich and others, 1963)."""


def test_kaplan_meier_of_the_remissions_of_freireich() -> None:
    time, seen = (np.array(values) for values in zip(*SIX_MP, strict=True))
    found = kaplan_meier(time.astype(float), seen.astype(bool))
    assert list(found.time) == [6, 7, 10, 13, 16, 22, 23]
    assert list(found.at_risk) == [21, 17, 15, 12, 11, 7, 6]
    assert found.share == pytest.approx([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482], abs=5e-5)
    assert (found.low[0], found.high[0]) == pytest.approx((0.6197, 0.9516), abs=5e-5)


def test_kaplan_meier_of_nothing_and_of_everyone() -> None:
    assert len(kaplan_meier(np.array([1.0, 2]), np.array([False, False])).time) == 0
    found = kaplan_meier(np.array([1.0, 2]), np.array([True, True]))
    assert (found.share[-1], found.low[-1], np.isnan(found.high[-1])) == (0, 0, True)
    with pytest.raises(ValueError, match="0 or more"):
        kaplan_meier(np.array([np.nan]), np.array([True]))


def test_holm_and_benjamini_hochberg_as_in_r() -> None:
    p = np.array([0.01, 0.04, 0.03, 0.005, np.nan])
    assert holm(p) == pytest.approx([0.03, 0.06, 0.06, 0.02, np.nan], nan_ok=True)
    assert benjamini_hochberg(p) == pytest.approx([0.02, 0.04, 0.04, 0.02, np.nan], nan_ok=True)
    assert holm(np.array([0.9, 0.8])) == pytest.approx([1, 1])
