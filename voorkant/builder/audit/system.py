"""The relations as linear equations over whole numbers: one variable for every count behind a cell.

A relation enters only when the true counts of its whole family meet it. So the true table always solves the system,
and an attacker who supposes more than holds is misled, not helped.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from scipy import sparse

from voorkant.builder.audit.periods import COVER, GROUP, PART
from voorkant.builder.audit.table import Audited, Bools, Floats, Ints, Relations, among
from voorkant.builder.protect import PEOPLE_KIND, ROWS, SHARE

FREE = 1e7
"""More than any count: no bound."""
PER_YOUTH = 60
"""Rows that one youth may have in a witness; more is only believed where it is so."""
UNLIMITED = FREE * PER_YOUTH
"""More than what an equation of counts can come to: no bound."""


@dataclass(frozen=True)
class Variables:
    """`count` of cell i is variable i. Rows have `youths` behind them, shares a `rest`; -1 where there is none."""

    youths: Ints  # per cell; for unique people the count itself
    rest: Ints  # per cell
    cell: Ints  # per variable
    truth: Floats  # per variable

    @property
    def size(self) -> int:
        return len(self.truth)


@dataclass(frozen=True)
class System:
    """`low <= matrix @ x <= high`. Rows from `group` on bound the groups of shares and come from what is published."""

    variables: Variables
    matrix: sparse.csr_matrix
    low: Floats
    high: Floats
    group_row: Ints  # per cell: its row that bounds count + rest; -1 where there is none

    def checked(self) -> "System":
        """Itself. ArithmeticError when the true table does not solve it: what it says of doubt would be wrong."""
        found = self.matrix @ self.variables.truth
        beyond = self.variables.truth.max(initial=0) >= FREE
        wrong = np.flatnonzero((found < self.low) | (found > self.high) | beyond)
        if len(wrong):
            raise ArithmeticError(f"the true table does not meet {len(wrong)} of {len(found)} equations of the audit")
        return self


def variables_of(audited: Audited) -> Variables:
    cells = audited.cells
    count, everyone = cells["true_numerator"].to_numpy(float), np.arange(len(cells))
    rows, share = (cells["kind"] == ROWS).to_numpy(), (cells["kind"] == SHARE).to_numpy()
    people = (cells["kind"] == PEOPLE_KIND).to_numpy()
    youths, rest = np.where(people, everyone, -1), np.full(len(cells), -1)
    youths[rows] = len(cells) + np.arange(rows.sum())
    rest[share] = len(cells) + rows.sum() + np.arange(share.sum())
    missed = (cells["true_denominator"].fillna(0) - cells["true_numerator"]).to_numpy(float)
    return Variables(
        youths=youths,
        rest=rest,
        cell=np.concatenate([everyone, everyone[rows], everyone[share]]),
        truth=np.concatenate([count, cells["true_youths"].to_numpy(float)[rows], missed[share]]),
    )


@dataclass
class _Rows:
    """Rows of a matrix in the making."""

    entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    bounds: list[tuple[Floats, Floats]] = field(default_factory=list)
    size: int = 0

    def add(self, row: Ints, column: Ints, weight: Floats) -> None:
        self.entries.append((row, column, weight))

    def more(self, count: int, low: float, high: float) -> Ints:
        """The numbers of new rows with these bounds."""
        self.bounds.append((np.full(count, low), np.full(count, high)))
        self.size += count
        return np.arange(self.size - count, self.size)

    def matrix(self, width: int) -> sparse.csr_matrix:
        row, column, weight = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        return sparse.csr_matrix((weight, (row, column)), shape=(self.size, width))


def build(audited: Audited) -> System:
    """All equations of a level."""
    variables, rows = variables_of(audited), _Rows()
    of_groups = audited.relations.form == GROUP
    relations = among(audited.relations, ~of_groups)
    everyone, kind = np.arange(len(audited.cells)), audited.cells["kind"].to_numpy()
    union = kind == PEOPLE_KIND
    counts, youths, rest = (
        _Sums.taken(relations, variables.truth, whole=whole, part=part)
        for whole, part in (
            (np.where(union, -1, everyone), everyone),
            (variables.youths, variables.youths),
            (variables.rest, variables.rest),
        )
    )
    # where the groups of shares do not add up, nobody can suppose that the hits among them do
    groups_add_up = counts.add_up(relations) & rest.add_up(relations)
    _relate(rows, relations, counts, np.where(rest.lives, groups_add_up, counts.add_up(relations)))
    _relate(rows, relations, youths, youths.add_up(relations))
    _relate(rows, relations, rest, groups_add_up)
    _groups(rows, among(audited.relations, of_groups), variables)
    _rows_and_youths(rows, variables, kind)
    group_row = np.full(len(kind), -1)
    share = np.flatnonzero(kind == SHARE)
    group_row[share] = rows.more(len(share), 0, FREE)
    for column in (share, variables.rest[share]):
        rows.add(group_row[share], column, np.ones(len(share)))
    low, high = (np.concatenate(side) for side in zip(*rows.bounds, strict=True))
    return System(variables, rows.matrix(variables.size), low, high, group_row).checked()


def _groups(rows: _Rows, relations: Relations, variables: Variables) -> None:
    """A share's hits and rest together lie within a count, or within the group of another share."""
    whole, piece = relations.parent[relations.relation], relations.piece
    sides = [(of, weight) for cell, weight in ((whole, 1.0), (piece, -1.0)) for of in (cell, variables.rest[cell])]
    truth = np.append(variables.truth, 0.0)  # what has no rest, -1, adds nothing
    left = np.sum([weight * truth[of] for of, weight in sides], axis=0)
    family = replace(relations, family=relations.family[relations.relation])
    holds, same = (_family_holds(family, np.ones(len(left), dtype=bool), met) for met in (left >= 0, left == 0))
    for wanted, high in ((holds & ~same, FREE), (same, 0)):
        row = rows.more(int(wanted.sum()), 0, high)
        for of, weight in sides:
            there = of[wanted] >= 0
            rows.add(row[there], of[wanted][there], np.full(int(there.sum()), weight))


def _rows_and_youths(rows: _Rows, variables: Variables, kind: Ints) -> None:
    """Behind every row stands a youth, and no youth is there without a row."""
    own = np.flatnonzero(kind == ROWS)
    youths = variables.youths[own]
    enough, most = rows.more(len(own), 0, FREE), rows.more(len(own), 0, UNLIMITED)
    truth = variables.truth
    per_youth = np.maximum(PER_YOUTH, np.ceil(truth[own] / np.maximum(truth[youths], 1)))
    rows.add(enough, own, np.ones(len(own)))
    rows.add(enough, youths, -np.ones(len(own)))
    rows.add(most, own, -np.ones(len(own)))
    rows.add(most, youths, per_youth)


@dataclass(frozen=True)
class _Sums:
    """The wholes of one measure and their parts, as they truly are."""

    parent: Ints  # per relation the variable of the whole, or -1
    of: Ints  # per part: its relation
    piece: Ints  # per part: its variable
    lives: Bools  # per relation: whether the measure has a whole and a part in it
    count: Floats  # per relation
    total: Floats  # per relation: of the parts
    largest: Floats  # per relation: of the parts

    @classmethod
    def taken(cls, relations: Relations, truth: Floats, *, whole: Ints, part: Ints) -> "_Sums":
        """`whole` and `part` give a cell's variable, or -1."""
        parent, piece = whole[relations.parent], part[relations.piece]
        used = (piece >= 0) & (parent[relations.relation] >= 0)
        of, piece = relations.relation[used], piece[used]
        size = len(parent)
        largest = np.zeros(size)
        np.maximum.at(largest, of, truth[piece])
        lives = (parent >= 0) & (np.bincount(of, minlength=size) > 0)
        total = np.bincount(of, weights=truth[piece], minlength=size)
        return cls(parent, of, piece, lives, np.where(parent >= 0, truth[parent], 0), total, largest)

    def closed(self, relations: Relations) -> Bools:
        """Whether all parts of a whole are there."""
        cover, single = relations.form == COVER, relations.form == PART
        return self.lives & (relations.is_whole | cover) & ~single

    def add_up(self, relations: Relations) -> Bools:
        """Per relation whether all of its family that are closed are no more than their parts together."""
        return _family_holds(relations, self.closed(relations), self.count <= self.total)


def _relate(rows: _Rows, relations: Relations, sums: _Sums, add_up: Bools) -> None:
    """The relations of one measure; `add_up`: which may be taken to be no more than their parts."""
    cover, single = relations.form == COVER, relations.form == PART
    at_most = sums.closed(relations) & add_up
    plain = sums.lives & ~cover & ~single
    at_least = plain & _family_holds(relations, plain, sums.count >= sums.total)
    _sums(rows, sums.parent, (sums.of, sums.piece), low=at_least, high=at_most)
    inside = sums.lives & ~cover & ~at_least
    inside &= _family_holds(relations, sums.lives & ~cover, sums.count >= sums.largest)
    pairs = inside[sums.of]
    new = rows.more(int(pairs.sum()), 0, FREE)
    rows.add(new, sums.parent[sums.of[pairs]], np.ones(len(new)))
    rows.add(new, sums.piece[pairs], -np.ones(len(new)))


def _family_holds(relations: Relations, asked: Bools, holds: Bools) -> Bools:
    """Whether all relations asked of the family meet it."""
    broken = np.bincount(
        relations.family[asked], weights=~holds[asked], minlength=int(relations.family.max(initial=0)) + 1
    )
    found: Bools = broken[relations.family] == 0
    return found


def _sums(rows: _Rows, parent: Ints, parts: tuple[Ints, Ints], *, low: Bools, high: Bools) -> None:
    """whole - sum of parts: at least 0 where `low`, at most 0 where `high`."""
    of, piece = parts
    for wanted, bounds in ((low & high, (0, 0)), (low & ~high, (0, FREE)), (high & ~low, (-FREE, 0))):
        number = np.full(len(parent), -1)
        number[wanted] = rows.more(int(wanted.sum()), *bounds)
        rows.add(number[wanted], parent[wanted], np.ones(int(wanted.sum())))
        own = number[of] >= 0
        rows.add(number[of][own], piece[own], -np.ones(int(own.sum())))
