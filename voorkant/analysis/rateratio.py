"""The exact ratio of two rates: given their total, the first count is binomial.

Source: Przyborowski & Wilenski (1940), Biometrika 31; interval by Clopper & Pearson (1934), Biometrika 26. Counts are
whole events, exposures in any unit that both share (youths, person-months). The two-sided p is the chance of every
split that is as unlikely as the one seen, or less likely.
"""

from dataclasses import dataclass

import numpy as np

AS_LIKELY = 1 + 1e-7
"""Two splits of the same chance differ in the last digits of a computer."""


@dataclass(frozen=True)
class RateRatio:
    """First rate over second: without events in the second there is no upper bound (inf)."""

    value: float
    low: float
    high: float
    p: float


def rate_ratio(first: tuple[int, float], second: tuple[int, float], alpha: float = 0.05) -> RateRatio | None:
    """(events, exposure) of both; None when neither has an event: nothing can then be said."""
    from scipy.stats import beta, binom  # noqa: PLC0415 - a slow import that only some methods need

    (hits, exposure), (others, other_exposure) = first, second
    if exposure <= 0 or other_exposure <= 0 or hits < 0 or others < 0:
        raise ValueError("an exposure must be above 0 and a count 0 or more")
    total = hits + others
    if total == 0:
        return None
    low = beta.ppf(alpha / 2, hits, others + 1) if hits else 0.0
    high = beta.isf(alpha / 2, hits + 1, others) if others else 1.0
    chances = binom.pmf(np.arange(total + 1), total, exposure / (exposure + other_exposure))
    p = float(chances[chances <= chances[hits] * AS_LIKELY].sum())
    scale = other_exposure / exposure
    return RateRatio(_odds(hits / total) * scale, _odds(float(low)) * scale, _odds(float(high)) * scale, min(p, 1.0))


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else float("inf")
