"""Regression to the mean: did units start after a peak, so that a fall had to follow anyway?

Observed against expected in the six months before the start, by a model that did not see those months, in standard
errors of the jackknife. Above 1.33 (a chance of one in ten on one side) the flag is raised.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.donut import hollow
from voorkant.analysis.jackknife import jackknife
from voorkant.analysis.panel import Panel, followed

MONTHS, RAISED = 6, 1.33


@dataclass(frozen=True)
class PeakBefore:
    """`ratio`: observed over expected before the start; `t`: how many standard errors its log lies from 0."""

    ratio: float
    t: float

    def flags(self, estimate: float) -> bool:
        """A peak explains a fall, a dip a rise."""
        return self.t > RAISED if estimate < 1 else self.t < -RAISED


def peak_before(panel: Panel) -> PeakBefore:
    """The months before the start against the model. nan where those months cannot be compared."""
    before, _ = hollow(panel, MONTHS)
    started = (panel.begin < panel.months) & panel.masks()[1][0].any(axis=1)
    month = np.arange(panel.months)
    close = (month >= panel.begin[:, None] - MONTHS) & (month < panel.begin[:, None]) & started[:, None]
    looked_at = followed(before, (panel.usable & close)[None])
    if not looked_at.any():
        return PeakBefore(float("nan"), float("nan"))
    found = jackknife(panel, (before, looked_at))
    t = found.seen / found.error if found.error > 0 else float("nan")
    return PeakBefore(float(np.exp(found.seen)), float(t))
