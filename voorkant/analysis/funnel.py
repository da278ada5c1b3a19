"""Funnel limits: how far a unit of its size may lie from the whole by chance, widened when units differ by themselves.

Source: Spiegelhalter (2005), Statistics in Medicine 24, for limits and additive overdispersion (winsorised z-scores,
DerSimonian-Laird); the exact limits of a ratio are Garwood's of its expected count. Arrays have shape (units,);
observed and expected are counts of events.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voorkant.analysis.intervals import Floats, garwood

Interval = Callable[[Floats, float], tuple[Floats, Floats]]
Z_998 = 3.090232306167813
WINSORISED = 0.10
FEWEST_UNITS = 2


@dataclass(frozen=True)
class Overdispersion:
    """`phi`: how many times the variance exceeds chance; `tau2`: the variance between units on the scores' scale."""

    phi: float
    tau2: float


@dataclass(frozen=True)
class Funnel:
    """Per unit its ratio to what was expected, its limits, and whether it lies outside them."""

    ratio: Floats
    low: Floats
    high: Floats
    spread: Overdispersion

    @property
    def outside(self) -> NDArray[np.int8]:
        """1 above the upper limit, -1 below the lower, 0 inside."""
        return np.asarray((self.ratio > self.high).astype(np.int8) - (self.ratio < self.low).astype(np.int8))


def ratio_limits(expected: Floats, z: float = Z_998, interval: Interval = garwood) -> tuple[Floats, Floats]:
    """The limits of observed over expected when nothing but chance is at work."""
    low, high = interval(expected, z)
    return low / expected, high / expected


def wider_limits(
    expected: Floats, spread: Overdispersion, z: float = Z_998, interval: Interval = garwood
) -> tuple[Floats, Floats]:
    """The same where units differ by themselves too."""
    low, high = ratio_limits(expected, z, interval)
    if spread.tau2 <= 0:
        return low, high
    reach = z * np.sqrt(1 / expected + spread.tau2)
    return np.minimum(low, np.exp(-reach)), np.maximum(high, np.exp(reach))


def overdispersion(scores: Floats, errors: Floats, winsorised: float = WINSORISED) -> Overdispersion:
    """From z-scores and standard errors; the outer share on both sides is pulled in, so that outliers hide nothing."""
    clipped = np.clip(scores, *np.quantile(scores, [winsorised, 1 - winsorised]))
    count, phi = len(scores), float(np.mean(clipped**2))
    weights = 1 / errors**2
    scale = weights.sum() - (weights**2).sum() / weights.sum()
    if scale <= 0:
        return Overdispersion(phi, 0.0)
    return Overdispersion(phi, max(0.0, float((count * phi - (count - 1)) / scale)))


def ratio_scores(observed: Floats, expected: Floats) -> tuple[Floats, Floats]:
    """z-scores and standard errors of log(observed / expected); half an event is added where none was seen."""
    errors = 1 / np.sqrt(expected)
    return np.log(np.where(observed > 0, observed, 0.5) / expected) / errors, errors


def ratio_funnel(observed: Floats, expected: Floats, z: float = Z_998, interval: Interval = garwood) -> Funnel:
    """The funnel of observed over expected. ValueError below two units or where nothing is expected.

    `interval`: Byar's is within 2% of the exact one from ten events on, and needs no scipy.
    """
    if len(observed) < FEWEST_UNITS or not (expected > 0).all():
        raise ValueError("a funnel needs two units at least, each with an expected count above 0")
    spread = overdispersion(*ratio_scores(observed, expected))
    low, high = wider_limits(expected, spread, z, interval)
    return Funnel(observed / expected, low, high, spread)
