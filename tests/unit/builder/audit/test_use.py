"""What protection costs: no bias in sums, no pull on trends and shares, and nothing told that gives a count away."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.builder.audit.ranges import Level, rounded
from voorkant.builder.audit.report import use
from voorkant.declare.settings import Rule

INTERN, OPENBAAR = Level(Rule(5, 3)), Level(Rule(10, 5), Rule(5, 3))
LEVELS = pytest.mark.parametrize("level", [INTERN, OPENBAAR], ids=["intern", "openbaar"])
MOST = 0.005
"""Of the totals of gemeenten."""


@pytest.fixture
def counts() -> np.ndarray:
    """A count per month, as those of a gemeente in the demo: around 40, with chance."""
    return np.random.default_rng(8).poisson(40, 12 * 8 * 12).astype(float)


@LEVELS
def test_sums_of_many_cells_are_not_biased(level: Level, counts: np.ndarray) -> None:
    shown = rounded(counts, level)
    assert abs(shown.sum() - counts.sum()) <= MOST * counts.sum()


@LEVELS
def test_sums_of_small_yearly_counts_are_right_on_average_and_rounding_down_is_not(level: Level) -> None:
    """As the pupils who got help in a gemeente in a year, of many more gemeenten than there are."""
    chance = np.random.default_rng(4)
    drawn = chance.poisson(chance.gamma(3.0, 37 / 3, 200_000)).astype(float)
    of_intern = drawn if level.inner is None else rounded(drawn, Level(level.inner))
    counts = drawn[of_intern >= level.rule.threshold]
    assert abs((rounded(counts, level) - counts).sum()) <= MOST * counts.sum()
    down = np.floor(counts / level.rule.base) * level.rule.base
    assert abs((down - counts).sum()) > MOST * counts.sum()


@LEVELS
def test_every_rest_is_rounded_up_as_often_as_down(level: Level) -> None:
    # over all counts of a whole number of blocks the errors cancel exactly: there is no direction
    size = level.rule.base * (level.inner.base if level.inner else 1)
    counts = np.arange(20 * size, 40 * size, dtype=float)
    assert (rounded(counts, level) - counts).sum() == pytest.approx(0)


@LEVELS
def test_a_trend_is_not_pulled_either_way(level: Level) -> None:
    chance = np.random.default_rng(3)
    months = np.arange(96)
    found = []
    for _ in range(300):
        counts = chance.poisson(60 - 0.2 * months).astype(float)
        found.append(np.polyfit(months, rounded(counts, level), 1)[0] - np.polyfit(months, counts, 1)[0])
    error = np.std(found) / np.sqrt(len(found))
    assert abs(np.mean(found)) <= max(2.6 * error, 0.0005)


@LEVELS
def test_a_share_is_not_pulled_either_way(level: Level) -> None:
    chance = np.random.default_rng(4)
    groups = chance.integers(60, 240, 4000)
    hits = chance.binomial(groups, 0.55).astype(float)
    shown = rounded(hits, level) / rounded(groups.astype(float), level)
    assert np.mean(shown - hits / groups) == pytest.approx(0, abs=0.001)


def test_of_many_cells_without_anybody_nothing_is_told_but_how_many_are_shown() -> None:
    assert use(40.0, 400, (None, 0.0, 0.0, None, None)) == ["40%", *["te weinig cellen"] * 4]


def test_of_few_cells_nothing_is_told_that_comes_from_the_truth() -> None:
    assert use(40.0, 99, (97.3, 1.0, 1.0, 0.02, 0.1)) == ["40%", *["te weinig cellen"] * 4]


@given(st.floats(87.6, 92.4), st.floats(-0.49, 0.49))
def test_what_is_told_is_too_coarse_to_work_back_from(volume: float, bias: float) -> None:
    told = ["81%", "ongeveer 90%", "1", "2", "minder dan 0,5% (toeval: 0,3%)"]
    assert use(81.0, 400, (volume, 1.0, 2.0, bias, 0.3)) == told


def test_a_larger_difference_is_told() -> None:
    assert use(81.0, 400, (90.0, 1.0, 2.0, -0.7, 0.6))[-1] == "meer dan 0,5% (toeval: 0,6%)"


@LEVELS
def test_the_spread_of_rounding_is_what_many_counts_show(level: Level) -> None:
    counts = np.arange(3000, 30_000, dtype=float)
    assert level.spread == pytest.approx(np.std(rounded(counts, level) - counts), abs=0.02)
