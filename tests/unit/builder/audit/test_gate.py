"""The gate on a table that is small enough to work out by hand."""

import numpy as np
import pandas as pd
import pytest

from voorkant.builder.audit.gate import Gate, coarse_range
from voorkant.builder.audit.memory import Before
from voorkant.builder.audit.periods import SUM
from voorkant.builder.audit.ranges import Level, Published
from voorkant.builder.audit.system import build
from voorkant.builder.audit.table import Audited, Relations
from voorkant.declare.settings import Rule
from voorkant.domain.problem import DataRefused

INTERN = Level(Rule(5, 3))
OPENBAAR = Level(Rule(10, 5), Rule(5, 3))


def table(counts: list[int], *, level: str = "gemeente") -> Audited:
    """A whole, as the sum of what follows it; unique people, hidden below five and rounded to three."""
    rows = []
    for place, count in enumerate([sum(counts), *counts]):
        small = 0 < count < 5
        near = round(count / 3) * 3
        rows.append(
            {
                "indicator": "bereikte_jeugdigen", "programme": "ojg", "area_id": 1, "area_code": "GM9901",
                "period_id": place, "period_code": f"2024-{place:02d}", "type": "month", "dimension": "",
                "split_value": "", "level": level, "gemeente_code": "GM9901",
                "is_small_level": False, "first_year": 2024, "last_year": 2024,
                "kind": "people", "true_numerator": count, "true_denominator": 100, "true_youths": count,
                "true_others": 0, "numerator": None if small else near, "numerator_low": 0 if small else near - 1,
                "numerator_high": 4 if small else near + 1, "denominator": 100, "reason": "klein" if small else None,
            }
        )  # fmt: skip
    relations = Relations(
        parent=np.array([0]), family=np.array([0]), form=np.array([SUM]), is_whole=np.array([True]),
        relation=np.zeros(len(counts), dtype=np.int64), piece=np.arange(1, len(counts) + 1),
    )  # fmt: skip
    return Audited(pd.DataFrame(rows), relations)


def gate(audited: Audited, low: dict[int, float] | None = None, high: dict[int, float] | None = None) -> Gate:
    system = build(audited)
    before = Before.nothing(system.variables.size)
    for side, given in ((before.low, low or {}), (before.high, high or {})):
        for variable, value in given.items():
            side[variable] = value
    return Gate(system, Published(audited.cells, INTERN), before)


def test_what_leaves_enough_doubt_is_left_as_it_is() -> None:
    passed = gate(table([12, 2])).passed(np.zeros(3, dtype=np.int64))
    assert list(passed.step) == [0, 0, 0]
    assert passed.small.sum() == 1
    assert passed.narrowest >= 3


def test_a_count_that_follows_from_the_rest_gets_a_wider_range_itself_first() -> None:
    # 13 is shown as 12 and 17 as 18: what is left is at least 17 - 13 = 4, and "below five" makes that exact
    audited = table([13, 4])
    passed = gate(audited).passed(np.zeros(3, dtype=np.int64))
    assert list(passed.step) == [0, 0, 1]
    low, high = coarse_range(Published(audited.cells, INTERN), passed.step)
    assert (low[2], high[2]) == (0, 7)


def test_a_coarser_cell_never_says_more() -> None:
    for count in range(60):
        published = Published(table([count]).cells, INTERN)
        near = published.number[1]
        assert abs(near - count) <= 1
        for step in (1, 2):
            low, high = coarse_range(published, np.full(2, step))
            assert low[1] <= max(near - 1, 0)
            assert high[1] >= near + 1


def test_what_cannot_be_mended_is_refused_by_name_and_without_a_value() -> None:
    with pytest.raises(DataRefused) as refused:
        gate(table([13, 4]), low={2: 4}, high={2: 4}).passed(np.zeros(3, dtype=np.int64))
    assert "bereikte_jeugdigen in GM9901, 2024-02" in str(refused.value)
    assert "Maak de drempel of de afronding" in str(refused.value)


def test_a_former_audit_is_taken_over_as_it_was() -> None:
    passed = gate(table([13, 4])).again(np.array([0, 0, 1]))
    assert passed.turns == -1
    assert passed.narrowest >= 3


def test_an_openbaar_cell_is_shown_from_what_intern_rounds_to_ten_or_more() -> None:
    assert (OPENBAAR.least_shown, OPENBAAR.most_hidden, OPENBAAR.margin, OPENBAAR.wanted) == (11, 10, 3, 5)
    assert (INTERN.least_shown, INTERN.most_hidden, INTERN.margin, INTERN.wanted) == (5, 4, 1, 3)
