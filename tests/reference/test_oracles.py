"""Oracle checks: published results of methods that the product does not offer, worked out here and not by its code.

They show that the inputs, and what `effect.md` expects of them, are understood; no estimate on a page rests on them.
"""

import numpy as np
import pytest

from tests.reference.restated import CALIFORNIA, COHORTS, COUNTIES, OTHER_STATES, WEIGHTED

FIRST, YEARS, STEPS = 2003, 5, 25


def levels(cohort: int, year: int) -> np.ndarray:
    """Which cohort and which year; the first year has no column."""
    return np.array([cohort == one for one in COHORTS] + [year == one for one in range(1, YEARS)], dtype=float)


def design(cohort: int, year: int, lpop: np.ndarray) -> np.ndarray:
    """Cohort and year, and both times the logarithm of the people: one row a county."""
    found = levels(cohort, year)
    return np.column_stack([*(np.full(len(lpop), one) for one in found), lpop, *(one * lpop for one in found[1:])])


def people(cohort: int) -> np.ndarray:
    return np.log([int(one) / 1000 for one in COUNTIES[cohort].split()])


def begins(cohort: int) -> int:
    return cohort - FIRST if cohort else YEARS


def test_poisson_etwfe_with_a_covariate_by_event_year() -> None:
    """Wooldridge (2023) on mpdta with lpop: fitted on what was not treated yet, and carried on.

    A Poisson fit needs no count of a county: their sums, and their sums times lpop, are its score.
    """
    untreated = [(cohort, year) for cohort in COHORTS for year in range(begins(cohort))]
    rows = np.vstack([design(cohort, year, people(cohort)) for cohort, year in untreated])
    score = np.zeros(rows.shape[1])
    for cohort, year in untreated:
        found, weighted = levels(cohort, year), WEIGHTED[cohort][year]
        score += np.concatenate([found * COHORTS[cohort][year], [weighted], found[1:] * weighted])
    fit = np.zeros(rows.shape[1])
    fit[: len(COHORTS)], fit[len(COHORTS) + YEARS - 1] = 3.0, 1.0
    for _ in range(STEPS):
        expected = np.exp(rows @ fit)
        fit += np.linalg.solve(rows.T @ (rows * expected[:, None]), score - rows.T @ expected)
    found = [by_event_year(event, fit) for event in range(4)]
    assert found == pytest.approx([-25.34975, 1.09175, -75.12463, -101.82398], rel=1e-6, abs=5e-6)


def by_event_year(event: int, fit: np.ndarray) -> float:
    """Seen less expected, per county that is so many years after its start."""
    cells = [(cohort, begins(cohort) + event) for cohort in COHORTS if begins(cohort) + event < YEARS]
    expected = sum(float(np.exp(design(cohort, year, people(cohort)) @ fit).sum()) for cohort, year in cells)
    seen = sum(COHORTS[cohort][year] for cohort, year in cells)
    return (seen - expected) / sum(len(people(cohort)) for cohort, _ in cells)


def test_the_plain_difference_of_proposition_99() -> None:
    """California against the mean of the other 38 states, before and from 1989 on."""
    own, others, since = np.array(CALIFORNIA), np.array(OTHER_STATES), 1989 - 1970
    change = own[since:].mean() - own[:since].mean()
    assert change - (others[since:].mean() - others[:since].mean()) == pytest.approx(-27.34911, rel=1e-6)
