"""The course of many areas: thin grey lines, or bands of their deciles where they are many; the own area in colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import MARKER, rounded, see_through
from voorkant.charts.told import Told

HEADROOM = 1.08
BANDS = (("10e tot 90e percentiel", 0, 4, 0.14), ("25e tot 75e percentiel", 1, 3, 0.22))
"""(name, lower and upper percentile by place, how dark)."""


@dataclass(frozen=True)
class Course:
    """The values of one area in each period; None where there is none. `kind`: own, peer, other or benchmark."""

    name: str
    kind: str
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    firm: tuple[bool, ...]


@dataclass(frozen=True, kw_only=True)
class CoursesPlot(Told):
    """`percentiles`: per period the 10th, 25th, 50th, 75th and 90th of all areas, in place of their own lines.

    `cuts`: the numbers of the periods before which a line is cut, because what is counted changed.
    """

    periods: tuple[str, ...]
    courses: tuple[Course, ...]
    percentiles: tuple[tuple[float, ...] | None, ...] | None = None
    cuts: frozenset[int] | None = None
    several: tuple[str, str] = ("gekozen gemeenten", "andere gemeenten")  # what the legend calls peers and others


def figure(plot: CoursesPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same plot."""
    drawn = [item for item in plot.courses if not (plot.percentiles and item.kind == "other")]
    traces = [*_bands(plot), *(trace for item in drawn for trace in _line(item, plot))]
    return {"data": traces, "layout": _layout(plot, height)}


def _bands(plot: CoursesPlot) -> Iterator[dict[str, Any]]:
    found = [(period, marks) for period, marks in zip(plot.periods, plot.percentiles or (), strict=False) if marks]
    if not found:
        return
    periods = [period for period, _ in found]
    for name, low, high, dark in BANDS:
        yield {
            "type": "scatter", "mode": "lines", "name": name, "hoverinfo": "skip", "fill": "toself",
            "x": periods + periods[::-1], "line": {"width": 0},
            "y": [rounded(marks[high]) for _, marks in found] + [rounded(marks[low]) for _, marks in found[::-1]],
            "fillcolor": see_through(palette.OTHER, dark),
        }  # fmt: skip
    yield {"type": "scatter", "mode": "lines", "name": "mediaan", "hoverinfo": "skip", "x": periods,
           "y": [rounded(marks[2]) for _, marks in found],
           "line": {"color": palette.OTHER, "width": 1.5, "dash": "longdash"}}  # fmt: skip


STYLE: dict[str, dict[str, Any]] = {
    "own": {"line": {"color": palette.ACCENT, "width": palette.LINE_WIDTH}, "size": MARKER},
    "peer": {"line": {"color": palette.OTHER, "width": 1.5}, "size": 4},
    "other": {"line": {"color": palette.HIDDEN, "width": 1, "dash": "dot"}, "size": 3},
    "benchmark": {"line": {"color": palette.INK, "width": 1.5, "dash": "dash"}, "size": 4},
}


def _line(item: Course, plot: CoursesPlot) -> Iterator[dict[str, Any]]:
    """A line that is not drawn over a gap. Kinds with many lines share one entry of the legend."""
    style = STYLE[item.kind]
    same = [one for one in plot.courses if one.kind == item.kind]
    fills = [style["line"]["color"] if firm else palette.PAPER for firm in item.firm]
    yield {
        "type": "scatter", "mode": "lines+markers", "name": _called(item, plot), "legendgroup": item.kind,
        "showlegend": item is same[0], "connectgaps": False, "hoverinfo": "text",
        "x": _with_cuts(plot.periods, plot.periods, plot),
        "y": _with_cuts([rounded(value) for value in item.values], [None] * len(item.values), plot),
        "hovertext": _with_cuts(_hover(item, plot), _hover(item, plot), plot),
        "line": style["line"],
        "marker": {"size": style["size"], "line": {"width": 1.5, "color": style["line"]["color"]},
                   "color": _with_cuts(fills, fills, plot)},
    }  # fmt: skip


def _called(item: Course, plot: CoursesPlot) -> str:
    return dict(zip(("peer", "other"), plot.several, strict=True)).get(item.kind, item.name)


def _hover(item: Course, plot: CoursesPlot) -> list[str]:
    return [f"<b>{item.name}</b><br>{n}: {said}" for n, said in zip(plot.periods, item.words, strict=True)]


def _with_cuts(values: Sequence[Any], between: Sequence[Any], plot: CoursesPlot) -> list[Any]:
    """The values of a trace, with one of `between` before each period at which the line is cut."""
    cuts = plot.cuts or frozenset()
    return [one for n, value in enumerate(values) for one in ((between[n], value) if n in cuts else (value,))]


def _layout(plot: CoursesPlot, height: int) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED}, "zeroline": False, "gridcolor": palette.GRID}
    top = max(_values(plot.courses), default=1.0) * HEADROOM or 1.0
    return {
        "height": height, "margin": {"l": 52, "r": 14, "t": 46, "b": 34}, "font": font, "separators": ",.",
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
                   "font": {"size": 13, "color": palette.MUTED}, "itemclick": False, "itemdoubleclick": False},
        "xaxis": axis | {"type": "category", "showgrid": False, "showline": True, "linecolor": palette.LINE,
                         "automargin": True, "tickfont": {"color": palette.MUTED, "size": 12}},
        "yaxis": axis | {"range": [0, rounded(top)], "nticks": 5, "tickformat": ",~f"},
    }  # fmt: skip


def _values(courses: Sequence[Course]) -> Iterator[float]:
    for item in courses:
        yield from (value for value in item.values if value is not None)
