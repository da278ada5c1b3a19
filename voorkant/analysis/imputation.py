"""Observed against expected: what started units would have had, by units and months without the programme.

Source: Poisson imputation, equal to the pooled Poisson extended two-way fixed effects estimator of Wooldridge (2023),
Econometrics Journal 26. Expected = exposure x unit x month is fitted on the cells without the programme alone, by
iterative proportional fitting (Deming & Stephan, 1940), and carried on to the cells with it. V variants (other
starts, one unit left out) are fitted at once: masks have shape (V, units, months), answers (V,).
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.intervals import Floats
from voorkant.analysis.panel import Bools, Panel

TOLERANCE, MOST_STEPS = 1e-9, 2000
CHUNK = 50
"""Variants that are fitted together: what fits in the cache of a processor is several times quicker."""
FARTHEST = 20.0
"""A log ratio of nothing over something, or the other way round: farther than any that is found."""


@dataclass(frozen=True)
class Fit:
    """The factors of every variant, units (V, units) and months (V, months); 0 where nothing is known of one."""

    unit: Floats
    month: Floats


@dataclass(frozen=True)
class Ratio:
    """Events seen and expected in the cells with the programme; both (V,)."""

    observed: Floats
    expected: Floats

    @property
    def log(self) -> Floats:
        """log(observed / expected); 0 where there is nothing of both, and never infinite."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log(self.observed) - np.log(self.expected)
        return np.asarray(np.nan_to_num(np.clip(found, -FARTHEST, FARTHEST), nan=0.0))


def fit(counts: Floats, exposure: Floats, before: Bools, start: Floats | None = None) -> Fit:
    """The factors at which expected equals observed in every row and column of the cells before."""
    weights = np.where(before, exposure, 0.0)
    seen = np.where(before, counts, 0.0)
    rows, columns = seen.sum(axis=2), seen.sum(axis=1)
    unit = _divided(rows, weights.sum(axis=2)) if start is None else start
    for _ in range(MOST_STEPS):
        month = _divided(columns, np.matmul(unit[:, None, :], weights)[:, 0])
        renewed = _divided(rows, np.matmul(weights, month[:, :, None])[:, :, 0])
        moved = np.abs(renewed - unit).max(initial=0.0)
        unit = renewed
        if moved <= TOLERANCE * unit.max(initial=0.0):
            break
    return Fit(unit, month)


def _divided(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def ratio(counts: Floats, exposure: Floats, masks: tuple[Bools, Bools], found: Fit) -> Ratio:
    """Observed and expected events in the cells after."""
    _, after = masks
    weights = np.where(after, exposure, 0.0)
    expected = (found.unit * np.matmul(weights, found.month[:, :, None])[:, :, 0]).sum(axis=1)
    return Ratio(np.where(after, counts, 0.0).sum(axis=(1, 2)), expected)


def imputed(panel: Panel, masks: tuple[Bools, Bools] | None = None) -> Ratio:
    """Observed and expected of every variant; as it was when no masks are given."""
    before, after = panel.masks() if masks is None else masks
    parts = []
    for first in range(0, len(before), CHUNK):
        chunk = before[first : first + CHUNK], after[first : first + CHUNK]
        found = fit(panel.counts, panel.exposure, chunk[0])
        parts.append(ratio(panel.counts, panel.exposure, chunk, found))
    return Ratio(np.concatenate([part.observed for part in parts]), np.concatenate([part.expected for part in parts]))


def expected_cells(panel: Panel) -> Floats:
    """(units, months): the expected count of every cell without the programme; nan where it does not follow."""
    before, _ = panel.masks()
    found = fit(panel.counts, panel.exposure, before)
    cells = panel.exposure * found.unit[0][:, None] * found.month[0][None, :]
    follows = before[0].any(axis=1)[:, None] & before[0].any(axis=0)[None, :]
    return np.where(follows, cells, np.nan)
