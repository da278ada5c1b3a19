"""Intervals against published results (tolerance 1e-6 relative where the source has the digits)."""

import numpy as np
import pytest

from tests.reference.published import EXPECTED, Z_95, Z_998, array, column, rows
from voorkant.analysis.intervals import byar, garwood, poisson_interval, wilson
from voorkant.analysis.rateratio import rate_ratio
from voorkant.analysis.standardised import standardised_rate


def test_byar_as_published_by_phe() -> None:
    low, high = byar(array(65, 1045, 1))
    assert low == pytest.approx([50.16319, 982.5932, 0.0130721], rel=5e-6)
    assert high == pytest.approx([82.84914, 1110.3312, 5.5637556], rel=2e-6)
    low, high = byar(array(10), Z_998)
    assert (low[0], high[0]) == pytest.approx((2.91632, 24.19372), rel=2e-6)


def test_the_exact_interval_as_published_by_phe() -> None:
    low, high = garwood(array(5))
    assert (low[0] / 100, high[0] / 100) == pytest.approx((0.01623486, 0.1166833), rel=1e-6)


def test_wilson_as_published_by_phe() -> None:
    low, high = wilson(array(65), array(100))
    assert (low[0], high[0]) == pytest.approx((0.5525444, 0.7363575), rel=1e-6)


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_every_proportion_of_the_phe_test_data() -> None:
    found = [row for row in rows(EXPECTED / "phe_Proportion_testdata_Prop.csv") if row["method"] == "Wilson"]
    scale, most = column(found, "multiplier"), column(found, "Denominator")
    assert len(found) >= 16
    for level, z in (("95_0", Z_95), ("99_8", Z_998)):
        low, high = wilson(column(found, "Numerator"), most, z)
        assert low * scale == pytest.approx(column(found, f"lower{level}cl"), rel=1e-6, nan_ok=True)
        assert high * scale == pytest.approx(column(found, f"upper{level}cl"), rel=1e-6, nan_ok=True)


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_every_rate_of_the_phe_test_data() -> None:
    found = [row for row in rows(EXPECTED / "phe_Rate_testdata_Rate.csv") if row["method"] in ("Exact", "Byars")]
    scale = column(found, "multiplier") / column(found, "Denominator")
    assert len(found) >= 16
    for level, z in (("95_0", Z_95), ("99_8", Z_998)):
        low, high = poisson_interval(column(found, "Numerator"), z)
        assert low * scale == pytest.approx(column(found, f"lower{level}cl"), rel=1e-6, nan_ok=True)
        assert high * scale == pytest.approx(column(found, f"upper{level}cl"), rel=1e-6, nan_ok=True)


AGES = (127, 636, 8), (25, 558, 7), (18, 609, 7), (21, 543, 7), (12, 384, 7), (27, 594, 7), (48, 669, 7), (27, 843, 7)
"""(events, population, standard) of the first eight age bands of PHE's test data of 1976."""


def test_a_standardised_rate_is_the_weighted_mean_of_its_strata() -> None:
    counts, population, standard = (array(*values) for values in zip(*AGES, strict=True))
    found = standardised_rate(counts, population, standard)
    assert found is not None
    assert found.value == pytest.approx((standard * counts / population).sum() / standard.sum(), rel=1e-12)
    same = standardised_rate(counts, population, population)
    assert same is not None
    low, high = byar(array(counts.sum()))
    assert (same.low, same.high) == pytest.approx((low[0] / population.sum(), high[0] / population.sum()), rel=1e-9)


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_the_standardised_rates_of_the_phe_test_data() -> None:
    ages = rows(EXPECTED / "phe_DSR_ISR_testdata_1976.csv")
    found = standardised_rate(column(ages, "count"), column(ages, "pop"), column(ages, "esp1976"))
    assert found is not None
    published = next(
        row for row in rows(EXPECTED / "phe_DSR_ISR_testresults_DSR.csv") if row["area"] == "testdata_1976"
    )
    bounds = [float(published[name]) / 10_000 for name in ("value", "lower95_0cl", "upper95_0cl")]
    assert (found.value, found.low, found.high) == pytest.approx(bounds, rel=1e-6)


def test_no_standardised_rate_of_fewer_than_ten_events_or_without_people() -> None:
    assert standardised_rate(array(4, 5), array(100, 100), array(1, 1)) is None
    with pytest.raises(ValueError, match="population above 0"):
        standardised_rate(array(40, 5), array(100, 0), array(1, 1))


def test_the_exact_rate_ratio_as_published() -> None:
    found = rate_ratio((12, 1000), (25, 1100))
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((0.528, 0.2416903, 1.090595), rel=1e-6)
    assert found.p == pytest.approx(0.07097898, rel=1e-6)


def test_a_rate_ratio_of_nothing_is_none_and_of_one_side_has_no_bound() -> None:
    assert rate_ratio((0, 10), (0, 10)) is None
    all_first = rate_ratio((5, 10), (0, 10))
    assert all_first is not None
    assert (all_first.value, all_first.high) == (float("inf"), float("inf"))
    with pytest.raises(ValueError, match="above 0"):
        rate_ratio((1, 0), (1, 10))


def test_the_shown_interval_is_exact_below_ten_and_keeps_what_is_missing() -> None:
    low, high = poisson_interval(array(0, 9, 10, np.nan))
    exact = garwood(array(0, 9))
    assert (low[0], high[1]) == (0, exact[1][1])
    assert high[0] == pytest.approx(3.688879, rel=1e-6)
    assert low[2] == byar(array(10))[0][0]
    assert np.isnan([low[3], high[3]]).all()


def test_a_share_of_nothing_has_no_interval() -> None:
    low, high = wilson(array(0), array(0))
    assert np.isnan([low[0], high[0]]).all()
