"""Bars, a rank and a map as Vega-Lite pictures, from what the screen draws too."""

from collections.abc import Iterator, Sequence
from typing import Any

from voorkant.charts import palette
from voorkant.charts.areamap import HIDDEN, MISSING, SHADES, MapPlot, middle
from voorkant.charts.rank import RankPlot
from voorkant.charts.told import Told
from voorkant.charts.vega import TEXT, WIDTH, base

Layer = dict[str, Any]
ROW, MAP_HEIGHT = 26, 330


def bars(told: Told, wide: Sequence[Sequence[float]]) -> dict[str, Any]:
    """A bar for each line of a picture, in percent, over what it can be."""
    rows = [
        {"naam": line[0], "x": round(shown, 2), "x2": round(high, 2), "woorden": line[-1]}
        for line, (shown, high) in zip(told.lines, wide, strict=True)
    ]
    y = {"field": "naam", "type": "nominal", "sort": None, "axis": {"domain": False, "ticks": False}}
    x = {"type": "quantitative", "scale": {"domain": [0, 100]}, "axis": {"tickCount": 5, "domain": False}}
    words = {"text": {"field": "woorden", "type": "nominal"}, "y": y, "x": x | {"field": "x2"}}
    return base(told.axis) | {
        "width": WIDTH - 160, "height": {"step": ROW}, "data": {"values": rows},
        "layer": [
            {"mark": {"type": "bar", "color": palette.EVENT}, "encoding": {"y": y, "x": x | {"field": "x2"}}},
            {"mark": {"type": "bar", "color": palette.UITKOMST, "height": 12},
             "encoding": {"y": y, "x": x | {"field": "x"}}},
            {"mark": {"type": "text", "align": "left", "dx": 6, "color": palette.MUTED, "fontSize": TEXT},
             "encoding": words},
        ],
    }  # fmt: skip


def rank(plot: RankPlot) -> dict[str, Any]:
    """Dots with their margins under each other, and the line of the benchmark."""
    rows = [
        {
            "naam": item.name,
            "x": item.value,
            "laag": item.low,
            "hoog": item.high,
            "tot": item.range_high,
            "eigen": item.own,
        }
        for item in plot.ranked
    ]
    y = {"field": "naam", "type": "nominal", "sort": None, "axis": {"domain": False, "ticks": False}}
    colour = {"condition": {"test": "datum.eigen", "value": palette.ACCENT}, "value": palette.OTHER}
    shape = {"condition": {"test": "datum.eigen", "value": "diamond"}, "value": "circle"}

    def x(field: str) -> Layer:
        return {"field": field, "type": "quantitative", "scale": {"zero": True}}

    layers = [
        {"mark": {"type": "bar", "color": palette.EVENT, "height": 9}, "transform": [{"filter": "datum.x == null"}],
         "encoding": {"y": y, "x": x("tot")}},
        {"mark": {"type": "rule", "strokeWidth": 2},
         "encoding": {"y": y, "x": x("laag"), "x2": {"field": "hoog"}, "color": colour}},
        {"mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
         "encoding": {"y": y, "x": x("x"), "color": colour, "shape": shape}},
    ]  # fmt: skip
    if plot.level is not None:
        layers.insert(0, {"mark": {"type": "rule", "strokeDash": [6, 4], "color": palette.INK},
                          "data": {"values": [{"x": plot.level}]}, "encoding": {"x": x("x")}})  # fmt: skip
    return base(plot.axis) | {"width": WIDTH - 160, "height": {"step": ROW}, "data": {"values": rows}, "layer": layers}


def areas(plot: MapPlot) -> dict[str, Any]:
    """Areas as plain surfaces, north up; a legend in words from low to high."""
    colours = dict(enumerate(SHADES)) | {HIDDEN: palette.EVENT, MISSING: palette.SURFACE}
    names = dict(enumerate(plot.classes)) | {HIDDEN: "niet te tonen", MISSING: "geen cijfer"}
    used = [shade for shade in names if shade >= 0 or any(area.shade == shade for area in plot.areas)]
    features = [
        {"type": "Feature", "klasse": names[area.shade], "eigen": area.own,
         "geometry": {"type": "MultiPolygon", "coordinates": [[list(map(list, ring))] for ring in area.rings]}}
        for area in plot.areas
    ]  # fmt: skip
    colour = {"field": "klasse", "type": "nominal",
              "scale": {"domain": [names[shade] for shade in used], "range": [colours[shade] for shade in used]},
              "legend": {"title": None, "labelFontSize": TEXT, "symbolType": "square"}}  # fmt: skip
    edge = {"condition": {"test": "datum.eigen", "value": palette.INK}, "value": palette.OTHER}
    width = {"condition": {"test": "datum.eigen", "value": 3}, "value": 0.7}
    surfaces = {"data": {"values": features}, "mark": {"type": "geoshape"},
                "encoding": {"color": colour, "stroke": edge, "strokeWidth": width}}  # fmt: skip
    return base(plot.axis) | {
        "width": WIDTH - 160, "height": MAP_HEIGHT, "projection": {"type": "identity", "reflectY": True},
        "layer": [surfaces, *_named(plot)],
    }  # fmt: skip


def _named(plot: MapPlot) -> Iterator[Layer]:
    """Every area by its name, with a light edge so that it can be read on any shade; a cross before what is hidden."""
    rows = []
    for area in plot.areas:
        x, y = middle(area)
        rows.append({"x": x, "y": y, "naam": area.name if area.shade >= 0 else f"× {area.name}"})
    place = {"longitude": {"field": "x", "type": "quantitative"}, "latitude": {"field": "y", "type": "quantitative"},
             "text": {"field": "naam", "type": "nominal"}}  # fmt: skip
    letters = {"type": "text", "fontSize": TEXT - 1}
    for look in ({"stroke": palette.PAPER, "strokeWidth": 3, "color": palette.PAPER}, {"color": palette.INK}):
        yield {"data": {"values": rows}, "mark": letters | look, "encoding": place}
