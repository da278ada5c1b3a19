"""Randomisation, its interval, the jackknife and the companions of an estimate."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.analysis.made import MONTHS, panel, rolled_out
from voorkant.analysis.assignment import distinct_assignments, orders
from voorkant.analysis.breakdown import breakdown_trend
from voorkant.analysis.donut import donut
from voorkant.analysis.eventstudy import LEAST_EXPECTED, event_study
from voorkant.analysis.imputation import imputed
from voorkant.analysis.jackknife import jackknife, t_quantile
from voorkant.analysis.meanreversion import peak_before
from voorkant.analysis.merge import merged
from voorkant.analysis.placebo import placebo_in_space, placebo_in_time
from voorkant.analysis.power import planned, smallest_fall
from voorkant.analysis.randomisation import Null, null_logs, randomised


def test_every_distinct_deal_is_listed_once() -> None:
    small = panel([20, 20, 30, MONTHS, MONTHS])
    deals, complete = orders(small, 999, 1)
    assert complete
    assert len(deals) == distinct_assignments(small) == 30
    assert len({tuple(small.begin[deal]) for deal in deals}) == 30
    assert all(sorted(deal) == [0, 1, 2, 3, 4] for deal in deals)


def test_many_deals_are_drawn_and_the_seed_says_which() -> None:
    large = rolled_out()
    first, complete = orders(large, 50, 1)
    assert not complete
    assert (first == orders(large, 50, 1)[0]).all()
    assert (first != orders(large, 50, 2)[0]).any()
    assert distinct_assignments(large) == np.prod(np.arange(11, 21, dtype=object))


def test_p_of_all_deals_is_a_count() -> None:
    small = panel([20, 20, 20, MONTHS, MONTHS, MONTHS], ratio=0.5, rate=8)
    found = randomised(small, alpha=0.2)
    deals, _ = orders(small, 999, 1)
    drawn = null_logs(small, deals, np.zeros(1))[0]
    own = imputed(small).log[0]
    assert found.complete
    assert found.p == (np.abs(drawn) >= abs(own) - 1e-6).sum() / 20


def test_months_that_are_alike_can_be_taken_together() -> None:
    whole = rolled_out(ratio=0.7)
    counts, exposure = whole.counts.copy(), whole.exposure.copy()
    counts[2, 30:33] = np.nan
    exposure[:, 36:] *= 1.1
    gappy = replace(whole, counts=counts, exposure=exposure, full=whole.full + (whole.full == 23))
    deals, _ = orders(gappy, 30, 1)
    smaller = merged(gappy)
    assert smaller.months < 20
    assert imputed(smaller).log == pytest.approx(imputed(gappy).log, abs=1e-8)
    nodes = np.array([-0.3, 0.0])
    assert null_logs(smaller, deals, nodes) == pytest.approx(null_logs(gappy, deals, nodes), abs=1e-7)


@pytest.mark.parametrize("true", [0.7, 1.0])
def test_the_interval_holds_what_the_test_does_not_reject(true: float) -> None:
    whole = rolled_out(ratio=true)
    found = randomised(whole, draws=199)
    deals, _ = orders(whole, 199, 20180101)
    seen = imputed(whole).log[0]
    assert found.low < np.exp(seen) < found.high
    for bound, inward in ((found.low, 1), (found.high, -1)):
        for side, kept in ((2e-5 * inward, True), (-5e-5 * inward, False)):
            theta = np.log(bound) + side
            drawn = null_logs(whole, deals, np.array([theta]))[0]
            p = ((np.abs(drawn) >= abs(seen - theta) - 1e-6).sum() + 1) / 200
            assert bool(p > 0.05) is kept, (bound, side, p)


def test_between_the_nodes_the_polynomial_is_as_good_as_a_fit() -> None:
    whole = rolled_out(ratio=0.8)
    deals, _ = orders(whole, 40, 3)
    nodes = np.linspace(-1, 0.5, 7)
    null = Null(nodes, null_logs(whole, deals, nodes), -0.2, False)
    direct = null_logs(whole, deals, np.array([-0.37]))[0]
    from voorkant.analysis.randomisation import _lagrange  # noqa: PLC0415 - looked at from inside

    assert _lagrange(null.nodes, -0.37) @ null.found == pytest.approx(direct, abs=2e-5)


def test_the_same_data_and_seed_give_the_same_bits() -> None:
    assert randomised(rolled_out(), draws=99) == randomised(rolled_out(), draws=99)
    assert randomised(rolled_out(), draws=99) != randomised(rolled_out(), draws=99, seed=4)


def test_p_and_interval_agree_about_no_difference() -> None:
    for seed in range(6):
        found = randomised(rolled_out(ratio=0.85, seed=seed), draws=99)
        assert (found.p <= 0.05) is not (found.low <= 1 <= found.high)


def test_the_jackknife_leaves_out_each_unit() -> None:
    whole = rolled_out(ratio=0.7)
    found = jackknife(whole)
    without = np.arange(whole.units) != 4
    assert found.logs[4] == pytest.approx(imputed(whole.only(without)).log[0], abs=1e-8)
    low, high = found.interval()
    assert low < found.lowest < np.exp(found.seen) < found.highest < high
    assert found.keeps_sign


def test_one_unit_that_decides_is_seen() -> None:
    counts = panel([30, 30, 30, *[MONTHS] * 6], rate=5).counts
    counts[0, 30:] = np.round(counts[0, 30:] * 0.4)
    counts[1:3, 30:] = np.round(counts[1:3, 30:] * 1.1)
    found = jackknife(replace(panel([30, 30, 30, *[MONTHS] * 6], rate=5), counts=counts))
    assert found.seen < 0
    assert not found.keeps_sign


def test_the_t_quantile_is_the_published_table() -> None:
    assert (t_quantile(0.975, 20), t_quantile(0.80, 11)) == pytest.approx((2.0930, 0.8791), abs=5e-5)


def test_the_donut_forgets_the_months_before_the_start() -> None:
    whole = rolled_out(ratio=0.7, rate=4)
    month = np.arange(MONTHS)
    early = (month >= whole.begin[:, None] - 3) & (month < whole.begin[:, None]) & (whole.begin < MONTHS)[:, None]
    ahead = replace(whole, counts=np.where(early, np.round(whole.counts * 0.5), whole.counts))
    found = donut(ahead)
    assert found[0] > found[3]
    assert found[3] == pytest.approx(found[6], abs=0.05)


def test_a_start_after_a_peak_raises_the_flag() -> None:
    whole = rolled_out(rate=6)
    month = np.arange(MONTHS)
    late = (month >= whole.begin[:, None] - 6) & (month < whole.begin[:, None]) & (whole.begin < MONTHS)[:, None]
    peak = peak_before(replace(whole, counts=np.where(late, np.round(whole.counts * 1.5), whole.counts)))
    assert peak.ratio > 1.3
    assert peak.flags(0.8)
    assert not peak.flags(1.2)
    quiet = peak_before(whole)
    assert not quiet.flags(0.8)
    assert quiet.ratio == pytest.approx(1, abs=0.15)


def test_a_placebo_in_time_sees_a_drift_that_was_there_already() -> None:
    assert placebo_in_time(rolled_out(ratio=0.6, rate=4)).clean
    whole = rolled_out(rate=8)
    month = np.arange(MONTHS)
    drift = np.where((whole.begin < MONTHS)[:, None], 0.75 ** ((month - 30) / 12), 1.0)
    assert not placebo_in_time(replace(whole, counts=np.round(whole.counts * drift))).clean
    assert np.isnan(placebo_in_time(panel([5, 5, MONTHS, MONTHS])).ratio)


def test_one_unit_is_ranked_among_those_that_never_started() -> None:
    found = placebo_in_space(panel([30, *[MONTHS] * 19], ratio=0.4, rate=6))
    assert (found.place, found.of) == (1, 20)
    assert found.ratio < 0.6
    nobody = placebo_in_space(panel([30, MONTHS]))
    assert (nobody.place, nobody.of) == (1, 1)


def test_the_breakdown_trend_is_the_drift_that_explains_all() -> None:
    whole = panel([30, 30, MONTHS, MONTHS], rate=40)
    month = np.arange(MONTHS)
    means = whole.exposure * 0.1 * np.where(whole.running, np.exp(-0.05 * (month - 14.5) / 12), 1.0)
    assert breakdown_trend(replace(whole, counts=means)) == pytest.approx(1 - np.exp(-0.05), rel=1e-6)
    nothing = replace(whole, counts=np.where(whole.running, 0.0, whole.counts))
    assert np.isnan(breakdown_trend(nothing))


def test_the_event_study_pools_quarters_until_enough_is_expected() -> None:
    whole = rolled_out(ratio=0.6, rate=3)
    steps = event_study(whole)
    assert all(step.expected >= LEAST_EXPECTED for step in steps)
    assert [step.first for step in steps[1:]] == [step.last + 1 for step in steps[:-1]]
    assert all(step.low < step.ratio < step.high for step in steps)
    after = [step for step in steps if step.first >= 0]
    part = imputed(whole)
    assert sum(step.expected for step in after) == pytest.approx(part.expected[0])
    assert sum(step.observed for step in after) == part.observed[0]
    assert np.mean([step.ratio for step in after]) < 0.75 < np.mean([step.ratio for step in steps if step.last < 0])
    assert event_study(panel([30, 30])) == []


def test_the_smallest_fall_follows_from_the_error() -> None:
    assert smallest_fall(0.1, 20) == pytest.approx(1 - np.exp(-(2.0930 + 0.8610) * 0.1), abs=1e-5)
    assert smallest_fall(0.1, 20, alpha=0.05 / 3) > smallest_fall(0.1, 20)
    assert np.isnan(smallest_fall(0.1, 1))


def test_a_plan_is_measured_on_the_months_before_it() -> None:
    coming = panel([*[70, 74, 78] * 3, *[96] * 11], months=60)
    found = planned(coming, until=96)
    assert found is not None
    assert found.placebos >= 50
    assert 0.1 < found.smallest_fall < 0.6
    assert found.expected == pytest.approx(1.5 * (26 + 22 + 18) * 3, rel=0.3)
    longer = planned(coming, until=120)
    assert longer is not None
    assert longer.smallest_fall < found.smallest_fall


def test_nothing_can_be_predicted_of_a_plan_without_months_before() -> None:
    assert planned(panel([14, 40, *[96] * 10]), until=96) is None
    assert planned(panel([96] * 10), until=96) is None
