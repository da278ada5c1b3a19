"""Poisson imputation against published results, mpdta and Wooldridge's estimator.

The counties of a cohort share their months without the programme, so the cohorts' totals give the same answer as the
500 counties.
"""

import numpy as np
import pandas as pd
import pytest
from diff_diff import WooldridgeDiD

from tests.reference.restated import COHORTS
from tests.unit.analysis.made import panel as made_panel
from voorkant.analysis.imputation import imputed
from voorkant.analysis.panel import Panel

COUNTIES_AFTER = 20 * 4 + 40 * 2 + 131
FIRST, YEARS = 2003, 5


def staggered(counts: np.ndarray, first_years: np.ndarray, first: int = FIRST) -> Panel:
    """A panel without denominators: every exposure is 1, as in the published examples."""
    years = counts.shape[1]
    begin = np.where(first_years == 0, years, first_years - first).astype(int)
    return Panel(counts, np.ones_like(counts), begin, begin, np.full(len(begin), years))


def test_the_poisson_imputation_of_mpdta_without_covariates() -> None:
    found = imputed(staggered(np.array(list(COHORTS.values()), dtype=float), np.array(list(COHORTS))))
    assert found.observed[0] / found.expected[0] == pytest.approx(0.9792277, rel=1e-6)
    assert (found.observed[0] - found.expected[0]) / COUNTIES_AFTER == pytest.approx(-28.913833, rel=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_the_estimate_is_that_of_another_implementation(seed: int) -> None:
    """diff-diff's Poisson estimator of Wooldridge, on made panels with units of one cohort and without denominators."""
    counts = made_panel([*[3] * 4, *[5] * 4, *[8] * 8], ratio=0.7, months=8, rate=30, seed=seed).counts
    starts = np.array([*[3] * 4, *[5] * 4, *[0] * 8])
    found = imputed(staggered(counts, starts, first=0))
    table = pd.DataFrame(
        [(unit, month, first, counts[unit, month]) for unit, first in enumerate(starts) for month in range(8)],
        columns=["unit", "month", "first", "count"],
    )
    other = WooldridgeDiD(method="poisson").fit(table, outcome="count", unit="unit", time="month", first_treat="first")
    cells = 4 * 5 + 4 * 3
    assert (found.observed[0] - found.expected[0]) / cells == pytest.approx(other.overall_att, rel=1e-6)
