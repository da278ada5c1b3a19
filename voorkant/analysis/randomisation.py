"""Randomisation inference: how often chance alone deals out starts that give as large a difference as was seen.

Sources: Fisher (1935), The Design of Experiments; interval by inversion of the test as in Rosenbaum (2002),
Observational Studies, chapter 2. Under the null hypothesis that the programme multiplies counts by r, the counts
without it are known (observed / r where it ran); starts are dealt out again over them and the model is fitted again.
The interval holds every r that is not rejected. Log ratios have shape (nodes, draws).
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from voorkant.analysis.assignment import orders
from voorkant.analysis.imputation import CHUNK, fit, imputed, ratio
from voorkant.analysis.intervals import Floats
from voorkant.analysis.merge import merged
from voorkant.analysis.panel import Ints, Panel

DRAWS, SEED = 999, 20180101
NODES = 7
WIDTHS = (4.0, 8.0, 16.0)
"""How many standard deviations around the estimate are searched for the ends of the interval, in turn."""
EQUAL = 1e-6
"""Two log ratios this near are the same deal in other clothes: the fit itself stops at a thousandth of it."""
STEP = 1e-5


@dataclass(frozen=True)
class Randomised:
    """p, two-sided, and the interval of the ratio at level `alpha`; a bound that was not found is 0 or inf."""

    p: float
    low: float
    high: float
    alpha: float
    draws: int
    complete: bool


@dataclass(frozen=True)
class Null:
    """What other deals of the starts give, as log ratios, when the true log ratio is one of the nodes."""

    nodes: Floats
    found: Floats
    seen: float
    complete: bool

    def p(self, theta: float) -> float:
        """The two-sided p of a true log ratio; between the nodes each draw follows a polynomial through them."""
        drawn: Floats = _lagrange(self.nodes, theta) @ self.found
        extreme = int((np.abs(drawn) >= abs(self.seen - theta) - EQUAL).sum())
        return extreme / len(drawn) if self.complete else (extreme + 1) / (len(drawn) + 1)


def randomised(panel: Panel, alpha: float = 0.05, draws: int = DRAWS, seed: int = SEED) -> Randomised:
    """The test and its interval. The panel must have cells after the start, and units that can change places."""
    panel = merged(panel)
    seen = float(imputed(panel).log[0])
    deals, complete = orders(panel, draws, seed)
    spread = float(np.std(null_logs(panel, deals, np.zeros(1))[0])) or 0.1
    for width in WIDTHS:
        nodes = _nodes(seen, width * spread)
        null = Null(nodes, null_logs(panel, deals, nodes), seen, complete)
        low, high = (_end(null.p, (seen, float(edge)), alpha) for edge in (nodes[0], nodes[-1]))
        if low is not None and high is not None:
            break
    p = null.p(0.0)
    low, high = (-np.inf if low is None else low), (np.inf if high is None else high)
    low, high = _agreeing(p > alpha, seen, (low, high))
    return Randomised(p, float(np.exp(low)), float(np.exp(high)), alpha, len(deals), complete)


def _agreeing(kept: bool, seen: float, ends: tuple[float, float]) -> tuple[float, float]:
    """An interval of which p says whether 0 belongs to it, also where the rejected values have a gap."""
    low, high = ends
    if kept:
        return min(low, 0.0), max(high, 0.0)
    return (low, min(high, -EQUAL)) if seen < 0 else (max(low, EQUAL), high)


def null_logs(panel: Panel, deals: Ints, nodes: Floats) -> Floats:
    """The log ratio of every deal when the true log ratio is each of the nodes: (nodes, draws)."""
    found = np.empty((len(nodes), len(deals)))
    for first in range(0, len(deals), CHUNK):
        chunk = deals[first : first + CHUNK]
        masks, start = panel.masks(chunk), None
        for place, theta in enumerate(nodes):
            counts = np.where(panel.running, panel.counts / np.exp(theta), panel.counts)
            fitted = fit(counts, panel.exposure, masks[0], start)
            # the next node is near: from this fit it takes a few steps
            start = fitted.unit
            found[place, first : first + CHUNK] = ratio(counts, panel.exposure, masks, fitted).log
    return found


def _nodes(seen: float, reach: float) -> Floats:
    """Places at which the model is fitted again: 0 among them, and the estimate well inside."""
    low, high = min(seen - reach, -reach / 4), max(seen + reach, reach / 4)
    angles = np.cos(np.pi * (2 * np.arange(NODES) + 1) / (2 * NODES))[::-1]
    spaced = (low + high) / 2 + (high - low) / 2 * angles / angles[-1]
    spaced[np.argmin(np.abs(spaced))] = 0.0
    return np.asarray(spaced)


def _lagrange(nodes: Floats, at: float) -> Floats:
    """The weight of every node in the polynomial through all of them."""
    distance = at - nodes
    if (hit := np.flatnonzero(distance == 0)).size:
        return np.asarray((np.arange(len(nodes)) == hit[0]).astype(np.float64))
    weights = 1 / (nodes[:, None] - nodes[None, :] + np.eye(len(nodes))).prod(axis=1)
    terms = weights / distance
    return np.asarray(terms / terms.sum())


def _end(p: Callable[[float], float], way: tuple[float, float], alpha: float) -> float | None:
    """The value farthest from the estimate that is not rejected; None when that is the edge of what was searched."""
    seen, edge = way
    steps = np.linspace(edge, seen, 101).tolist()
    for rejected, step in pairwise(steps):
        if p(rejected) > alpha:
            return None
        if p(step) > alpha:
            return _between(p, (step, rejected), alpha)
    return seen


def _between(p: Callable[[float], float], ends: tuple[float, float], alpha: float) -> float:
    accepted, rejected = ends
    while abs(rejected - accepted) > STEP:
        middle = (accepted + rejected) / 2
        if p(middle) <= alpha:
            rejected = middle
        else:
            accepted = middle
    return accepted
