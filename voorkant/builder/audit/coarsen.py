"""Which cells are made coarser so that a small count stays in doubt: the cheapest of those that give it away."""

from collections.abc import Mapping

import numpy as np

from voorkant.builder.audit.programme import Blame
from voorkant.builder.audit.propagate import LOW, Narrowed, causes
from voorkant.builder.audit.ranges import Published
from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Ints

LEVEL_WEIGHT = {"regio": 4.0, "gemeente": 2.0}
GROUP_STEP = 2
RINGS = 4
HIDDEN_COST, SHOWN_COST = 0.5, 4.0

Option = tuple[float, int, int]
"""Cost, cell and step of one that can be made coarser."""
Bad = Mapping[int, Blame]
"""The variables that are in too little doubt, with what narrows them."""


class Costs:
    """What is lost when a cell is made coarser: nothing much where it shows no figure, else its volume."""

    def __init__(self, published: Published) -> None:
        cells = published.cells
        weight = cells["level"].map(LEVEL_WEIGHT).fillna(1.0).to_numpy(float)
        weight = weight * np.where(cells["dimension"] == "", 2.0, 1.0)
        self.shown = np.where(published.is_hidden, HIDDEN_COST, SHOWN_COST + published.number * weight)
        self.last = published.last_step()

    def of(self, cell: int, now: int, then: int) -> float:
        """The cost of another step; infinite where there is none."""
        if then > self.last[cell] or then <= now:
            return np.inf
        return float(self.shown[cell]) if now == 0 else HIDDEN_COST + now


class Coarsening:
    """Chooses cells to make coarser."""

    def __init__(self, system: System, published: Published) -> None:
        self.system, self.costs = system, Costs(published)
        self.is_share = published.is_share
        self.by_column = system.matrix.tocsc()
        self.group_cell = {int(row): cell for cell, row in enumerate(system.group_row) if row >= 0}

    def choose(self, bad: Bad, narrowed: Narrowed, step: Ints, *, tries: int = 0) -> tuple[Ints, list[int]]:
        """(the new steps, the variables for which nothing is left to make coarser).

        `tries`: how often HiGHS found too little doubt before. Each time more cells are taken at once.
        """
        then, stuck = step.copy(), []
        for variable, blame in bad.items():
            options = self._options(blame, narrowed, step) or self._beside(variable, step)
            if any(then[cell] > step[cell] for _, cell, _ in options):
                continue  # what was chosen for another variable helps here too: look again next time
            if not options:
                stuck.append(variable)
                continue
            for _, cell, to in sorted(options)[: max(1, tries)]:
                then[cell] = max(to, then[cell])
        return then, stuck

    def widen(self, bad: Bad, narrowed: Narrowed, step: Ints, *, hidden_first: bool = True) -> tuple[Ints, list[int]]:
        """The same for variables that were not looked at one by one: all cells that are to blame at once.

        `hidden_first`: only hidden ones as long as there are any, those of the variables too, as that costs no figure.
        """
        known: dict[Blame, list[Option]] = {}
        found: dict[int, list[Option]] = {}
        for variable, blame in bad.items():
            if blame not in known:
                known[blame] = self._options(blame, narrowed, step)
            own = int(self.system.variables.cell[variable])
            found[variable] = [*known[blame], *self._priced({(own, int(step[own]) + 1)}, step)]
        chosen = [option for options in found.values() for option in options if option[0] < SHOWN_COST and hidden_first]
        stuck: list[int] = []
        if not chosen:
            found = {variable: options or self._beside(variable, step) for variable, options in found.items()}
            chosen = [option for options in found.values() for option in options]
            stuck = [variable for variable, options in found.items() if not options]
        then = step.copy()
        for _, cell, to in chosen:
            then[cell] = max(to, then[cell])
        return then, stuck

    def _options(self, blame: Blame, narrowed: Narrowed, step: Ints) -> list[Option]:
        """Each cell that is to blame and could be made coarser."""
        leaves, rows = causes(narrowed, self.system.matrix, blame.bounds)
        rows |= blame.rows
        wanted = set()
        for leaf, side in leaves:
            cell = int(self.system.variables.cell[leaf])
            says = narrowed.own[side][leaf] > 0 if side == LOW else narrowed.own[side][leaf] < FREE
            if says and not (self.is_share[cell] and step[cell]):
                wanted.add((cell, int(step[cell]) + 1))
        wanted |= {(self.group_cell[row], GROUP_STEP) for row in rows if row in self.group_cell}
        return self._priced(wanted, step)

    def _beside(self, variable: int, step: Ints) -> list[Option]:
        """Where no single bound is to blame: the nearest cells, equation by equation, that can be made coarser."""
        reached = np.array([variable])
        for _ in range(RINGS):
            rows = np.unique(self.by_column[:, reached].indices)
            reached = np.unique(self.system.matrix[rows].indices)
            cells = np.unique(self.system.variables.cell[reached])
            if options := self._priced({(int(cell), int(step[cell]) + 1) for cell in cells}, step):
                return options
        return []

    def _priced(self, wanted: set[tuple[int, int]], step: Ints) -> list[Option]:
        priced = [(self.costs.of(cell, int(step[cell]), to), cell, to) for cell, to in wanted]
        return [option for option in priced if option[0] < np.inf]
