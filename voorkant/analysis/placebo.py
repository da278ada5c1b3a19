"""Placebos: starts that were not there, in time and in space. An answer far from 1 makes the real one doubtful.

In time: all starts twelve months earlier, on the months before the real ones. It is never a green light: a drift of 6%
a year is seen in one of nine cases. In space: each unit that never started is given a start that others had.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.imputation import imputed
from voorkant.analysis.intervals import Floats
from voorkant.analysis.jackknife import jackknife
from voorkant.analysis.panel import Panel, comparable, followed

MONTHS_EARLIER = 12


@dataclass(frozen=True)
class PlaceboInTime:
    """The ratio in the year before the start and its jackknife interval; all nan where there is too little before."""

    ratio: float
    low: float
    high: float

    @property
    def clean(self) -> bool:
        """1 lies within the interval."""
        return self.low <= 1 <= self.high


def placebo_in_time(panel: Panel, alpha: float = 0.05) -> PlaceboInTime:
    """The twelve months before each start as if they were those after it, judged as the real ones are."""
    moved = panel.shifted(MONTHS_EARLIER)
    moved = moved.only(comparable(moved))
    _, after = moved.masks()
    if not after.any():
        return PlaceboInTime(float("nan"), float("nan"), float("nan"))
    found = jackknife(moved)
    return PlaceboInTime(float(np.exp(found.seen)), *found.interval(alpha))


@dataclass(frozen=True)
class Rank:
    """Where the started units stand among placebos: the ratio of each placebo (placebos,), and how many lie as low."""

    ratio: float
    placebos: Floats

    @property
    def place(self) -> int:
        """1 when no placebo fell as far (or rose as far, when the estimate is a rise)."""
        fell = self.ratio < 1
        return 1 + int((self.placebos <= self.ratio).sum() if fell else (self.placebos >= self.ratio).sum())

    @property
    def of(self) -> int:
        return len(self.placebos) + 1


def placebo_in_space(panel: Panel) -> Rank:
    """The started units together, and every unit that never started as if it had, at the middle of the real starts.

    A placebo is compared with the other units that never started, so the programme itself plays no part in it.
    """
    never = panel.begin >= panel.months
    counted = panel.masks()[1][0].any(axis=1)
    ratio = float(np.exp(imputed(panel).log[0]))
    if not counted.any() or never.sum() < 2:  # noqa: PLR2004 - a placebo needs another to be compared with
        return Rank(ratio, np.zeros(0))
    start = int(np.median(panel.full[counted]))
    others = panel.only(never)
    month = np.arange(panel.months)
    there = np.eye(others.units, dtype=bool)[:, :, None] & (month >= start)[None, None]
    before = others.usable & np.logical_not(there)
    after = followed(before, others.usable & there)
    tried = after.any(axis=(1, 2))
    return Rank(ratio, np.exp(imputed(others, (before[tried], after[tried])).log) if tried.any() else np.zeros(0))
