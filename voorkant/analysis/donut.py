"""The estimate without the last months before each start, which a coming start may have touched already."""

import numpy as np

from voorkant.analysis.imputation import imputed
from voorkant.analysis.panel import Bools, Panel, followed

HOLES = (0, 3, 6)
"""Months before the start that are left out."""


def hollow(panel: Panel, months: int) -> tuple[Bools, Bools]:
    """The masks of the panel without that many months before each start; months no longer identified drop out."""
    before, after = panel.masks()
    close = np.arange(panel.months) >= panel.begin[:, None] - months
    kept = before & np.logical_not(close & (panel.begin < panel.months)[:, None])
    return kept, followed(kept, after)


def donut(panel: Panel) -> dict[int, float]:
    """The ratio for every hole; nan where nothing is left to compare."""
    found = {}
    for months in HOLES:
        masks = hollow(panel, months)
        part = imputed(panel, masks)
        found[months] = float(np.exp(part.log[0])) if masks[1].any() and part.expected[0] > 0 else float("nan")
    return found
