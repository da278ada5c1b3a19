"""A long table added up by period or by unit, for `analyse`; a sum of which a part is missing is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from voorkant.analysis.intervals import Floats
from voorkant.commands.csvtable import CsvTable
from voorkant.commands.panelfile import Columns
from voorkant.domain.period import PeriodType, parse_period, period_of
from voorkant.text.checks import Check, State


@dataclass(frozen=True)
class Asked:
    """The table, its columns, and what some methods ask beside them."""

    table: CsvTable
    columns: Columns
    stratum: str | None = None
    standard: str | None = None
    per: float = 1.0
    baseline: int | None = None


@dataclass(frozen=True)
class Sums:
    """Counts and exposures by group, in order; nan where a row of it has none. Without a column exposure is 1."""

    names: tuple[str, ...]
    counts: Floats
    exposure: Floats
    hidden: int

    @property
    def known(self) -> np.ndarray:
        return np.isfinite(self.counts) & np.isfinite(self.exposure)

    def only_known(self) -> "Sums":
        """The groups that are whole."""
        kept = self.known
        names = tuple(name for name, good in zip(self.names, kept, strict=True) if good)
        return Sums(names, self.counts[kept], self.exposure[kept], self.hidden)

    def without(self, name: str) -> "Sums":
        """All groups but one."""
        kept = np.array([item != name for item in self.names])
        names = tuple(item for item in self.names if item != name)
        return Sums(names, self.counts[kept], self.exposure[kept], self.hidden)

    def checks(self) -> list[Check]:
        """What was left out because a part of it is missing."""
        lost = int((~self.known).sum())
        if not lost:
            return []
        text = f"{lost} van {len(self.names)} groepen tellen niet mee: er ontbreekt een aantal of noemer"
        return [
            Check("ontbrekend", State.WARNING, float(lost), f"{text}{', of het is verborgen' if self.hidden else ''}.")
        ]


def amounts(asked: Asked) -> tuple[Floats, Floats, int]:
    """Counts, exposures (1 without a column; 0 is missing) and how many counts are hidden, by row."""
    counts, hidden = asked.table.amounts(asked.columns.outcome, whole=True)
    if asked.columns.exposure is None:
        return counts, np.ones(len(counts)), hidden
    exposure = asked.table.amounts(asked.columns.exposure, whole=False)[0]
    return counts, np.where(exposure > 0, exposure, np.nan), hidden


def summed(asked: Asked, keys: Sequence[str], order: Callable[[str], object] = str) -> Sums:
    """The sums of rows with the same key."""
    counts, exposure, hidden = amounts(asked)
    names = sorted(set(keys), key=order)  # type: ignore[arg-type]
    place = np.array([names.index(key) for key in keys])
    # without a column of denominators a group of any size counts as one
    sizes = np.bincount(place, exposure) if asked.columns.exposure else np.ones(len(names))
    return Sums(tuple(names), np.bincount(place, counts), sizes, hidden)


def by_period(asked: Asked) -> Sums:
    """The sums of each period, in time order; a date counts for its month."""
    column = asked.columns.time
    texts = asked.table.texts(column)
    read = asked.table.dates([text for text in texts if not _is_period(text)])
    codes = [text if _is_period(text) else _month(asked.table, row, column, read(text))
             for row, text in enumerate(texts)]  # fmt: skip
    return summed(asked, codes, lambda code: parse_period(code).start)


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _month(table: CsvTable, row: int, column: str, found: object) -> str:
    if not isinstance(found, date):
        raise table.refuse(row, column, "hier hoort een periode, zoals 2024, 2024-Q3 of 2024-03, of een datum.")
    return period_of(found, PeriodType.MONTH).code
