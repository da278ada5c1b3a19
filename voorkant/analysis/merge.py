"""Months that cannot be told apart taken together: the same answer from a smaller table.

Between two dates at which any unit starts or stops, all deals of the starts treat months alike. Where denominators and
gaps are alike too, only the sum of their month factors plays a part in the fit, in what is observed and in what is
expected. A table of list sizes that change once a year becomes some four times smaller.
"""

import numpy as np

from voorkant.analysis.panel import Ints, Panel


def merged(panel: Panel) -> Panel:
    """The panel with neighbouring months that are alike as one; all deals of its starts give the same ratios."""
    first = _firsts(panel)
    sizes = np.diff(np.append(first, panel.months))
    counts = np.add.reduceat(np.where(panel.known, panel.counts, 0.0), first, axis=1)
    known = panel.known[:, first]

    def moved(places: Ints) -> Ints:
        """Where a start or stop now lies: before as many blocks as it had whole blocks before it."""
        return np.asarray(np.searchsorted(first, places))

    return Panel(np.where(known, counts, np.nan), panel.exposure[:, first] * sizes, moved(panel.begin),
                 moved(panel.full), moved(panel.stop))  # fmt: skip


def _firsts(panel: Panel) -> Ints:
    """The first month of every block."""
    exposure = np.where(panel.known, panel.exposure, 0.0)
    same = (exposure[:, 1:] == exposure[:, :-1]).all(axis=0)
    changes = np.concatenate([panel.begin, panel.full, panel.stop])
    new = np.ones(panel.months, dtype=bool)
    new[1:] = np.logical_not(same)
    new[np.unique(changes[changes < panel.months])] = True
    return np.flatnonzero(new)
