"""Places that could be each other: of which nothing is shown, in one gemeente, and with the same tables.

Whoever finds a table that fits all that is published finds another one where such places change seats, because all that
is said of them is said of them together. So what is shown to be possible of one is so of the others. It is tried on
the equations like any other table: what does not fit proves nothing.
"""

import numpy as np

from voorkant.builder.audit.propagate import NEAR
from voorkant.builder.audit.ranges import Published
from voorkant.builder.audit.system import System
from voorkant.builder.audit.table import Floats, Ints

KEY = ["indicator", "programme", "period_code", "dimension", "split_value"]
PLACE = ["level", "gemeente_code", "parent_code", "area_code"]
SEATS = 8
"""So many tables are made of one at most, its own included."""


def twins(system: System, published: Published) -> Ints:
    """Per way to change seats: whose count each variable gets."""
    following = _following(published)
    variables = system.variables
    found = np.tile(np.arange(variables.size), (len(following), 1))
    everyone = np.arange(len(published.cells))
    for way, cells in enumerate(following):
        found[way, everyone] = cells
        for beside in (variables.youths, variables.rest):
            own = (beside >= 0) & (beside[cells] >= 0) & (beside != everyone)
            found[way, beside[own]] = beside[cells[own]]
    return found


def _following(published: Published) -> list[Ints]:
    """The same of cells."""
    cells = published.cells
    key = cells.groupby(KEY, sort=True, dropna=False).ngroup().to_numpy()
    place = cells.groupby(PLACE, sort=True, dropna=False).ngroup().to_numpy()
    group = cells.groupby(PLACE[:-1], sort=True, dropna=False).ngroup().to_numpy()
    is_shown = np.bincount(place, weights=~published.is_hidden, minlength=1) > 0
    alike: dict[tuple[int, bytes], list[Ints]] = {}
    order = np.lexsort((key, place))
    for own in np.split(order, np.flatnonzero(np.diff(place[order])) + 1):
        if not is_shown[place[own[0]]]:
            alike.setdefault((int(group[own[0]]), key[own].tobytes()), []).append(own)
    found = []
    for way in range(1, min(SEATS, max((len(places) for places in alike.values()), default=0))):
        following = np.arange(len(cells))
        for places in alike.values():
            for at, own in enumerate(places):
                following[own] = places[(at + way) % len(places)]
        found.append(following)
    return found


def seated(table: Floats, twin: Ints, within: tuple[Floats, Floats], place: Ints) -> Floats:
    """The table after changing seats in every gemeente where all counts stay within their bounds."""
    moved = table[twin]
    outside = (moved < within[0] - NEAR) | (moved > within[1] + NEAR)
    stays = np.bincount(place, weights=outside) > 0
    return np.where(stays[place], table, moved)
