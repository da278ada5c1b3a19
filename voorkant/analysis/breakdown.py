"""The breakdown trend: how much faster a year the started units would have to drift to explain the whole difference.

In the spirit of Rambachan & Roth (2023), Review of Economic Studies 90, with a straight line: a drift of g a year since
the middle of a unit's months before moves what is expected of it by exp(g x years). The g at which expected equals
observed is the answer, as a share per year (0.03 is 3%), without sign.
"""

import numpy as np

from voorkant.analysis.imputation import expected_cells
from voorkant.analysis.panel import Panel

MONTHS_A_YEAR = 12
MOST = 3.0
"""A drift of exp(3) a year is twentyfold: nothing that is real lies beyond."""


def breakdown_trend(panel: Panel) -> float:
    """The share per year; nan where nothing was observed or expected, or no drift explains it."""
    from scipy.optimize import brentq  # noqa: PLC0415 - a slow import that only some methods need

    masks = panel.masks()
    before, after = masks[0][0], masks[1][0]
    expected = np.where(after, expected_cells(panel), 0.0)
    observed = float(panel.counts[after].sum())
    month = np.arange(panel.months)
    middle = (before * month).sum(axis=1) / np.maximum(before.sum(axis=1), 1)
    years = np.where(after, (month - middle[:, None]) / MONTHS_A_YEAR, 0.0)

    def left(drift: float) -> float:
        return float((expected * np.exp(drift * years)).sum()) - observed

    if observed <= 0 or expected.sum() <= 0 or left(-MOST) * left(MOST) > 0:
        return float("nan")
    return float(abs(np.expm1(brentq(left, -MOST, MOST, xtol=1e-10))))
