"""The same youth in two files: whom an OJG passed on is referred by the huisarts of that praktijk."""

from dataclasses import dataclass, fields

import numpy as np

from voorkant.builder.demo.contacts import Handed
from voorkant.builder.demo.rates import Stream
from voorkant.builder.demo.region import MINORS
from voorkant.builder.demo.timeline import FIRST_YEAR, MONTH_OF_DAY, MONTHS, WORKDAYS, first_day_of, last_workday_of

_MONTHS_LATER = 3
"""In the month of the last contact or one of the two after it."""
_ADULT = 18


@dataclass
class Rows:
    """The verwijzingen of one year, before they are written."""

    stream: np.ndarray
    unit: np.ndarray
    group: np.ndarray
    month: np.ndarray  # from the first month of the demo
    day: np.ndarray
    block: np.ndarray
    person: np.ndarray
    birth_year: np.ndarray

    def take(self, chosen: np.ndarray) -> "Rows":
        return Rows(*(getattr(self, field.name)[chosen] for field in fields(self)))


class Linker:
    """Gives verwijzingen by the huisarts to youths who were passed on; `linked` counts them."""

    def __init__(self, handed: list[Handed], praktijken: int) -> None:
        self._handed = Handed(
            *(np.concatenate([getattr(part, field.name) for part in handed]) for field in fields(Handed))
        )
        self._praktijken = praktijken
        self._waiting = np.ones(len(self._handed.last), dtype=bool)
        self.linked = 0

    def link(self, rows: Rows, rng: np.random.Generator) -> None:
        """Change who is referred, never how many: the planted effect stays what it is."""
        handed = self._handed
        free = (rows.stream == Stream.HUISARTS_SPECIALIST) & (rows.group < MINORS) & (rows.unit < self._praktijken)
        offered = rows.unit * MONTHS + rows.month
        for later in range(_MONTHS_LATER):
            month = MONTH_OF_DAY[handed.last] + later
            in_year = (month >= rows.month.min()) & (month <= rows.month.max())
            young = FIRST_YEAR + month // 12 - handed.birth_year < _ADULT
            wanted = np.flatnonzero(self._waiting & in_year & young)
            source, target = _paired(handed.unit[wanted] * MONTHS + month[wanted], wanted, offered, free)
            for name in ("block", "person", "birth_year"):
                getattr(rows, name)[target] = getattr(handed, name)[source]
            rows.day[target] = _after(handed.last[source], rows.day[target], rng)
            self._waiting[source] = free[target] = False
            self.linked += len(target)


def _paired(
    wanted: np.ndarray, source: np.ndarray, offered: np.ndarray, free: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of source and free place with the same key; who comes first is served first."""
    place = np.flatnonzero(free)
    place = place[np.argsort(offered[place], kind="stable")]
    keys, order = offered[place], np.argsort(wanted, kind="stable")
    wanted = wanted[order]
    target = np.searchsorted(keys, wanted) + np.arange(len(wanted)) - np.searchsorted(wanted, wanted)
    found = target < np.searchsorted(keys, wanted, side="right")
    return source[order][found], place[target[found]]


def _after(last_contact: np.ndarray, day: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A working day in the month of the verwijzing that does not lie before the last contact."""
    month = MONTH_OF_DAY[day]
    first = np.searchsorted(WORKDAYS, np.maximum(last_contact, first_day_of(month)))
    after = last_workday_of(month) + 1
    return WORKDAYS[first + (rng.random(len(day)) * (after - first)).astype(np.int64)]
