"""Directly standardised rates with Dobson's interval.

Source: Dobson, Kuulasmaa, Eberle & Scherer (1991), Statistics in Medicine 10, with the interval that the dashboard
shows for a count (exact below ten, Byar from ten). All arrays have shape (strata,): events, population and standard
population per stratum. The answer is per person and year of the population; a caller multiplies.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.intervals import Z_95, Floats, poisson_interval

FEWEST_EVENTS = 10
"""With fewer events a standardised rate depends on the weights of a few persons: none is given."""


@dataclass(frozen=True)
class Standardised:
    """A rate that a population with the standard's make-up would have, with its interval; in events per person."""

    value: float
    low: float
    high: float


def standardised_rate(counts: Floats, population: Floats, standard: Floats, z: float = Z_95) -> Standardised | None:
    """The rate and its interval; None with fewer than ten events. ValueError when a stratum has no population."""
    if not (population > 0).all() or not (standard >= 0).all() or standard.sum() <= 0:
        raise ValueError("every stratum needs a population above 0, and the standard population weights of 0 or more")
    total = counts.sum()
    if total < FEWEST_EVENTS:
        return None
    weights = standard / standard.sum()
    value = float((weights * counts / population).sum())
    variance = float((weights**2 * counts / population**2).sum())
    low, high = (float(bound[0]) for bound in poisson_interval(np.array([total]), z))
    scale = np.sqrt(variance / total)
    return Standardised(value, value + scale * (low - total), value + scale * (high - total))
