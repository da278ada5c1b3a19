"""What a pilot watches: before and after each unit's own start, told only of enough youths."""

import numpy as np
import pytest

from tests.unit.builder.pilot.made import INTERN, OPENBAAR, fallen
from voorkant.builder.pilot.guardrails import Arm, Guarded, compared, guard_rows, spans

MANY = Arm(60, 300.0, 60, 240)


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
    [row] = guard_rows((compared("wachttijd", MANY, Arm(102, 300.0, 102, 198)),), level)
    assert row[1:3] == ("wachttijd", "let_op")
    assert row[3] == 34.0
    assert row[4] == 20.0
    for size in (30.0, 60.0, 120.0):
        hits = int(size / 2)
        [row] = guard_rows((compared("wachttijd", Arm(hits, size, hits, hits), MANY),), level)
        if row[4] is not None:
            fits = [count for count in range(int(size) + 1) if abs(100 * count / size - row[4]) <= 0.5 * 10]
            assert len(fits) >= level.wanted


def test_a_rate_is_of_a_rounded_count() -> None:
    [row] = guard_rows((compared("crisis", Arm(31, 5000.0, 31, 5000), Arm(61, 5000.0, 61, 5000)),), INTERN)
    assert row[3:5] == (round(60 / 5, 1), round(30 / 5, 1))
    assert row[6] == "ongunstig"


@pytest.mark.parametrize("few", [Arm(4, 300.0, 4, 296), Arm(296, 300.0, 296, 4), Arm(60, 300.0, 3, 240)])
def test_of_too_few_youths_nothing_is_told_but_that(few: Arm) -> None:
    for pair in ((few, MANY), (MANY, few)):
        assert list(guard_rows((compared("wachttijd", *pair),), INTERN)) == [
            ("nu", "wachttijd", "let_op", None, None, None, "klein")
        ]


def test_what_cannot_be_measured_says_why() -> None:
    assert list(guard_rows((Guarded("terugkomst", "niet_gekoppeld"),), INTERN)) == [
        ("nu", "terugkomst", "let_op", None, None, None, "niet_gekoppeld")
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
