"""The ways in which the starts could have been dealt out over the units: counted, listed, drawn."""

from collections import Counter
from collections.abc import Iterator
from math import comb

import numpy as np

from voorkant.analysis.panel import Ints, Panel

ALL_UP_TO = 5000
"""With at most this many ways every one is looked at, and chance plays no part in the answer."""


def kinds(panel: Panel) -> list[tuple[int, int, int]]:
    """The start of every unit; units with an equal start can change places without a difference."""
    return list(zip(*(values.tolist() for values in (panel.begin, panel.full, panel.stop)), strict=True))


def distinct_assignments(panel: Panel) -> int:
    """In how many distinct ways the starts can be dealt out."""
    left, ways = panel.units, 1
    for size in Counter(kinds(panel)).values():
        ways *= comb(left, size)
        left -= size
    return ways


def orders(panel: Panel, draws: int, seed: int) -> tuple[Ints, bool]:
    """(draws, units) and whether these are all ways, each once; else they are drawn at random, and may repeat."""
    if distinct_assignments(panel) <= ALL_UP_TO:
        return np.array(list(_each_way(kinds(panel))), dtype=np.int64), True
    random = np.random.default_rng(seed)
    return random.permuted(np.tile(np.arange(panel.units), (draws, 1)), axis=1), False


def _each_way(found: list[tuple[int, int, int]]) -> Iterator[list[int]]:
    """Every distinct order, as places of units; of equal starts always the same one is taken first."""
    places: dict[tuple[int, int, int], list[int]] = {}
    for place, kind in enumerate(found):
        places.setdefault(kind, []).append(place)
    left = {kind: len(members) for kind, members in places.items()}
    order: list[int] = []

    def deal() -> Iterator[list[int]]:
        if len(order) == len(found):
            yield order.copy()
            return
        for kind, members in places.items():
            if left[kind]:
                left[kind] -= 1
                order.append(members[left[kind]])
                yield from deal()
                order.pop()
                left[kind] += 1

    yield from deal()
