"""Groups beside each other, each with its own years, all on one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import rounded, see_through
from voorkant.charts.told import Told

FEW, NARROW, WIDE = 4, 2, 3
"""Up to so many groups stand in two columns; more in three."""
ROW, FOOT, LINES = 92, 26, 36
"""Pixels of a panel, of the years below it, and of its name above it."""
BETWEEN, HEADROOM, DOT = 0.05, 1.1, 5
LONGEST = {NARROW: 24, WIDE: 17}
"""Letters of a name that fit on a phone, by the number of columns."""


@dataclass(frozen=True)
class Mark:
    """One year of a group; a hidden one has what it can be at most, where that is known."""

    words: str
    firm: bool
    value: float | None = None
    low: float | None = None
    high: float | None = None
    range_high: float | None = None


@dataclass(frozen=True)
class Panel:
    """A group, a word for its course, and a mark for each period."""

    name: str
    note: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class MultiplesPlot(Told):
    """`panels` in reading order, each with a mark for every one of `periods`."""

    panels: tuple[Panel, ...]
    periods: tuple[str, ...]
    ladder: str


def figure(plot: MultiplesPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`; `height` is the least, more rows of groups take more."""
    traces = [trace for number, panel in enumerate(plot.panels) for trace in _traces(panel, number, plot)]
    return {"data": traces, "layout": _layout(plot, height)}


def _ref(number: int) -> str:
    """Plotly calls the first axis by its letter alone."""
    return str(number + 1) if number else ""


def _traces(panel: Panel, number: int, plot: MultiplesPlot) -> Iterator[dict[str, Any]]:
    on = {"xaxis": f"x{_ref(number)}", "yaxis": f"y{_ref(number)}", "showlegend": False, "type": "scatter"}
    hue = palette.LADDER[plot.ladder]
    years = list(zip(plot.periods, panel.marks, strict=True))
    yield from (trace | on for trace in _band(years, hue))
    yield on | {
        "mode": "lines+markers", "connectgaps": False, "hoverinfo": "text", "x": list(plot.periods),
        "y": [rounded(mark.value) for mark in panel.marks], "line": {"color": hue, "width": 2},
        "hovertext": [f"<b>{panel.name}</b><br>{year}: {mark.words}" for year, mark in years],
        "marker": {"size": DOT, "color": [hue if mark.firm else palette.PAPER for mark in panel.marks],
                   "line": {"color": hue, "width": 1.5}},
    }  # fmt: skip
    if hidden := [(year, mark) for year, mark in years if mark.value is None]:
        yield on | _hidden(hidden)


def _band(years: Sequence[tuple[str, Mark]], hue: str) -> Iterator[dict[str, Any]]:
    """The margin along every unbroken run."""
    for known, run in groupby(years, key=lambda one: one[1].low is not None and one[1].high is not None):
        part = list(run)
        if known and len(part) > 1:
            names = [year for year, _ in part]
            yield {
                "mode": "lines", "fill": "toself", "hoverinfo": "skip", "line": {"width": 0},
                "x": names + names[::-1], "fillcolor": see_through(hue, 0.16),
                "y": [rounded(mark.high) for _, mark in part] + [rounded(mark.low) for _, mark in part[::-1]],
            }  # fmt: skip


def _hidden(found: Sequence[tuple[str, Mark]]) -> dict[str, Any]:
    """A bar of what it can be, or nothing but its place and its words."""
    return {
        "type": "bar", "hoverinfo": "text", "width": 0.6, "x": [year for year, _ in found],
        "y": [rounded(mark.range_high) or 0 for _, mark in found],
        "hovertext": [f"{year}: {mark.words}" for year, mark in found],
        "marker": {"color": palette.PAPER, "line": {"color": palette.HIDDEN, "width": 1},
                   "pattern": {"shape": "x", "size": 6, "solidity": 0.2, "fgcolor": palette.HIDDEN}},
    }  # fmt: skip


def _layout(plot: MultiplesPlot, height: int) -> dict[str, Any]:
    columns = NARROW if len(plot.panels) <= FEW else WIDE
    rows = -(-len(plot.panels) // columns)
    whole = max(height, rows * (ROW + FOOT + LINES))
    font = {"family": palette.FONT, "size": 13, "color": palette.INK}
    found: dict[str, Any] = {
        "height": whole, "margin": {"l": 40, "r": 8, "t": 14, "b": 2}, "font": font, "separators": ",.",
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest", "annotations": [],
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
    }  # fmt: skip
    top = max(_values(plot), default=1.0) * HEADROOM or 1.0
    for number, panel in enumerate(plot.panels):
        row, column = divmod(number, columns)
        across = column / columns + (BETWEEN / 2 if column else 0), (column + 1) / columns - BETWEEN / 2
        up = 1 - ((row + 1) / rows - FOOT / whole), 1 - (row / rows + LINES / whole)
        found |= _axes(plot, _ref(number), (across, up), top)
        found["annotations"] += _names(panel, across[0], up[1], LONGEST[columns])
    return found


def _values(plot: MultiplesPlot) -> Iterator[float]:
    """A hidden range may not press the shown values flat; where nothing is shown it is what there is."""
    marks = [mark for panel in plot.panels for mark in panel.marks]
    shown = [mark.high or mark.value or 0.0 for mark in marks if mark.value is not None]
    yield from shown or [mark.range_high or 0.0 for mark in marks]


def _axes(plot: MultiplesPlot, ref: str, domains: Sequence[Sequence[float]], top: float) -> dict[str, Any]:
    across, up = ([round(end, 4) for end in ends] for ends in domains)
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED, "size": 12}, "zeroline": False}
    ends = [plot.periods[0], plot.periods[-1]] if len(plot.periods) > 1 else [plot.periods[0]]
    x = {"type": "category", "categoryarray": list(plot.periods), "domain": across, "anchor": f"y{ref}",
         "range": [-0.5, len(plot.periods) - 0.5], "showgrid": False, "showline": True, "linecolor": palette.LINE,
         "tickvals": ends, "ticktext": ends, "tickangle": 0}  # fmt: skip
    y = {"domain": up, "anchor": f"x{ref}", "range": [0, rounded(top)], "nticks": 3, "gridcolor": palette.GRID,
         "tickformat": ",~f", "showticklabels": across[0] == 0}  # fmt: skip
    return {f"xaxis{ref}": axis | x, f"yaxis{ref}": axis | y}


def _names(panel: Panel, left: float, top: float, most: int) -> Iterator[dict[str, Any]]:
    """Name and course above a panel, each a line."""
    name = panel.name if len(panel.name) <= most else f"{panel.name[: most - 1].rstrip()}…"
    place = {"xref": "paper", "yref": "paper", "x": round(left, 4), "y": round(top, 4), "showarrow": False,
             "xanchor": "left", "yanchor": "bottom"}  # fmt: skip
    yield place | {"text": name, "font": {"size": 13, "color": palette.INK}, "yshift": 15}
    yield place | {"text": panel.note, "font": {"size": 12, "color": palette.MUTED}, "yshift": 0}
