"""A description as the numbers of a native Office chart that can be edited; what is hidden has no number there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voorkant.charts import palette
from voorkant.charts.description import Description, Kind, Series
from voorkant.charts.rank import RankPlot
from voorkant.charts.told import Told

Values = tuple[float | None, ...]
PLACES, LONG = 4, 16
"""Decimals of a number; labels longer than so many letters would stand on their side."""


@dataclass(frozen=True)
class Line:
    """One series: its values with their margins, by category."""

    name: str
    colour: str
    values: Values
    lows: Values
    highs: Values

    @property
    def has_margin(self) -> bool:
        return any(low is not None for low in self.lows)

    @property
    def heights(self) -> Values:
        """From the lower end of the margin to the upper one."""
        return tuple(None if None in (low, high) else round((high or 0.0) - (low or 0.0), PLACES)
                     for low, high in zip(self.lows, self.highs, strict=True))  # fmt: skip

    @property
    def span(self) -> tuple[int, int]:
        """The places of the first and the last value; of none the whole."""
        shown = [place for place, value in enumerate(self.values) if value is not None]
        return (shown[0], shown[-1]) if shown else (0, len(self.values) - 1)

    def reach(self) -> tuple[list[float], list[float]]:
        """How far the margin goes above and below each value; 0 where there is none."""
        above = [round((high or 0.0) - (value or 0.0), PLACES) if None not in (value, high) else 0.0
                 for value, high in zip(self.values, self.highs, strict=True)]  # fmt: skip
        below = [round((value or 0.0) - (low or 0.0), PLACES) if None not in (value, low) else 0.0
                 for value, low in zip(self.values, self.lows, strict=True)]  # fmt: skip
        return above, below


@dataclass(frozen=True)
class Native:
    """A chart of one kind: `line`, `dots` or `bars`; `axis` is what its numbers count."""

    kind: Kind
    title: str
    alt: str
    axis: str
    margin: str
    categories: tuple[str, ...]
    lines: tuple[Line, ...]


def native(picture: Description | Told, bars: Sequence[Sequence[float]] = ()) -> Native | None:
    """None for a picture that Office has no chart for, such as a map or one of which every value is hidden."""
    made = _made(picture, bars)
    values = (value for line in made.lines for value in line.values) if made else ()
    return made if any(value is not None for value in values) else None


def _made(picture: Description | Told, bars: Sequence[Sequence[float]]) -> Native | None:
    match picture:
        case Description():
            return _series(picture)
        case RankPlot():
            values, lows, highs = (tuple(_rounded(getattr(item, name)) for item in picture.ranked)
                                   for name in ("value", "low", "high"))  # fmt: skip
            line = Line(picture.axis, palette.ACCENT, values, lows, highs)
            return _native(picture, Kind.DOTS, tuple(item.name for item in picture.ranked), line)
        case Told() if bars and "delen" in picture.key:
            shares = tuple(_rounded(wide[0]) for wide in bars)
            nothing: Values = (None,) * len(shares)
            line = Line(picture.headers[-1], palette.UITKOMST, shares, nothing, nothing)
            made = _native(picture, Kind.BARS, tuple(row[0] for row in picture.lines), line)
            return replace(made, axis=f"{picture.headers[-1]} in %")
    return None


def _native(picture: Told, kind: Kind, categories: tuple[str, ...], line: Line) -> Native:
    return Native(kind, picture.title, picture.alt, picture.axis, "marge (95%)", categories, (line,))


def _series(picture: Description) -> Native:
    points = picture.series[0].points
    long = any(len(point.label) > LONG for point in points)
    labels = tuple(point.short if long else point.label for point in points)
    lines = tuple(_line(series) for series in picture.series)
    return Native(picture.kind, picture.title, picture.alt, picture.axis, picture.margin, labels, lines)


def _line(series: Series) -> Line:
    values, lows, highs = (
        tuple(_rounded(getattr(point, name)) for point in series.points) for name in ("value", "low", "high")
    )
    return Line(series.name, palette.LADDER[series.ladder], values, lows, highs)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
