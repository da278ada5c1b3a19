"""Estimates beside the cells of the same units: what together would tell a small count is not released."""

from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
import pandas as pd
import pytest

from tests.unit.builder.pilot.made import (
    FIRST,
    HUISARTS,
    INTERN,
    OPENBAAR,
    PILOT,
    cell,
    cells_of,
    fallen,
    shown_of,
    thinned,
)
from voorkant.analysis.panel import Bools
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.beside import Beside, Reader, Sum, months_of
from voorkant.builder.pilot.case import Case, Events
from voorkant.builder.pilot.estimates import NOW, Moment, released
from voorkant.builder.pilot.evaluate import evaluate


@pytest.fixture(scope="module")
def case() -> Case:
    return fallen(rate=1.2)


def beside(case: Case, level: Level = INTERN) -> Beside:
    cells = cells_of(case, level)
    if level.inner is not None:  # of practices nothing is public
        cells = cells[cells["level"] == "gemeente"].reset_index(drop=True)
    return Beside((case,), shown_of(cells, level), level.wanted)


def months(case: Case, unit: int, first: int, until: int) -> Bools:
    where = np.zeros(case.counts.shape, dtype=bool)
    where[unit, first:until] = True
    return where


def told(case: Case, where: Bools, *, by: int = 0) -> Sum:
    """What is told of the events there: exactly, or with a margin."""
    count = int(case.events.events[where[case.events.place, case.events.month]].sum())
    return Sum(case, where, max(count - by, 0), count + by)


def moments(case: Case) -> list[Moment]:
    return [Moment("2022-12", evaluate(case, FIRST + 48)), Moment(NOW, evaluate(case, FIRST + 60))]


def test_nothing_told_leaves_what_cells_leave(case: Case) -> None:
    assert beside(case).leaves_doubt([])
    assert beside(case, OPENBAAR).leaves_doubt([])


def test_an_exact_count_of_a_unit_since_its_start_tells_and_a_rounded_one_does_not(case: Case) -> None:
    unit = int(np.argmin(case.starts()[0]))
    since = months(case, unit, int(case.starts()[0][unit]), case.months)
    few = thinned(case, since, 2)
    assert not beside(few).leaves_doubt([told(few, since)])
    assert beside(few).leaves_doubt([told(few, since, by=1)])


def test_all_units_together_tell_the_last_where_the_others_are_known(case: Case) -> None:
    """The observed of all started units, exactly, beside cells of all but one that are known exactly."""
    cells = cells_of(case)
    small = cells[(cells["level"] == "praktijk") & cells["reason"].notna() & (cells["true_numerator"] > 0)].iloc[0]
    year, others = int(small["period_code"]), (cells["period_code"] == small["period_code"]) & cells["reason"].isna()
    in_year = np.zeros(case.counts.shape, dtype=bool)
    in_year[:, (year * 12 - FIRST) : (year * 12 - FIRST) + 12] = True
    kept = [*cells["area_code"][others & (cells["level"] == "praktijk")], small["area_code"]]
    where = in_year & np.array([place.code in kept for place in case.places])[:, None]
    naive = cells.assign(numerator_low=cells["numerator_low"].where(~others, cells["true_numerator"]),
                         numerator_high=cells["numerator_high"].where(~others, cells["true_numerator"]))  # fmt: skip
    assert not Beside((case,), shown_of(naive), 3).leaves_doubt([told(case, where)])
    assert Beside((case,), shown_of(cells), 3).leaves_doubt([told(case, where)])


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_what_is_released_is_left_as_it_is_where_it_tells_nothing(case: Case, level: Level) -> None:
    alone = released(moments(case), level)
    assert alone.told
    assert released(moments(case), level, readers=[Reader(beside(case, level))]).rows == alone.rows


def test_less_is_told_where_more_would_tell(case: Case) -> None:
    """A reader who knows the points leaves too little in doubt: first these go, and then the oldest moment."""
    whole, asked = released(moments(case), INTERN), []

    class Strict(Beside):
        def leaves_doubt(self, told: Sequence[Sum]) -> bool:
            asked.append(len(told))
            return len(told) <= 1

    strict = Reader(Strict((case,), shown_of(cells_of(case)), 3))
    found = released(moments(case), INTERN, readers=[strict])
    assert asked == [len(whole.sums), 2, 1]
    assert len(found.told) == 1
    assert [row[6] for row in found.rows if row[2] == "reden"] == ["herleidbaar"]
    assert not [row for row in found.rows if row[2].startswith(("reeks", "sinds"))]


def test_nothing_at_all_is_told_to_who_knows_too_much_already(case: Case) -> None:
    first = months(case, 0, 0, 12)
    few = thinned(case, first, 2)
    reader = Reader(beside(few), (told(few, first),))
    assert released(moments(case), INTERN, readers=[reader]).told == ()


def test_two_pilots_on_the_same_units_are_read_together(case: Case) -> None:
    """Of one is told what two years hold, of the other what the second does: the first is what is left."""
    first, second = months(case, 0, 0, 12), months(case, 0, 12, 24)
    few = thinned(case, first, 2)
    later = replace(few, pilot=replace(PILOT, slug="later"))
    both = Beside((few, later), shown_of(cells_of(few)), 3)
    assert both.leaves_doubt([told(later, second)])
    assert not both.leaves_doubt([told(few, first | second), told(later, second)])


def test_what_one_outcome_counts_another_counts_too(case: Case) -> None:
    """Of a part of the referrals 1 to 3 are told, of all of them 0 to 2: each leaves three values, both leave two."""
    first = months(case, 0, 0, 12)
    part = thinned(case, first, 2)
    everything = replace(part, indicator=replace(HUISARTS, slug="verwijzingen_sggz", within=()))
    cells = cells_of(part)
    shown = shown_of(pd.concat([cells, cells.assign(indicator="verwijzingen_sggz")], ignore_index=True))
    both = Beside((everything, part), shown, 3)
    told_part, told_all = Sum(part, first, 1, 3), Sum(everything, first, 0, 2)
    assert both.leaves_doubt([told_part])
    assert both.leaves_doubt([told_all])
    assert not both.leaves_doubt([told_part, told_all])
    fewer = replace(everything, events=thinned(part, first, 1).events)
    assert Beside((fewer, part), shown, 3).leaves_doubt([told_part, told_all])  # it is not so, so nobody supposes it


def test_the_rest_of_a_share_is_a_count_too(case: Case) -> None:
    """Of a gemeente 20 trajecten were followed by help and 2 were not: who is told how many were not knows it."""
    alone = (replace(case.places[0], code="GM9901"),)
    first = months(case, 0, 0, 12)[:1]
    few = thinned(replace(case, pilot=replace(PILOT, unit="gemeente")), months(case, 0, 0, 12), 2)
    own = few.events.place == 0
    events = Events(*(getattr(few.events, field.name)[own] for field in fields(few.events)))
    rest = replace(few, places=alone, counts=few.counts[:1], exposure=few.exposure[:1], events=events, is_rest=True)
    row = cell(0, ("gemeente", "GM9901", FIRST // 12), 20, INTERN) | {
        "kind": "share", "true_denominator": 22, "denominator": 21, "true_others": 2, "numerator": None,
        "numerator_low": 0, "numerator_high": None, "reason": "klein",
    }  # fmt: skip
    shown = shown_of(pd.DataFrame([row]))
    assert Beside((rest,), shown, 3).leaves_doubt([Sum(rest, first, 1, 3)])
    assert not Beside((rest,), shown, 3).leaves_doubt([Sum(rest, first, 2, 3)])
    hits = replace(rest, is_rest=False)  # there were 20, so that there were 2 is not supposed of them
    assert Beside((hits,), shown, 3).leaves_doubt([Sum(hits, first, 2, 4)])


def test_the_months_of_a_period() -> None:
    assert list(months_of("2024-Q2")) == [2024 * 12 + 3, 2024 * 12 + 4, 2024 * 12 + 5]
    assert len(months_of("2023..2025")) == 36


def test_a_case_of_which_nothing_was_known_comes_with_its_own_units(case: Case) -> None:
    """Of a share hits and rest are told together: the rest is no unit of the reader yet."""
    rest = replace(case, is_rest=True)
    alone = beside(case)
    assert alone.also([case]) is alone
    both = alone.also([case, rest, rest])
    assert both.cases == (case, rest)
    assert both.leaves_doubt([told(rest, months(case, 0, 0, 12), by=2)])
