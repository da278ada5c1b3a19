"""Intervals against published results (tolerance 1e-6 relative where the source has the digits)."""

import csv
from pathlib import Path

import numpy as np
import pytest

from voorkant import ROOT
from voorkant.analysis.intervals import byar, garwood, poisson_interval, wilson

EXPECTED = ROOT.parent / "shared" / "reference" / "expected"
Z_998 = 3.090232306167813


def _array(*values: float) -> np.ndarray:
    return np.array(values, dtype="float64")


def test_byar_as_published_by_phe() -> None:
    low, high = byar(_array(65, 1045, 1))
    assert low == pytest.approx([50.16319, 982.5932, 0.0130721], rel=5e-6)
    assert high == pytest.approx([82.84914, 1110.3312, 5.5637556], rel=2e-6)
    low, high = byar(_array(10), Z_998)
    assert (low[0], high[0]) == pytest.approx((2.91632, 24.19372), rel=2e-6)


def test_the_exact_interval_as_published_by_phe() -> None:
    low, high = garwood(_array(5))
    assert (low[0] / 100, high[0] / 100) == pytest.approx((0.01623486, 0.1166833), rel=1e-6)


def test_wilson_as_published_by_phe() -> None:
    low, high = wilson(_array(65), _array(100))
    assert (low[0], high[0]) == pytest.approx((0.5525444, 0.7363575), rel=1e-6)


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_every_proportion_of_the_phe_test_data() -> None:
    with Path(EXPECTED / "phe_Proportion_testdata_Prop.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    cases = [row for row in rows if row["method"] == "Wilson" and row["lower95_0cl"] not in ("", "NA")]
    assert len(cases) >= 5
    for row in cases:
        low, high = wilson(_array(float(row["Numerator"])), _array(float(row["Denominator"])))
        bounds = [float(row[name]) / float(row["multiplier"]) for name in ("lower95_0cl", "upper95_0cl")]
        assert (low[0], high[0]) == pytest.approx(bounds, rel=1e-6)


def test_the_shown_interval_is_exact_below_ten_and_keeps_what_is_missing() -> None:
    low, high = poisson_interval(_array(0, 9, 10, np.nan))
    exact = garwood(_array(0, 9))
    assert (low[0], high[1]) == (0, exact[1][1])
    assert high[0] == pytest.approx(3.688879, rel=1e-6)
    assert low[2] == byar(_array(10))[0][0]
    assert np.isnan([low[3], high[3]]).all()


def test_a_share_of_nothing_has_no_interval() -> None:
    low, high = wilson(_array(0), _array(0))
    assert np.isnan([low[0], high[0]]).all()
