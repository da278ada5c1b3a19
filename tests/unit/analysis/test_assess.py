"""From data to verdict: comparison of units and one series, with what is refused on the way."""

import time
from dataclasses import replace

import numpy as np
import pytest

from tests.unit.analysis.made import MONTHS, panel, rolled_out
from voorkant.analysis.assess import Rules, assess
from voorkant.analysis.assess_series import assess_series
from voorkant.analysis.gate import Lack
from voorkant.analysis.panel import Panel
from voorkant.analysis.timeseries import Series, interrupted_series
from voorkant.analysis.verdict import Doubt, Verdict


def lacks(found: object) -> set[Lack]:
    return {reason.lack for reason in found.judgement.refusals}  # type: ignore[attr-defined]


def test_a_planted_fall_is_found_and_the_absence_of_one_is_not() -> None:
    fall = assess(rolled_out(ratio=0.65, rate=3), Rules(draws=199))
    assert fall.judgement.verdict is Verdict.FALL
    assert fall.finding is not None
    assert fall.finding.low < 0.65 < fall.finding.high < 1
    assert (fall.standing.treated, fall.prepared.panel.units) == (10, 20)
    none = assess(rolled_out(rate=3, seed=4), Rules(draws=199))
    assert none.judgement.verdict in (Verdict.UNLIKELY, Verdict.POSSIBLE)


def test_more_moments_make_it_stricter() -> None:
    whole = rolled_out(ratio=0.85, rate=3)
    once, thrice = (assess(whole, Rules(moments=moments, draws=499)) for moments in (1, 3))
    assert once.finding is not None
    assert thrice.finding is not None
    assert thrice.finding.low < once.finding.low
    assert thrice.finding.high > once.finding.high
    assert thrice.standing.mde > once.standing.mde
    assert once.finding.p == thrice.finding.p


def test_all_at_once_says_that_there_is_nobody_to_compare_with() -> None:
    found = assess(panel([30] * 6), Rules())
    assert lacks(found) == {Lack.COMPARISON}
    assert (found.standing.treated, found.ratio, found.finding) == (6, None, None)
    assert len(found.prepared.dropped) == 30


def test_nobody_started_is_told_too() -> None:
    found = assess(panel([MONTHS] * 6), Rules())
    assert lacks(found) == {Lack.TREATED}
    assert found.standing.comparison == 6


def test_one_or_two_started_units_get_a_rank_and_no_verdict() -> None:
    found = assess(panel([30, *[MONTHS] * 19], ratio=0.4, rate=8), Rules())
    assert Lack.TREATED in lacks(found)
    assert found.finding is None
    assert found.companions is not None
    assert (found.companions.rank.place, found.companions.rank.of) == (1, 20)


def test_a_comparison_unit_that_starts_later_counts_until_then() -> None:
    later = panel([30, 30, 30, 30, 54, 54, 54, 54, *[MONTHS] * 4])
    found = assess(later, Rules(draws=99))
    assert (found.standing.treated, found.standing.comparison) == (8, 8)
    before, _ = later.masks()
    assert before[0][4, 53]
    assert not before[0][4, 54]


def test_hidden_input_missing_months_and_silence_are_refused() -> None:
    whole = rolled_out(rate=3)
    assert Lack.SUPPRESSED in lacks(assess(whole, Rules(suppressed=True)))
    gaps = np.where(np.arange(MONTHS) % 5 == 0, np.nan, whole.counts)
    assert Lack.MISSING in lacks(assess(replace(whole, counts=gaps), Rules()))
    silent = whole.counts.copy()
    silent[15, 20:40] = 0
    assert lacks(assess(replace(whole, counts=silent), Rules())) == {Lack.BREAK}
    nothing = np.where(whole.running, 0.0, whole.counts)
    assert Lack.NOTHING in lacks(assess(replace(whole, counts=nothing), Rules()))


@pytest.mark.parametrize("stale", [False, True])
def test_a_unit_that_merged_counts_as_long_as_it_has_a_list(stale: bool) -> None:
    """Where the list of the one that went stays on, its registration seems to have stopped: that is refused."""
    whole = rolled_out(ratio=0.65, rate=3)
    counts, exposure = whole.counts.copy(), whole.exposure.copy()
    counts[18, 40:] += counts[19, 40:]
    counts[19, 40:] = 0
    exposure[18, 40:] += exposure[19, 40:]
    if not stale:
        exposure[19, 40:] = np.nan
    found = assess(replace(whole, counts=counts, exposure=exposure), Rules(draws=199))
    if stale:
        assert lacks(found) == {Lack.BREAK}
    else:
        assert found.judgement.verdict is Verdict.FALL
        assert found.standing.comparison == 19
        assert 0 < found.prepared.missing < 0.02


def test_an_empty_panel_is_refused_and_not_divided_by() -> None:
    none = np.full((4, 20), np.nan)
    starts = np.array([10, 20, 20, 20])
    found = assess(Panel(none, none, starts, starts, np.full(4, 20)), Rules())
    assert {Lack.TREATED, Lack.MISSING} <= lacks(found)
    assert found.ratio is None


def test_the_same_data_and_seed_give_the_same_figures() -> None:
    first, second = (assess(rolled_out(ratio=0.8), Rules(draws=99)) for _ in range(2))
    assert first.finding == second.finding
    assert first.companions is not None
    assert second.companions is not None
    assert (first.companions.left_out.logs == second.companions.left_out.logs).all()


def test_a_practice_size_pilot_is_assessed_in_time() -> None:
    """20 units and 60 months, whole: 3 seconds of computing at most (measured: 0.2)."""
    began = time.process_time()
    assess(rolled_out(ratio=0.8), Rules())
    assert time.process_time() - began < 3


def series(ratio: float = 1.0, months: int = 72, start: int = 48, seed: int = 1) -> Series:
    random = np.random.default_rng(seed)
    month = np.arange(months)
    corona = (month >= 26) & (month < 30)
    means = 40 * np.exp(0.02 * month / 12 + 0.1 * np.sin(month / 6 * np.pi)) * np.where(corona, 0.6, 1.0)
    counts = random.poisson(means * np.where(month >= start, ratio, 1.0)).astype(float)
    return Series(counts, np.full(months, 5000.0), corona, start)


def test_a_series_gives_an_indication_at_most() -> None:
    found = assess_series(series(0.5), Rules())
    assert found.judgement.verdict is Verdict.MAYBE_FALL
    assert found.judgement.doubts == (Doubt.SERIES,)
    assert found.finding is not None
    assert found.finding.low < 0.5 < found.finding.high
    none = assess_series(series(1.0, seed=5), Rules())
    assert none.judgement.verdict in (Verdict.UNLIKELY, Verdict.POSSIBLE, Verdict.MAYBE_FALL, Verdict.MAYBE_RISE)


def test_the_series_is_that_of_the_model_without_chance() -> None:
    exact = series()
    month = np.arange(72)
    means = 40 * np.exp(0.02 * month / 12) * np.where(exact.corona, 0.6, 1.0) * np.where(month >= 48, 0.7, 1.0)
    found = interrupted_series(replace(exact, counts=np.round(means * 100), exposure=exact.exposure * 100))
    assert found is not None
    assert found.observed / found.expected == pytest.approx(0.7, rel=1e-3)
    assert found.dispersion == 1


def test_a_series_without_corona_in_its_months_needs_no_term_for_it() -> None:
    calm = replace(series(0.7), corona=np.zeros(72, dtype=bool))
    assert interrupted_series(calm) is not None


def test_a_series_that_is_too_short_is_refused() -> None:
    assert lacks(assess_series(series(start=20), Rules())) >= {Lack.BEFORE}
    assert lacks(assess_series(series(start=70), Rules())) >= {Lack.AFTER}
    nothing = replace(series(), counts=np.where(np.arange(72) >= 48, 0.0, series().counts))
    assert interrupted_series(nothing) is None
    empty = replace(series(), counts=np.zeros(72))
    assert Lack.EXPECTED in lacks(assess_series(empty, Rules()))
    assert Lack.START in lacks(assess_series(series(), Rules(starts_unknown=1)))
    assert Lack.BREAK in lacks(assess_series(series(), Rules(broken=1)))
