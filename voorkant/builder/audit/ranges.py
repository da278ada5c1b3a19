"""What a published cell says of the counts behind it, and how a cell is made to say less."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from voorkant.builder.audit.system import FREE, System
from voorkant.builder.audit.table import Bools, Floats, Ints
from voorkant.builder.protect import ROWS, SHARE
from voorkant.declare.settings import Rule

WANTED, WANTED_OPENBAAR = 3, 5
LAST_STEP = 3
"""Step 0 is the cell as protected; each further one makes its range `base` times wider; the last says nothing."""


@dataclass(frozen=True)
class Level:
    """The rule of a level; `inner` is the rule that made the cells that its cells are made from."""

    rule: Rule
    inner: Rule | None = None

    @property
    def wanted(self) -> int:
        """How many values a small count must be able to have."""
        return min(self.rule.base, WANTED if self.inner is None else WANTED_OPENBAAR)

    @property
    def least_shown(self) -> int:
        """The smallest number of youths of which a cell is shown."""
        return self.rule.least_shown(self.inner)

    @property
    def most_hidden(self) -> int:
        return self.rule.hidden_limit(self.inner)

    @property
    def traced(self) -> int:
        """How many youths who came or went between two publications an attacker is taken to know.

        Of a hidden count that range was told already. Who knows of more than this knows too much whatever comes after.
        """
        return self.most_hidden - self.wanted

    @property
    def least_group(self) -> int:
        """The smallest group of a share that is shown: youths with a hit and others are each rounded, then added."""
        if self.inner is None:
            return self.rule.threshold
        return -(-self.rule.shown_from(self.inner) // self.inner.base) * self.inner.base - 2 * (self.inner.base // 2)

    @property
    def spread(self) -> float:
        """The standard deviation of the error of rounding one count."""
        bases = [rule.base for rule in (self.inner, self.rule) if rule]
        return float(np.sqrt(sum((base**2 - 1) / 12 for base in bases)))


def rounded(count: Floats, level: Level) -> Floats:
    """Counts as a level shows them: first as the level it is made from does."""
    for rule in filter(None, (level.inner, level.rule)):
        count = np.round(count / rule.base) * rule.base
    return count


def stands_for(shown: Floats, level: Level) -> tuple[Floats, Floats]:
    """(least, most) that a count can be which is shown as this, for who knows both roundings.

    Some numbers stand for few: rounded to 3 and then to 5 a 20 is 17 to 22, and a 15 is 14 to 16.
    """
    half, inner = level.rule.base // 2, level.inner.base if level.inner else 1
    least = np.ceil((shown - half) / inner) * inner - inner // 2
    return np.maximum(least, 0), np.floor((shown + half) / inner) * inner + inner // 2


@dataclass(frozen=True)
class Published:
    """The cells of a level as arrays: what is shown of them, apart from how far they were made coarser."""

    cells: pd.DataFrame
    level: Level

    @cached_property
    def is_hidden(self) -> Bools:
        return self.cells["reason"].notna().to_numpy()

    @cached_property
    def is_small(self) -> Bools:
        """Hidden because it is small."""
        return (self.cells["reason"] == "klein").to_numpy()

    @cached_property
    def is_share(self) -> Bools:
        return (self.cells["kind"] == SHARE).to_numpy()

    @cached_property
    def is_rows(self) -> Bools:
        return (self.cells["kind"] == ROWS).to_numpy()

    @cached_property
    def number(self) -> Floats:
        """Each count as this level would show it: what the block of a coarser cell is chosen by."""
        return rounded(self.cells["true_numerator"].to_numpy(float), self.level)

    @cached_property
    def denominator(self) -> Floats:
        return self.cells["denominator"].to_numpy(float, na_value=np.nan)

    def last_step(self) -> Ints:
        """How coarse each cell can be made."""
        last = np.full(len(self.cells), LAST_STEP)
        last[self.is_share] = np.where(np.isnan(self.denominator), 0, 2)[self.is_share]
        # a range would tell hidden rows, of which the number says nothing, from others: these get none at once
        last[self.is_rows] = 1
        last[(self.cells["reason"].notna() & (self.cells["reason"] != "klein")).to_numpy()] = 0
        last[self.says_inner] = 1
        return last

    @cached_property
    def says_inner(self) -> Bools:
        """Cells that say the range of the level inside, which that level made wider: they can still say nothing.

        Beside what was said of such a cell before, when it was small, that range may leave too little doubt.
        """
        wider = (self.cells["reason"] == "herleidbaar").to_numpy()
        found: Bools = wider & ~self.is_share & ~self.is_rows & (self.level.inner is not None)
        return found

    def first_step(self) -> Ints:
        """A share that is hidden already starts at step 1: its numerator says nothing."""
        return (self.is_share & self.is_hidden).astype(np.int64)


@dataclass(frozen=True)
class Passed:
    """What the audit made of a level."""

    step: Ints  # per cell: how coarse it is
    own: tuple[Floats, Floats]  # per variable: what its cell says, with what former publications said
    small: Bools  # per variable: whether it must stay in doubt
    narrowest: int  # how many values the surest of those can have
    turns: int  # how often cells were made coarser; -1 when a former audit was taken over
    in_bulk: int = 0  # cells that were made coarser when the search had cost too much


def block(published: Published, step: Ints, count: Floats | None = None) -> tuple[Floats, Floats]:
    """(low, high) of counts at a step above 0: all that a block of `base ** step` neighbouring roundings can stand for.

    It follows from the rounded count and holds its range, so a coarser cell never says more than before. `count`: of
    these counts instead of the true ones.
    """
    near = published.number if count is None else rounded(count, published.level)
    base = published.level.rule.base
    size = np.power(float(base), step + 1)
    first = np.floor(near / size) * size
    low, high = stands_for(first, published.level)[0], stands_for(first + size - base, published.level)[1]
    open_ended = (step >= LAST_STEP) | published.is_rows | published.says_inner
    return (
        np.where(open_ended, 0, low),
        np.where(open_ended, FREE, high),
    )


def bounds(system: System, published: Published, step: Ints) -> tuple[Floats, Floats]:
    """(low, high) of every variable, from its own cell alone."""
    variables, cells, level = system.variables, published.cells, published.level
    low, high = np.zeros(variables.size), np.full(variables.size, FREE)
    stated_low = cells["numerator_low"].fillna(0).to_numpy(float)
    stated_high = cells["numerator_high"].fillna(FREE).to_numpy(float)
    everyone = np.arange(len(cells))
    shown, plain = ~published.is_hidden & (step == 0), step == 0
    there = shown & (stated_high > 0)
    low[everyone] = np.where(there, np.maximum(stated_low, level.least_shown), np.where(plain, stated_low, 0))
    high[everyone] = np.where(plain & ~published.is_share | shown, stated_high, FREE)
    coarse = (step > 0) & ~published.is_share
    block_low, block_high = block(published, step)
    low[everyone[coarse]], high[everyone[coarse]] = block_low[coarse], block_high[coarse]
    small = published.is_small & plain & ~published.is_share
    least = np.where(~cells["is_small_level"].to_numpy(bool) & (level.inner is None), 1.0, 0.0)
    low[everyone[small]] = least[small]
    youths, own = variables.youths, published.is_rows
    low[youths[own & there]] = level.least_shown
    low[youths[own & small]] = least[own & small]
    high[youths[own & small]] = level.most_hidden
    rest = variables.rest[published.is_share & there]
    low[rest] = level.least_shown
    return low, high


def group_bounds(system: System, published: Published, step: Ints) -> tuple[Floats, Floats]:
    """The bounds of all rows, with those of the groups of shares as far as these are shown."""
    low, high = system.low.copy(), system.high.copy()
    shown = published.is_share & ~np.isnan(published.denominator) & (step < 2)  # noqa: PLR2004 - step 2 hides the group
    rows = system.group_row[shown]
    least, most = stands_for(published.denominator[shown], published.level)
    low[rows], high[rows] = np.maximum(least, published.level.least_group), most
    return low, high


def sensitive(system: System, published: Published) -> Bools:
    """The variables that must stay in doubt: small counts of youths, zero too at wijk and below and in a group."""
    cells, variables = published.cells, system.variables
    threshold = published.level.rule.threshold
    youths, others = (cells[name].fillna(0).to_numpy(float) for name in ("true_youths", "true_others"))
    small_level = cells["is_small_level"].to_numpy(bool)
    hidden = published.is_hidden & (cells["reason"] != "niet_geleverd").to_numpy()
    # none of a group, or all of it, tells of everybody in it; of a group without anybody there is nobody to tell of
    told_of = small_level | (published.is_share & (youths + others > 0))
    few = hidden & (youths < threshold) & ((youths > 0) | told_of)
    rest_few = hidden & published.is_share & (others < threshold) & ((others > 0) | told_of)
    found = np.zeros(variables.size, dtype=bool)
    found[np.flatnonzero(few)] = True
    found[variables.youths[few & published.is_rows]] = True
    found[variables.rest[rest_few]] = True
    return found
