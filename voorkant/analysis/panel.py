"""A pilot as arrays: what was counted per unit and month, of how many, and from when the programme ran there."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from voorkant.analysis.intervals import Floats

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Panel:
    """counts and exposure: (units, months), nan where missing; begin, full, stop: (units,), as places of months.

    `begin` is the first month that the programme touched, `full` the first that it filled (later than `begin` after a
    start in mid-month), `stop` the first without it again. A unit that never started has all three at the number of
    months. Counts are events, exposure is any number of youths above 0; without it a cell is not used.
    """

    counts: Floats
    exposure: Floats
    begin: Ints
    full: Ints
    stop: Ints

    @property
    def units(self) -> int:
        return len(self.begin)

    @property
    def months(self) -> int:
        return int(self.counts.shape[1])

    @property
    def known(self) -> Bools:
        """Cells with a count and a denominator."""
        return np.asarray(np.isfinite(self.counts) & (np.nan_to_num(self.exposure) > 0))

    @property
    def usable(self) -> Bools:
        """Known cells, but the month in which a unit started half-way and the months after it stopped."""
        month = np.arange(self.months)
        touched = (month >= self.begin[:, None]) & (month < self.full[:, None])
        return np.asarray(self.known & np.logical_not(touched) & (month < self.stop[:, None]))

    @property
    def running(self) -> Bools:
        """Usable cells with the programme."""
        return np.asarray(self.usable & (np.arange(self.months) >= self.full[:, None]))

    def masks(self, order: Ints | None = None) -> tuple[Bools, Bools]:
        """(before, after) with shape (draws, units, months), when the starts are dealt out in these orders.

        An order is (draws, units): which unit's start each unit gets; None is how it was. After holds only cells whose
        expected count follows from before: a month needs a unit without the programme, a unit needs months before it.
        """
        deal = np.arange(self.units)[None] if order is None else order
        month, usable = np.arange(self.months), self.usable[None]
        before = usable & (month < self.begin[deal][:, :, None])
        after = usable & (month >= self.full[deal][:, :, None]) & (month < self.stop[deal][:, :, None])
        return before, followed(before, after)

    def only(self, units: Bools) -> "Panel":
        """The panel of some of its units."""
        rows = (getattr(self, name)[units] for name in ("counts", "exposure", "begin", "full", "stop"))
        return Panel(*rows)

    def shifted(self, months: int) -> "Panel":
        """All starts that many months earlier, as if the programme had begun then; its real months are left out."""
        started = self.begin < self.months
        real = np.arange(self.months) >= self.begin[:, None]
        move = np.where(started, months, 0)
        return replace(
            self, counts=np.where(real, np.nan, self.counts), begin=self.begin - move, full=self.begin - move,
            stop=self.begin,
        )  # fmt: skip


def followed(before: Bools, after: Bools) -> Bools:
    """The cells after of months in which, and of units of which, there are cells before."""
    months, units = np.any(before, axis=-2, keepdims=True), np.any(before, axis=-1, keepdims=True)
    return np.asarray(after & months & units)


def connected(before: Bools) -> Bools:
    """(units,): in the group with the most units of those that months compare; others say nothing about each other."""
    links = before.astype(float) @ before.astype(float).T > 0
    reach = links
    for _ in range(max(1, int(np.ceil(np.log2(len(before) or 1))))):
        reach = reach.astype(float) @ reach.astype(float) > 0
    sizes = reach.sum(axis=1)
    return np.asarray(reach[np.argmax(sizes)] if len(before) else np.zeros(0, dtype=bool))


def comparable(panel: Panel) -> Bools:
    """(units,): units with months before the programme that can be compared with those of others."""
    before, _ = panel.masks()
    has_before = before[0].any(axis=1)
    found = np.zeros(panel.units, dtype=bool)
    found[has_before] = connected(before[0][has_before])
    return found
