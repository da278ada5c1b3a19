"""A funnel: how far places of their size lie from the mean of all, with the limits of what chance gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import MARKER, rounded, see_through, shortened
from voorkant.charts.told import Told

HEADROOM = 1.08
WIDE = 15
"""Times the smallest."""
LETTERS = 20
"""Of a name beside its dot; the table has it whole."""
SYMBOLS = {-1: "triangle-down", 0: "circle", 1: "triangle-up", None: "circle"}
"""By class; `None` is too small to have one."""


@dataclass(frozen=True)
class Dot:
    """A place, or small ones together: its size, its rate, and what that can be given how it is protected."""

    name: str
    words: str
    size: float
    rate: float
    low: float
    high: float
    judged: int | None
    begun: bool


@dataclass(frozen=True)
class Limit:
    """The limits at a size."""

    size: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class FunnelPlot(Told):
    """`centre` is the rate of all together; `size_axis` says what the horizontal axis counts.

    `names` are those of dots that have begun and of the others; `hue` is the colour of both.
    """

    size_axis: str
    centre: float
    dots: tuple[Dot, ...]
    limits: tuple[Limit, ...]
    names: tuple[str, str] = ("met het programma", "zonder het programma, of kleine samen")
    hue: str = palette.UITKOMST

    @property
    def is_wide(self) -> bool:
        """Whether one is so large that the others would lie upon each other: then sizes stand by how many times."""
        return self.limits[-1].size > WIDE * self.limits[0].size


def figure(plot: FunnelPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same funnel."""
    traces = [_limits(plot), _centre(plot), *_dots(plot)]
    if plot.is_wide:  # Plotly's own logarithmic axis is none that a chart on paper knows
        traces = [trace | {"x": [rounded(log10(size)) for size in trace["x"]]} for trace in traces]
    return {"data": traces, "layout": _layout(plot, height)}


def _limits(plot: FunnelPlot) -> dict[str, Any]:
    sizes, back = [item.size for item in plot.limits], plot.limits[::-1]
    return {
        "type": "scatter", "mode": "lines", "name": "binnen verwachting (99,8%)", "hoverinfo": "skip", "fill": "toself",
        "x": [rounded(value) for value in (*sizes, *(item.size for item in back))],
        "y": [rounded(value) for value in (*(item.high for item in plot.limits), *(item.low for item in back))],
        "fillcolor": see_through(palette.SAME, 0.12), "line": {"width": 1, "color": palette.OTHER, "dash": "dot"},
    }  # fmt: skip


def _centre(plot: FunnelPlot) -> dict[str, Any]:
    ends = [plot.limits[0].size, plot.limits[-1].size]
    return {
        "type": "scatter", "mode": "lines", "name": "alle samen", "hoverinfo": "skip",
        "x": [rounded(end) for end in ends], "y": [rounded(plot.centre)] * 2,
        "line": {"width": 1.5, "color": palette.OTHER, "dash": "dash"},
    }  # fmt: skip


def _dots(plot: FunnelPlot) -> Iterator[dict[str, Any]]:
    for begun, name in zip((True, False), plot.names, strict=True):
        found = [dot for dot in plot.dots if dot.begun is begun]
        if found:
            yield _trace(found, name, plot.hue if begun else palette.PAPER, plot.hue) | _named(found, plot)


def _trace(dots: Sequence[Dot], name: str, fill: str, hue: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers+text", "name": name, "x": [rounded(dot.size) for dot in dots],
        "y": [rounded(dot.rate) for dot in dots], "hoverinfo": "text",
        "hovertext": [f"<b>{dot.name}</b><br>{dot.words}" for dot in dots],
        "textfont": {"size": 12, "color": palette.MUTED}, "cliponaxis": False,
        "marker": {"size": MARKER + 4, "symbol": [SYMBOLS[dot.judged] for dot in dots], "color": fill,
                   "line": {"width": 2, "color": hue}},
        "error_y": {"type": "data", "symmetric": False, "thickness": 1.5, "width": 4, "color": palette.MUTED,
                    "array": [rounded(dot.high - dot.rate) for dot in dots],
                    "arrayminus": [rounded(dot.rate - dot.low) for dot in dots]},
    }  # fmt: skip


def _named(dots: Sequence[Dot], plot: FunnelPlot) -> dict[str, Any]:
    """What lies outside by name, to the side on which there is room."""
    middle = (plot.limits[0].size + plot.limits[-1].size) / 2
    return {
        "text": [shortened(dot.name, LETTERS) if dot.judged else "" for dot in dots],
        "textposition": [f"bottom {'left' if dot.size > middle else 'right'}" for dot in dots],
    }


def _sizes(plot: FunnelPlot) -> dict[str, Any]:
    """The axis of sizes, as they are or by how many times."""
    first, last = plot.limits[0].size, plot.limits[-1].size
    title = {"text": plot.size_axis, "font": {"size": 13, "color": palette.MUTED}}
    if not plot.is_wide:
        room = (last - first) * (HEADROOM - 1) or 1.0
        ends = [rounded(first - room), rounded(last + room)]
        return {"range": ends, "tickformat": ",~f", "nticks": 6, "title": title}
    powers = range(int(log10(first)), int(log10(last)) + 1)
    ticks = [size for power in powers for size in (10**power, 3 * 10**power) if first <= size <= last]
    room = log10(last / first) * (HEADROOM - 1)
    return {
        "range": [rounded(log10(first) - room), rounded(log10(last) + room)], "tickmode": "array",
        "tickvals": [rounded(log10(size)) for size in ticks],
        "ticktext": [f"{size:,}".replace(",", ".") for size in ticks],
        "title": title | {"text": f"{plot.size_axis};<br>elke stap is ongeveer drie keer zo groot"},
    }  # fmt: skip


def _layout(plot: FunnelPlot, height: int) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED}, "zeroline": False, "gridcolor": palette.GRID}
    top = max([item.high for item in plot.limits] + [dot.high for dot in plot.dots]) * HEADROOM
    below = 70 if plot.is_wide else 52
    return {
        "height": height, "margin": {"l": 58, "r": 16, "t": 44, "b": below}, "font": font, "separators": ",.",
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
                   "font": {"size": 13, "color": palette.MUTED}, "itemclick": False, "itemdoubleclick": False},
        "xaxis": axis | _sizes(plot) | {"showline": True, "linecolor": palette.LINE},
        "yaxis": axis | {"range": [0, rounded(top)], "nticks": 5, "tickformat": ",~f"},
    }  # fmt: skip
