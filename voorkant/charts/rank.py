"""Areas under each other from high to low, each a dot with its margin beside the line of a benchmark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import MARKER, rounded, shortened
from voorkant.charts.told import Told

ROW, AROUND, HEADROOM = 30, 96, 1.06
LETTER, SHORTEST, LONGEST = 8, 64, 150
"""Pixels a letter of a name, and between which widths names stand."""
LINE, LINES = 17, 3
"""Pixels a line of a name, and how many a long one may have."""


@dataclass(frozen=True)
class Ranked:
    """An area: its value and margin, or the highest that a hidden value can be."""

    name: str
    words: str
    own: bool
    value: float | None = None
    low: float | None = None
    high: float | None = None
    range_high: float | None = None


@dataclass(frozen=True, kw_only=True)
class RankPlot(Told):
    """`ranked` from top to bottom; `level` is the benchmark's value, and `level_words` its name with it."""

    ranked: tuple[Ranked, ...]
    level: float | None = None
    level_words: str | None = None


def figure(plot: RankPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same plot; `height` is the least, more areas take more."""
    return {"data": [*_dots(plot), *_hidden(plot)], "layout": _layout(plot, height)}


def _dots(plot: RankPlot) -> Iterator[dict[str, Any]]:
    for own in (True, False):
        found = [item for item in plot.ranked if item.own is own and item.value is not None]
        if found:
            yield _trace(found, palette.ACCENT if own else palette.OTHER, own=own)


def _trace(found: Sequence[Ranked], colour: str, *, own: bool) -> dict[str, Any]:
    reach = [(item.high - item.value, item.value - item.low) if item.value is not None and item.low is not None
             and item.high is not None else (0.0, 0.0) for item in found]  # fmt: skip
    return {
        "type": "scatter", "mode": "markers", "orientation": "h", "showlegend": False,
        "x": [rounded(item.value) for item in found], "y": [item.name for item in found],
        "hovertext": [_hover(item) for item in found], "hoverinfo": "text",
        "marker": {"size": MARKER + (6 if own else 3), "color": colour, "symbol": "diamond" if own else "circle"},
        "error_x": {"type": "data", "symmetric": False, "thickness": 2.5 if own else 1.5, "width": 4, "color": colour,
                    "array": [rounded(high) for high, _ in reach], "arrayminus": [rounded(low) for _, low in reach]},
    }  # fmt: skip


def _hidden(plot: RankPlot) -> Iterator[dict[str, Any]]:
    """What is not shown stands at its place: a hatched bar as far as it can be, or a cross."""
    found = [item for item in plot.ranked if item.value is None]
    if found:
        yield {
            "type": "bar", "orientation": "h", "name": "niet getoond: wat het kan zijn", "width": 0.5,
            "x": [rounded(item.range_high) or 0 for item in found], "y": [item.name for item in found],
            "hovertext": [_hover(item) for item in found], "hoverinfo": "text",
            "text": ["" if item.range_high else "× " + item.words for item in found], "textposition": "outside",
            "textfont": {"size": 12, "color": palette.MUTED}, "cliponaxis": False, "showlegend": False,
            "marker": {"color": palette.PAPER, "line": {"color": palette.HIDDEN, "width": 1},
                       "pattern": {"shape": "x", "size": 6, "solidity": 0.2, "fgcolor": palette.HIDDEN}},
        }  # fmt: skip


def _hover(item: Ranked) -> str:
    return f"<b>{item.name}</b><br>{item.words}"


def _layout(plot: RankPlot, height: int) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    axis = {"fixedrange": True, "tickfont": {"color": palette.MUTED}, "zeroline": False, "gridcolor": palette.GRID}
    names = [item.name for item in plot.ranked]
    short = [_short(item) for item in plot.ranked]
    longest = max(len(line) + item.own for item, lines in zip(plot.ranked, short, strict=True) for line in lines)
    row = max(ROW, LINE * max(map(len, short)) + 4)
    room = min(max(LETTER * longest, SHORTEST), LONGEST)
    top = max(filter(None, [plot.level, *(item.high or item.value for item in plot.ranked)]), default=0.0)
    top = max(top, *(item.range_high or 0.0 for item in plot.ranked)) * HEADROOM or 1.0
    return {
        "height": max(height, AROUND + row * len(names)), "margin": {"l": room, "r": 14, "t": 40, "b": 36},
        "font": font, "separators": ",.", "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "xaxis": axis | {"range": [0, rounded(top)], "nticks": 6, "tickformat": ",~f"},
        "yaxis": axis | {"type": "category", "categoryorder": "array", "categoryarray": names[::-1],
                         "range": [-0.6, len(names) - 0.4], "ticktext": list(map(_tick, plot.ranked, short)),
                         "tickvals": names, "tickmode": "array", "showgrid": True},
        "shapes": list(_level(plot)), "annotations": list(_level_name(plot, top)),
    }  # fmt: skip


def _short(item: Ranked) -> list[str]:
    """The lines of a name, broken at a hyphen too; the last in part where there are more: the table has it whole."""
    most = LONGEST // LETTER - item.own  # the own name is bold, and so a letter wider
    lines = [shortened(line, most) for line in TextWrapper(most, break_long_words=False).wrap(item.name)]
    return lines if len(lines) <= LINES else [*lines[: LINES - 1], shortened(f"{lines[LINES - 1]} …", most)]


def _tick(item: Ranked, lines: Sequence[str]) -> str:
    """The own area stands out in more than colour."""
    return f"<b>{'<br>'.join(lines)}</b>" if item.own else "<br>".join(lines)


def _level(plot: RankPlot) -> Iterator[dict[str, Any]]:
    if plot.level is not None:
        place = {"x0": rounded(plot.level), "x1": rounded(plot.level), "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
        yield place | {"type": "line", "layer": "below", "line": {"color": palette.INK, "width": 1.5, "dash": "dash"}}


def _level_name(plot: RankPlot, top: float) -> Iterator[dict[str, Any]]:
    if plot.level is not None:
        right = plot.level > top / 2
        yield {"text": plot.level_words, "showarrow": False, "x": rounded(plot.level), "yref": "paper", "y": 1,
               "xanchor": "right" if right else "left", "yanchor": "bottom",
               "font": {"size": 13, "color": palette.MUTED}}  # fmt: skip
