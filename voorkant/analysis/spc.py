"""XmR chart of one series: limits from the moving ranges, and the class of every point by the NHS rules.

Sources: Wheeler (2000), Understanding Variation; NHS England, Making Data Count, for screening and rules. Arrays have
shape (points,), in time order, in the unit of the series. Meant for totals with a mean of at least ten per point and a
baseline of at least twelve points: on smaller counts the rules see signals in what is chance.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from voorkant.analysis.intervals import Floats

Bools = NDArray[np.bool_]
LIMIT, SCREEN = 2.66, 3.267
"""The constants of a moving range of two: limits lie 2.66 mean ranges away, a range above 3.267 of them is screened."""
RUN = 7
LEAST_MEAN, LEAST_BASELINE = 10, 12


class Point(StrEnum):
    """What a point is, in order of precedence; only `COMMON` is normal variation."""

    ABOVE = "boven_grens"
    BELOW = "onder_grens"
    RISING = "zeven_stijgend"
    FALLING = "zeven_dalend"
    NEAR_ABOVE = "twee_van_drie_hoog"
    NEAR_BELOW = "twee_van_drie_laag"
    HIGH = "zeven_hoog"
    LOW = "zeven_laag"
    COMMON = "normaal"


@dataclass(frozen=True)
class Limits:
    """Mean and natural process limits of a series."""

    mean: float
    low: float
    high: float

    @property
    def outer(self) -> float:
        """How far from the mean the outer third begins."""
        return (self.high - self.mean) * 2 / 3


def xmr_limits(values: Floats, *, screened: bool = True) -> Limits:
    """Limits of a baseline. Moving ranges far above the others are left out when screened. Two points at least."""
    if len(values) < 2 or not np.isfinite(values).all():  # noqa: PLR2004 - a range needs two
        raise ValueError("an XmR chart needs two values at least, and none missing")
    ranges = np.abs(np.diff(values))
    if screened:
        ranges = ranges[ranges <= SCREEN * ranges.mean()]
    mean, reach = float(values.mean()), LIMIT * float(ranges.mean())
    return Limits(mean, mean - reach, mean + reach)


def xmr_points(values: Floats, limits: Limits) -> list[Point]:
    """The class of every point, the first that applies."""
    side = np.sign(values - limits.mean)
    outside = (values > limits.high) | (values < limits.low)
    near = ~outside & (np.abs(values - limits.mean) > limits.outer)
    rules = [
        (outside, Point.ABOVE, Point.BELOW, side),
        (trend := _trend(values), Point.RISING, Point.FALLING, trend),
        (_two_of_three(near, side), Point.NEAR_ABOVE, Point.NEAR_BELOW, side),
        (_runs(side, RUN), Point.HIGH, Point.LOW, side),
    ]
    found = [Point.COMMON] * len(values)
    for applies, up, down, way in reversed(rules):
        for place in np.flatnonzero(applies):
            found[place] = up if way[place] > 0 else down
    return found


def _runs(signs: Floats, size: int) -> Floats:
    """The sign of every place that is part of that many equal signs in a row, else 0."""
    marks = np.zeros(len(signs))
    for end in range(size, len(signs) + 1):
        window = signs[end - size : end]
        if window[0] and (window == window[0]).all():
            marks[end - size : end] = window[0]
    return marks


def _trend(values: Floats) -> Floats:
    """1 where part of seven points that rise strictly, -1 where they fall, else 0."""
    steps = _runs(np.sign(np.diff(values)), RUN - 1)
    into, out_of = np.append(0, steps), np.append(steps, 0)
    return np.where(into != 0, into, out_of)


def _two_of_three(near: Bools, side: Floats) -> Bools:
    """In the outer third, and part of three in a row on one side of which two at least are there."""
    marks = np.zeros(len(side), dtype=bool)
    for start in range(len(side) - 2):
        three = slice(start, start + 3)
        if np.abs(side[three].sum()) == 3 and near[three].sum() >= 2:  # noqa: PLR2004 - the rule's own numbers
            marks[three] |= near[three]
    return marks
