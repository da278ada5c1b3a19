"""Whether what is released of a pilot leaves small counts in doubt beside the cells that are published.

An attacker reads both. What was counted of a unit in a month is a whole number; a cell of the unit is a sum of these, a
cell of its gemeente is no less, and what is released of the observed is a sum over units that lies between two bounds.
All are equations of one system, with those of the audit. Cells are published already: it is the estimates that yield.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from voorkant.analysis.panel import Bools
from voorkant.builder.audit.gate import EFFORT, places
from voorkant.builder.audit.propagate import Propagation
from voorkant.builder.audit.ranges import group_bounds
from voorkant.builder.audit.run import Shown
from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Floats, Ints
from voorkant.builder.audit.witness import Blocks, Witnesses
from voorkant.builder.pilot.case import Case, number
from voorkant.domain.period import MONTHS, parse_period

LEVELS = {"praktijk": "praktijk", "gemeente": "gemeente"}
"""The level of a unit's own cells; all other units are wijken."""
AGE = "age_group"

NO_CELL = -1
"""Of a variable that no cell shows."""

Row = tuple[dict[int, float], float, float]
"""An equation: the weight of each variable, and what it is at least and at most."""


@dataclass(frozen=True)
class Sum:
    """Of the events in these units and months (units, months) of a case at least `low`, at most `high` are told."""

    case: Case
    where: Bools
    low: float
    high: float


@dataclass(frozen=True)
class Reader:
    """Who may open the cells of a level, and what is told already to who opens them."""

    beside: "Beside"
    knows: tuple[Sum, ...] = ()

    def is_left_in_doubt(self, told: Sequence[Sum]) -> bool:
        return self.beside.leaves_doubt([*self.knows, *told])


@dataclass(frozen=True)
class Beside:
    """Pilots of the same kind of unit and outcome beside the cells of one level. It is the last that is looked at.

    `wanted`: how many values a small count must be able to have.
    """

    cases: tuple[Case, ...]
    shown: Shown
    wanted: int

    def leaves_doubt(self, told: Sequence[Sum]) -> bool:
        """Whether every small count of its units and their gemeenten keeps enough values when all this is told."""
        system = self._with(told)
        added = system.variables.size - self._first
        low, high = (np.concatenate([own, np.full(added, free)])
                     for own, free in zip(self.shown.passed.own, (0.0, FREE), strict=True))  # fmt: skip
        rows, asked = (system.low, system.high), self._asked(system)
        narrowed = Propagation(system.matrix).run(low, high, rows)
        if (narrowed.values[asked] < self.wanted).any():
            return False
        searched = Witnesses(system, narrowed.low, narrowed.high, rows, EFFORT)
        return not searched.prove(asked, self.wanted, self._blocks()).size

    @property
    def _first(self) -> int:
        """How many variables of cells stand before those of units and months."""
        return self.shown.system.variables.size

    @cached_property
    def _units(self) -> dict[tuple[str, str, str], int]:
        """The number of each unit of the cases, by the level, area and age group of its own cells."""
        keys = [key_of(case, at) for case in self.cases for at in range(len(case.places))]
        return {key: at for at, key in enumerate(dict.fromkeys(keys))}

    @cached_property
    def _own(self) -> list[tuple[int, int, range]]:
        """(cell, unit, months) of each cell of a unit alone."""
        own = self._cells_of_outcome()
        keys = zip(own["level"], own["area_code"], own["split_value"], strict=True)
        found = zip(own.index, map(self._units.get, keys), own["period_code"], strict=True)
        return [(cell, unit, months_of(code)) for cell, unit, code in found if unit is not None]

    @cached_property
    def _around(self) -> list[tuple[int, Ints, range]]:
        """(cell, units, months) of each cell of a gemeente in which units lie that are not gemeenten themselves."""
        inside: dict[str, set[int]] = {}
        for case in self.cases:
            for at, place in enumerate(case.places):
                if case.pilot.unit != "gemeente":
                    inside.setdefault(place.gemeente, set()).add(self._units[key_of(case, at)])
        own = self._cells_of_outcome()
        own = own[(own["level"] == "gemeente") & (own["dimension"] == "") & own["area_code"].isin(set(inside))]
        keys = zip(own.index, own["area_code"], own["period_code"], strict=True)
        return [(cell, np.array(sorted(inside[code])), months_of(period)) for cell, code, period in keys]

    def _cells_of_outcome(self) -> pd.DataFrame:
        cells = self.shown.published.cells
        return cells[(cells["indicator"] == self.cases[-1].indicator.slug) & cells["dimension"].isin(["", AGE])]

    @cached_property
    def _months(self) -> range:
        """The numbers of all months that a case or a cell of a unit holds."""
        spans = [
            *(span for *_, span in self._own),
            *(range(item.first, item.first + item.months) for item in self.cases),
        ]
        return range(min(span.start for span in spans), max(span.stop for span in spans))

    @cached_property
    def _counts(self) -> Floats:
        """(units, months): what was counted."""
        found = np.zeros((len(self._units), len(self._months)))
        for case in self.cases:
            rows, own = case.events, np.zeros_like(found)
            month = rows.month + case.first - self._months.start
            inside = (month >= 0) & (month < len(self._months))
            np.add.at(own, (self._rows_of(case)[rows.place[inside]], month[inside]), rows.events[inside])
            found = np.maximum(found, own)
        return found

    def _rows_of(self, case: Case) -> Ints:
        return np.array([self._units[key_of(case, at)] for at in range(len(case.places))], dtype=np.int64)

    @cached_property
    def _since(self) -> list[tuple[Bools, bool]]:
        """Per started unit of the last case: its months with the programme, and whether what they hold is small."""
        case = self.cases[-1]
        running = case.panel(case.first + case.months).running
        found = []
        for unit in np.flatnonzero(running.any(axis=1)):
            alone = np.zeros_like(running)
            alone[unit] = running[unit]
            few = case.youths(alone) < self.shown.published.level.rule.threshold
            found.append((self._wide(case, alone), few))
        return found

    def _wide(self, case: Case, where: Bools) -> Bools:
        """The same units and months, as places in `_counts`."""
        found = np.zeros(self._counts.shape, dtype=bool)
        first = case.first - self._months.start
        found[self._rows_of(case), first : first + where.shape[1]] = where
        return found

    def _with(self, told: Sequence[Sum]) -> System:
        """The system of the cells with that of units and months: those, and what each unit counted since its start."""
        base, shown = self.shown.system, self.shown
        sums = self._first + self._counts.size
        rows = [
            *self._of_cells(),
            *((self._line(self._wide(item.case, item.where)), item.low, item.high) for item in told),
        ]
        rows += [({sums + at: 1.0} | self._line(where, -1.0), 0.0, 0.0) for at, (where, _) in enumerate(self._since)]
        since = [self._counts[where].sum() for where, _ in self._since]
        truth = np.concatenate([base.variables.truth, self._counts.ravel(), since])
        low, high = group_bounds(base, shown.published, shown.passed.step)
        cell = np.concatenate([base.variables.cell, np.full(len(truth) - self._first, NO_CELL)])
        return System(
            variables=replace(base.variables, cell=cell, truth=truth),
            matrix=_below(base.matrix, [row for row, *_ in rows], len(truth)),
            low=np.concatenate([low, [least for _, least, _ in rows]]),
            high=np.concatenate([high, [most for *_, most in rows]]),
            group_row=base.group_row,
        )

    def _of_cells(self) -> list[Row]:
        """What cells say of units and months, as far as it is so: nobody can suppose what is not."""
        truth, counts = self.shown.system.variables.truth, self._counts
        own = [(cell, self._block(np.array([unit]), months)) for cell, unit, months in self._own]
        around = [(cell, self._block(units, months)) for cell, units, months in self._around]
        found: list[Row] = [({cell: 1.0} | self._line(block, -1.0), 0.0, 0.0) for cell, block in own
                            if counts[block].sum() == truth[cell]]  # fmt: skip
        if all(counts[block].sum() <= truth[cell] for cell, block in around):
            found += [({cell: 1.0} | self._line(block, -1.0), 0.0, FREE) for cell, block in around]
        return found

    def _block(self, units: Ints, months: range) -> Bools:
        places = np.arange(months.start, months.stop) - self._months.start
        found = np.zeros(self._counts.shape, dtype=bool)
        found[np.ix_(units, places[(places >= 0) & (places < len(self._months))])] = True
        return found

    def _line(self, inside: Bools, weight: float = 1.0) -> dict[int, float]:
        return dict.fromkeys((self._first + np.flatnonzero(inside)).tolist(), weight)

    def _asked(self, system: System) -> Bools:
        """Small counts that must stay in doubt: cells of units and their gemeenten, and units since their start."""
        near = np.isin(self.shown.system.variables.cell, [cell for cell, *_ in [*self._own, *self._around]])
        asked = np.zeros(system.variables.size, dtype=bool)
        asked[: self._first] = self.shown.passed.small & near
        asked[self._first + self._counts.size :] = [few for _, few in self._since]
        return asked

    def _blocks(self) -> Blocks:
        """When and where every variable counts; units and months in no single gemeente, as sums tie them together."""
        cells, owner = self.shown.published.cells, self.shown.system.variables.cell
        year = np.array(self._months) // MONTHS
        months, since = np.tile(year, len(self._units)), len(self._since)
        first, last = (
            np.concatenate([cells[name].to_numpy(np.int64)[owner], months, np.full(since, edge)])
            for name, edge in (("first_year", year[0]), ("last_year", year[-1]))
        )
        place = places(cells["gemeente_code"])[owner]
        return Blocks(first, last, np.concatenate([place, np.zeros(len(first) - len(place), dtype=np.int64)]))


def is_alike(one: Case, other: Case) -> bool:
    """Whether two pilots count the same outcome in the same kind of unit."""
    return one.indicator.slug == other.indicator.slug and one.pilot.unit == other.pilot.unit


def key_of(case: Case, at: int) -> tuple[str, str, str]:
    """The level, area and age group of the cells of a unit alone."""
    place = case.places[at]
    return LEVELS.get(case.pilot.unit, "wijk"), place.code, place.age_group


def _below(matrix: sparse.csr_matrix, rows: Sequence[dict[int, float]], width: int) -> sparse.csr_matrix:
    """The matrix with more rows, and as many columns as these need."""
    row = np.repeat(np.arange(len(rows)), [len(item) for item in rows])
    column = np.array([variable for item in rows for variable in item], dtype=np.int64)
    weight = np.array([value for item in rows for value in item.values()])
    added = sparse.csr_matrix((weight, (row, column)), shape=(len(rows), width))
    wide = sparse.csr_matrix((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], width))
    return sparse.vstack([wide, added]).tocsr()


def months_of(code: str) -> range:
    """The numbers of the months of a period."""
    period = parse_period(code)
    return range(number(period.start), number(period.end) + 1)
