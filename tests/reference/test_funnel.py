"""Funnel limits and overdispersion against published results."""

import numpy as np
import pytest

from tests.reference.published import EXPECTED, Z_95, Z_998, array, column, rows
from tests.reference.restated import WAITS
from voorkant.analysis.funnel import overdispersion, ratio_funnel, ratio_limits, ratio_scores
from voorkant.analysis.intervals import byar

OBSERVED, WANTED = array(100, 150, 180, 80, 120, 225), array(108, 112, 165, 95, 100, 220)


def test_the_limits_of_funnelplotr() -> None:
    low, high = ratio_limits(array(15, 20, 30), Z_95)
    assert low == pytest.approx([0.5596924, 0.6108260, 0.6746958], rel=1e-6)
    assert high == pytest.approx([1.649348, 1.544419, 1.427562], rel=1e-6)


def test_overdispersion_as_published_by_funnelplotr() -> None:
    found = overdispersion(*ratio_scores(OBSERVED, WANTED), winsorised=0)
    assert (found.phi, found.tau2) == pytest.approx((2.948033, 0.01947753), rel=1e-6)


def test_overdispersion_of_the_waits_of_march_2018() -> None:
    late, seen = (array(*map(float, part)) for part in zip(*(word.split("/") for word in WAITS.split()), strict=True))
    assert late.sum() / seen.sum() == pytest.approx(0.2359609, rel=1e-6)
    # what was published is of shares, on the arcsine scale; no page draws a funnel of those
    errors = 1 / (2 * np.sqrt(seen))
    scores = (np.arcsin(np.sqrt(late / seen)) - np.arcsin(np.sqrt(late.sum() / seen.sum()))) / errors
    found = overdispersion(scores, errors)
    assert (found.phi, found.tau2) == pytest.approx((446.5472, 0.01184516), rel=1e-6)


@pytest.mark.skipif(not EXPECTED.is_dir(), reason="the reference results are not beside the checkout")
def test_limits_agree_with_those_of_the_phe_from_the_other_side() -> None:
    """PHE gives, per observed count, the expected count at which it would lie on the limit."""
    every = rows(EXPECTED / "phe_funnel_ratio_outputs.csv")[:100]
    observed = column(every, "Observed_events")
    for name, z in (("2s", Z_95), ("3s", Z_998)):
        expected = column(every, f"upper_{name}_exp_events")
        from scipy.stats import chi2, norm  # noqa: PLC0415 - as the code under test does

        tail = norm.sf(z)
        assert chi2.ppf(tail, 2 * observed) / 2 == pytest.approx(expected, rel=2e-4)
        assert ratio_limits(observed, z)[0] * observed == pytest.approx(expected, rel=2e-4)


def test_a_funnel_widens_when_units_differ_by_themselves() -> None:
    exact, wide = ratio_limits(WANTED), ratio_funnel(OBSERVED, WANTED)
    assert wide.spread.tau2 > 0
    assert (wide.low < exact[0]).all()
    assert (wide.high > exact[1]).all()
    assert (wide.outside == 0).all()
    one_far_off = ratio_funnel(array(*[10, 11, 9, 12, 8] * 4, 50), np.full(21, 10.0))
    assert list(one_far_off.outside) == [*[0] * 20, 1]
    few = ratio_funnel(array(10, 10), array(10, 10))
    assert few.spread.tau2 == 0
    assert np.array([few.low, few.high]) == pytest.approx(np.array(ratio_limits(array(10, 10))))


def test_a_unit_without_events_is_not_lost() -> None:
    found = ratio_funnel(array(0, 30, 31, 29), array(30, 30, 30, 30))
    assert np.isfinite([found.spread.phi, *found.low, *found.high]).all()
    assert found.ratio[0] == 0
    with pytest.raises(ValueError, match="expected count"):
        ratio_funnel(array(1, 2), array(1, 0))


def test_limits_without_scipy_are_close_from_ten_events_on() -> None:
    sizes = array(10, 12, 20, 50, 200)
    exact, quick = ratio_limits(sizes, Z_998), ratio_limits(sizes, Z_998, byar)
    for one, other in zip(exact, quick, strict=True):
        assert other == pytest.approx(one, rel=0.02)
