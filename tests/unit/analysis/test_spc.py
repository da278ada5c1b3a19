"""The NHS rules on series that were made for them."""

import numpy as np
import pytest

from voorkant.analysis.laney import laney_limits
from voorkant.analysis.spc import Limits, Point, xmr_limits, xmr_points

LIMITS = Limits(10.0, 4.0, 16.0)


def points(*values: float) -> list[Point]:
    return xmr_points(np.array(values, dtype=float), LIMITS)


def test_seven_that_rise_are_a_signal_and_six_are_not() -> None:
    assert points(8, 9, 9.5, 10.5, 11, 12, 13) == [Point.RISING] * 7
    assert set(points(8, 9, 9.5, 10.5, 11, 12)) == {Point.COMMON}
    assert points(13, 12, 11, 10.5, 9.5, 9, 8) == [Point.FALLING] * 7
    assert Point.RISING not in points(8, 9, 9.5, 9.5, 11, 12, 13)


def test_the_first_rule_that_applies_is_the_one_that_is_named() -> None:
    assert points(8, 9, 9.5, 10.5, 11, 12, 17)[-1] is Point.ABOVE
    assert points(3)[0] is Point.BELOW
    assert points(14.5, 11, 14.2) == [Point.NEAR_ABOVE, Point.COMMON, Point.NEAR_ABOVE]
    assert points(14.5, 9, 14.2) == [Point.COMMON] * 3
    assert points(11, 12, 11, 12, 11, 12, 11) == [Point.HIGH] * 7


def test_a_series_that_is_flat_has_no_signal() -> None:
    flat = np.full(12, 5.0)
    assert set(xmr_points(flat, xmr_limits(flat))) == {Point.COMMON}


@pytest.mark.parametrize("values", [[3.0], [1.0, np.nan]])
def test_limits_need_values(values: list[float]) -> None:
    with pytest.raises(ValueError, match="two values"):
        xmr_limits(np.array(values))


def test_laney_is_poisson_where_counts_are_and_wider_where_they_are_not() -> None:
    random = np.random.default_rng(1)
    sizes = random.uniform(200, 900, 4000)
    poisson = laney_limits(random.poisson(sizes * 0.02).astype(float), sizes)
    assert poisson.spread == pytest.approx(1, abs=0.05)
    assert poisson.high - poisson.mean == pytest.approx(3 * poisson.spread * np.sqrt(poisson.mean / sizes))
    wild = random.poisson(sizes * 0.02 * random.gamma(5, 0.2, 4000)).astype(float)
    assert laney_limits(wild, sizes).spread > 1.3


def test_laney_of_nothing_and_of_no_size() -> None:
    empty = laney_limits(np.zeros(3), np.ones(3))
    assert (empty.mean, empty.spread, *empty.high) == (0, 1, 0, 0, 0)
    with pytest.raises(ValueError, match="size above 0"):
        laney_limits(np.ones(3), np.array([1.0, 0, 1]))
