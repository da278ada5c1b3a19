"""Where and since when a programme works: from the rows of the rollout panels to bars on one time axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from voorkant.charts.description import Event
from voorkant.charts.told import Told
from voorkant.text import rollout as words
from voorkant.text.numbers import number

HEADERS = ("Plek", "Start", "Stop", "Uren per maand")
SHADES = 3


@dataclass(frozen=True)
class Programme:
    """A programme and how far it has spread (panel rollout_programme)."""

    title: str
    unit: str
    places: int | None
    running: int | None


@dataclass(frozen=True)
class Stretch:
    """A place where a programme works from a day, or where it never began (panel rollout_places)."""

    place: str
    name: str
    start: date | None
    stop: date | None
    hours: float | None
    begun: bool


@dataclass(frozen=True)
class Bar:
    """A stretch as a part of the time axis, in percents; `shade` 0 = hours unknown or none, else 1 to 3."""

    left: float
    width: float
    hours: str
    shade: int


@dataclass(frozen=True)
class Line:
    """A place with its bars; none where the programme has not begun."""

    name: str
    when: str
    bars: tuple[Bar, ...]


ROOM = 8
"""Percents of the axis that the name of a year takes on a phone."""


@dataclass(frozen=True)
class Axis:
    """The time that the picture spans: whole years until the last day of the data."""

    first: date
    last: date

    def part(self, day: date) -> float:
        """How far a day lies along the axis, in percents; what lies outside stands at its end."""
        inside = min(max(day, self.first), self.last)
        return round(100 * (inside - self.first).days / (self.last - self.first).days, 2)

    @property
    def years(self) -> list[tuple[float, int]]:
        """Where each begins; not of one that has only just begun, whose name would be cut off."""
        found = [(self.part(date(year, 1, 1)), year) for year in range(self.first.year, self.last.year + 1)]
        return [(place, year) for place, year in found if place <= 100 - ROOM]


@dataclass(frozen=True)
class Spread:
    """The picture: places that began, those that did not, and the words around it."""

    told: Told
    axis: Axis
    begun: tuple[Line, ...]
    waiting: tuple[Line, ...]


def spread(
    programme: Programme,
    stretches: Sequence[Stretch],
    *,
    place: str,
    until: date,
    events: Sequence[Event] = (),
) -> Spread:
    """The spread of a programme in a place. ValueError without places."""
    found = [list(rows) for _, rows in groupby(stretches, key=lambda row: row.place)]
    axis = axis_of(stretches, until)
    most = max((row.hours or 0.0 for row in stretches), default=0.0)
    begun = [rows for rows in found if rows[0].begun]
    waiting = [rows for rows in found if not rows[0].begun]
    return Spread(
        _told(programme, found, place, axis, events),
        axis,
        tuple(Line(rows[0].name, when(rows, until), tuple(_bars(rows, axis, most))) for rows in begun),
        tuple(Line(rows[0].name, words.since(rows[0].start, None, until), ()) for rows in waiting),
    )


def axis_of(stretches: Sequence[Stretch], until: date) -> Axis:
    first = min((row.start for row in stretches if row.start and row.begun), default=until)
    return Axis(date(first.year, 1, 1), until)


def when(rows: Sequence[Stretch], until: date) -> str:
    """Of a place that has not begun no hours are missing."""
    return "; ".join(
        ", ".join([words.since(row.start, _past(row, until), until), *([words.hours(row.hours)] if row.start else [])])
        for row in rows
    )


def _past(row: Stretch, until: date) -> date | None:
    """The stop, where it lies in the time of the data."""
    return row.stop if row.stop and row.stop <= until else None


def _bars(rows: Sequence[Stretch], axis: Axis, most: float) -> list[Bar]:
    bars = []
    for row in rows:
        if row.start and row.start <= axis.last:
            left, right = axis.part(row.start), axis.part(row.stop or axis.last)
            hours = "" if row.hours is None else f"{number(row.hours)} uur"
            bars.append(Bar(left, round(right - left, 2), hours, _shade(row.hours, most)))
    return bars


def _shade(hours: float | None, most: float) -> int:
    """In which third of the most hours of any place."""
    return min(int(SHADES * hours / most) + 1, SHADES) if hours else 0


def state(rows: Sequence[Stretch], until: date) -> int:
    """0 = it works at this place, 1 = it stopped, 2 = it has not begun."""
    if not rows[0].begun:
        return 2
    return int(all(row.start and (row.start > until or _past(row, until)) for row in rows))


def _told(
    programme: Programme, found: Sequence[Sequence[Stretch]], place: str, axis: Axis, events: Sequence[Event]
) -> Told:
    unit, until = programme.unit, axis.last
    states = [state(rows, until) for rows in found]
    counted = (states.count(0), states.count(1), states.count(2))
    begun = [row.start for rows in found for row in rows if row.begun and row.start]
    title = words.spread_title(counted[0], len(found), unit)
    sentence = words.spread_sentence(counted, min(begun, default=None), unit=unit, until=until)
    period = f"{words.month(axis.first)} tot en met {words.month(until)}"
    return Told(
        key="olievlek",
        title=title,
        axis="van start tot stop; op de balk de uren per maand, donkerder is meer",
        denominator=f"alle {words.places(len(found), unit)} in {place}",
        sentence=sentence,
        alt=f"{title}. {programme.title} in {place}, {period}. {sentence} {words.NO_PERSONS}",
        source="Uitrol van programma's",
        period=period,
        status="zoals geleverd",
        suppression=words.NO_PERSONS,
        headers=HEADERS,
        lines=tuple(_row(row, until) for rows in found for row in rows),
        events=tuple(events),
    )


def _row(row: Stretch, until: date) -> tuple[str, ...]:
    if row.start is None or row.start > until:
        return row.name, words.since(row.start, None, until), "–", "–"
    stop = words.month(row.stop) if row.stop else "loopt door"
    return row.name, words.month(row.start), stop, words.hours(row.hours).removesuffix(" uur per maand")
