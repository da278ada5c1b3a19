"""The five-point trend test: a weighted line through the last five points that have an interval.

Source: the method of the English public health profiles (weights from the intervals, chi-square with one degree of
freedom, p = 0.002), made stricter: the slope keeps its sign when any one point is left out. Arrays have shape
(points,), in time order, in the unit of the figure; the slope is that unit per point.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from voorkant.analysis.intervals import Z_95, Floats

POINTS = 5
CHI_SQUARE = 9.549535706083153
"""The chi-square value of p = 0.002."""


class Trend(StrEnum):
    """The codes of the trend table in `text`."""

    RISES = "stijgt"
    FALLS = "daalt"
    NONE = "geen"
    TOO_FEW = "te_weinig"


@dataclass(frozen=True)
class TrendTest:
    """The verdict with its line: slope and its standard error per point; both missing with too few points."""

    trend: Trend
    slope: float
    error: float

    @property
    def chi_square(self) -> float:
        return (self.slope / self.error) ** 2


def five_point_trend(values: Floats, low: Floats, high: Floats) -> TrendTest:
    """The trend of the last five points with a value and an interval of some width."""
    width = high - low
    usable = np.isfinite(values) & np.isfinite(width) & (width > 0)
    if usable.sum() < POINTS:
        return TrendTest(Trend.TOO_FEW, np.nan, np.nan)
    last = np.flatnonzero(usable)[-POINTS:]
    x, y = np.arange(1.0, POINTS + 1), values[last]
    weights = (2 * Z_95 / width[last]) ** 2
    slope, error = _line(x, y, weights)
    without = [np.arange(POINTS) != left_out for left_out in range(POINTS)]
    signs = {np.sign(_line(x[kept], y[kept], weights[kept])[0]) for kept in without}
    clear = (slope / error) ** 2 > CHI_SQUARE and signs == {np.sign(slope)}
    if not clear:
        return TrendTest(Trend.NONE, slope, error)
    return TrendTest(Trend.RISES if slope > 0 else Trend.FALLS, slope, error)


def _line(x: Floats, y: Floats, weights: Floats) -> tuple[float, float]:
    """Slope and its standard error of the weighted least squares line."""
    total, wx, wy = weights.sum(), (weights * x).sum(), (weights * y).sum()
    scale = total * (weights * x**2).sum() - wx**2
    slope = (total * (weights * x * y).sum() - wx * wy) / scale
    return float(slope), float(np.sqrt(total / scale))
