"""Observed over expected by quarter, since the start or of the calendar: a picture of how a difference grew, no test.

Quarters are taken together until at least twenty events are expected. Each has an interval of the jackknife. Since the
start the band holds for all of them at once (Bonferroni), and quarters before it, which the model has seen, lie around
1; of the calendar each point has a margin of its own.
"""

from collections.abc import Sequence
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
class Least:
    """What quarters taken together must have: events that are expected, and units."""

    expected: float = LEAST_EXPECTED
    units: int = 1


PICTURE = Least()


@dataclass(frozen=True)
class Step:
    """Quarters from first up to and including last: since the start (negative: before), or since the first month.

    `low` and `high` bound the ratio of observed and expected; `units` have cells in it.
    """

    first: int
    last: int
    observed: float
    expected: float
    low: float
    high: float
    units: int = 0

    @property
    def ratio(self) -> float:
        return self.observed / self.expected


def event_study(panel: Panel, alpha: float = 0.05, least: Least = PICTURE) -> list[Step]:
    """The steps since the start, in order; empty when nothing can be compared."""
    return _steps(panel, *since_start(panel), _Look(alpha, least, at_once=True))


def since_start(panel: Panel) -> tuple[Ints, Bools]:
    """(units, months): the quarter since the start, and whether the cell is counted in a step."""
    before, after = panel.masks()
    return _quarters(panel), (before[0] & _close(panel)) | after[0]


def over_time(panel: Panel, offset: int, alpha: float = 0.05, least: Least = PICTURE) -> list[Step]:
    """The same by quarter of the calendar, of started units alone; the first month is that many into its quarter."""
    quarter = np.tile((np.arange(panel.months) + offset) // QUARTER, (panel.units, 1))
    return _steps(panel, quarter, panel.masks()[1][0], _Look(alpha, least, at_once=False))


@dataclass(frozen=True)
class _Look:
    alpha: float
    least: Least
    at_once: bool


def _steps(panel: Panel, quarter: Ints, counted: Bools, look: _Look) -> list[Step]:
    before, after = panel.masks()
    if not after.any():
        return []
    whole = _expected(panel, before, counted)
    groups = _grouped(quarter, counted, whole[0], look.least)
    if not groups:
        return []
    observed, expected = (np.array([cells[np.isin(quarter, group)].sum() for group in groups])
                          for cells in (np.where(counted, panel.counts, 0.0), whole[0]))  # fmt: skip
    errors = _errors(panel, quarter, _expected_without(panel, before, counted), groups)
    share = look.alpha / (2 * len(groups) if look.at_once else 2)
    reach = t_quantile(1 - share, panel.units) * errors
    low, high = observed / expected * np.exp(-reach), observed / expected * np.exp(reach)
    return [
        Step(int(group[0]), int(group[-1]), float(observed[at]), float(expected[at]), float(low[at]), float(high[at]),
             _units(quarter, counted, group))
        for at, group in enumerate(groups)
    ]  # fmt: skip


def _units(quarter: Ints, counted: Bools, group: Sequence[int] | Ints) -> int:
    return int((counted & np.isin(quarter, group)).any(axis=1).sum())


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


def _grouped(quarter: Ints, counted: Bools, expected: Floats, least: Least) -> list[Ints]:
    """Quarters taken together, away from the start on both sides, until there is enough; a rest joins the last."""

    def amount(group: list[int]) -> float:
        return float(expected[np.isin(quarter, group)].sum())

    def enough(group: list[int]) -> bool:
        return amount(group) >= least.expected and _units(quarter, counted, group) >= least.units

    groups: list[Ints] = []
    earliest, latest = int(quarter[counted].min()), int(quarter[counted].max())
    for side in (range(-1, earliest - 1, -1), range(max(earliest, 0), latest + 1)):
        found, open_group = [], []
        for place in side:
            open_group.append(place)
            if enough(open_group):
                found.append(open_group)
                open_group = []
        if open_group and found:
            found[-1] = found[-1] + open_group
        elif open_group and amount(open_group) > 0:
            found = [open_group]
        groups += [np.array(sorted(group)) for group in found]
    return sorted(groups, key=lambda group: int(group[0]))


def _expected_without(panel: Panel, before: Bools, counted: Bools) -> tuple[Floats, Floats]:
    """(variants, units, months): what is seen and expected in the counted cells, each time without one unit."""
    kept = np.logical_not(np.eye(panel.units, dtype=bool))[:, :, None]
    seen = np.where(counted, panel.counts, 0.0) * kept
    return seen, _expected(panel, before & kept, counted) * kept


def _errors(panel: Panel, quarter: Ints, without: tuple[Floats, Floats], groups: list[Ints]) -> Floats:
    """The jackknife's standard error of the log ratio of every group."""
    logs = []
    for group in groups:
        cells = np.isin(quarter, group)
        with np.errstate(divide="ignore", invalid="ignore"):
            seen, expected = (np.log((part * cells).sum(axis=(1, 2))) for part in without)
            found = seen - expected
        logs.append(np.nan_to_num(np.clip(found, -FARTHEST, FARTHEST)))
    spread = np.array(logs)
    return np.asarray(np.sqrt((panel.units - 1) / panel.units
                              * ((spread - spread.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)))  # fmt: skip
