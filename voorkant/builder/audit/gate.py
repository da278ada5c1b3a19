"""The gate: bound every small count by all that is published, make cells coarser where it must be, and repeat."""

from dataclasses import replace

import numpy as np
import pandas as pd

from voorkant.builder.audit.coarsen import Bad, Coarsening
from voorkant.builder.audit.memory import Before
from voorkant.builder.audit.programme import Blame
from voorkant.builder.audit.propagate import HIGH, LOW, Narrowed, Propagation
from voorkant.builder.audit.ranges import Passed, Published, block, bounds, group_bounds, sensitive, stands_for
from voorkant.builder.audit.system import System
from voorkant.builder.audit.table import Floats, Ints
from voorkant.builder.audit.twins import twins
from voorkant.builder.audit.witness import SCARCE, Blocks, Witnesses
from voorkant.domain.problem import DataRefused

TURNS = 60
EFFORT, MORE = 3.6e9, 1e8
"""What may be solved in search of doubt; and, once that is spent, after each time that cells were coarsened in bulk."""
THEN = 2.2e9
"""What may be solved once youths were found to be scarce: a round of all years. More proved next to nothing."""
LAST = 2e10
"""What may be solved before a publication is refused for cells that nothing is left to make coarser around."""
PATIENCE = 3
"""So often only hidden cells are made wider in bulk, which costs no figure; then shown ones at once too."""
NAMED = 10


class Gate:
    """One level under audit."""

    def __init__(self, system: System, published: Published, before: Before) -> None:
        self.system, self.published, self.before = system, published, before
        self.small = (sensitive(system, published) | before.was_small) & ~before.settled
        self.propagation = Propagation(system.matrix)
        self.coarsening = Coarsening(system, published)
        self.wanted = published.level.wanted
        self.blocks, self.effort = _blocks(system, published), EFFORT
        self.in_bulk, self.bulk_turns, self.scarce = 0, 0, False

    def passed(self, step: Ints) -> Passed:
        """The steps with which no small count is given away. DataRefused, with the cells, when there are none."""
        seen: Witnesses | None = None
        tries = 0
        for turn in range(TURNS):
            own, rows = self._own(step), group_bounds(self.system, self.published, step)
            narrowed = self.propagation.run(*own, rows)
            bad: Bad = {int(variable): Blame(frozenset({(int(variable), LOW), (int(variable), HIGH)}))
                        for variable in np.flatnonzero(self.small & (narrowed.values < self.wanted))}  # fmt: skip
            if not bad:
                bad, seen = self._unproved(narrowed, rows, seen)
                tries += 1
                if not bad:
                    return Passed(step, own, self.small, self._narrowest(narrowed), turn, self.in_bulk)
            step, stuck = self._coarser(bad, narrowed, step, tries=tries)
            if stuck and (left := self._last_look(stuck, seen)):
                raise self._refusal(np.array(left))
        raise self._refusal(np.array(list(bad)))

    def _coarser(self, bad: Bad, narrowed: Narrowed, step: Ints, *, tries: int) -> tuple[Ints, list[int]]:
        if self.effort > 0 and not self.scarce:
            return self.coarsening.choose(bad, narrowed, step, tries=tries)
        if not self.bulk_turns:
            self.blocks = replace(self.blocks, twins=twins(self.system, self.published))
        then, stuck = self.coarsening.widen(bad, narrowed, step, hidden_first=self.bulk_turns < PATIENCE)
        self.bulk_turns += 1
        self.in_bulk += int((then > step).sum())
        return then, stuck

    def _last_look(self, stuck: list[int], seen: Witnesses | None) -> list[int]:
        """Of those for which nothing is left to make coarser: the ones that no table of all years can move.

        A search that ended early may have left them in doubt without proving it. What was seen stays seen.
        """
        if seen is None:
            return stuck
        seen.effort = LAST
        return [int(variable) for variable in seen.look_again(np.array(stuck), self.wanted)]

    def again(self, step: Ints) -> Passed:
        """The former audit of the same cells, taken over: only how narrow it was is worked out again."""
        own = self._own(step)
        narrowed = self.propagation.run(*own, group_bounds(self.system, self.published, step))
        return Passed(step, own, self.small, self._narrowest(narrowed), -1)

    def _own(self, step: Ints) -> tuple[Floats, Floats]:
        low, high = bounds(self.system, self.published, step)
        return np.maximum(low, self.before.low), np.minimum(high, self.before.high)

    def _unproved(
        self, narrowed: Narrowed, rows: tuple[Floats, Floats], seen: Witnesses | None
    ) -> tuple[Bad, Witnesses]:
        """What HiGHS finds no witnesses for. Coarser cells leave all former witnesses standing."""
        witnesses = Witnesses(self.system, narrowed.low, narrowed.high, rows, self.effort if self.effort > 0 else MORE)
        if seen is not None:
            witnesses.seen_low, witnesses.seen_high = seen.seen_low, seen.seen_high
        unproved = witnesses.prove(self.small, self.wanted, self.blocks, most_left=1.0 if self.bulk_turns else SCARCE)
        self.scarce = witnesses.scarce
        if self.scarce and not self.bulk_turns:
            self.effort = min(self.effort, THEN)
        self.effort = min(self.effort, witnesses.effort)
        return {int(variable): witnesses.blame.get(int(variable), Blame()) for variable in unproved}, witnesses

    def _narrowest(self, narrowed: Narrowed) -> int:
        return int(narrowed.values[self.small].min()) if self.small.any() else 0

    def _refusal(self, variables: Ints) -> DataRefused:
        cells = self.published.cells.iloc[np.unique(self.system.variables.cell[variables])]
        names = [f"{row.indicator} in {row.area_code}, {row.period_code}" for row in cells.head(NAMED).itertuples()]
        return DataRefused(
            f"Er is niet gepubliceerd: {len(cells)} kleine aantallen zijn af te leiden uit wat eromheen staat, ook als "
            f"meer cijfers worden verborgen. Het gaat om: {'; '.join(names)}. Maak de drempel of de afronding in "
            "voorkant.toml groter."
        )


def _blocks(system: System, published: Published) -> Blocks:
    """When and where every variable counts."""
    cells, owner = published.cells, system.variables.cell
    first, last = (cells[name].to_numpy(np.int64)[owner] for name in ("first_year", "last_year"))
    return Blocks(first, last, places(cells["gemeente_code"])[owner])


def places(gemeenten: pd.Series) -> Ints:
    """A number for each gemeente, 0 for none."""
    found: Ints = pd.factorize(gemeenten, sort=True)[0].astype(np.int64) + 1
    return found


def coarse_range(published: Published, step: Ints) -> tuple[Floats, Floats]:
    """(low, high) to publish for coarser cells; for a share all that its group allows."""
    low, high = block(published, step)
    whole = stands_for(published.denominator, published.level)[1]
    share = published.is_share
    return np.where(share, 0, low), np.where(share, np.where(step == 1, whole, np.nan), high)
