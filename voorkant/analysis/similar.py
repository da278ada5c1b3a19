"""How much areas are alike: the distance between their factors, each counted in how far areas differ in it.

The root of the mean squared difference in standard deviations, over the factors that both have: Euclid's distance on
standardised factors, divided by the root of their number, so that a missing factor does not bring two areas nearer.
"""

import numpy as np

from voorkant.analysis.intervals import Floats


def distances(factors: Floats, own: int) -> Floats:
    """Of every area its distance to area number `own`; `factors` has shape (areas, factors), missing is nan.

    nan where two areas have no factor in common. A factor in which nobody differs counts as no difference.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.nanstd(factors, axis=0) if len(factors) else np.zeros(factors.shape[1])
        scaled = np.where(spread > 0, (factors - factors[own]) / np.where(spread > 0, spread, 1.0), factors * 0.0)
        known = np.isfinite(scaled) & np.isfinite(factors[own])
        total = np.where(known, scaled**2, 0.0).sum(axis=1)
        found: Floats = np.sqrt(total / np.where(known.any(axis=1), known.sum(axis=1), np.nan))
        return found
