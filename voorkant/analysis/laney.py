"""Laney's u' chart: limits for rates of units of unequal size that vary more than Poisson counts do.

Source: Laney (2002), Quality Engineering 14. Arrays have shape (points,), in time order; counts are events, sizes any
exposure above 0 (a list size), rates and limits events per unit of that exposure.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.intervals import Floats

D2 = 1.128
"""The mean range of two standard normal values."""
SIGMAS = 3


@dataclass(frozen=True)
class LaneyLimits:
    """Mean rate, limits per point, and how many times wider than Poisson's they are (`spread`)."""

    mean: float
    low: Floats
    high: Floats
    spread: float


def laney_limits(counts: Floats, sizes: Floats) -> LaneyLimits:
    """The limits of a series. ValueError without two points, or where a size is not above 0."""
    if len(counts) < 2 or not (sizes > 0).all():  # noqa: PLR2004 - a range needs two
        raise ValueError("a u' chart needs two points at least, each with a size above 0")
    mean = float(counts.sum() / sizes.sum())
    expected = np.sqrt(mean / sizes)
    if mean == 0:
        return LaneyLimits(0.0, np.zeros(len(counts)), np.zeros(len(counts)), 1.0)
    scores = (counts / sizes - mean) / expected
    spread = float(np.abs(np.diff(scores)).mean() / D2)
    reach = SIGMAS * expected * spread
    return LaneyLimits(mean, np.maximum(mean - reach, 0), mean + reach, spread)
