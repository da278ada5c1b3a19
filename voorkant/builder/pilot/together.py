"""Whether counts of overlapping times, each released as a range, still leave one another in doubt.

Released is that the count of some months lies between two numbers. Counts of longer and shorter times together say
more: 60 to 62 in a year and 59 to 61 in its first three quarters leave 0 to 3 for the last. Over the boundaries of all
times these are difference constraints, and the shortest paths between boundaries give exactly what follows (Bellman,
1958), in whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from voorkant.builder.audit.ranges import WANTED


@dataclass(frozen=True)
class Told:
    """Of the months from `first` up to, but not including, `until`: at least `low`, at most `high` events."""

    first: int
    until: int
    low: int
    high: int


@dataclass(frozen=True)
class Guard:
    """What the counts of a level must leave in doubt: by themselves, and with what a role reads `beside` them.

    `large`: of so many events a time is not small. A rounded count can leave it fewer values than a small one must
    have, but no fewer than a small one at `intern`.
    """

    wanted: int
    large: float = np.inf
    beside: tuple[Told, ...] = ()

    def passes(self, told: Sequence[Told]) -> bool:
        least = min(WANTED, self.wanted)
        return narrowest(told, self.large) >= self.wanted and narrowest([*self.beside, *told]) >= least


def narrowest(told: Sequence[Told], large: float = np.inf) -> float:
    """The fewest values that the count of any of these times, or of a part between two boundaries, can have.

    `large`: of no count that is sure to be as large as this.
    """
    edges = sorted({edge for item in told for edge in (item.first, item.until)})
    place = {edge: at for at, edge in enumerate(edges)}
    most = np.full((len(edges), len(edges)), np.inf)
    np.fill_diagonal(most, 0.0)
    for at in range(1, len(edges)):
        most[at, at - 1] = 0.0  # a count is never below 0
    for item in told:
        first, until = place[item.first], place[item.until]
        most[first, until] = min(most[first, until], item.high)
        most[until, first] = min(most[until, first], -item.low)
    for middle in range(len(edges)):
        most = np.minimum(most, most[:, [middle]] + most[[middle], :])
    inside = np.triu_indices(len(edges), 1)
    values = most[inside] + most.T[inside] + 1
    return float(values[-most.T[inside] < large].min(initial=np.inf))
