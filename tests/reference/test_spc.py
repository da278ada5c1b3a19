"""XmR charts against NHSRplotthedots 0.2 (252 points) and the worked series of Making Data Count."""

import numpy as np
import pytest

from tests.reference.published import array
from tests.reference.restated import XMR
from voorkant.analysis.spc import Point, xmr_limits, xmr_points

POINTS = {
    "A": Point.ABOVE, "B": Point.BELOW, "a": Point.NEAR_ABOVE, "b": Point.NEAR_BELOW, "H": Point.HIGH, "L": Point.LOW,
    ".": Point.COMMON,
}  # fmt: skip
LETTERS = {
    "Above UCL": "A", "Below LCL": "B", "2 in 3 Above CL": "a", "2 in 3 Below CL": "b", "7 Points Above CL": "H",
    "7 Points Below CL": "L", "Common Cause": ".",
}  # fmt: skip
"""What NHSRplotthedots calls them."""
ONE_OUTLIER = np.array([1, 2, 1, 2, 10, *[1, 2] * 6, 1], dtype=float)
RRK = array(1195, 1843, 1397, 1333, 1771, 1751, 2013, 1759, 2179, 2585, 1654, 1543,
            1632, 1558, 1190, 1357, 1279, 1683, 2190, 1804, 986, 2181, 2048, 2154)  # fmt: skip
"""Waits above four hours at one hospital, April 2016 to March 2018 (NHSRdatasets, CC0)."""


@pytest.mark.parametrize(("screened", "published"), [(True, (4.60, 1.94, -0.72)), (False, (6.95, 1.94, -3.06))])
def test_an_outlier_is_screened_out_of_the_limits(screened: bool, published: tuple[float, ...]) -> None:
    found = xmr_limits(ONE_OUTLIER, screened=screened)
    assert (found.high, found.mean, found.low) == pytest.approx(published, abs=0.005)


def test_a_published_series_point_by_point() -> None:
    limits = xmr_limits(RRK)
    assert (limits.mean, limits.low, limits.high) == pytest.approx((1711.875, 849.793181818182, 2573.95681818182))
    points = xmr_points(RRK, limits)
    assert points[9] is Point.ABOVE
    assert points[10:18] == [Point.LOW] * 8
    assert set(points[:9] + points[18:]) == {Point.COMMON}


@pytest.mark.parametrize(("case", "values", "published", "letters"), XMR)
def test_all_published_points(case: str, values: str, published: tuple[float, ...], letters: str) -> None:
    series = array(*map(float, values.split()))
    baseline = series[:12] if case == "fix_after_12" else series
    limits = xmr_limits(baseline, screened=case != "all_unscreened")
    assert (limits.mean, limits.low, limits.high) == pytest.approx(published, rel=1e-9)
    assert xmr_points(series, limits) == [POINTS[letter] for letter in letters]


def test_they_are_all_there() -> None:
    assert sum(len(letters) for *_, letters in XMR) == 252
