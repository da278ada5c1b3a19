"""A description as a Plotly figure: a plain dictionary, which is quicker than figure objects and needs no import."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from voorkant.charts import endnames, palette
from voorkant.charts.description import Description, Event
from voorkant.charts.marks import hidden, iso, margins, provisional, values

CONFIG = {"displayModeBar": False, "showTips": False, "doubleClick": False, "responsive": True}
"""No dates or numbers are left to Plotly's own wording, so that it needs no Dutch locale."""
MOST_TICKS, MOST_WIDE, WIDE = 8, 5, 6
"""Ticks that fit side by side on a phone; fewer beside names, or where their words are wider than this many letters."""
ACROSS_SIZE = 12
"""Of the words under the axis: eight years stand apart on 320 pixels."""
YEAR, LONG = 360, 3 * 365
HEADROOM, FLATTEST = 1.12, 2
TOP, FOOT, EVENT_FOOT = 24, 40, 4  # pixels above and below the plot; with events their row takes the foot
EVENT_ROW, WORDS, APART = 24, (46, 62), 0.035
"""Pixels of the row of events and of the plot above it, by the lines of words between, and the part of its width
that a dot takes."""


def figure(
    description: Description, *, height: int = palette.CHART_HEIGHT, letters: int = endnames.LETTERS
) -> dict[str, Any]:
    """`data` and `layout`, the same for the same description. `letters`: how long names beside the chart may be."""
    top = _top(description)
    traces = list(provisional(description, top))
    for series in description.series:
        traces += [*margins(series, description), *hidden(series), *values(series, description)]
    traces += _level(description)
    if description.marked:
        traces.append(_event_row(description))
    return {"data": list(_named_once(traces)), "layout": _layout(description, top, (height, letters))}


def _named_once(traces: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What several series have alike, such as a margin or a reason, stands in the legend once."""
    seen: set[str] = set()
    for trace in traces:
        name = trace.get("name", "")
        yield trace | {"showlegend": False} if name in seen else trace
        if trace.get("showlegend", True):
            seen.add(name)


def _top(description: Description) -> float:
    """Room for every shown value and margin; a hidden range may not press them flat, and then runs off the top."""
    shown = max(*(max(point.high or 0.0, point.value or 0.0) for point in description.points), description.level or 0.0)
    ranges = max(point.range_high or 0.0 for point in description.points)
    return max(shown, min(ranges, FLATTEST * shown) if shown else ranges) * HEADROOM or 1.0


def _layout(description: Description, top: float, size: tuple[int, int]) -> dict[str, Any]:
    height, letters = size
    below = EVENT_FOOT if description.events else FOOT
    room = height - TOP - below
    ticks = list(_ticks(description, letters))
    foot = WORDS[any("<br>" in words for _, words in ticks)] / room if description.events else 0.0
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED}, "zeroline": False}
    return {
        "height": height, "font": font, "separators": ",.",
        "margin": {"l": 58, "r": endnames.margin(description, letters), "t": TOP, "b": below},
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "barmode": "overlay", "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "legend": {"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom",
                   "font": {"size": 13, "color": palette.MUTED}, "itemclick": False, "itemdoubleclick": False},
        "xaxis": axis | {"type": "date", "range": [iso(description.first), iso(description.last)], "anchor": "y",
                         "tickmode": "array", "tickvals": [iso(day) for day, _ in ticks],
                         "ticktext": [words for _, words in ticks], "showgrid": False, "showline": True,
                         "linecolor": palette.LINE, "tickangle": 0,
                         "tickfont": axis["tickfont"] | {"size": ACROSS_SIZE}},
        "yaxis": axis | {"range": [0, round(top, 3)], "nticks": 5, "gridcolor": palette.GRID, "domain": [foot, 1],
                         "tickformat": ",~f"},
        "yaxis2": axis | {"visible": False, "range": [-1, 1], "domain": [0, EVENT_ROW / room]},
        "shapes": [_shape(event, description, foot) for event in description.marked],
        "annotations": endnames.names(description, top, room - foot * room, letters),
    }  # fmt: skip


def _ticks(description: Description, letters: int) -> Iterator[tuple[date, str]]:
    """Years in the middle of their columns where there are many short periods, else the periods themselves."""
    shortest = min(point.days for point in description.points)
    if description.calendar and shortest < YEAR and (description.last - description.first).days > LONG:
        years = range(description.first.year, description.last.year + 1)
        middles = [(date(year, 7, 1), str(year)) for year in years]
        found = [(day, words) for day, words in middles if description.first <= day <= description.last]
    else:
        found = [(day, "<br>".join(words.rsplit(" ", 1))) for day, words in description.ticks]
    widest = max(len(line) for _, words in found for line in words.split("<br>"))
    narrow = widest > WIDE or (letters == endnames.LETTERS and endnames.are_beside(description))
    yield from found[:: -(-len(found) // (MOST_WIDE if narrow else MOST_TICKS))]


def _within(day: date, description: Description) -> date:
    return min(max(day, description.first), description.last)


def _dots(description: Description) -> list[date]:
    """Where the numbers of events stand: at their day, or beside a dot that they would cover."""
    room = max((description.last - description.first) * APART, timedelta(1))
    found: list[date] = []
    for event in description.marked:
        day = _within(event.start, description)
        step = room if day + room * len(description.marked) <= description.last else -room
        while any(abs(day - other) < room for other in found):
            day += step
        found.append(day)
    return found


def _event_row(description: Description) -> dict[str, Any]:
    """Numbered dots under the time axis; the numbers are those of the list under the chart."""
    return {
        "type": "scatter", "mode": "markers+text", "yaxis": "y2", "name": "gebeurtenissen",
        "showlegend": False, "cliponaxis": False,
        "x": [iso(day) for day in _dots(description)],
        "y": [0] * len(description.marked),
        "text": [str(event.number) for event in description.marked],
        "textfont": {"color": palette.PAPER, "size": 12},
        "marker": {"size": 18, "color": palette.OTHER},
        "hovertext": [f"<b>{event.title}</b><br>{event.when}" for event in description.marked], "hoverinfo": "text",
    }  # fmt: skip


def _shape(event: Event, description: Description, foot: float) -> dict[str, Any]:
    """A band for what lasted, a line for what happened on a day; a solid one where the series is cut."""
    start, end = _within(event.start, description), _within(event.end or event.start, description)
    place = {"xref": "x", "yref": "paper", "y0": foot, "y1": 1, "layer": "below", "x0": iso(start), "x1": iso(end)}
    if event.end and not event.breaks:
        return place | {"type": "rect", "fillcolor": palette.EVENT, "line": {"width": 0}, "opacity": 0.6}
    dash = "solid" if event.breaks else "dot"
    return place | {"type": "line", "x1": iso(start), "line": {"color": palette.OTHER, "width": 1.5, "dash": dash}}


def _level(description: Description) -> Iterator[dict[str, Any]]:
    """A goal or a mean: named in the legend, as words on the line lay over the first points."""
    if description.level is not None:
        yield {"type": "scatter", "mode": "lines", "name": description.level_name or "", "hoverinfo": "skip",
               "showlegend": bool(description.level_name), "x": [iso(description.first), iso(description.last)],
               "y": [description.level] * 2,
               "line": {"color": palette.OTHER, "width": 1.5, "dash": "dash"}}  # fmt: skip
