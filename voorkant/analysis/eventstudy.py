"""Observed over expected per quarter since the start: a picture of how a difference grew, never a test.

Quarters are taken together until at least twenty events are expected. Each has an interval of the jackknife; the band
holds for all of them at once (Bonferroni). Quarters before the start, which the model has seen, lie around 1.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.imputation import CHUNK, FARTHEST, fit
from voorkant.analysis.intervals import Floats
from voorkant.analysis.jackknife import t_quantile
from voorkant.analysis.panel import Bools, Ints, Panel

QUARTER = 3
LEAST_EXPECTED = 20
SHOWN_BEFORE = 8
"""Quarters before the start that are shown."""


@dataclass(frozen=True)
class Step:
    """Quarters since the start (negative: before) from first up to and including last."""

    first: int
    last: int
    observed: float
    expected: float
    low: float
    high: float

    @property
    def ratio(self) -> float:
        return self.observed / self.expected


def event_study(panel: Panel, alpha: float = 0.05) -> list[Step]:
    """The steps in order; empty when nothing can be compared."""
    before, after = panel.masks()
    counted = (before[0] & _close(panel)) | after[0]
    if not after.any():
        return []
    quarter = _quarters(panel)
    whole = _expected(panel, before, counted)
    groups = _grouped(quarter, counted, whole[0])
    observed, expected = (np.array([cells[np.isin(quarter, group)].sum() for group in groups])
                          for cells in (np.where(counted, panel.counts, 0.0), whole[0]))  # fmt: skip
    reach = t_quantile(1 - alpha / (2 * len(groups)), panel.units) * _errors(panel, before, counted, groups)
    low, high = observed / expected * np.exp(-reach), observed / expected * np.exp(reach)
    return [Step(int(group[0]), int(group[-1]), *map(float, values))
            for group, values in zip(groups, zip(observed, expected, low, high, strict=True), strict=True)]  # fmt: skip


def _quarters(panel: Panel) -> Ints:
    """(units, months): whole quarters since the start; the transition month is in neither."""
    month = np.arange(panel.months)
    since = np.where(month >= panel.full[:, None], month - panel.full[:, None], month - panel.begin[:, None])
    return np.asarray(since // QUARTER)


def _close(panel: Panel) -> Bools:
    """Months of started units, not long before the start."""
    near = np.arange(panel.months) >= panel.begin[:, None] - QUARTER * SHOWN_BEFORE
    started = panel.masks()[1][0].any(axis=1)
    return np.asarray(near & started[:, None])


def _expected(panel: Panel, before: Bools, counted: Bools) -> Floats:
    """(variants, units, months): expected counts in the counted cells."""
    parts = []
    for first in range(0, len(before), CHUNK):
        found = fit(panel.counts, panel.exposure, before[first : first + CHUNK])
        parts.append(np.where(counted, panel.exposure, 0.0) * found.unit[:, :, None] * found.month[:, None, :])
    return np.concatenate(parts)


def _grouped(quarter: Ints, counted: Bools, expected: Floats) -> list[Ints]:
    """Quarters taken together, away from the start on both sides, until enough is expected; a rest joins the last."""
    groups: list[Ints] = []
    for side in (range(-1, int(quarter[counted].min()) - 1, -1), range(int(quarter[counted].max()) + 1)):
        found, open_group = [], []
        for place in side:
            open_group.append(place)
            if expected[np.isin(quarter, open_group)].sum() >= LEAST_EXPECTED:
                found.append(open_group)
                open_group = []
        if open_group and found:
            found[-1] = found[-1] + open_group
        elif open_group and expected[np.isin(quarter, open_group)].sum() > 0:
            found = [open_group]
        groups += [np.array(sorted(group)) for group in found]
    return sorted(groups, key=lambda group: int(group[0]))


def _errors(panel: Panel, before: Bools, counted: Bools, groups: list[Ints]) -> Floats:
    """The jackknife's standard error of the log ratio of every group."""
    kept = np.logical_not(np.eye(panel.units, dtype=bool))[:, :, None]
    quarter = _quarters(panel)
    expected = _expected(panel, before & kept, counted)
    seen = np.where(counted, panel.counts, 0.0) * kept
    logs = []
    for group in groups:
        cells = np.isin(quarter, group) & kept
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log((seen * cells).sum(axis=(1, 2))) - np.log((expected * cells).sum(axis=(1, 2)))
        logs.append(np.nan_to_num(np.clip(found, -FARTHEST, FARTHEST)))
    spread = np.array(logs)
    return np.asarray(np.sqrt((panel.units - 1) / panel.units
                              * ((spread - spread.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)))  # fmt: skip
