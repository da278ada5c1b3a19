"""Whether what is released of a pilot leaves small counts in doubt beside the cells that are published.

An attacker reads both. What was counted of a unit in a month is a whole number; a cell of the unit is a sum of these, a
cell of its gemeente is no less, and what is released of the observed is a sum over units that lies between two bounds.
All are equations of one system, with those of the audit. Cells are published already: it is the estimates that yield.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
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
AGE, WAIT = "age_group", "wachttijd"
"""The splits of cells that are looked at: of a unit's own by age, of a gemeente by how long it took."""
KEY = ["indicator", "programme", "level", "area_code", "split_value"]
Key = tuple[str, str, str, str, str, bool]
"""What the cells of a unit are called, apart from their period; and whether it is the rest of a share that counts."""

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
        return self.beside.also(item.case for item in told).leaves_doubt([*self.knows, *told])


@dataclass(frozen=True)
class Beside:
    """Pilots of the same kind of unit, with outcomes that say something of each other, beside the cells of one level.

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

    def also(self, cases: Iterable[Case]) -> "Beside":
        """The same with cases of which nothing is known yet."""
        new = {
            id(case): case
            for case in cases
            if not {key_of(case, at) for at in range(len(case.places))} <= {*self._units}
        }
        return replace(self, cases=(*self.cases, *new.values())) if new else self

    @property
    def _first(self) -> int:
        """How many variables of cells stand before those of units and months."""
        return self.shown.system.variables.size

    @cached_property
    def _units(self) -> dict[Key, int]:
        """The number of each outcome of a unit, by what its own cells are called."""
        keys = [key_of(case, at) for case in self.cases for at in range(len(case.places))]
        return {key: at for at, key in enumerate(dict.fromkeys(keys))}

    @cached_property
    def _own(self) -> list[tuple[int, int, range]]:
        """(variable, unit, months) of each cell of a unit alone."""
        return [(variable, self._units[key], months) for variable, key, months in self._cells if key in self._units]

    @cached_property
    def _around(self) -> list[tuple[int, Ints, range]]:
        """(variable, units, months) of each cell of a gemeente in which units lie that are not gemeenten themselves."""
        inside: dict[Key, set[int]] = {}
        for case in self.cases:
            for at, place in enumerate(case.places):
                if case.pilot.unit != "gemeente":
                    around = (*key_of(case, at)[:2], "gemeente", place.gemeente, case.part, case.is_rest)
                    inside.setdefault(around, set()).add(self._units[key_of(case, at)])
        return [(variable, np.array(sorted(inside[key])), months) for variable, key, months in self._cells
                if key in inside]  # fmt: skip

    @cached_property
    def _cells(self) -> list[tuple[int, Key, range]]:
        """(variable, key, months) of the cells of the outcomes, by age or by how long it took at most."""
        cells, rest = self.shown.published.cells, self.shown.system.variables.rest
        counted = {(case.indicator.slug, case.is_rest) for case in self.cases}
        own = cells[cells["indicator"].isin({slug for slug, _ in counted}) & cells["dimension"].isin(["", AGE, WAIT])]
        rows = list(zip(own.index, *(own[name] for name in KEY), own["period_code"], strict=True))
        return [(int(rest[cell]) if is_rest else cell, (slug, *key, is_rest), months_of(code))
                for cell, slug, *key, code in rows for name, is_rest in sorted(counted) if name == slug]  # fmt: skip

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
        """Per case and started unit: its months with the programme, and whether what they hold is small."""
        found = []
        for case in self.cases:
            running = case.panel(case.first + case.months).running
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
            *self._of_outcomes(),
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
        own = [(variable, self._block(np.array([unit]), months)) for variable, unit, months in self._own]
        around = [(variable, self._block(units, months)) for variable, units, months in self._around]
        found: list[Row] = [({variable: 1.0} | self._line(block, -1.0), 0.0, 0.0) for variable, block in own
                            if counts[block].sum() == truth[variable]]  # fmt: skip
        if all(counts[block].sum() <= truth[variable] for variable, block in around):
            found += [({variable: 1.0} | self._line(block, -1.0), 0.0, FREE) for variable, block in around]
        return found

    def _of_outcomes(self) -> list[Row]:
        """Of every unit and month: what one outcome counts, another counts too. Only where it is so everywhere."""
        counts, months, rows = self._counts, len(self._months), []
        whole = {(case.indicator.slug, link.whole) for case in self.cases for link in case.indicator.within
                 if link.is_plain}  # fmt: skip
        for key, part in self._units.items():
            for name in (name for slug, name in whole if slug == key[0]):
                other = self._units.get((name, *key[1:]))
                if other is not None:
                    rows += [(other * months + at, part * months + at) for at in range(months)]
        flat = counts.ravel()
        if not all(flat[larger] >= flat[smaller] for larger, smaller in rows):
            return []
        return [({self._first + larger: 1.0, self._first + smaller: -1.0}, 0.0, FREE) for larger, smaller in rows]

    def _block(self, units: Ints, months: range) -> Bools:
        places = np.arange(months.start, months.stop) - self._months.start
        found = np.zeros(self._counts.shape, dtype=bool)
        found[np.ix_(units, places[(places >= 0) & (places < len(self._months))])] = True
        return found

    def _line(self, inside: Bools, weight: float = 1.0) -> dict[int, float]:
        return dict.fromkeys((self._first + np.flatnonzero(inside)).tolist(), weight)

    def _asked(self, system: System) -> Bools:
        """Small counts that must stay in doubt: cells of units and their gemeenten, and units since their start."""
        cell = self.shown.system.variables.cell
        near = np.isin(cell, cell[[variable for variable, *_ in [*self._own, *self._around]]])
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


def key_of(case: Case, at: int) -> Key:
    """What the cells of a unit alone are called."""
    place, programme = case.places[at], case.pilot.programme if case.indicator.programmes else ""
    level = LEVELS.get(case.pilot.unit, "wijk")
    return case.indicator.slug, programme, level, place.code, place.age_group, case.is_rest


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
