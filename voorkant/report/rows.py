"""The rows of the figure panels as frozen values: what a query returns, with None for what is missing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from voorkant.cube.reader import Rows
from voorkant.domain.protection import Protection
from voorkant.text.direction import Margin
from voorkant.text.numbers import number
from voorkant.text.periods import day
from voorkant.text.reasons import Small
from voorkant.text.sentences import Change, Reading

Row = TypeVar("Row")
CODE = 6
"""Letters of the code of an event; a gemeente has some tens of them."""


@dataclass(frozen=True)
class Header:
    """An indicator in words (panel figure_indicator)."""

    slug: str
    title: str
    definition: str
    ladder: str
    better: str
    counts: str
    shape: str
    numerator_text: str
    denominator_text: str
    unit_text: str
    source_text: str
    query: str
    lag_weeks: int = 0  # after its end until a period is complete
    families: bool = False  # as a programme of families has it: who is protected is a family

    @property
    def small_of(self) -> str:
        """What is counted, for the words of a small number: of families where those are protected."""
        return "gezinnen" if self.families and self.counts in {"trajecten", "contacten"} else self.counts

    @property
    def divided(self) -> str:
        """What is divided by what."""
        return f"{self.numerator_text}, gedeeld door {self.denominator_text}"

    @property
    def published(self) -> bool:
        return self.shape == "published"

    @property
    def process_share(self) -> bool:
        """A share of what is done: easily mistaken for an outcome, so it always carries its own sentence."""
        return self.ladder == "inzet" and self.shape == "share"


@dataclass(frozen=True)
class Cell:
    """One period of a figure (panel figure)."""

    indicator: str
    programme: str  # empty of an indicator of no programme
    area: str
    period: str
    start: date
    end: date
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    range_low: float | None
    range_high: float | None
    status: str
    reason: str | None


@dataclass(frozen=True)
class Happening:
    """Something that a figure can show (panel figure_events)."""

    title: str
    start: date
    end: date | None
    kind: str
    note: str | None
    source: str | None
    breaks: bool
    indicator: str
    area: str = ""  # empty: everywhere

    @property
    def code(self) -> str:
        """What stands for it in links: the same wherever and whenever it is read."""
        named = f"{self.title}|{self.start}|{self.indicator}"
        return hashlib.sha256(named.encode()).hexdigest()[:CODE]

    def concerns(self, slug: str) -> bool:
        return self.indicator in ("", slug)

    def falls_in(self, first: date, last: date) -> bool:
        return self.start <= last and (self.end or self.start) >= first


def numbered(happenings: Sequence[Happening], first: date, last: date) -> list[tuple[int, Happening]]:
    """Those of a time with their numbers: figures of one time number them alike, whichever each of them has."""
    return list(enumerate((item for item in happenings if item.falls_in(first, last)), 1))


@dataclass(frozen=True)
class Finding:
    """A firm cell and the one it is compared with, and the newest cell whatever its status (report/moments.py)."""

    new: Cell | None
    old: Cell | None
    latest: Cell
    broken: bool = False  # what is counted changed in between
    began: date | None = None  # when the programme did, where that is known

    def change(self, unit: str) -> Change | None:
        """The two moments as readings; None when there is no firm value at all."""
        if self.new is None:
            return None
        old = _reading(self.old, unit) if self.old else None
        return Change(_reading(self.new, unit), old, self.broken, self._part)

    @property
    def _part(self) -> date | None:
        """When the programme began, where that lies within one of the two periods: that one is not whole."""
        if self.began is None:
            return None
        there = [cell for cell in (self.old, self.new) if cell]
        return self.began if any(cell.start < self.began <= cell.end for cell in there) else None


def _reading(cell: Cell, unit: str) -> Reading:
    margin = Margin(cell.value, cell.low, cell.high)  # type: ignore[arg-type]  # a firm cell has a value
    return Reading(cell.period, cell.status, margin, unit, cell.numerator, cell.denominator)


@dataclass(frozen=True)
class Wider:
    """The figure of the region or the country in one period (panel benchmark)."""

    indicator: str
    period: str
    name: str
    level: str
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Deliveries:
    """The files behind an indicator (panel figure_deliveries)."""

    indicator: str
    files: int
    latest: str | None
    delivered: date | None

    @property
    def words(self) -> str:
        """`3 bestanden; het laatste: ggz_2025.csv van 14 januari 2026`."""
        if not self.files or self.delivered is None:
            return "geen bestand"
        last = f"{self.latest} van {day(self.delivered)}"
        return last if self.files == 1 else f"{number(self.files)} bestanden; het laatste: {last}"


@dataclass(frozen=True)
class Source:
    """Something behind an indicator (panel figure_origin)."""

    indicator: str
    part: str  # what it is behind: the numerator or the denominator
    topic: str
    words: str
    day: date | None

    @property
    def file(self) -> str:
        return f"{self.words} ({day(self.day)})" if self.day else self.words


TELLING = 4
"""So many times the threshold is the highest bound of a hidden count that still tells something (panel figure too)."""


@dataclass(frozen=True)
class Publication:
    """What the figures' cube says of itself."""

    name: str
    protection: str
    threshold: int
    base: int
    data_until: date | None = None
    made: date | None = None

    @property
    def small(self) -> Small:
        return Small(self.threshold, rounded=self.protection == Protection.OPENBAAR)

    def tells(self, bound: int | None) -> bool:
        """Whether it says something that a hidden count is at most so high: beside "minder dan 5" 0 to 148 does not."""
        return bound is not None and bound < TELLING * self.threshold

    @classmethod
    def of(cls, meta: Mapping[str, str]) -> "Publication":
        until, made = (_date(meta.get(key, "")[:10]) for key in ("data_until", "made_at"))
        return cls(meta["publication"], meta["protection"], int(meta["threshold"]), int(meta["base"]), until, made)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def rows(found: Rows, kind: type[Row]) -> list[Row]:
    """An answer's rows as values of a dataclass, by column name; columns that the dataclass lacks are left out."""
    made = found.turned.get(kind)  # a page asks for the same answer at every change; kept no longer than that is
    if made is None:
        made = found.turned[kind] = _values(found, kind)
    return list(made)


def _values(found: Rows, kind: type[Row]) -> tuple[Row, ...]:
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    places = [(place, name) for place, name in enumerate(found.names) if name in wanted]
    return tuple(kind(**{name: values[place] for place, name in places}) for values in found.values)
