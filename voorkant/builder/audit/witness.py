"""Doubt that is proved: for each small count, tables that fit all that is published and differ in that count.

Bounds from propagation alone can be too wide, because an attacker may combine equations. Here HiGHS looks for solutions
of all equations together. A solution is a witness: no attacker can exclude it. Solutions form a convex set, so the
smallest and the largest value that were seen tell what lies between. One objective moves many counts at once, so a few
linear programmes prove most of them: first a year of one gemeente at a time, where what lies outside keeps its true
value, then a year of all, then all years together.

Where there are few youths and many places, a solution moves no more of them than there are, and proves little. So the
search has a budget. It is counted in steps, not in seconds, so that the same cells give the same publication.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from voorkant.builder.audit.programme import Blame, Programme, Solved
from voorkant.builder.audit.propagate import HIGH, LOW, NEAR
from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Bools, Floats, Ints
from voorkant.builder.audit.twins import seated

YEAR_ROUNDS, ROUNDS = 150, 40
PROGRESS, WORTH, STALLED = 0.03, 6, 3
"""Rounds that each prove less than this part of what is left, and fewer than so many, are in vain after three."""
ALONE = 6
"""So few are looked at one by one at once."""
AROUND = 1000
"""How many variables may move around a count that is looked at alone, at least."""
MOST_ALONE = 300
"""Where youths are scarce more than this are not looked at one by one: what narrows them together is made wider."""
LEFT = 12
"""So many that could not be proved with what stands around them are tried with the whole table."""
SCARCE = 0.4
"""A year of which more than this is left has too few youths for its places: among wider hidden cells there are more."""
HALF, FEW = 0.5, 4
"""Half of what is open is aimed at, so that the other half can give way."""
REACH = 12.0
"""How far from the truth a witness may lie; more proves nothing more, and a small range is searched faster."""


@dataclass(frozen=True)
class Blocks:
    """Per variable: the first and the last year that it counts, and the number of its gemeente; 0 is no single one."""

    first: Ints
    last: Ints
    place: Ints
    twins: Ints = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))  # twins.py; none where not worth it

    def holds(self, year: int) -> Bools:
        return (self.first <= year) & (self.last >= year)


class Witnesses:
    """The search at one level. `low, high` are the bounds that propagation gave, `rows` those of the equations.

    `effort`: how much may still be solved. Once it is spent nothing more is looked for. `scarce`: a search ended early,
    because there are too few youths for so many places.
    """

    def __init__(
        self, system: System, low: Floats, high: Floats, rows: tuple[Floats, Floats], effort: float = np.inf
    ) -> None:
        self.system, self.rows, self.effort = system, rows, effort
        self.truth = system.variables.truth
        self.low, self.high = np.maximum(low, self.truth - REACH), np.minimum(high, self.truth + REACH)
        self.by_column = system.matrix.tocsc()
        self.seen_low, self.seen_high = self.truth.copy(), self.truth.copy()
        self.scarce, self.blocks = False, None
        self.blame: dict[int, Blame] = {}  # of the variables that could not be proved
        self.chance = np.random.default_rng(20)  # a fixed start: the same cells give the same publication

    def doubt(self) -> Ints:
        """How many whole numbers each variable was seen to be able to be."""
        found: Ints = (np.floor(self.seen_high + NEAR) - np.ceil(self.seen_low - NEAR) + 1).astype(np.int64)
        return found

    def prove(self, asked: Bools, wanted: int, blocks: Blocks, *, most_left: float = 1.0) -> Ints:
        """The asked variables that could not be shown to have `wanted` values.

        `most_left`: the search ends when more than this part of a large year is left after it.
        """
        self.blocks = blocks
        free = self.low < self.high
        parts = _parts(self.system.matrix, free)
        large = np.bincount(parts)[parts] > AROUND
        for place, year in _of_years(blocks.place, large & asked & (blocks.place > 0), blocks):
            inside = free & (blocks.place == place) & blocks.holds(year)
            self._rounds(np.flatnonzero(inside), asked, wanted, most=YEAR_ROUNDS)
        for part, year in _of_years(parts, large & asked & (self.doubt() < wanted), blocks):
            inside = (parts == part) & free & blocks.holds(year)
            self._rounds(np.flatnonzero(inside), asked, wanted, most=YEAR_ROUNDS)
            if len(self._open(np.flatnonzero(inside), asked, wanted)) > max(
                MOST_ALONE, most_left * asked[inside].sum()
            ):
                self.scarce = True
                return np.flatnonzero(asked & (self.doubt() < wanted))
        for part in np.unique(parts[asked & (self.doubt() < wanted)]):
            whole = np.flatnonzero((parts == part) & free)
            if len(blocks.twins) and len(self._open(whole, asked, wanted)) > MOST_ALONE:
                self.scarce = True
                continue
            self._rounds(whole, asked, wanted, most=ROUNDS)
            self._one_by_one(whole, asked, wanted)
        left = asked & (self.doubt() < wanted)
        if self.is_spent or self.scarce:
            self._blame_together(left, blocks)
        return np.flatnonzero(left)

    def look_again(self, variables: Ints, wanted: int) -> Ints:
        """Those of them that could not be shown to have `wanted` values by moving all years of all gemeenten."""
        asked, whole = np.isin(np.arange(len(self.truth)), variables), np.flatnonzero(self.low < self.high)
        self._rounds(whole, asked, wanted, most=ROUNDS)
        programme = self.programme(whole)
        for variable in self._open(whole, asked, wanted):
            if self.doubt()[variable] < wanted and not self.is_spent:
                self._alone(variable, programme, wanted)
        return np.flatnonzero(asked & (self.doubt() < wanted))

    @property
    def is_spent(self) -> bool:
        return self.effort <= 0

    def _blame_together(self, left: Bools, blocks: Blocks) -> None:
        """What keeps all that is left in a year from being more, or less, together: no one was looked at alone."""
        free = self.low < self.high
        for _, year in _of_years(np.zeros(len(left), dtype=np.int64), left, blocks):
            inside = np.flatnonzero(free & blocks.holds(year))
            programme, aim = self.programme(inside), left[inside].astype(float)
            blame = self._look(programme, aim, presolve=True).blame
            blame |= self._look(programme, -aim, presolve=True).blame
            for variable in np.flatnonzero(left & blocks.holds(year)):
                self.blame[int(variable)] = self.blame.get(int(variable), Blame()) | blame

    def _rounds(self, variables: Ints, asked: Bools, wanted: int, *, most: int) -> None:
        """Move what is not proved yet, many at once, until all is proved or no more comes of it."""
        if not asked[variables].any():
            return
        programme, idle, before, presolve = self.programme(variables), 0, 1e9, False
        for turn in range(most):
            open_ones = asked[variables] & (self.doubt()[variables] < wanted)
            left = int(open_ones.sum())
            idle = idle + 1 if before - left < min(PROGRESS * before, WORTH) else 0
            if left <= ALONE or idle == STALLED or self.is_spent:
                return
            before = left
            found = self._look(programme, self._aim(variables, open_ones, turn), presolve=presolve)
            if found.solution is None:
                return
            presolve = presolve or found.steps > len(variables)

    def _one_by_one(self, variables: Ints, asked: Bools, wanted: int) -> None:
        """The last ones alone, each with the part of the table around it, and where few are left with all of it."""
        whole = self.programme(variables) if len(variables) <= AROUND else None
        for variable in self._open(variables, asked, wanted):
            if self.doubt()[variable] < wanted and not self.is_spent:  # it may have moved along with one before it
                self._alone(variable, whole or self.programme(self._near(int(variable))), wanted)
        left = self._open(variables, asked, wanted)
        if not whole and 0 < len(left) <= LEFT and not self.is_spent:
            whole = self.programme(variables)
            for variable in left:
                self._alone(variable, whole, wanted)

    def _open(self, variables: Ints, asked: Bools, wanted: int) -> Ints:
        found: Ints = variables[asked[variables] & (self.doubt()[variables] < wanted)]
        return found

    def _alone(self, variable: int, programme: Programme, wanted: int) -> None:
        """One variable, up and down; what stops it is to blame."""
        aim = np.where(programme.variables == variable, 1.0, 0.0)
        up = self._look(programme, aim).blame if self.truth[variable] < self.high[variable] else None
        if self.doubt()[variable] < wanted:
            down = self._look(programme, -aim).blame if self.truth[variable] > self.low[variable] else None
            self.blame[int(variable)] = (up or _bound(variable, HIGH)) | (down or _bound(variable, LOW))

    def _near(self, variable: int) -> Ints:
        """The variables that are not known, within so many equations of this one that there are enough of them."""
        found = np.zeros(len(self.truth), dtype=bool)
        found[variable] = True
        edge = np.array([variable])
        while len(edge) and found.sum() < AROUND:
            rows = np.unique(self.by_column[:, edge].indices)
            reached = np.unique(self.system.matrix[rows].indices)
            edge = reached[~found[reached] & (self.low[reached] < self.high[reached])]
            found[edge] = True
        return np.flatnonzero(found & (self.low < self.high))

    def _aim(self, block: Ints, open_ones: Bools, turn: int) -> Floats:
        """First all up, then all down, then each to a side by chance, with chosen weights so that some give way."""
        if turn < 2:  # noqa: PLR2004 - up and down
            return np.where(open_ones, 1.0 - 2.0 * turn, 0.0)
        up, down = self.high[block] - self.seen_high[block], self.seen_low[block] - self.low[block]
        side = np.where(self.chance.random(len(block)) * (up + down) < up, 1.0, -1.0)
        chosen = open_ones & ((self.chance.random(len(block)) < HALF) | (open_ones.sum() < FEW))
        return np.where(chosen, side * self.chance.integers(1, 20, len(block)), 0.0)

    def _look(self, programme: Programme, aim: Floats, *, presolve: bool = False) -> Solved:
        found, own = programme.solve(aim, presolve=presolve), programme.variables
        self.effort -= found.effort
        if found.solution is not None:
            table = self.truth.copy()
            table[own] = found.solution
            self._see(table)
            for twin in self.blocks.twins if self.blocks else ():
                self._try(seated(table, twin, (self.low, self.high), self.blocks.place))
        return found

    def _see(self, table: Floats) -> None:
        """A witness."""
        np.minimum(self.seen_low, table, out=self.seen_low)
        np.maximum(self.seen_high, table, out=self.seen_high)

    def _try(self, table: Floats) -> None:
        """A witness if it solves all equations."""
        sums = self.system.matrix @ table
        if (sums >= self.rows[0] - NEAR).all() and (sums <= self.rows[1] + NEAR).all():
            self._see(table)

    def programme(self, variables: Ints) -> Programme:
        """The equations over these variables that can bind; the rest of the table as it is."""
        rows = np.unique(self.by_column[:, variables].indices)
        inside = self.system.matrix[rows]
        others = self.truth.copy()
        others[variables] = 0
        fixed = inside @ others
        low, high = self.rows[0][rows] - fixed, self.rows[1][rows] - fixed
        inside = inside[:, variables].tocsr()
        up = inside.maximum(0)
        down = inside - up
        least = up @ self.low[variables] + down @ self.high[variables]
        most = up @ self.high[variables] + down @ self.low[variables]
        same = low == high
        from_above = ~same & (high < FREE / 2) & (most > high + NEAR)
        from_below = ~same & (low > -FREE / 2) & (least < low - NEAR)
        truth = self.truth[variables]
        above = sparse.vstack([inside[from_above], -inside[from_below]]).tocsr()
        return Programme(
            variables=variables,
            start=truth,
            up=self.high[variables] - truth,
            down=truth - self.low[variables],
            above=sparse.hstack([above, -above]).tocsr(),
            limit=np.concatenate([high[from_above], -low[from_below]]) - above @ truth,
            equal=sparse.hstack([inside[same], -inside[same]]).tocsr(),
            to=low[same] - inside[same] @ truth,
            rows=(np.concatenate([rows[from_above], rows[from_below]]), rows[same]),
        )


def _parts(matrix: sparse.csr_matrix, free: Bools) -> Ints:
    """Per variable the number of the part of the system that it stands in; small parts are taken together.

    What is known for certain ties nothing together.
    """
    loose = matrix[:, np.flatnonzero(free)]
    graph = sparse.bmat([[None, loose.T], [loose, None]], format="csr")
    labels = connected_components(graph, directed=False)[1][: loose.shape[1]]
    size = np.bincount(labels)
    small = size < AROUND
    bundle = np.where(small, np.cumsum(np.where(small, size, 0)) // AROUND, 0)
    found: Ints = np.full(len(free), -1)
    found[free] = np.where(small, len(size) + bundle, np.arange(len(size)))[labels]
    return np.unique(found, return_inverse=True)[1]


def _bound(variable: int, side: int) -> Blame:
    """Propagation left no room on this side."""
    return Blame(frozenset({(int(variable), side)}))


def _of_years(numbers: Ints, asked: Bools, blocks: Blocks) -> list[tuple[int, int]]:
    """(number, year) of every year in which something is asked of what has that number."""
    return sorted(
        {
            (int(number), int(year))
            for first, last, number in set(zip(blocks.first[asked], blocks.last[asked], numbers[asked], strict=True))
            for year in range(first, last + 1)
        }
    )
