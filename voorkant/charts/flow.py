"""A flow between columns of places: bands as wide as what goes along them, drawn as plain surfaces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import lines_of, see_through
from voorkant.charts.told import Told

SIDE, GAP, EDGE, HEAD = 100, 8, 26, 12
"""Pixels: beside the outer columns for their names, between two nodes, above and below, and above for a name there:
what the picture counts stands over its upper edge."""
LINE, MOST_LETTERS = 17, 15
"""Pixels a line of a name takes, and how many letters fit beside a column; more would leave a phone no flow."""
BAR = 0.03
"""The width of a node, as a part of the picture's."""
STEPS = 40
NEAR, ABOVE = 0.3, 8
"""Of three columns, where the second stands, so that its names fit before the third on a phone; and the room beside a
first column of one place, whose name stands above it."""


@dataclass(frozen=True)
class Node:
    """A place in a column, counted from the left; `main` are those that the picture is about."""

    name: str
    column: int
    main: bool = False


@dataclass(frozen=True)
class Stream:
    """What goes from one node to another, by their place in the list of nodes."""

    start: int
    end: int
    size: int
    words: str


@dataclass(frozen=True, kw_only=True)
class FlowPlot(Told):
    """What is hidden has no width and stands in the table alone."""

    nodes: tuple[Node, ...]
    streams: tuple[Stream, ...]


@dataclass(frozen=True)
class _Bar:
    """A node as it is drawn: its middle and half its height, in pixels from the top."""

    middle: float
    half: float

    @property
    def top(self) -> float:
        return self.middle - self.half


def figure(plot: FlowPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same flow; `height` is the least, many names take more."""
    columns = [[n for n, node in enumerate(plot.nodes) if node.column == column] for column in range(_last(plot) + 1)]
    sizes = [_size(plot, n) for n in range(len(plot.nodes))]
    least = [LINE * len(lines_of(node.name, MOST_LETTERS)) for node in plot.nodes]
    top = EDGE + (HEAD if _begins_alone(plot) else 0)
    tall = max(height, top + EDGE + max(sum(least[n] for n in column) + GAP * len(column) for column in columns))
    bars = _bars(columns, sizes, least, top=top, room=tall - top - EDGE)
    places = list(_places(plot, bars, sizes))
    shapes = [_band(plot, item, ends) for item, ends in zip(plot.streams, places, strict=True)]
    return {
        "data": [_told(plot, places)],
        "layout": _layout(tall, ABOVE if _begins_alone(plot) else SIDE) | {
            "shapes": [*shapes, *(_node(plot, n, bar) for n, bar in bars.items())],
            "annotations": [_name(plot, n, bar) for n, bar in bars.items()],
        },
    }  # fmt: skip


def _last(plot: FlowPlot) -> int:
    return max(node.column for node in plot.nodes)


def _size(plot: FlowPlot, node: int) -> int:
    """What goes in or out, whichever is more: some of it may be hidden on one side."""
    goes = [sum(item.size for item in plot.streams if getattr(item, side) == node) for side in ("start", "end")]
    return max(goes)


def _bars(columns: list[list[int]], sizes: list[int], least: list[int], *, top: float, room: float) -> dict[int, _Bar]:
    """Every node has room for its name; within that its bar is as high as what goes through it."""
    scale = min(_scale([sizes[n] for n in column], [least[n] for n in column], room) for column in columns)
    found = {}
    for column in columns:
        slots = [max(least[n], scale * sizes[n]) for n in column]
        at = top + (room - sum(slots) - GAP * (len(slots) - 1)) / 2
        for n, slot in zip(column, slots, strict=True):
            found[n] = _Bar(at + slot / 2, scale * sizes[n] / 2)
            at += slot + GAP
    return found


def _scale(sizes: Sequence[int], least: Sequence[int], room: float) -> float:
    """The most pixels a unit can take so that all fit, by halving."""
    low, high = 0.0, room / max(sum(sizes), 1)
    for _ in range(STEPS):
        middle = (low + high) / 2
        fits = sum(max(own, middle * size) for own, size in zip(least, sizes, strict=True)) + GAP * (len(sizes) - 1)
        low, high = (middle, high) if fits <= room else (low, middle)
    return low


def _places(plot: FlowPlot, bars: dict[int, _Bar], sizes: list[int]) -> Iterator[tuple[float, float, float]]:
    """Per stream where it leaves and where it arrives, both at the top, and its width."""
    used_start, used_end = dict.fromkeys(bars, 0.0), dict.fromkeys(bars, 0.0)
    for item in plot.streams:
        wide = 2 * bars[item.start].half * item.size / max(sizes[item.start], 1)
        yield bars[item.start].top + used_start[item.start], bars[item.end].top + used_end[item.end], wide
        used_start[item.start] += wide
        used_end[item.end] += wide


def _x(plot: FlowPlot, node: int) -> float:
    """The left of a node's bar."""
    column, last = plot.nodes[node].column, _last(plot)
    part = NEAR * column if column < last and last > 1 else column / last
    return round(part * (1 - BAR), 3)


def _begins_alone(plot: FlowPlot) -> bool:
    return sum(node.column == 0 for node in plot.nodes) == 1


def _band(plot: FlowPlot, item: Stream, ends: tuple[float, float, float]) -> dict[str, Any]:
    left, right = _x(plot, item.start) + BAR, _x(plot, item.end)
    (start, end, wide), middle = ends, round((left + right) / 2, 3)
    top, bottom = (round(start, 1), round(end, 1)), (round(start + wide, 1), round(end + wide, 1))
    path = (
        f"M{left},{top[0]} C{middle},{top[0]} {middle},{top[1]} {right},{top[1]} L{right},{bottom[1]} "
        f"C{middle},{bottom[1]} {middle},{bottom[0]} {left},{bottom[0]} Z"
    )
    hue = palette.UITKOMST if plot.nodes[item.end].main else palette.OTHER
    edge = {"width": 1, "color": hue}
    return {"type": "path", "path": path, "fillcolor": see_through(hue, 0.34), "line": edge, "layer": "below"}


def _node(plot: FlowPlot, node: int, bar: _Bar) -> dict[str, Any]:
    left = _x(plot, node)
    hue = palette.UITKOMST if plot.nodes[node].main else palette.MUTED
    place = {"x0": left, "x1": round(left + BAR, 3), "y0": round(bar.top, 1), "y1": round(bar.top + 2 * bar.half, 1)}
    return {"type": "rect", "fillcolor": hue, "line": {"width": 0}, "layer": "below"} | place


def _name(plot: FlowPlot, node: int, bar: _Bar) -> dict[str, Any]:
    """Outside the first and the last column, over the bands in between; of a place that is alone above all."""
    item, left = plot.nodes[node], _x(plot, node)
    first = item.column == 0
    if first and _begins_alone(plot):
        return {"text": item.name, "x": left, "xanchor": "left", "y": EDGE + HEAD - 4, "yanchor": "bottom",
                "showarrow": False, "font": {"size": 13, "color": palette.INK}}  # fmt: skip
    place = {"x": left if first else round(left + BAR, 3), "xanchor": "right" if first else "left",
             "xshift": -4 if first else 4, "align": "right" if first else "left"}  # fmt: skip
    behind = {"bgcolor": "rgba(255,255,255,0.8)"} if 0 < item.column < _last(plot) else {}
    font = {"size": 13, "color": palette.UITKOMST if item.main else palette.INK}
    text = "<br>".join(lines_of(item.name, MOST_LETTERS))
    return {"text": text, "y": round(bar.middle, 1), "yanchor": "middle", "showarrow": False, "font": font,
            **place, **behind}  # fmt: skip


def _told(plot: FlowPlot, places: Sequence[tuple[float, float, float]]) -> dict[str, Any]:
    """A point that is not seen in the middle of each band tells what it is."""
    across = [(_x(plot, item.start) + BAR + _x(plot, item.end)) / 2 for item in plot.streams]
    return {
        "type": "scatter", "mode": "markers", "orientation": "h", "showlegend": False, "hoverinfo": "text",
        "x": [round(x, 3) for x in across], "y": [round((start + end + wide) / 2, 1) for start, end, wide in places],
        "hovertext": [
            f"<b>{plot.nodes[item.start].name} → {plot.nodes[item.end].name}</b><br>{item.words}"
            for item in plot.streams
        ],
        "marker": {"size": 22, "opacity": 0},
    }  # fmt: skip


def _layout(height: int, left: int) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"visible": False, "fixedrange": True}
    return {
        "height": height, "margin": {"l": left, "r": SIDE, "t": 0, "b": 0}, "font": font,
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest", "showlegend": False,
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "xaxis": axis | {"range": [0, 1]}, "yaxis": axis | {"range": [height, 0]},
    }  # fmt: skip
