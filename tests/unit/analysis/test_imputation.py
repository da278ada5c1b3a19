"""Observed against expected: what counts as before and after, and what cannot be compared."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.analysis.made import MONTHS, panel, rolled_out
from voorkant.analysis.imputation import expected_cells, fit, imputed
from voorkant.analysis.panel import Panel, comparable
from voorkant.analysis.prepare import prepared, silent


def ratio(found: Panel) -> float:
    part = imputed(found)
    return float(part.observed[0] / part.expected[0])


def test_without_chance_the_planted_ratio_is_found_exactly() -> None:
    whole = rolled_out()
    month = np.exp(np.sin(np.arange(MONTHS)))
    means = whole.exposure * 0.003 * month * np.where(whole.running, 0.7, 1.0)
    assert ratio(replace(whole, counts=means)) == pytest.approx(0.7, rel=1e-9)


def test_a_start_in_mid_month_is_left_out_and_so_is_what_follows_a_stop() -> None:
    whole = panel([30, 30, MONTHS, MONTHS])
    half = replace(whole, full=np.array([31, 30, MONTHS, MONTHS]), stop=np.array([40, MONTHS, MONTHS, MONTHS]))
    before, after = (mask[0] for mask in half.masks())
    assert not before[0, 30:].any()
    assert list(np.flatnonzero(after[0])) == list(range(31, 40))
    assert list(np.flatnonzero(after[1])) == list(range(30, MONTHS))


def test_months_after_the_last_comparison_started_are_dropped_and_named() -> None:
    ready = prepared(panel([20, 30, 40]))
    assert list(ready.dropped) == list(range(40, MONTHS))
    assert not ready.panel.masks()[1][0][:, 40:].any()
    assert prepared(panel([20, MONTHS])).dropped.size == 0


def test_units_that_cannot_be_used_are_named_with_the_reason() -> None:
    whole = panel([0, 30, MONTHS, MONTHS, MONTHS])
    exposure = whole.exposure.copy()
    exposure[3] = np.nan
    ready = prepared(replace(whole, exposure=exposure))
    assert list(ready.always) == [True, False, False, False, False]
    assert list(ready.without) == [False, False, False, True, False]
    assert ready.panel.units == 3
    assert ready.missing == pytest.approx(60 / 240)


def test_units_without_a_common_month_say_nothing_about_each_other() -> None:
    whole = panel([MONTHS, MONTHS, 50])
    counts = whole.counts.copy()
    counts[:2, 20:] = np.nan
    counts[2, :20] = np.nan
    apart = replace(whole, counts=counts)
    assert list(comparable(apart)) == [True, True, False]
    assert list(prepared(apart).apart) == [False, False, True]


def test_all_at_once_leaves_nothing_to_compare() -> None:
    assert not panel([30, 30, 30]).masks()[1].any()
    assert prepared(panel([30, 30, 30])).dropped.size == 30


def test_missing_months_are_not_zeros() -> None:
    whole = rolled_out(ratio=0.7)
    counts = whole.counts.copy()
    counts[:, 10:12] = np.nan
    counts[3, 40:44] = np.nan
    with_gaps = imputed(replace(whole, counts=counts))
    assert with_gaps.observed[0] == np.nansum(np.where(whole.running, counts, 0))
    assert with_gaps.log[0] == pytest.approx(imputed(whole).log[0], abs=0.05)


def test_the_fit_meets_every_margin() -> None:
    whole = rolled_out()
    before, _ = whole.masks()
    found = fit(whole.counts, whole.exposure, before)
    cells = np.where(before, whole.exposure * found.unit[:, :, None] * found.month[:, None, :], 0)
    seen = np.where(before, whole.counts, 0)
    assert cells.sum(axis=1) == pytest.approx(seen.sum(axis=1))
    assert cells.sum(axis=2) == pytest.approx(seen.sum(axis=2))


def test_a_unit_or_month_without_any_event_is_expected_to_have_none() -> None:
    whole = panel([30, MONTHS, MONTHS])
    counts = whole.counts.copy()
    counts[0, :30] = 0
    part = imputed(replace(whole, counts=counts))
    assert part.expected[0] == 0
    assert np.isfinite(part.log[0])


def test_a_registration_that_fell_silent_is_seen() -> None:
    whole = rolled_out(rate=4)
    assert silent(whole, expected_cells(whole)) == 0
    counts = whole.counts.copy()
    counts[12, 30:40] = 0
    counts[5, 3:6] = 0
    broken = replace(whole, counts=counts)
    assert silent(broken, expected_cells(broken)) == 1
