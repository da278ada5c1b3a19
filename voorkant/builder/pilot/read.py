"""Reading a pilot from the marts: units and starts, events and youths by month, and breaks of the series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import numpy as np

from voorkant.analysis.intervals import Floats
from voorkant.analysis.panel import Bools
from voorkant.builder import measure
from voorkant.builder.database import Database, query_file
from voorkant.builder.pilot.case import Break, Case, Events, Place, first_of, number
from voorkant.builder.region import REFERRALS, Window
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import LISTED, Pilot
from voorkant.domain.period import MONTHS

PLACE = "place integer, code varchar, age_group varchar, gemeente_code varchar"
DECLARED = "location varchar, first_day date, last_day date, hours_per_week double"


@dataclass(frozen=True)
class Grid:
    """The units and months of a pilot."""

    places: tuple[Place, ...]
    first: int
    months: int

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.places), self.months

    @property
    def days(self) -> dict[str, date]:
        """The first and the last day of the months."""
        return {"first": first_of(self.first), "last": first_of(self.first + self.months) - timedelta(days=1)}


def read_case(database: Database, pilot: Pilot, indicator: Indicator, windows: Mapping[str, Window]) -> Case:
    """All that the marts hold on a pilot; without months or units where there is nothing."""
    grid = Grid(_places(database, pilot), *_months(pilot, indicator, windows))
    events = events_of(database, pilot, indicator, grid.first)
    counts = _counts(events, grid)
    if REFERRALS in indicator.sources:
        _blank_silent(database, pilot, grid, counts)
    differs = database.rows(query_file("pilot", "differs"), {"programme": pilot.programme})
    return Case(
        pilot=pilot,
        indicator=indicator,
        places=grid.places,
        first=grid.first,
        months=grid.months,
        counts=counts,
        exposure=_exposure(database, pilot, grid),
        corona=_corona(database, grid),
        events=events,
        breaks=_breaks(database, pilot, grid),
        mapped=_mapped(database, pilot),
        differs=tuple(location for location, *_ in differs),
    )


def _places(database: Database, pilot: Pilot) -> tuple[Place, ...]:
    """The units in the order of their codes. Makes `pilot_declared` and `pilot_unit`."""
    declared = [(unit.code, unit.start, unit.end, unit.hours) for unit in pilot.units]
    database.fill("pilot_declared", DECLARED, declared)
    asked = {"unit": pilot.unit, "gemeenten": list(pilot.gemeenten), "programme": pilot.programme,
             "listed": pilot.comparison == LISTED}  # fmt: skip
    found = tuple(Place(*row) for row in database.rows(query_file("pilot", "unit"), asked))
    rows = [(at, item.code, item.age_group, item.gemeente) for at, item in enumerate(found)]
    database.fill("pilot_unit", PLACE, rows)
    return found


def _months(pilot: Pilot, indicator: Indicator, windows: Mapping[str, Window]) -> tuple[int, int]:
    """The first month, and how many there are up to the last that is final."""
    window = measure.window_of(indicator, windows)
    if window is None:
        return number(pilot.first), 0
    first = max(number(pilot.first), number(window.first))
    last = min(measure.final_day(window.until, indicator.lag_weeks), pilot.last)
    return first, max(number(last + timedelta(days=1)) - first, 0)


def events_of(database: Database, pilot: Pilot, indicator: Indicator, first: int) -> Events:
    """What an indicator counts of the units that `pilot_unit` holds."""
    measure.observe(database, indicator)
    rows = database.execute(query_file("pilot", "event"), {"unit": pilot.unit}).fetchnumpy()
    names = ("place", "month", "is_known", "youth", "events")
    place, month, known, youth, events = (np.asarray(rows[name], dtype=np.int64) for name in names)
    return Events(place, month - first, known.astype(bool), youth, events)


def _counts(events: Events, grid: Grid) -> Floats:
    """Events by unit and month: nothing counted is 0."""
    found = np.zeros(grid.shape)
    inside = (events.month >= 0) & (events.month < grid.months)
    np.add.at(found, (events.place[inside], events.month[inside]), events.events[inside])
    return found


def _blank_silent(database: Database, pilot: Pilot, grid: Grid, counts: Floats) -> None:
    """A month of which a gemeente delivered nothing at all is missing, not 0."""
    if not grid.months:
        return
    asked: dict[str, Any] = {"gemeenten": list(pilot.gemeenten), **grid.days}
    for gemeente, month in database.rows(query_file("pilot", "silent_month"), asked):
        rows = [at for at, place in enumerate(grid.places) if place.gemeente == gemeente]
        counts[rows, month - grid.first] = np.nan


def _exposure(database: Database, pilot: Pilot, grid: Grid) -> Floats:
    """Youths by unit and month, those of the year; missing where no number was delivered."""
    kind = "ingeschreven" if pilot.unit == "praktijk" else "inwoners"
    years = (grid.first + np.arange(grid.months)) // MONTHS
    found = np.full(grid.shape, np.nan)
    for place, year, amount in database.rows(query_file("pilot", "exposure"), {"kind": kind}):
        found[place, years == year] = np.nan if amount is None else amount
    return found


def _corona(database: Database, grid: Grid) -> Bools:
    """(months,): in one of the closings that are known as corona."""
    spans = database.rows("select first_day, coalesce(last_day, first_day) from all_event "
                          "where kind = 'corona' and location is null")  # fmt: skip
    months = grid.first + np.arange(grid.months)
    found = np.zeros(grid.months, dtype=bool)
    for first, last in spans:
        found |= (months >= number(first)) & (months <= number(last))
    return found


def _breaks(database: Database, pilot: Pilot, grid: Grid) -> tuple[Break, ...]:
    if not grid.months:
        return ()
    rows: Sequence[Any] = database.rows(query_file("pilot", "breaks"), {"indicator": pilot.primary, **grid.days})
    grouped = groupby(rows, key=lambda row: tuple(row[:4]))
    return tuple(Break(*event, frozenset(row[4] for row in found)) for event, found in grouped)


def _mapped(database: Database, pilot: Pilot) -> float:
    """The least share, among the gemeenten, of referrals by a huisarts that belong to a practice; else 1."""
    if pilot.unit != "praktijk":
        return 1.0
    rows = database.rows("select gemeente_code, share from mapped_gemeente")
    return min((share for code, share in rows if code in pilot.gemeenten), default=1.0)
