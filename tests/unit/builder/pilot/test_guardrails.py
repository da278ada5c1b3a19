"""What a pilot watches: before and after each unit's own start, told only of enough youths."""

from dataclasses import fields, replace

import numpy as np
import pytest

from tests.unit.builder.pilot.made import INTERN, OPENBAAR, fallen
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.estimates import Row
from voorkant.builder.pilot.guardrails import Arm, Guarded, compared, guard_rows, spans

MANY = Arm(60, 300.0, 60, 240)


def rows(found: Guarded, level: Level = INTERN) -> list[Row]:
    return list(guard_rows((found,), level, lambda _sums: True))


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (Arm(120, 300.0, 120, 180), "ongunstig"),
        (Arm(25, 300.0, 25, 275), "gunstig"),
        (Arm(64, 300.0, 64, 236), "binnen_ruis"),
    ],
)
def test_worse_and_better_lie_beyond_the_noise(after: Arm, code: str) -> None:
    assert compared("wachttijd", MANY, after).code == code


def test_without_anyone_on_one_side_there_are_no_data() -> None:
    nobody = Arm(0, 0.0, 0, 0)
    assert compared("wachttijd", nobody, MANY) == Guarded("wachttijd", "geen_gegevens")
    assert compared("crisis", Arm(0, 10.0, 0, 9), Arm(0, 10.0, 0, 9)).code == "binnen_ruis"


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_a_share_is_told_in_steps_that_leave_enough_counts(level) -> None:
    [row] = rows(compared("wachttijd", MANY, Arm(102, 300.0, 102, 198)), level)
    assert row[1:3] == ("wachttijd", "let_op")
    assert row[3] == 34.0
    assert row[4] == 20.0
    for size in (30.0, 60.0, 120.0):
        hits = int(size / 2)
        [row] = rows(compared("wachttijd", Arm(hits, size, hits, hits), MANY), level)
        if row[4] is not None:
            fits = [count for count in range(int(size) + 1) if abs(100 * count / size - row[4]) <= 0.5 * 10]
            assert len(fits) >= level.wanted


def test_a_rate_is_of_a_rounded_count() -> None:
    [row] = rows(compared("crisis", Arm(31, 5000.0, 31, 5000), Arm(61, 5000.0, 61, 5000)))
    assert row[3:5] == (round(60 / 5, 1), round(30 / 5, 1))
    assert row[6] == "ongunstig"


@pytest.mark.parametrize("few", [Arm(4, 300.0, 4, 296), Arm(296, 300.0, 296, 4), Arm(60, 300.0, 3, 240)])
def test_of_too_few_youths_nothing_is_told_but_that(few: Arm) -> None:
    for pair in ((few, MANY), (MANY, few)):
        assert rows(compared("wachttijd", *pair)) == [("nu", "wachttijd", "let_op", None, None, None, "klein")]


def test_what_cannot_be_measured_says_why() -> None:
    assert rows(Guarded("terugkomst", "niet_gekoppeld")) == [
        ("nu", "terugkomst", "let_op", None, None, None, "niet_gekoppeld")
    ]


def of_returns() -> Guarded:
    """Who comes back in a case whose referrals are the trajecten: one in three of each unit and month."""
    case = fallen(rate=6.0)
    hit, place, month = np.arange(len(case.events.place)) % 3 == 0, case.events.place, case.events.month
    counted = tuple(
        replace(case, events=replace(case.events, **{field.name: getattr(case.events, field.name)[mine]
                                                     for field in fields(case.events)}), is_rest=is_rest)
        for mine, is_rest in ((hit, False), (~hit, True))
    )  # fmt: skip
    arms = []
    for where in spans(case, "terugkomst"):
        mine = where[place, month]
        hits, size = int((hit & mine).sum()), int(mine.sum())
        arms.append(Arm(hits, float(size), hits, size - hits))
    return replace(compared("terugkomst", *arms), counted=counted)


@pytest.mark.parametrize("level", [INTERN, OPENBAAR])
def test_a_share_tells_of_hits_and_of_rest_to_who_knows_the_group(level: Level) -> None:
    asked: list[Sum] = []
    [row] = guard_rows((of_returns(),), level, lambda sums: asked.extend(sums) or True)
    assert row[6] == "binnen_ruis"
    assert [item.case.is_rest for item in asked] == [False, False, True, True]
    for item in asked:
        rows_ = item.case.events
        count = item.where[rows_.place, rows_.month].sum()
        assert item.low <= count <= item.high
        assert item.high - item.low >= level.wanted


def test_a_share_of_waiting_tells_that_there_are_referrals_on_both_sides() -> None:
    asked: list[Sum] = []
    case = fallen(rate=6.0)
    watched = replace(compared("wachttijd", MANY, MANY), counted=(case, replace(case, part="langer")))
    list(guard_rows((watched,), INTERN, lambda sums: asked.extend(sums) or True))
    assert [(item.low, item.high >= 1e6) for item in asked[:2]] == [(10, True)] * 2
    share = 100 * MANY.hits / MANY.size
    assert all(item.low <= share * MANY.size / 100 <= item.high < 1e6 for item in asked[2:]), "of late ones a part"
    assert len(asked) == 4


def test_what_would_give_a_count_away_beside_cells_is_not_told() -> None:
    assert list(guard_rows((of_returns(),), INTERN, lambda _sums: False)) == [
        ("nu", "terugkomst", "let_op", None, None, None, "herleidbaar")
    ]


def test_before_is_the_year_before_each_own_start_and_after_all_since() -> None:
    case = fallen()
    before, after = spans(case, "crisis")
    begin, full, stop = case.starts()
    assert not (before & after).any()
    for place in np.flatnonzero(begin < case.months):
        assert np.flatnonzero(before[place]).tolist() == list(range(begin[place] - 12, begin[place]))
        assert np.flatnonzero(after[place]).tolist() == list(range(full[place], min(stop[place], case.months)))
    never = begin >= case.months
    assert not before[never].any()
    early, late = spans(case, "terugkomst")
    assert early.sum(axis=1)[~never].max() == 12
    assert ((early | late) == after).all()
