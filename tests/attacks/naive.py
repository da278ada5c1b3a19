"""Deliberately naive protections, of the kind that was tried before. Every attack must succeed against one of them."""

from dataclasses import replace

import numpy as np

from tests.attacks.seen import Key, Seen

Known = dict[Key, tuple[int, int]]


def threshold_only(seen: dict[Key, Seen], known: Known) -> dict[Key, Seen]:
    """Hide what is below five, and show all else as it is."""
    return {
        key: replace(cell, low=0, high=4, shown=False, reason="klein")
        if cell.reason != "nvt" and 0 < known[key][0] < 5
        else replace(cell, low=known[key][0], high=known[key][0], shown=True)
        for key, cell in seen.items()
        if key in known
    }


def rounded_only(seen: dict[Key, Seen], known: Known) -> dict[Key, Seen]:
    """Hide what is below five and round the rest to three, each cell on its own: right per cell, never audited."""
    found = {}
    for key, cell in seen.items():
        if key not in known:
            continue
        count, youths = known[key]
        near = round(count / 3) * 3
        if cell.reason == "nvt" or (count == 0 and cell.level in ("regio", "gemeente")):
            found[key] = replace(cell, low=0, high=0, shown=True)
        elif youths < 5:
            found[key] = replace(cell, low=0, high=4 if cell.people else 1e6, shown=False, reason="klein")
        else:
            found[key] = replace(cell, low=near - 1, high=near + 1, shown=True)
    return found


def noisy(count: int, chance: np.random.Generator) -> float:
    """Fresh noise at every question."""
    return count + chance.normal(0, 2)


def big_enough(counts: list[int], least: int = 10) -> int | None:
    """A sum, when the selection is large enough; else no answer."""
    return sum(counts) if sum(counts) >= least else None


def without_each(counts: np.ndarray, running: np.ndarray) -> list[tuple[np.ndarray, float]]:
    """What was observed of all started units, and of all but each one of them by name: (units and months, count)."""
    started = np.flatnonzero(running.any(axis=1))
    parts = [running, *(running & (np.arange(len(running)) != unit)[:, None] for unit in started)]
    return [(where, float(counts[where].sum())) for where in parts]


def words(observed: dict[str, float], limits: dict[str, tuple[float, float]]) -> dict[str, str]:
    """Of each unit by itself whether it is lower, usual or higher."""
    return {code: str(int(count > limits[code][1]) - int(count < limits[code][0])) for code, count in observed.items()}
