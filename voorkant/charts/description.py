"""What a chart says, whoever draws it: the screen, a picture or an Office document.

All words are ready to print, so that a renderer chooses only shapes. A description that lacks an element of the
chart contract cannot be made.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """How points become marks: a series in time, amounts, or few points with their margins."""

    LINE = "line"
    BARS = "bars"
    DOTS = "dots"


@dataclass(frozen=True)
class Point:
    """One period of a series; a hidden value has no `value` but, where known, the range it lies in."""

    start: date
    end: date
    label: str  # the period in words
    short: str  # the same where there is little room
    words: str  # what stands for the value, hidden or not
    status: str  # in words
    firm: bool  # False: provisional or incomplete
    complete: bool = True  # False: the period is not fully delivered, so that no line may run to it
    value: float | None = None
    low: float | None = None  # 95% interval of the value
    high: float | None = None
    range_low: float | None = None
    range_high: float | None = None
    reason: str = ""  # in words, where there is no value
    numerator: str = ""
    denominator: str = ""
    signal: bool = False  # it stands out from how the series swings

    @property
    def middle(self) -> date:
        return self.start + (self.end - self.start) / 2

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class Series:
    """One line of a chart. `ladder` (inzet, uitkomst, context; ander: of another area) decides its hue."""

    name: str
    ladder: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Event:
    """Something that happened; at a `breaks` a series is cut."""

    title: str
    start: date
    end: date | None
    when: str  # in words
    note: str = ""
    source: str = ""
    breaks: bool = False
    number: int = 1  # as it stands in the chart, in the list under it and on its button
    shown: bool = True  # False: a reader left its mark out; a series is cut there all the same
    code: str = ""  # what stands for it in links


@dataclass(frozen=True)
class Description:
    """A chart with everything that the chart contract wants beside it; `first` and `last` bound the time axis."""

    key: str
    kind: Kind
    title: str
    series: tuple[Series, ...]
    unit: str
    axis: str  # what the vertical axis counts, and which way is favourable
    denominator: str
    sentence: str
    alt: str
    source: str
    period: str
    status: str
    suppression: str
    first: date
    last: date
    ticks: tuple[tuple[date, str], ...]  # every period of the time axis, in short words
    events: tuple[Event, ...] = ()
    margin: str = "marge (95%)"
    calendar: bool = True  # False: the axis counts from a start, and its days stand for so many quarters
    level: float | None = None  # a line to compare the points with
    level_name: str | None = None
    no_events: str = "Geen in deze periode."

    @property
    def draws(self) -> bool:
        """Whether there is anything but crosses: an axis from 0 to 1 with crosses only looks like a figure."""
        points = [point for line in self.series for point in line.points]
        return any(point.value is not None or point.range_high is not None for point in points)

    def __post_init__(self) -> None:
        empty = [field.name for field in fields(self) if getattr(self, field.name) in ("", ())]
        if missing := [name for name in empty if name not in ("events", "level")]:
            raise ValueError(f"a chart needs {', '.join(missing)}")

    @property
    def marked(self) -> tuple[Event, ...]:
        """The events that are drawn."""
        return tuple(event for event in self.events if event.shown)

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for series in self.series for point in series.points)
