"""The gate on a table that is small enough to work out by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from scipy.optimize import linprog

from voorkant.builder.audit import gate as gates
from voorkant.builder.audit.gate import Gate, coarse_range
from voorkant.builder.audit.memory import Before
from voorkant.builder.audit.periods import GROUP, SUM
from voorkant.builder.audit.ranges import LAST_STEP, Level, Published, rounded, stands_for
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


def shares(*groups: tuple[int, int]) -> Audited:
    """Shares of (hits, rest): the group of each lies within that of the first."""
    rows = []
    for place, (hits, rest) in enumerate(groups):
        is_small = min(hits, rest) < 5
        rows.append(table([hits]).cells.iloc[1].to_dict() | {
            "indicator": f"aandeel_{place}", "kind": "share", "true_denominator": hits + rest, "true_others": rest,
            "numerator": None if is_small else round(hits / 3) * 3, "denominator": round((hits + rest) / 3) * 3,
            "numerator_low": 0, "numerator_high": None, "reason": "klein" if is_small else None,
        })  # fmt: skip
    inside = np.arange(1, len(groups))
    relations = Relations(
        parent=np.zeros_like(inside), family=inside - 1, form=np.full(len(inside), GROUP),
        is_whole=np.ones(len(inside), dtype=bool), relation=inside - 1, piece=inside,
    )  # fmt: skip
    return Audited(pd.DataFrame(rows), relations)


def group_of(audited: Audited, cell: int, told: dict[int, float]) -> tuple[float, float]:
    """The least and the most that hits and rest of a cell can be, where the groups of some cells are told."""
    system = build(audited)
    low, high = system.low.copy(), system.high.copy()
    for other, size in told.items():
        low[system.group_row[other]] = high[system.group_row[other]] = size
    both = np.isin(np.arange(system.variables.size), [cell, system.variables.rest[cell]]).astype(float)
    rows, limit = sparse.vstack([system.matrix, -system.matrix]), np.concatenate([high, -low])
    ends = [linprog(sign * both, A_ub=rows, b_ub=limit, bounds=(0, 50)).fun for sign in (1, -1)]
    return ends[0], -ends[1]


def contacts(people: int, rows: int) -> Audited:
    """A month of contacts of some people, and a small month beside it, with their sum."""
    found = table([people, 3])
    counted = [rows + 3, rows, 3]
    return replace(found, cells=found.cells.assign(
        indicator="contacten", kind="rows", true_numerator=counted, numerator=counted, numerator_low=counted,
        numerator_high=counted,
    ))  # fmt: skip


@pytest.mark.parametrize("people", [100, 400_000])
def test_a_region_of_millions_of_contacts_solves_its_own_equations(people: int) -> None:
    """Sixty rows for each of 400,000 people are more than any count; an equation that forbade it refused all."""
    tested = gate(contacts(people, people * 2))
    passed = tested.passed(np.zeros(3, dtype=np.int64))
    known, truth = (
        tested.propagation.run(*passed.own, (tested.system.low, tested.system.high)),
        tested.system.variables.truth,
    )
    assert ((known.low <= truth) & (truth <= known.high)).all()


def test_the_range_of_the_level_inside_gives_way_beside_what_was_said_before() -> None:
    """Eight youths, told to be at most ten when they were small; intern is wider since, and says 8 to 16."""
    cells = table([8, 30]).cells.assign(
        numerator=[40, None, 30],
        numerator_low=[38, 8, 29],
        numerator_high=[43, 16, 31],
        reason=[None, "herleidbaar", None],
    )
    audited = replace(table([8, 30]), cells=cells)
    tested = gate(audited, high={1: 10}, level=OPENBAAR)
    passed = tested.passed(np.zeros(3, dtype=np.int64))
    assert passed.step[1] == 1
    assert coarse_range(tested.published, passed.step)[0][1] == 0


def test_a_count_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(ArithmeticError, match="true table"):
        build(contacts(6_000_000, 12_000_000))


def test_the_group_of_a_share_lies_within_that_of_another() -> None:
    assert group_of(shares((6, 8), (2, 9)), 1, {0: 14}) == (0, 14)
    assert group_of(shares((6, 8), (2, 9)), 1, {}) == (0, 100)


def test_groups_that_are_the_same_everywhere_are_supposed_to_be() -> None:
    """One that is hidden is then known from the other; nobody supposes so where one of the groups is smaller."""
    for second, gap in (((2, 12), 0), ((2, 11), 1)):
        system = build(shares((6, 8), second))
        rows = system.matrix.toarray()
        tied = [(low, high) for row, low, high in zip(rows, system.low, system.high, strict=True) if (row < 0).any()]
        assert [high == 0 for _, high in tied] == [gap == 0]
        assert [low for low, _ in tied] == [0]


def test_a_group_that_is_larger_than_what_should_hold_it_ties_nothing() -> None:
    """A file of counts came beside the rows of one of them: no attacker supposes what is not so."""
    assert group_of(shares((6, 8), (2, 15)), 1, {0: 14}) == (0, 100)


def gate(
    audited: Audited,
    low: dict[int, float] | None = None,
    high: dict[int, float] | None = None,
    level: Level = INTERN,
) -> Gate:
    system = build(audited)
    before = Before.nothing(system.variables.size)
    for side, given in ((before.low, low or {}), (before.high, high or {})):
        for variable, value in given.items():
            side[variable] = value
    return Gate(system, Published(audited.cells, level), before)


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


def ended_early(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A gate whose search proves nothing any more."""
    monkeypatch.setattr(gates, "MORE", 0)
    ended = gate(table([12, 2]))
    ended.effort, ended.bulk_turns = 0, 1
    return ended


def test_where_nothing_is_left_to_hide_doubt_is_looked_for_once_more(monkeypatch) -> None:
    everything_hidden = np.full(3, LAST_STEP)
    assert list(ended_early(monkeypatch).passed(everything_hidden).step) == [3, 3, 3]


def test_what_is_not_proved_then_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(gates.Witnesses, "look_again", lambda _, variables, __: variables)
    with pytest.raises(DataRefused, match="2024-02"):
        ended_early(monkeypatch).passed(np.full(3, LAST_STEP))


def test_a_former_audit_is_taken_over_as_it_was() -> None:
    passed = gate(table([13, 4])).again(np.array([0, 0, 1]))
    assert passed.turns == -1
    assert passed.narrowest >= 3


def test_an_openbaar_cell_is_shown_from_what_intern_rounds_to_ten_or_more() -> None:
    assert (OPENBAAR.least_shown, OPENBAAR.most_hidden, OPENBAAR.least_group, OPENBAAR.wanted) == (11, 10, 10, 5)
    assert (INTERN.least_shown, INTERN.most_hidden, INTERN.least_group, INTERN.wanted) == (5, 4, 5, 3)


def test_openbaar_is_audited_with_what_a_number_stands_for() -> None:
    """Of 46, 30, 15 and 1 the first three are told as 44 to 46, 29 to 31 and 14 to 16: that leaves 0 to 3."""
    audited = table([30, 15, 1])
    cells, shown = audited.cells, audited.cells["true_numerator"] >= 11
    near = rounded(cells["true_numerator"].to_numpy(float), OPENBAAR)
    least, most = stands_for(near, OPENBAAR)
    cells["numerator"] = pd.array(np.where(shown, near, np.nan), dtype="Int64")
    cells["numerator_low"], cells["numerator_high"] = np.where(shown, least, 0), np.where(shown, most, 10)
    tested = Gate(build(audited), Published(cells, OPENBAAR), Before.nothing(4))
    passed = tested.passed(np.zeros(4, dtype=np.int64))
    assert passed.step.sum() > 0
    assert passed.narrowest >= 5


@pytest.mark.parametrize("level", [INTERN, OPENBAAR, Level(Rule(15, 7), Rule(7, 5)), Level(Rule(5, 3), Rule(3, 3))])
def test_a_number_stands_for_all_counts_that_are_shown_as_it_and_no_others(level: Level) -> None:
    counts = np.arange(200.0)
    least, most = stands_for(rounded(counts, level), level)
    for number in np.unique(rounded(counts, level))[:-2]:
        own = counts[rounded(counts, level) == number]
        assert (least[own.astype(int)] == own.min()).all()
        assert (most[own.astype(int)] == own.max()).all()
