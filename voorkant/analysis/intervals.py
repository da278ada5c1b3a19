"""Confidence intervals of counts and proportions.

Sources: Garwood (1936), Biometrika 28, for the exact interval of a Poisson count; Byar's approximation as given by
Breslow & Day (1987), volume II; Wilson (1927), JASA 22, for a proportion. All functions take and return arrays of
shape (n,) of floats; a missing input (nan) gives a missing bound.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Z_95 = 1.959963984540054
EXACT_BELOW = 10
"""Below this count Byar's approximation is too rough and the exact interval is used."""


def byar(count: Floats, z: float = Z_95) -> tuple[Floats, Floats]:
    """Byar's interval of a Poisson count (in counts). A count of 0 gives a lower bound of 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        low = count * (1 - 1 / (9 * count) - z / (3 * np.sqrt(count))) ** 3
    upper = count + 1
    high = upper * (1 - 1 / (9 * upper) + z / (3 * np.sqrt(upper))) ** 3
    return np.where(count == 0, 0.0, low), high


def garwood(count: Floats, z: float = Z_95) -> tuple[Floats, Floats]:
    """The exact interval of a Poisson count (in counts)."""
    # only the builder needs it; `scipy.stats` has the same quantiles, and takes a second longer to import
    from scipy.special import gammainccinv, gammaincinv, ndtr  # noqa: PLC0415

    tail = ndtr(-z)
    low = np.where(count > 0, gammaincinv(np.maximum(count, 1), tail), 0.0)
    return np.where(np.isnan(count), np.nan, low), np.asarray(gammainccinv(count + 1, tail))


def poisson_interval(count: Floats, z: float = Z_95) -> tuple[Floats, Floats]:
    """Exact below ten, Byar from ten: the interval that the dashboard shows for counts (in counts)."""
    small = count < EXACT_BELOW
    exact, approximate = garwood(np.where(small, count, 0.0), z), byar(np.where(small, EXACT_BELOW, count), z)
    low, high = (np.where(small, e, a) for e, a in zip(exact, approximate, strict=True))
    missing: Any = np.isnan(count)
    return np.where(missing, np.nan, low), np.where(missing, np.nan, high)


def wilson(hits: Floats, total: Floats, z: float = Z_95) -> tuple[Floats, Floats]:
    """Wilson's interval of a proportion (0 to 1); missing where the total is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.where(total > 0, total, np.nan)
        share = hits / total
        centre = share + z**2 / (2 * total)
        half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
        scale = 1 + z**2 / total
        return np.maximum((centre - half) / scale, 0.0), np.minimum((centre + half) / scale, 1.0)
