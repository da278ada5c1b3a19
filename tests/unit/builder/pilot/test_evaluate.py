"""Whatever a pilot's data are, what comes of them is defined and explained; never a number from nothing."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.unit.analysis.made import panel, rolled_out
from tests.unit.builder.pilot.made import FIRST, PILOT, case_of, fallen, together
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.gate import Lack
from voorkant.analysis.verdict import Doubt, Verdict
from voorkant.builder.pilot.case import Break, Case
from voorkant.builder.pilot.evaluate import evaluate

END = FIRST + 60


def lacks(case: Case, until: int = END) -> set[Lack]:
    found = evaluate(case, until)
    assert found.judgement.verdict is Verdict.REFUSED
    assert found.finding is None
    return {reason.lack for reason in found.judgement.refusals}


def test_it_is_the_estimator_of_analyse():
    made = rolled_out(ratio=0.6, rate=4.0, seed=3)
    found = evaluate(case_of(made), END)
    assert found.finding == assess(made, Rules(moments=2)).finding
    assert found.judgement.verdict is Verdict.FALL
    assert found.alpha == 0.025


def test_the_same_case_gives_the_same_answer_bit_for_bit():
    assert evaluate(fallen(), END).finding == evaluate(fallen(), END).finding


def test_a_moment_sees_no_later_month():
    case = fallen()
    early = evaluate(case, FIRST + 48)
    changed = case.counts.copy()
    changed[:, 48:] = 999
    assert evaluate(replace(case, counts=changed), FIRST + 48).finding == early.finding
    assert early.panel.months == 48


def test_a_unit_that_starts_after_the_moment_is_still_compared_with():
    case = fallen()
    early = evaluate(case, FIRST + 42)
    late = sum(place.begin is not None and place.begin >= date(2022, 7, 1) for place in case.places)
    assert late > 0
    assert early.compared.standing.treated == 10 - late


def test_families_are_described_only():
    assert lacks(case_of(rolled_out(), replace(PILOT, unit="gezin"))) == {Lack.FAMILIES}


@pytest.mark.parametrize("empty", [{"months": 0}, {"places": ()}])
def test_without_months_or_units_there_is_nothing(empty):
    assert lacks(fallen().__class__(**{**fallen().__dict__, **empty})) == {Lack.NO_MONTHS}


def test_referrals_that_belong_to_no_practice_stop_it():
    assert lacks(replace(fallen(), mapped=0.79)) == {Lack.MAPPED}


def test_a_break_inside_the_window_stops_it_and_one_after_the_moment_does_not():
    broken = replace(fallen(), breaks=(Break("Andere telling", date(2022, 1, 1), True, False, frozenset({0, 3})),))
    assert Lack.BREAK in lacks(broken)
    assert evaluate(broken, FIRST + 36).compared.standing.broken == 0


def test_a_start_without_a_day_stops_it():
    case = fallen()
    places = (replace(case.places[0], begin=None, is_undated=True), *case.places[1:])
    assert Lack.START in lacks(replace(case, places=places))


def test_units_without_a_denominator_are_left_out_and_told():
    case = fallen()
    exposure = case.exposure.copy()
    exposure[0] = np.nan
    found = evaluate(replace(case, exposure=exposure), END)
    assert found.compared.prepared.without.sum() == 1
    assert found.compared.standing.treated == 9


def test_many_missing_months_stop_it():
    case = fallen()
    counts = case.counts.copy()
    counts[:, 30:40] = np.nan
    assert Lack.MISSING in lacks(replace(case, counts=counts))


def test_a_start_before_the_data_is_left_out():
    case = fallen()
    places = (replace(case.places[0], begin=date(2015, 5, 1)), *case.places[1:])
    found = evaluate(replace(case, places=places), END)
    assert found.compared.prepared.always.sum() == 1


def test_all_at_once_is_one_series_and_an_indication_at_most():
    found = evaluate(together(), END)
    assert found.compared is None
    assert found.judgement.verdict is Verdict.MAYBE_FALL
    assert Doubt.SERIES in found.judgement.doubts
    before, after = found.cells
    assert before.sum() == 8 * 30
    assert after.sum() == 8 * 30


def test_all_begun_at_different_times_still_compares():
    found = evaluate(case_of(panel(list(range(14, 54, 4)), rate=4.0)), END)
    assert found.compared is not None


def test_what_is_compared_is_known_per_cell():
    found = evaluate(fallen(), END)
    before, after = found.cells
    assert not (before & after).any()
    assert found.finding.observed == np.nansum(found.panel.counts[after])
