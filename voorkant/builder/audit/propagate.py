"""Bounds from bounds: every equation narrows its variables until nothing changes, and remembers why."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from voorkant.builder.audit.table import Floats, Ints

LOW, HIGH = 0, 1
OWN = -1
"""The reason of a bound that no equation gave: it is the cell's own."""
ROUNDS = 60
NEAR = 1e-6
MOST = 200
"""How many bounds are traced back for one variable."""


@dataclass(frozen=True)
class Narrowed:
    """What an attacker knows of every variable, and by which row of the system: `why[side][variable]`."""

    low: Floats
    high: Floats
    why: tuple[Ints, Ints]
    own: tuple[Floats, Floats]  # what each says by itself, before any equation

    @property
    def values(self) -> Floats:
        """How many whole numbers each variable can still be."""
        return self.high - self.low + 1


class Propagation:
    """The equations of one system, in the order in which they are applied."""

    def __init__(self, matrix: sparse.csr_matrix) -> None:
        entries = matrix.tocoo()
        self.matrix = matrix
        self.row, self.column, self.weight = entries.row, entries.col, entries.data
        self.up = self.weight > 0

    def run(self, low: Floats, high: Floats, rows: tuple[Floats, Floats]) -> Narrowed:
        own = low, high
        low, high = low.copy(), high.copy()
        why = (np.full(len(low), OWN), np.full(len(low), OWN))
        for _ in range(ROUNDS):
            if not self._round(low, high, rows, why):
                break
        return Narrowed(low, high, why, own)

    def _round(self, low: Floats, high: Floats, rows: tuple[Floats, Floats], why: tuple[Ints, Ints]) -> bool:
        row, column, weight = self.row, self.column, self.weight
        least = np.where(self.up, weight * low[column], weight * high[column])
        most = np.where(self.up, weight * high[column], weight * low[column])
        room_up = rows[HIGH][row] - (np.bincount(row, least, len(rows[HIGH]))[row] - least)
        room_down = rows[LOW][row] - (np.bincount(row, most, len(rows[LOW]))[row] - most)
        new_high = np.floor(np.where(self.up, room_up, room_down) / weight + NEAR)
        new_low = np.ceil(np.where(self.up, room_down, room_up) / weight - NEAR)
        lower, higher = new_low > low[column], new_high < high[column]
        if not (lower.any() or higher.any()):
            return False
        np.maximum.at(low, column[lower], new_low[lower])
        np.minimum.at(high, column[higher], new_high[higher])
        for side, moved, new, now in ((LOW, lower, new_low, low), (HIGH, higher, new_high, high)):
            binding = moved & (new == now[column])
            why[side][column[binding]] = row[binding]
        return True


def causes(
    narrowed: Narrowed, matrix: sparse.csr_matrix, bounds: Iterable[tuple[int, int]], most: int = MOST
) -> tuple[set[tuple[int, int]], set[int]]:
    """((variable, side), rows) whose own published bounds together make these bounds, each a (variable, side)."""
    waiting, seen = sorted(bounds), set[tuple[int, int]]()
    leaves: set[tuple[int, int]] = set()
    used: set[int] = set()
    while waiting and len(seen) < most:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        row = int(narrowed.why[at[1]][at[0]])
        if row == OWN:
            leaves.add(at)
            continue
        used.add(row)
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        columns, weights = matrix.indices[span], matrix.data[span]
        own = weights[columns == at[0]][0]
        waiting += [
            (int(other), at[1] if (weight > 0) != (own > 0) else 1 - at[1])
            for other, weight in zip(columns, weights, strict=True)
            if other != at[0]
        ]
    return leaves, used
