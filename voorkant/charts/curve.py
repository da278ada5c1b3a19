"""How much of a group has come so far: percentages that rise over weeks or months, beside lines to compare with."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import MARKER, rounded
from voorkant.charts.told import Told

WHOLE = 100
QUARTERS, TICKS = (25, 50, 75, WHOLE), 5
ROOM = 1.06
"""Of the highest part that is drawn, for the names of the lines to compare with."""


@dataclass(frozen=True)
class Reached:
    """How far a group is at a moment; without a value it is not to be told, and `words` say why."""

    at: float
    words: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Curve:
    """One group; `own` is the one that the picture is about."""

    name: str
    own: bool
    points: tuple[Reached, ...]


@dataclass(frozen=True, kw_only=True)
class CurvePlot(Told):
    """`marks`: moments with a name. `ticks`: what stands under the axis, such as how many are still followed."""

    across: str
    curves: tuple[Curve, ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[tuple[float, str], ...] | None = None


def figure(plot: CurvePlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same plot."""
    order = sorted(plot.curves, key=lambda curve: curve.own)
    return {
        "data": [
            *(trace for curve in order for trace in (_begin(curve), _line(curve, among=len(order)))),
            *_hidden(plot),
        ],
        "layout": _layout(plot, height),
    }


def _look(curve: Curve) -> dict[str, Any]:
    if curve.own:
        return {"color": palette.UITKOMST, "width": palette.LINE_WIDTH, "dash": "solid"}
    return {"color": palette.OTHER, "width": 1.5, "dash": "dash"}


def _begin(curve: Curve) -> dict[str, Any]:
    """From nobody at the start to the first moment."""
    first = curve.points[0]
    place = {"x": [0, first.at], "y": [0, rounded(first.value)]}
    return {"type": "scatter", "mode": "lines", "line": _look(curve), "hoverinfo": "skip", "showlegend": False} | place


def _line(curve: Curve, *, among: int) -> dict[str, Any]:
    """Cut where a value is not told. A curve that is alone needs no legend: the title names it."""
    line = _look(curve)
    reach = [(one.high - one.value, one.value - one.low) if one.value is not None and one.low is not None
             and one.high is not None else (0.0, 0.0) for one in curve.points]  # fmt: skip
    return {
        "type": "scatter", "mode": "lines+markers", "name": curve.name, "connectgaps": False, "hoverinfo": "text",
        "showlegend": among > 1,
        "x": [one.at for one in curve.points], "y": [rounded(one.value) for one in curve.points], "line": line,
        "hovertext": [f"<b>{curve.name}</b><br>{one.words}" for one in curve.points],
        "marker": {"size": MARKER if curve.own else 5, "color": line["color"],
                   "symbol": "circle" if curve.own else "diamond"},
        "error_y": {"type": "data", "symmetric": False, "thickness": 1.5, "width": 4, "color": line["color"],
                    "array": [rounded(high) for high, _ in reach], "arrayminus": [rounded(low) for _, low in reach]},
    }  # fmt: skip


def _hidden(plot: CurvePlot) -> Iterator[dict[str, Any]]:
    """A hatched bar as far as a value that is not told can be, or as high as the picture where nothing is known."""
    for curve in plot.curves:
        found = [one for one in curve.points if curve.own and one.value is None]
        if found:
            yield {
                "type": "bar", "name": "niet getoond: wat het kan zijn", "width": 0.5, "showlegend": False,
                "x": [one.at for one in found], "base": [rounded(one.low) or 0 for one in found],
                "y": [rounded((WHOLE if one.high is None else one.high) - (one.low or 0)) for one in found],
                "hovertext": [f"<b>{curve.name}</b><br>{one.words}" for one in found], "hoverinfo": "text",
                "marker": {"color": palette.PAPER, "line": {"color": palette.HIDDEN, "width": 1},
                           "pattern": {"shape": "x", "size": 6, "solidity": 0.2, "fgcolor": palette.HIDDEN}},
            }  # fmt: skip


def _layout(plot: CurvePlot, height: int) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED}, "zeroline": False, "gridcolor": palette.GRID}
    last, top = max(at for at, _ in plot.ticks), _top(plot)
    ticks = [top * part // TICKS for part in range(TICKS + 1)]
    across = plot.across.replace("; ", ";<br>")  # on one line it is wider than a phone
    lines = max(words.count("<br>") for _, words in plot.ticks) + across.count("<br>")
    return {
        "height": height, "margin": {"l": 52, "r": 14, "t": 46, "b": 50 + 18 * lines}, "font": font,
        "separators": ",.", "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom",
                   "font": {"size": 13, "color": palette.MUTED}, "itemclick": False, "itemdoubleclick": False},
        "xaxis": axis | {"range": [0, last * 1.04], "showgrid": False, "showline": True, "linecolor": palette.LINE,
                         "tickmode": "array", "tickvals": [at for at, _ in plot.ticks],
                         "ticktext": [words for _, words in plot.ticks],
                         "title": {"text": across, "font": {"size": 13, "color": palette.MUTED}, "standoff": 6}},
        "yaxis": axis | {"range": [0, top * ROOM], "tickvals": ticks, "tickmode": "array",
                         "ticktext": [f"{part}%" for part in ticks]},
        "shapes": list(_marks(plot)), "annotations": list(_names(plot)),
    }  # fmt: skip


def _top(plot: CurvePlot) -> int:
    """The first quarter of the whole above all margins."""
    most = max((one.high or 0.0 for curve in plot.curves for one in curve.points), default=0.0)
    return next(part for part in QUARTERS if part >= min(most, WHOLE))


def _marks(plot: CurvePlot) -> Iterator[dict[str, Any]]:
    for at, _ in plot.marks or ():
        yield {"type": "line", "layer": "below", "x0": at, "x1": at, "y0": 0, "y1": _top(plot),
               "line": {"color": palette.INK, "width": 1.5, "dash": "dash"}}  # fmt: skip


def _names(plot: CurvePlot) -> Iterator[dict[str, Any]]:
    for at, words in plot.marks or ():
        yield {"text": words, "showarrow": False, "x": at, "y": _top(plot), "yanchor": "bottom", "xanchor": "right",
               "font": {"size": 13, "color": palette.MUTED}}  # fmt: skip
