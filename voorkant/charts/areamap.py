"""A map of areas in shades of one colour: drawn as plain surfaces, so that it asks nothing of any server."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.marks import lines_of
from voorkant.charts.told import Told

Ring = tuple[tuple[float, float], ...]
SHADES = ("#e3ecf4", "#b9cfe2", "#86acca", "#4f83ab", "#1d3f63")
"""From the lowest class to the highest; neither good nor bad."""
HIDDEN, MISSING = -1, -2
"""The classes of what is hidden, and of what there is no figure of."""
ACROSS = 600
"""Of so many steps is the map: what lies nearer is one point on any screen."""

MOST_NAMES, LETTERS = 40, 16
"""With more areas their names would lie over each other; a line of a name has so many letters at most."""


@dataclass(frozen=True)
class Area:
    """`shade` is its class from 0, or `HIDDEN` or `MISSING`."""

    name: str
    words: str
    shade: int
    own: bool
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Spot:
    """A place within an area; `kind` is what the legend calls those like it, and `number` which sign they have."""

    name: str
    words: str
    kind: str
    number: int
    at: tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class MapPlot(Told):
    """`classes` are the words of the shades, from low to high. `spots`: places, where these may be shown."""

    areas: tuple[Area, ...]
    classes: tuple[str, ...]
    spots: tuple[Spot, ...] | None = None


def figure(plot: MapPlot, *, height: int) -> dict[str, Any]:
    """`data` and `layout`, the same for the same map. North is up, and a kilometre is as long both ways."""
    xs, ys = (tuple(point[n] for area in plot.areas for ring in area.rings for point in ring) for n in (0, 1))
    step = max(max(xs) - min(xs), max(ys) - min(ys), 1e-9) / ACROSS
    traces = [*_surfaces(plot, step), *_own(plot, step), _points(plot), *_spots(plot)]
    return {"data": traces, "layout": _layout(height, (min(xs), max(xs)), (min(ys), max(ys)))}


def _surfaces(plot: MapPlot, step: float) -> Iterator[dict[str, Any]]:
    """One trace a class, in the order of the legend, also of a class that no area is in this year."""
    names = [*enumerate(plot.classes), (HIDDEN, "niet te tonen"), (MISSING, "geen cijfer")]
    for shade, name in names:
        found = [area for area in plot.areas if area.shade == shade]
        if found or shade >= 0:
            yield {"name": name, **_path(found, step), **_fill(shade), "showlegend": True}


def _path(areas: Sequence[Area], step: float) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in (ring for area in areas for ring in area.rings):
        points = list(_thinned(ring, step))
        xs += [x for x, _ in points] + [points[0][0], None]
        ys += [y for _, y in points] + [points[0][1], None]
    shape = {"type": "scatter", "mode": "lines", "fill": "toself", "hoverinfo": "skip"}
    return shape | {"x": xs[:-1] or [None], "y": ys[:-1] or [None]}


def _thinned(ring: Ring, step: float) -> Iterator[tuple[float, float]]:
    """On a grid of what a screen can tell apart, without the points that fall together on it."""
    before = None
    for x, y in ring:
        point = round(x / step), round(y / step)
        if point != before:
            yield round(x, 3), round(y, 3)
        before = point


def _fill(shade: int) -> dict[str, Any]:
    line = {"color": palette.HIDDEN, "width": 1}
    if shade >= 0:
        return {"line": line, "fillcolor": SHADES[shade]}
    edge = {"color": palette.HIDDEN, "width": 1}
    if shade == MISSING:
        return {"line": edge, "fillcolor": palette.SURFACE}
    return {"line": edge, "fillpattern": {"shape": "x", "size": 7, "solidity": 0.25, "fgcolor": palette.HIDDEN,
                                          "bgcolor": palette.PAPER}}  # fmt: skip


def _own(plot: MapPlot, step: float) -> Iterator[dict[str, Any]]:
    """The own area has an edge that no other has."""
    for area in plot.areas:
        if area.own:
            yield {**_path([area], step), "name": area.name, "fill": "none",
                   "line": {"color": palette.INK, "width": 3}, "showlegend": True}  # fmt: skip


def _points(plot: MapPlot) -> dict[str, Any]:
    """A point that is not seen in the middle of each area tells what it is."""
    middles = [middle(area) for area in plot.areas]
    return {
        "type": "scatter", "mode": "markers", "showlegend": False, "name": "gebieden", "hoverinfo": "text",
        "x": [x for x, _ in middles], "y": [y for _, y in middles], "marker": {"size": 26, "opacity": 0},
        "hovertext": [f"<b>{area.name}</b><br>{area.words}" for area in plot.areas],
    }  # fmt: skip


SIGNS = (("circle", palette.INZET, palette.PAPER), ("diamond", palette.PAPER, palette.INK),
         ("square", palette.PAPER, palette.INK))  # fmt: skip
"""Symbol, filling and edge of each kind of place."""


def _spots(plot: MapPlot) -> Iterator[dict[str, Any]]:
    """On top of the areas, each kind with its own sign as well as its own filling."""
    for number, (symbol, fill, edge) in enumerate(SIGNS):
        found = [spot for spot in plot.spots or () if spot.number == number]
        if found:
            yield {
                "type": "scatter", "mode": "markers", "name": f"{found[0].kind} ({len(found)})", "hoverinfo": "text",
                "x": [round(spot.at[0], 3) for spot in found], "y": [round(spot.at[1], 3) for spot in found],
                "hovertext": [f"<b>{spot.name}</b><br>{spot.words}" for spot in found], "showlegend": True,
                "marker": {"symbol": symbol, "size": 10, "color": fill, "line": {"color": edge, "width": 1.5}},
            }  # fmt: skip


def named(made: dict[str, Any], plot: MapPlot) -> dict[str, Any]:
    """A figure with the name of every area in it, where nothing can be pointed at; a cross before what is hidden."""
    if len(plot.areas) > MOST_NAMES:
        return made
    font = {"size": 12, "color": palette.INK}
    notes = []
    for area in plot.areas:
        x, y = middle(area)
        name = area.name if area.shade >= 0 else f"× {area.name}"
        text = "<br>".join(lines_of(name, LETTERS))
        notes.append({"text": text, "showarrow": False, "x": x, "y": y, "font": font, "bgcolor": palette.PAPER})
    return made | {"layout": made["layout"] | {"annotations": notes}}


def middle(area: Area) -> tuple[float, float]:
    """Of the largest part, the middle of its box."""
    ring = max(area.rings, key=len)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return round((min(xs) + max(xs)) / 2, 3), round((min(ys) + max(ys)) / 2, 3)


def _layout(height: int, across: tuple[float, float], up: tuple[float, float]) -> dict[str, Any]:
    font = {"family": palette.FONT, "size": palette.CHART_SIZE, "color": palette.INK}
    # by its domain: what a range was widened by, for room that was less at first, it would keep
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    room = [(high - low) * 0.03 or 1.0 for low, high in (across, up)]
    return {
        "height": height, "margin": {"l": 4, "r": 4, "t": 8, "b": 4}, "font": font, "separators": ",.",
        "paper_bgcolor": palette.PAPER, "plot_bgcolor": palette.PAPER, "hovermode": "closest", "hoverdistance": 40,
        "hoverlabel": {"bgcolor": palette.PAPER, "font": font, "bordercolor": palette.LINE, "align": "left"},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 0, "yanchor": "top", "traceorder": "normal",
                   "maxheight": 1,  # of the chart: beyond half of it a legend scrolls, and hides its last line
                   "font": {"size": 13, "color": palette.MUTED}, "itemclick": False, "itemdoubleclick": False},
        "xaxis": axis | {"range": [round(across[0] - room[0], 3), round(across[1] + room[0], 3)]},
        "yaxis": axis | {"range": [round(up[0] - room[1], 3), round(up[1] + room[1], 3)], "scaleanchor": "x"},
    }  # fmt: skip
