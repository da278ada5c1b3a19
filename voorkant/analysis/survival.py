"""Kaplan-Meier: the share that has not had an event yet, where some were followed for a shorter time than others.

Sources: Kaplan & Meier (1958), JASA 53; variance of Greenwood (1926); interval on the log(-log) scale of Kalbfleisch &
Prentice (1980), which stays between 0 and 1. Arrays have shape (persons,): time in any unit, and whether the event was
seen at that time (False: followed until then without it).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voorkant.analysis.intervals import Z_95, Floats


@dataclass(frozen=True)
class Survival:
    """Per time at which an event was seen: how many were followed, how many had it, the share left, its interval."""

    time: Floats
    at_risk: Floats
    events: Floats
    share: Floats
    low: Floats
    high: Floats


def kaplan_meier(time: Floats, seen: NDArray[np.bool_], z: float = Z_95) -> Survival:
    """The curve; empty when no event was seen. ValueError when a time is missing or negative."""
    if not (time >= 0).all():
        raise ValueError("a time must be 0 or more, and none may be missing")
    moments, tallies = np.unique(time[seen], return_counts=True)
    events = tallies.astype(np.float64)
    at_risk = (time[None, :] >= moments[:, None]).sum(axis=1).astype(np.float64)
    share = np.cumprod(1 - events / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(events / (at_risk * (at_risk - events)))
        reach = z * np.sqrt(greenwood) / np.abs(np.log(share))
        low, high = share ** np.exp(reach), share ** np.exp(-reach)
    # once nobody is left the scale has no width: the share is 0, and how far it can be from it is not known
    gone = share == 0
    return Survival(moments, at_risk, events, share, np.where(gone, 0.0, low), np.where(gone, np.nan, high))
