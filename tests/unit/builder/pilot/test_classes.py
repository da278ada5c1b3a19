"""The class of a practice since its start: a word of those inside only, and small practices together."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.analysis.made import panel, rolled_out
from tests.unit.builder.pilot.made import FIRST, INTERN, OPENBAAR, PILOT, case_of, together
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.classes import CLASS, Unit, class_rows, judged
from voorkant.builder.pilot.estimates import NOW, Moment
from voorkant.builder.pilot.evaluate import evaluate

MONTHS = 60


def made(rate: float = 4.0, **changed: float) -> Case:
    """Every practice in its own month; `changed`: code of a practice -> times as many events since its start."""
    usual = rolled_out(ratio=1.0, rate=rate, seed=3)
    counts = usual.counts.copy()
    for code, times in changed.items():
        unit = int(code.removeprefix("p"))
        counts[unit, usual.begin[unit] :] = np.round(counts[unit, usual.begin[unit] :] * times)
    return case_of(replace(usual, counts=counts))


def classes(case: Case, level=INTERN) -> dict[str, tuple[float, str]]:
    rows = class_rows([Moment(NOW, evaluate(case, FIRST + MONTHS))], level)
    assert {(row[0], row[2], row[4], row[5]) for row in rows} <= {(NOW, CLASS, None, None)}
    return {row[1]: (row[3], row[6]) for row in rows}


def test_one_that_stands_apart_is_named_and_the_others_are_as_expected() -> None:
    found = classes(made(p2=3.0))
    assert found["01000002"] == (1.0, "1")
    assert sum(word != "0" for _, word in found.values()) == 1


def test_one_that_is_far_lower_is_named_where_that_leaves_enough_counts() -> None:
    assert classes(made(rate=12.0, p2=0.1))["01000002"] == (1.0, "-1")


@pytest.mark.parametrize(("low", "told"), [(0.2, 0), (0.21, -1)])
def test_lower_is_not_told_where_next_to_nothing_is_left_to_be(low: float, told: int) -> None:
    """Of ten expected events 0 and 1 lie below a fifth: the word would nearly be the count."""
    assert judged(Unit(("01000001",), 0.0, 10.0), low, -1, INTERN) == told
    assert judged(Unit(("01000001",), 30.0, 10.0), low, 1, INTERN) == 1


def test_only_practices_at_intern_that_have_begun_have_a_class() -> None:
    case = made()
    found = classes(case)
    assert set(found) <= {place.code for place in case.places if place.begin is not None}
    assert classes(case, OPENBAAR) == {}
    assert classes(replace(case, pilot=replace(PILOT, unit="school"))) == {}
    assert classes(together()) == {}


def test_small_practices_share_a_class_with_those_of_their_half_year() -> None:
    case = case_of(panel([*range(18, 48), *[MONTHS] * 10], rate=0.45, seed=3))
    found = classes(case)
    assert {size > 1 for size, _ in found.values()} == {True, False}


@pytest.mark.parametrize("months", [6, 12])
def test_too_few_classes_are_none(months: int) -> None:
    assert class_rows([Moment(NOW, evaluate(made(), FIRST + months))], INTERN) == []
