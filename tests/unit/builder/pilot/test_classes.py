"""The class of a practice since its start: a word of those inside only, and small practices together."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.analysis.made import panel, rolled_out
from tests.unit.builder.pilot.made import FIRST, INTERN, OPENBAAR, PILOT, case_of, together
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.classes import CLASS, Unit, class_rows, classed
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


def classes(case: Case, level=INTERN, tells=lambda _sums: True) -> dict[str, tuple[float, str]]:
    rows = class_rows([Moment(NOW, evaluate(case, FIRST + MONTHS))], level, tells)
    assert {(row[0], row[2], row[4], row[5]) for row in rows} <= {(NOW, CLASS, None, None)}
    return {row[1]: (row[3], row[6]) for row in rows}


def test_one_that_stands_apart_is_named_and_the_others_are_as_expected() -> None:
    found = classes(made(p2=3.0))
    assert found["01000002"] == (1.0, "1")
    assert sum(word != "0" for _, word in found.values()) == 1


def test_one_that_is_far_lower_is_named_where_that_leaves_enough_counts() -> None:
    assert classes(made(rate=12.0, p2=0.1))["01000002"] == (1.0, "-1")


def units(*observed: float, expected: float = 10.0) -> list[Unit]:
    """One for each count, with as many expected."""
    where = np.zeros((len(observed), 1), dtype=bool)
    return [Unit((f"0100000{at}",), where, count, expected) for at, count in enumerate(observed)]


def test_lower_is_not_told_where_next_to_nothing_is_left_to_be() -> None:
    """Of eight expected events only 0 and 1 lie below the limit: the word would nearly be the count."""
    few, *_ = classed(units(0, *[8] * 11, expected=8.0), INTERN)
    assert (few.word, few.low) == (0, 0)
    many, *_ = classed(units(3, *[30] * 11, expected=30.0), INTERN)
    assert (many.word, many.low) == (-1, 0)


@pytest.mark.parametrize("observed", [0, 3, 8, 10, 14, 25, 40])
def test_what_a_word_says_holds_for_what_was_counted(observed: int) -> None:
    for item in classed(units(observed, 8, 9, 10, 11, 12, 10, 10), INTERN):
        assert item.low <= item.unit.observed <= item.high
        assert item.word or item.high < 40


def test_who_would_give_a_count_away_says_so_and_no_others() -> None:
    """All at once, then by halves: what does it is found, and the others keep their word."""
    asked: list[list[Sum]] = []

    def tells(sums: list[Sum]) -> bool:
        asked.append(sums)
        return not any(item.where[2].any() for item in sums)

    usual, found = classes(made()), classes(made(), tells=tells)
    assert found.pop("01000002")[1] == "herleidbaar"
    assert found == {code: told for code, told in usual.items() if code != "01000002"}
    assert len(asked) <= 2 * len(usual).bit_length() + 1


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
    assert class_rows([Moment(NOW, evaluate(made(), FIRST + months))], INTERN, lambda _sums: True) == []
