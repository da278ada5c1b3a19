"""Distances between areas, worked out by hand."""

import numpy as np

from voorkant.analysis.similar import distances

NAN = float("nan")


def test_a_distance_is_in_standard_deviations_of_each_factor() -> None:
    """0, 2 and 4 have a deviation of 1.633: from the first, 2 lies 1.225 away and 4 lies 2.449 away."""
    found = distances(np.array([[0.0, 5.0], [2.0, 5.0], [4.0, 5.0]]), 0)
    assert [round(float(part), 3) for part in found] == [0.0, 0.866, 1.732]  # a factor without differences counts too


def test_a_missing_factor_brings_nobody_nearer() -> None:
    factors = np.array([[0.0, 1.0], [1.0, NAN], [1.0, 1.0], [NAN, NAN], [1.0, 3.0]])
    found = distances(factors, 0)
    assert found[1] > found[2] > 0, "what is the same on both is nearer than what is known of one"
    assert np.isnan(found[3])
    assert np.isnan(distances(np.array([[NAN], [1.0]]), 0)).all(), "of an own area without factors nothing is known"
