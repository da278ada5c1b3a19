"""A pilot as the marts know it: its units, what was counted of each by month, and what stands in the way."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from voorkant.analysis.panel import Bools, Panel
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import Pilot
from voorkant.domain.period import MONTHS

NEVER = 10**6


@dataclass(frozen=True)
class Place:
    """One unit: a practice, a wijk (of one age where schools are the unit) or a gemeente."""

    code: str
    age_group: str
    gemeente: str
    begin: date | None
    end: date | None
    hours: float | None
    is_undated: bool


@dataclass(frozen=True)
class Break:
    """An event from which on something is counted in another way, with the places (numbers) that it concerns."""

    title: str
    day: date
    is_public: bool
    is_local: bool  # of a single practice or school, which only its own gemeente may know
    places: frozenset[int]

    @property
    def month(self) -> int:
        return number(self.day)


@dataclass(frozen=True)
class Events:
    """What was counted, per youth: place, month and number of youth (rows,)."""

    place: np.ndarray
    month: np.ndarray
    known: np.ndarray
    youth: np.ndarray
    events: np.ndarray


@dataclass(frozen=True)
class Case:
    """`first` and `months` bound the months with final figures inside the window; counts, exposure: (units, months)."""

    pilot: Pilot
    indicator: Indicator
    places: tuple[Place, ...]
    first: int  # number of a month: year x 12 + month - 1
    months: int
    counts: np.ndarray
    exposure: np.ndarray
    corona: Bools
    events: Events
    breaks: tuple[Break, ...] = ()
    mapped: float = 1.0
    differs: tuple[str, ...] = ()
    is_rest: bool = False  # the events are those that no hit was, of a share
    part: str = ""  # the value of a split of the indicator by which cells count these events

    @property
    def undated(self) -> int:
        return sum(place.is_undated for place in self.places)

    def hours(self, until: int) -> float | None:
        """Hours a week of a unit that had begun by then, on average; None where nobody states them."""
        begun = (item for item in self.places if item.begin is not None and number(item.begin) < until)
        stated = [item.hours for item in begun if item.hours is not None]
        return sum(stated) / len(stated) if stated else None

    def panel(self, until: int) -> Panel:
        """The panel of the months before the month number `until`; a start after it is no start yet."""
        months = min(max(until - self.first, 0), self.months)
        begin, full, stop = (np.minimum(days, months) for days in self.starts())
        none = begin >= months
        full, stop = np.where(none, months, full), np.where(none, months, stop)
        return Panel(self.counts[:, :months], self.exposure[:, :months], begin, full, stop)

    def starts(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Places of the months in which each unit begins, is full and has stopped; far away where it does not."""
        dated = [(place.begin, place.end) for place in self.places]
        begin = [NEVER if day is None else number(day) - self.first for day, _ in dated]
        late = [day is not None and day.day > 1 for day, _ in dated]
        # the month of a stop is the first without it, unless it is filled to its last day
        stop = [NEVER if day is None else number(day + timedelta(days=1)) - self.first for _, day in dated]
        full = np.maximum(np.array(begin) + np.array(late), 0)
        return np.maximum(np.array(begin), 0), full, np.maximum(np.array(stop), full)

    def youths(self, cells: Bools) -> int:
        """How many youths stand behind the events in these cells; of three who are not known one is counted."""
        rows = self.events
        inside = (rows.month < cells.shape[1]) & (rows.month >= 0)
        mine = np.zeros(len(rows.place), dtype=bool)
        mine[inside] = cells[rows.place[inside], rows.month[inside]]
        known, unknown = rows.youth[mine & rows.known], rows.youth[mine & np.logical_not(rows.known)]
        return len(np.unique(known)) + len(np.unique(unknown)) // 3


def number(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def month_code(place: int) -> str:
    """The code of the month with this number."""
    return f"{place // MONTHS}-{place % MONTHS + 1:02d}"


def first_of(place: int) -> date:
    return date(place // MONTHS, place % MONTHS + 1, 1)
