"""Poisson imputation against published results: mpdta, Wooldridge's estimator, and California's cigarettes.

The counties of a cohort share their months without the programme, so the cohorts' totals give the same answer as the
500 counties: they are restated here (teenage employment in hundreds of thousands, R package did).
"""

import numpy as np
import pandas as pd
import pytest
from diff_diff import WooldridgeDiD

from tests.reference.published import REFERENCE, column, rows
from tests.unit.analysis.made import panel as made_panel
from voorkant.analysis.imputation import imputed
from voorkant.analysis.panel import Panel

COHORTS = {
    0: (290055, 276570, 282086, 292701, 301370),
    2004: (30406, 28808, 28769, 28777, 29442),
    2006: (68970, 64409, 67625, 72385, 71944),
    2007: (140755, 136362, 135236, 137036, 136517),
}
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


def mpdta() -> pd.DataFrame:
    found = rows(REFERENCE / "mpdta.csv")
    names = {"county": "countyreal", "year": "year", "lpop": "lpop", "lemp": "lemp", "first": "first.treat"}
    table = pd.DataFrame({name: column(found, was) for name, was in names.items()})
    return table.assign(emp=np.exp(table["lemp"]))


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference results are not beside the checkout")
def test_all_counties_give_what_their_cohorts_give() -> None:
    table = mpdta()
    counts = table.pivot(index="county", columns="year", values="emp").to_numpy()
    found = imputed(staggered(counts, table.groupby("county")["first"].first().to_numpy()))
    assert found.observed[0] / found.expected[0] == pytest.approx(0.9792277, rel=1e-6)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference results are not beside the checkout")
def test_imputation_with_a_covariate_is_the_extended_estimator_too() -> None:
    """Poisson ETWFE with lpop, by event year: fitted on the untreated alone and carried on, as our estimator does."""
    import statsmodels.api as sm  # noqa: PLC0415 - slow to import

    table = mpdta()
    before = table[(table["first"] == 0) | (table["year"] < table["first"])]
    after = table[(table["first"] > 0) & (table["year"] >= table["first"])]
    model = sm.GLM(before["emp"], with_lpop(before), family=sm.families.Poisson()).fit(tol=1e-12)
    difference = (after["emp"] - model.predict(with_lpop(after))).groupby(after["year"] - after["first"]).mean()
    assert difference.to_numpy() == pytest.approx([-25.34975, 1.09175, -75.12463, -101.82398], rel=1e-6, abs=5e-6)


def with_lpop(table: pd.DataFrame) -> np.ndarray:
    """Cohort and year, each also times lpop."""
    levels = [(table["first"] == cohort).astype(float) for cohort in COHORTS]
    levels += [(table["year"] == year).astype(float) for year in range(FIRST + 1, FIRST + YEARS)]
    return np.column_stack([*levels, *(table["lpop"], *(level * table["lpop"] for level in levels[1:]))])


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


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference results are not beside the checkout")
def test_before_and_after_are_those_of_californias_published_difference() -> None:
    """The plain difference in differences of Proposition 99 (-27.34911), from the cells that a panel compares."""
    table = pd.DataFrame(rows(REFERENCE / "california_prop99.csv", ";"))
    packs = table.astype({"Year": int, "PacksPerCapita": float}).pivot(index="State", columns="Year")["PacksPerCapita"]
    california = packs.index == "California"
    panel = staggered(packs.to_numpy(), np.where(california, 1989, 0), first=1970)
    before, after = (mask[0] for mask in panel.masks())
    began = after[california][0]
    own = panel.counts[california][0]
    others = panel.counts[~california].mean(axis=0)
    difference = own[began].mean() - own[before[california][0]].mean() - others[began].mean() + others[~began].mean()
    assert difference == pytest.approx(-27.34911, rel=1e-6)
