"""What of a panel can be used, and what cannot with the reason: nothing is left out in silence."""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.panel import Bools, Ints, Panel, comparable

BREAK_MONTHS, BREAK_EXPECTED = 6, 20.0
"""Six months or more without one event where twenty were expected: not chance, but a registration that stopped."""


@dataclass(frozen=True)
class Prepared:
    """`panel` holds the units `kept`; the other masks say of all units (units,) why one is not among them.

    `always` started before there was anything to compare, `without` has no denominator or no counts at all, `apart`
    has no month in common with the others. `dropped` are months after the last unit without the programme started.
    """

    panel: Panel
    kept: Bools
    always: Bools
    without: Bools
    apart: Bools
    dropped: Ints
    missing: float


def prepared(whole: Panel) -> Prepared:
    """Keep the units that can be compared. The missing share is of the unit-months of all units that could count."""
    known, usable = whole.known, whole.usable
    month = np.arange(whole.months)
    without = np.logical_not(known.any(axis=1))
    has_before = (usable & (month < whole.begin[:, None])).any(axis=1)
    always = np.logical_not(without | has_before)
    kept = np.logical_not(without | always)
    apart = np.zeros(whole.units, dtype=bool)
    apart[kept] = np.logical_not(comparable(whole.only(kept)))
    kept = kept & np.logical_not(apart)
    panel = whole.only(kept)
    before, _ = panel.masks()
    lost = panel.running.any(axis=0) & np.logical_not(before[0].any(axis=0))
    asked = (month < whole.stop[:, None]) & np.logical_not(always)[:, None]
    missing = float((asked & np.logical_not(known)).sum() / max(int(asked.sum()), 1))
    return Prepared(panel, kept, always, without, apart, np.flatnonzero(lost), missing)


def silent(panel: Panel, expected: np.ndarray) -> int:
    """How many units have a long run of months without events where many were expected."""
    quiet = panel.usable & (panel.counts == 0) & np.isfinite(expected)
    found = 0
    for row, wanted in zip(quiet, np.where(quiet, expected, 0.0), strict=True):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
        runs = zip(edges[::2], edges[1::2], strict=True)
        found += any(end - start >= BREAK_MONTHS and wanted[start:end].sum() >= BREAK_EXPECTED for start, end in runs)
    return found
