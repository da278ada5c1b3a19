"""The traces of a Plotly figure: margins, values, hidden ranges and provisional periods."""

from collections.abc import Iterator
from datetime import date
from textwrap import TextWrapper
from typing import Any

from voorkant.charts import palette
from voorkant.charts.description import Description, Kind, Point, Series
from voorkant.charts.segments import hidden_runs, segments

Trace = dict[str, Any]
MS_PER_DAY = 86_400_000
PLACES = 3
MARKER, SIGNAL, MANY = 7, 3, 300
"""Pixels of a point, and more of one that stands out; of more points than this lines show only those that stand out."""
RANGE_NAME, CROSS_NAME = "niet getoond: wat het kan zijn", "niet getoond"
"""In the legend a mark stands once, whatever the reasons: a legend of all of them leaves a phone no picture."""


def iso(day: date) -> str:
    return day.isoformat()


def width(point: Point, part: float = 1.0) -> float:
    """The width of a bar in the units of a date axis, as a part of its period."""
    return point.days * MS_PER_DAY * part


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)


def lines_of(name: str, letters: int) -> list[str]:
    """A name in lines of at most so many letters; a longer word stays whole."""
    return TextWrapper(letters, break_long_words=False, break_on_hyphens=False).wrap(name) or [""]


def shortened(name: str, letters: int) -> str:
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"


def see_through(colour: str, share: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def hover(point: Point, name: str = "") -> str:
    """Only what the table under the chart says too; `name` is that of one of several series."""
    told = f"{name}: {point.words}" if name else point.words
    return f"<b>{point.label}</b><br>{told}<br>{point.status}"


def provisional(description: Description, top: float) -> Iterator[Trace]:
    """A hatched column behind every period that can still change, with one entry in the legend."""
    seen: dict[date, Point] = {point.start: point for point in description.points if not point.firm}
    if seen:
        yield {
            "type": "bar", "name": " of ".join(dict.fromkeys(point.status for point in seen.values())),
            "x": [iso(point.middle) for point in seen.values()],
            "y": [top] * len(seen), "width": [width(point) for point in seen.values()], "hoverinfo": "skip",
            "marker": {"color": palette.PAPER, "line": {"width": 0},
                       "pattern": {"shape": "/", "size": 7, "solidity": 0.18, "fgcolor": palette.HIDDEN}},
        }  # fmt: skip


def margins(series: Series, description: Description) -> Iterator[Trace]:
    """The interval as a band along every unbroken run; a run of one point has a bar of its own."""
    colour = palette.LADDER[series.ladder]
    shown = True
    if description.kind is not Kind.LINE:
        return
    for run in segments(series.points, (event.start for event in description.events if event.breaks)):
        if None in (run[0].low, run[0].high):
            continue
        yield {
            "type": "scatter", "mode": "lines", "name": description.margin, "legendgroup": "margin",
            "showlegend": shown,
            "x": [iso(point.middle) for point in run] + [iso(point.middle) for point in reversed(run)],
            "y": [rounded(point.high) for point in run] + [rounded(point.low) for point in reversed(run)],
            "fill": "toself", "fillcolor": see_through(colour, 0.16), "hoverinfo": "skip",
            "line": {"width": 0 if len(run) > 1 else 6, "color": see_through(colour, 0.3)},
        }  # fmt: skip
        shown = False


def error_bars(points: list[Point]) -> Trace:
    return {
        "type": "data", "symmetric": False, "thickness": 1.5, "width": 5, "color": palette.MUTED,
        "array": [rounded(point.high - point.value) if point.high is not None and point.value is not None else 0
                  for point in points],
        "arrayminus": [rounded(point.value - point.low) if point.low is not None and point.value is not None else 0
                       for point in points],
    }  # fmt: skip


def values(series: Series, description: Description) -> Iterator[Trace]:
    """The line, bars or dots of a series; provisional points are open."""
    colour = palette.LADDER[series.ladder]
    runs = list(segments(series.points, (event.start for event in description.events if event.breaks)))
    name = series.name if len(description.series) > 1 else ""
    named = description.kind is not Kind.LINE and any(point.low is not None for point in series.points)
    if description.kind is not Kind.LINE:
        runs = [[point for run in runs for point in run]]
    for run in filter(None, runs):
        trace: Trace = {
            "name": f"{name or 'cijfer'} met {description.margin}" if named else series.name, "showlegend": named,
            "x": [iso(point.middle) for point in run],
            "y": [rounded(point.value) for point in run], "hovertext": [hover(point, name) for point in run],
            "hoverinfo": "text",
        }  # fmt: skip
        if description.kind is Kind.LINE and len(run) > 1 and len(description.points) > MANY:
            yield from _bare(run, trace, colour)
        else:
            yield trace | _mark(run, description.kind, colour)


def _bare(run: list[Point], trace: Trace, colour: str) -> Iterator[Trace]:
    """A line without its points: a thousand of them lie against each other, and take as long as all lines. But
    what a point says of itself keeps it: that it is provisional, or no usual swing."""
    line = {"color": colour, "width": palette.LINE_WIDTH}
    yield trace | {"type": "scatter", "mode": "lines", "line": line}
    if apart := [point for point in run if point.signal or not point.firm]:
        place = {"x": [iso(point.middle) for point in apart], "y": [rounded(point.value) for point in apart]}
        seen = _mark(apart, Kind.LINE, colour) | {"mode": "markers", "hoverinfo": "skip", "showlegend": False}
        yield seen | place


def _mark(run: list[Point], kind: Kind, colour: str) -> Trace:
    if kind is Kind.BARS:
        fill = [colour if point.firm else see_through(colour, 0.5) for point in run]
        widths = [width(point, 0.7) for point in run]
        edged = {"color": fill, "line": {"color": colour, "width": 1.5}}  # what is provisional is too pale alone
        return {"type": "bar", "width": widths, "marker": edged, "error_y": error_bars(run)}
    fills = [colour if point.firm else palette.PAPER for point in run]
    marker: Trace = {
        "size": MARKER if kind is Kind.LINE else MARKER + 3,
        "color": fills if len(set(fills)) > 1 else fills[0],  # of each its own takes the browser twice as long
        "line": {"color": colour, "width": 2},
    }
    if any(point.signal for point in run):
        marker["symbol"] = ["diamond" if point.signal else "circle" for point in run]
        marker["opacity"] = 1  # of several sizes Plotly makes bubbles that are seen through
        marker["size"] = [MARKER + SIGNAL if point.signal else MARKER for point in run]
    if kind is Kind.DOTS:
        return {"type": "scatter", "mode": "markers", "marker": marker, "error_y": error_bars(run)}
    line = {"color": colour, "width": palette.LINE_WIDTH}
    return {"type": "scatter", "mode": "lines+markers", "marker": marker, "line": line}


def hidden(series: Series) -> Iterator[Trace]:
    """Every value that is not shown, at its place: its range as a hatched bar, or a cross where none is known."""
    named: set[str] = set()
    for run in hidden_runs(series.points):
        trace = _range(run) if run[0].range_high is not None else _cross(run)
        yield trace | {
            "legendgroup": trace["name"], "showlegend": trace["name"] not in named,
            "x": [iso(point.middle) for point in run], "hovertext": [hover(point) for point in run],
            "hoverinfo": "text",
        }  # fmt: skip
        named.add(trace["name"])


def _range(run: list[Point]) -> Trace:
    low = [point.range_low or 0.0 for point in run]
    return {
        "type": "bar", "name": RANGE_NAME, "base": [rounded(bound) for bound in low],
        "y": [rounded((point.range_high or 0.0) - bound) for point, bound in zip(run, low, strict=True)],
        "width": [width(point, 0.7) for point in run],
        "marker": {"color": palette.PAPER, "line": {"color": palette.HIDDEN, "width": 1},
                   "pattern": {"shape": "x", "size": 6, "solidity": 0.2, "fgcolor": palette.HIDDEN}},
    }  # fmt: skip


def _cross(run: list[Point]) -> Trace:
    marker = {"symbol": "x-thin", "size": 6, "line": {"width": 2, "color": palette.HIDDEN}}
    place = {"y": [0] * len(run), "marker": marker, "cliponaxis": False}
    return {"type": "scatter", "mode": "markers", "name": CROSS_NAME} | place
