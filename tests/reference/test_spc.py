"""XmR charts against NHSRplotthedots 0.2 (252 points) and the worked series of Making Data Count."""

from itertools import groupby

import numpy as np
import pytest

from tests.reference.published import EXPECTED, array, column, rows
from voorkant.analysis.spc import Point, xmr_limits, xmr_points

NAMES = {
    "Above UCL": Point.ABOVE, "Below LCL": Point.BELOW, "2 in 3 Above CL": Point.NEAR_ABOVE,
    "2 in 3 Below CL": Point.NEAR_BELOW, "7 Points Above CL": Point.HIGH, "7 Points Below CL": Point.LOW,
    "Common Cause": Point.COMMON,
}  # fmt: skip
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


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_all_published_points() -> None:
    every = rows(EXPECTED / "spc_nhsrplotthedots.csv")
    assert len(every) == 252
    for (case, _, _), group in groupby(every, lambda row: (row["case"], row["org"], row["rebase_group"])):
        found = list(group)
        values = column(found, "y")
        baseline = values[:12] if case == "fix_after_12" else values
        limits = xmr_limits(baseline, screened=case != "all_unscreened")
        published = [float(found[0][name]) for name in ("mean_col", "lpl", "upl")]
        assert (limits.mean, limits.low, limits.high) == pytest.approx(published, rel=1e-9)
        assert xmr_points(values, limits) == [NAMES[row["special_cause_type"]] for row in found]
