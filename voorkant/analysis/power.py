"""What can be seen at all: the smallest fall that is found in four of five cases, known before the answer is.

Source: Bloom (1995), Evaluation Review 19. After the start the standard error is the jackknife's. Before it, placebo
starts tell: the planned starts are laid over months before all of them and dealt out over the units.
"""

from dataclasses import dataclass, replace

import numpy as np

from voorkant.analysis.gate import FEWEST_MONTHS_BEFORE
from voorkant.analysis.imputation import imputed
from voorkant.analysis.intervals import Floats
from voorkant.analysis.jackknife import t_quantile
from voorkant.analysis.panel import Panel
from voorkant.analysis.randomisation import DRAWS, SEED

POWER = 0.80
FEWEST_PLACEBOS = 50


def smallest_fall(error: float, units: int, alpha: float = 0.05) -> float:
    """The share (0.25 is a fall of 25%) that is found with 80% power, of a standard error of the log ratio."""
    if not np.isfinite(error) or units < 2:  # noqa: PLR2004 - one unit has no spread
        return float("nan")
    return float(1 - np.exp(-(t_quantile(1 - alpha / 2, units) + t_quantile(POWER, units)) * error))


@dataclass(frozen=True)
class Planned:
    """What can be expected of a plan: the standard error, the smallest fall, and how many placebo starts say so."""

    error: float
    smallest_fall: float
    placebos: int
    expected: float


def planned(panel: Panel, until: int, alpha: float = 0.05, seed: int = SEED) -> Planned | None:
    """The prospect of starts that may lie beyond the data; `until` is the month (place) at which the plan ends.

    None when no shift of the starts leaves enough months before and six after, or no events are expected: nothing can
    then be predicted.
    """
    first = int(panel.begin[panel.begin < until].min(initial=until))
    history = _before(panel, min(first, panel.months))
    length = history.months
    logs, seen = [], []
    for shift in _shifts(panel, until, length):
        moved = _moved(history, panel, shift, until)
        ratio = imputed(moved, moved.masks(_deals(moved.units, seed + shift)))
        usable = ratio.expected > 0
        logs.append(ratio.log[usable])
        seen.append(ratio.expected[usable])
    if sum(len(part) for part in logs) < FEWEST_PLACEBOS:
        return None
    found, mean_seen = np.concatenate(logs), float(np.concatenate(seen).mean())
    expected = _expected(history, panel, until)
    if not expected > 0:
        return None
    error = float(found.std(ddof=1) * np.sqrt(mean_seen / expected))
    return Planned(error, smallest_fall(error, panel.units, alpha), len(found), expected)


def _before(panel: Panel, months: int) -> Panel:
    """The months before the first start, without a programme."""
    never = np.full(panel.units, months)
    return Panel(panel.counts[:, :months], panel.exposure[:, :months], never, never, never)


def _shifts(panel: Panel, until: int, length: int) -> range:
    """By how many months the starts can be moved earlier, so that all lie in the months before with enough around."""
    starts = panel.full[panel.begin < until]
    if not starts.size:
        return range(0)
    least = max(int(starts.max()) + 6 - length, 1)
    most = int(panel.begin[panel.begin < until].min()) - FEWEST_MONTHS_BEFORE
    return range(least, most + 1)


def _moved(history: Panel, panel: Panel, shift: int, until: int) -> Panel:
    def earlier(place: np.ndarray) -> np.ndarray:
        return np.where(panel.begin < until, np.minimum(place - shift, history.months), history.months)

    return replace(history, begin=earlier(panel.begin), full=earlier(panel.full), stop=np.full(panel.units, 10**6))


def _deals(units: int, seed: int) -> np.ndarray:
    """Some deals of the starts for one shift; with the shifts together at most some hundreds."""
    random = np.random.default_rng(seed)
    return random.permuted(np.tile(np.arange(units), (DRAWS // 10, 1)), axis=1)


def _expected(history: Panel, panel: Panel, until: int) -> float:
    """Events to be expected in the planned months with the programme, at each unit's rate of the months before."""
    known = history.known
    rates: Floats = np.where(known, history.counts, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    stop = np.where(panel.stop < panel.months, panel.stop, until)
    months = np.clip(stop - panel.full, 0, None)
    return float((rates * months).sum())
