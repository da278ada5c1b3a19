"""A word on a practice is a bound on its count: beside cells it gives none away, where a word by itself does.

One practice began a year before the end. Its two years before and the three together are shown, which leaves four
values for the year with the programme, and "as expected" means three at least.
"""

from dataclasses import replace
from math import ceil, floor

import numpy as np
import pandas as pd
import pytest

from tests.attacks import naive
from tests.attacks.estimates import Units, bounds, of_cells, of_estimates, of_words, values
from tests.attacks.pilotworld import OUTCOME, WANTED, recovered, seen_of, truth, units_of
from tests.unit.analysis.made import MONTHS, panel
from tests.unit.builder.pilot.made import FIRST, INTERN, case_of, cell, cells_of, shown_of
from voorkant.analysis.funnel import ratio_funnel
from voorkant.analysis.imputation import expected_cells
from voorkant.builder.pilot.beside import Beside, Reader
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.classes import class_rows
from voorkant.builder.pilot.estimates import NOW, Moment, released
from voorkant.builder.pilot.evaluate import evaluate

LATE, FEW = "01000000", 3
BEGIN = 48
YEARS = {24: 11, 36: 11, BEGIN: FEW}
"""Of the practice: the first month of a year, and how many events it has."""
EXPECTED = 10.05
BLOCK = "2021..2023"


@pytest.fixture(scope="module")
def case() -> Case:
    made = panel([BEGIN, *range(20, 44, 3), *[MONTHS] * 10], rate=1.0, seed=3)
    counts, exposure = made.counts.copy(), made.exposure.copy()
    counts[0, 24:] = 0
    for first, events in YEARS.items():
        counts[0, first : first + events] = 1
    expected = expected_cells(replace(made, counts=counts))[0, BEGIN:].sum()
    exposure[0, BEGIN:] *= EXPECTED / expected
    return case_of(replace(made, counts=counts, exposure=exposure))


@pytest.fixture(scope="module")
def cells(case: Case) -> pd.DataFrame:
    """With three years together of the practice."""
    own = cells_of(case)
    count = sum(YEARS.values())
    whole = cell(len(own), ("praktijk", LATE, 2021), count, INTERN)
    return pd.concat([own, pd.DataFrame([whole | {"period_code": BLOCK, "type": "3year", "last_year": 2023}])],
                     ignore_index=True)  # fmt: skip


@pytest.fixture(scope="module")
def units(case: Case) -> Units:
    return units_of(case)


@pytest.fixture(scope="module")
def limits(case: Case) -> dict[str, tuple[float, float]]:
    """The fewest and the most that is as expected, of every practice that began."""
    made = case.panel(FIRST + MONTHS)
    expected = np.where(made.running, expected_cells(made), 0.0).sum(axis=1)
    began = np.flatnonzero(made.running.any(axis=1))
    observed = np.where(made.running, truth(case), 0.0).sum(axis=1)
    funnel = ratio_funnel(observed[began], expected[began])
    return {case.places[unit].code: (ceil(low * expected[unit]), floor(high * expected[unit]))
            for unit, low, high in zip(began, funnel.low, funnel.high, strict=True)}  # fmt: skip


def released_words(case: Case, cells: pd.DataFrame, units: Units) -> tuple[dict[str, str], list]:
    """The words as they are released, and the estimates beside them."""
    moments = [Moment(NOW, evaluate(case, FIRST + MONTHS))]
    beside = Beside((case,), shown_of(cells), INTERN.wanted)
    found = released(moments, INTERN, readers=[Reader(beside)])
    told = list(found.sums)

    def tells(sums) -> bool:
        leaves = beside.leaves_doubt([*told, *sums])
        told.extend(sums if leaves else [])
        return leaves

    return {row[1]: row[6] for row in class_rows(moments, INTERN, tells)}, found.rows


def since(units: Units) -> np.ndarray:
    return units.running & units.block([units.codes.index(LATE)], units.months.start, units.months.stop)


def test_cells_alone_leave_the_practice_in_doubt(cells: pd.DataFrame, units: Units) -> None:
    [left] = bounds(of_cells(units, seen_of(cells), OUTCOME), [since(units)])
    assert values(*left) == FEW + 1


def test_a_word_by_itself_tells_the_count_of_a_practice(
    case: Case, cells: pd.DataFrame, units: Units, limits: dict[str, tuple[float, float]]
) -> None:
    observed = {code: float(truth(case)[units.running & units.block([at], FIRST, units.months.stop)].sum())
                for at, code in enumerate(units.codes) if code in limits}  # fmt: skip
    words = naive.words(observed, limits)
    assert words[LATE] == "0"
    known = [*of_cells(units, seen_of(cells), OUTCOME), *of_words(units, words, limits)]
    [left] = bounds(known, [since(units)])
    assert values(*left) == 1
    assert recovered(case, units, known)


def test_released_words_beside_cells_and_estimates_recover_nothing(
    case: Case, cells: pd.DataFrame, units: Units, limits: dict[str, tuple[float, float]]
) -> None:
    words, rows = released_words(case, cells, units)
    assert words[LATE] == "herleidbaar"
    assert set(words) == set(limits)
    assert list(words.values()).count("herleidbaar") == 1
    seen = seen_of(cells)
    known = [*of_cells(units, seen, OUTCOME), *of_words(units, words, limits), *of_estimates(units, rows)]
    assert recovered(case, units, known) == []
    [left] = bounds(known, [since(units)])
    assert values(*left) >= WANTED
