"""The attacker who lays estimates of a pilot beside the cells of its units: one whole number per unit and month.

What is observed up to a moment is the sum of the started units' months; so are the points of the chart. Nothing here is
shared with the builder.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from tests.attacks.seen import Key, Seen

Row = tuple[str, str, str, float | None, float | None, float | None, str | None]
"""moment, scope, name, value, low, high, text."""
NEAR = 1e-6


@dataclass(frozen=True)
class Known:
    """Of the events in these units and months at least `low`, at most `high`."""

    where: np.ndarray
    low: float
    high: float


@dataclass(frozen=True)
class Units:
    """The units of a pilot: their codes, from which month each runs (far away: never), and all months looked at."""

    codes: tuple[str, ...]
    gemeenten: tuple[str, ...]
    begin: Mapping[str, int]
    months: range

    @property
    def running(self) -> np.ndarray:
        begin = np.array([self.begin.get(code, 10**9) for code in self.codes])
        return np.arange(self.months.start, self.months.stop) >= begin[:, None]

    def block(self, units: Iterable[int], first: int, last: int) -> np.ndarray:
        found = np.zeros((len(self.codes), len(self.months)), dtype=bool)
        begin, end = max(first - self.months.start, 0), last + 1 - self.months.start
        found[list(units), begin : max(end, 0)] = True
        return found


def of_cells(units: Units, seen: Mapping[Key, Seen], outcome: str) -> Iterator[Known]:
    """A cell of a unit is the sum of its months; of its gemeente no month of a unit is outside."""
    place = {code: at for at, code in enumerate(units.codes)}
    for key, cell in seen.items():
        if (
            key.indicator != outcome
            or key.dimension
            or cell.first < units.months.start
            or cell.last >= units.months.stop
        ):
            continue
        if key.area in place:
            yield Known(units.block([place[key.area]], cell.first, cell.last), cell.low, cell.high)
        elif key.area in set(units.gemeenten):
            inside = [at for at, gemeente in enumerate(units.gemeenten) if gemeente == key.area]
            yield Known(units.block(inside, cell.first, cell.last), 0, cell.high)


def of_estimates(units: Units, rows: Iterable[Row]) -> Iterator[Known]:
    """Observed up to every moment, by itself and as expected times ratio, and the points of the chart over months."""
    by_moment: dict[str, dict[str, Row]] = {}
    for row in rows:
        if row[2] == "reeks_waargenomen":
            first, last = (_month(code) for code in row[1].split(".."))
            yield Known(units.running & units.block(range(len(units.codes)), first, last), row[4], row[5])
        elif not row[1]:
            by_moment.setdefault(row[0], {})[row[2]] = row
    for found in by_moment.values():
        if "waargenomen" not in found:
            continue
        until = _month(found["cijfers_tot"][6])
        where = units.running & units.block(range(len(units.codes)), units.months.start, until)
        yield Known(where, *found["waargenomen"][4:6])
        expected, ratio = found["verwacht"], found["verhouding"]
        half = int(expected[6].removeprefix("stap ")) / 2
        for about, times in ((expected[3], ratio[3]), (expected[4], ratio[5]), (expected[5], ratio[4])):
            if about is not None and times is not None:
                yield Known(where, (about - half) * (times - 0.005), (about + half) * (times + 0.005))


def of_words(units: Units, words: Mapping[str, str], limits: Mapping[str, tuple[float, float]]) -> Iterator[Known]:
    """What a unit had since its start, from its class, for who knows the fewest and the most that is as expected."""
    for code, word in words.items():
        where = units.running & units.block([units.codes.index(code)], units.months.start, units.months.stop)
        low, high = limits[code]
        if word == "-1":
            yield Known(where, 0, low - 1)
        elif word == "0":
            yield Known(where, low, high)
        elif word == "1":
            yield Known(where, high + 1, np.inf)


def _month(code: str) -> int:
    return int(code[:4]) * 12 + int(code[5:]) - 1


def bounds(known: Iterable[Known], asked: Iterable[np.ndarray]) -> list[tuple[float, float]]:
    """The least and the most that each sum of months can be."""
    rows = list(known)
    matrix = sparse.csr_matrix(np.array([item.where.ravel() for item in rows], dtype=float))
    limit = np.concatenate([[item.high for item in rows], [-item.low for item in rows]])
    told = np.isfinite(limit)
    both = sparse.vstack([matrix, -matrix]).tocsr()[told]
    found = []
    for where in asked:
        aim = where.ravel().astype(float)
        ends = [linprog(sign * aim, A_ub=both, b_ub=limit[told], method="highs") for sign in (1.0, -1.0)]
        found.append((ends[0].fun, -ends[1].fun if ends[1].fun is not None else np.inf))
    return found


def values(low: float, high: float) -> float:
    """How many whole numbers lie between."""
    return np.floor(high + NEAR) - np.ceil(low - NEAR) + 1
