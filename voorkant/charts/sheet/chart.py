"""A Plotly figure of ours on a canvas: the same data and layout as on screen, so that both show the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from voorkant.charts import palette
from voorkant.charts.sheet import traces
from voorkant.charts.sheet.canvas import Canvas, Fill, Spot, Stroke, Words
from voorkant.charts.sheet.scale import Scale, scale, ticks
from voorkant.charts.sheet.traces import Panel

Figure = Mapping[str, Any]
TICK, LINE = 13, 16
_SPOT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
NAMED = 24
"""Pixels below the words along the axis, for what it counts."""


def draw(figure: Figure, canvas: Canvas, left: float, top: float, size: tuple[float, float]) -> None:
    """The chart in a rectangle: axes, marks behind the lines, traces, and words."""
    layout = figure["layout"]
    margin = layout["margin"]
    inner = left + margin["l"], top + 6, left + size[0] - max(margin["r"], 14), top + size[1] - _below(layout)
    axes = {name: _axis(name, figure, inner) for name in layout if name.startswith(("xaxis", "yaxis"))}
    axes = _alike(axes, layout)
    for name, found in axes.items():
        if layout[name].get("visible", True):
            _along(name, layout[name], found, Panel(canvas, *_pair(name, axes)))
    first = Panel(canvas, axes["xaxis"], axes["yaxis"])
    for shape in layout.get("shapes", ()):
        _shape(shape, first, inner)
    for trace in figure["data"]:
        traces.draw(trace, Panel(canvas, axes[_name("x", trace)], axes[_name("y", trace)]))
    for note in layout.get("annotations", ()):
        _note(note, first, inner)


def _below(layout: Figure) -> float:
    """Room for the words along the axis and what it counts, and for a row of events."""
    axis = layout["xaxis"]
    if not axis.get("visible", True):
        return 6
    if layout["yaxis"].get("domain", (0, 1))[0] > 0:  # the room is in the picture already
        return float(layout["margin"]["b"])
    return _words_end(axis) + (NAMED if "title" in axis else 0)


def _words_end(axis: Figure) -> float:
    """How far below the axis its words reach."""
    return 5 + LINE * max((text.count("<br>") + 1 for text in axis.get("ticktext", ())), default=1)


def _name(letter: str, trace: Figure) -> str:
    """`y2` is `yaxis2`."""
    return f"{letter}axis{trace.get(f'{letter}axis', letter)[1:]}"


def _axis(name: str, figure: Figure, inner: Sequence[float]) -> Scale:
    letter = name[0]
    layout = figure["layout"][name]
    values = [value for trace in figure["data"] if _name(letter, trace) == name for value in trace[letter]]
    low, high = layout.get("domain", (0, 1))
    left, top, right, bottom = inner
    if letter == "x":
        return scale(layout, values, left + low * (right - left), left + high * (right - left))
    return scale(layout, values, bottom - low * (bottom - top), bottom - high * (bottom - top))


def _pair(name: str, axes: Mapping[str, Scale]) -> tuple[Scale, Scale]:
    """An axis with the one that it stands on."""
    other = {"x": "yaxis", "y": "xaxis"}[name[0]]
    beside = other + name[5:] if other + name[5:] in axes else other
    return (axes[name], axes[beside]) if name[0] == "x" else (axes[beside], axes[name])


def _alike(axes: dict[str, Scale], layout: Figure) -> dict[str, Scale]:
    """A kilometre is as long both ways where the layout asks so."""
    if not layout["yaxis"].get("scaleanchor"):
        return axes
    across, up = axes["xaxis"], axes["yaxis"]
    pixels = min(abs(one.stop - one.start) / (one.high - one.low) for one in (across, up))
    return axes | {name: _widened(one, pixels) for name, one in (("xaxis", across), ("yaxis", up))}


def _widened(of: Scale, pixels: float) -> Scale:
    room = (abs(of.stop - of.start) / pixels - (of.high - of.low)) / 2
    return Scale(of.low - room, of.high + room, of.start, of.stop)


def _along(name: str, layout: Figure, found: Scale, on: Panel) -> None:
    """Grid, axis line and the words along it."""
    flat = name[0] == "x"
    grid = Stroke(layout.get("gridcolor", palette.GRID))
    for at, text in ticks(layout, found):
        if layout.get("showgrid", True):
            ends = [(at, on.y.start), (at, on.y.stop)] if flat else [(on.x.start, at), (on.x.stop, at)]
            on.canvas.line(ends, grid)
        if layout.get("showticklabels", True):
            _tick(text, at, on, flat=flat)
    if flat and layout.get("showline"):
        on.canvas.line([(on.x.start, on.y.start), (on.x.stop, on.y.start)], Stroke(palette.LINE))
    if flat and "title" in layout:
        middle = (on.x.start + on.x.stop) / 2, on.y.start + _words_end(layout) + 4
        words = layout["title"]["text"].replace("<br>", " ")  # in lines for a phone; here there is room
        on.canvas.write(Words(words, middle, TICK, palette.MUTED, "ma"))


def _tick(text: str, at: float, on: Panel, *, flat: bool) -> None:
    bold, lines = text.startswith("<b>"), text.removeprefix("<b>").removesuffix("</b>").split("<br>")
    if not flat:
        on.canvas.write(Words(lines[0], (on.x.start - 8, at), TICK, palette.MUTED, "rm", bold=bold))
        return
    for number, line in enumerate(lines):
        on.canvas.write(Words(line, (at, on.y.start + 5 + number * LINE), TICK, palette.MUTED, "ma", bold=bold))


def _place(value: Any, ref: str, of: Scale, edges: tuple[float, float]) -> float:
    return edges[0] + value * (edges[1] - edges[0]) if ref == "paper" else of.at(value)


def _spots(shape: Figure, on: Panel, inner: Sequence[float]) -> Iterator[Spot]:
    left, top, right, bottom = inner
    for number in (0, 1):
        x = _place(shape[f"x{number}"], shape.get("xref", "x"), on.x, (left, right))
        y = _place(shape[f"y{number}"], shape.get("yref", "y"), on.y, (bottom, top))
        yield x, y


def _outline(path: str, on: Panel) -> str:
    """An outline in the values of its axes, as one in pixels."""
    return _SPOT.sub(lambda found: "{:.1f},{:.1f}".format(*on.spot(float(found[1]), float(found[2]))), path)


def _shape(shape: Figure, on: Panel, inner: Sequence[float]) -> None:
    if shape["type"] == "path":
        on.canvas.path(_outline(shape["path"], on), Fill(shape["fillcolor"]))
        return
    spots = list(_spots(shape, on, inner))
    if shape["type"] == "rect":
        on.canvas.box(spots[0], spots[1], Fill(shape["fillcolor"]))
        return
    line = shape["line"]
    on.canvas.line(spots, Stroke(line["color"], line.get("width", 1), line.get("dash", "").replace("solid", "")))


def _note(note: Figure, on: Panel, inner: Sequence[float]) -> None:
    """Words at a place in the chart, on a ground of their own where a line may run through them."""
    left, top, right, bottom = inner
    x = _place(note["x"], note.get("xref", "x"), on.x, (left, right))
    y = _place(note["y"], note.get("yref", "y"), on.y, (bottom, top)) - note.get("yshift", 0)
    anchor = {"left": "l", "right": "r"}.get(note.get("xanchor", ""), "m")
    anchor += {"top": "a", "bottom": "d"}.get(note.get("yanchor", ""), "m")
    letters, lines = note["font"], note["text"].split("<br>")
    behind = palette.PAPER if "bgcolor" in note else ""
    for number, line in enumerate(lines):
        at = x + note.get("xshift", 0), y + (number - (len(lines) - 1) / 2) * LINE
        on.canvas.write(Words(line, at, letters["size"], letters["color"], anchor, behind=behind))
