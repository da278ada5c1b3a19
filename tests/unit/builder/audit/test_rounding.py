"""Rounding has no direction: sums of yearly counts of gemeenten are right on average, also of a small programme."""

from collections.abc import Callable

import numpy as np
import pytest

from voorkant.builder.audit.ranges import Level, rounded
from voorkant.builder.audit.table import Floats
from voorkant.declare.settings import Rule

INTERN, OPENBAAR = Level(Rule(5, 3)), Level(Rule(10, 5), Rule(5, 3))
BOUND = 0.005
DRAWN = 200_000


@pytest.fixture(scope="module")
def counts() -> Floats:
    """As those of pupils who got help in a gemeente in a year: 37 on average, and few below ten."""
    chance = np.random.default_rng(4)
    drawn: Floats = chance.poisson(chance.gamma(3.0, 37 / 3, DRAWN)).astype(float)
    return drawn


def bias(counts: Floats, level: Level, rounding: Callable[[Floats, Level], Floats]) -> float:
    """Of the sum of what is shown, as a part of the sum of the true counts behind it."""
    shown = rounding(counts, level)
    told = counts >= level.rule.threshold if level.inner is None else rounded(counts, Level(level.inner)) >= 10
    return float((shown[told].sum() - counts[told].sum()) / counts[told].sum())


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_sums_of_shown_counts_are_right_on_average(counts: Floats, level: Level) -> None:
    assert abs(bias(counts, level, rounded)) <= BOUND


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_rounding_down_is_noticed(counts: Floats, level: Level) -> None:
    assert abs(bias(counts, level, lambda drawn, own: np.floor(drawn / own.rule.base) * own.rule.base)) > BOUND
