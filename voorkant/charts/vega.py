"""A description as a Vega-Lite picture: what a document shows, drawn from the same points as the screen."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from voorkant.charts import palette
from voorkant.charts.description import Description, Event, Kind, Point, Series
from voorkant.charts.segments import segments

Layer = dict[str, Any]
WIDTH, HEIGHT = 640, 220
MOST_TICKS = 9
HEADROOM, FLATTEST = 1.1, 2
SHAPES = ("circle", "square", "diamond")
DASHES = ([1, 0], [6, 3], [2, 2])
"""Series differ in more than their colour."""
TEXT = 12


def spec(description: Description) -> dict[str, Any]:
    """The whole picture; the same for the same description."""
    top = _top(description)
    layers = [*_events(description, top), *_level(description)]
    for number, series in enumerate(description.series):
        layers += [*_margins(series, description), *_hidden(series, top), *_values(series, number, description)]
    layers += [*_names(description)]
    return base(description.axis) | {
        "width": WIDTH, "height": HEIGHT, "layer": [_frame(description, top), *layers],
    }  # fmt: skip


def base(axis: str) -> dict[str, Any]:
    """What every picture has: paper, letters, and above it what its axis counts."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": palette.PAPER, "padding": 6,
        "title": {"text": axis, "anchor": "start", "frame": "group", "fontSize": TEXT, "fontWeight": "normal",
                  "color": palette.MUTED, "offset": 16},
        "config": {
            "font": FONT, "view": {"stroke": None},
            "axis": {"labelFontSize": TEXT, "labelColor": palette.MUTED, "gridColor": palette.GRID,
                     "domainColor": palette.LINE, "tickColor": palette.LINE, "title": None, "labelLimit": 400},
            "text": {"fontSize": TEXT},
        },
    }  # fmt: skip


FONT = "Liberation Sans, Arial, sans-serif"


def _top(description: Description) -> float:
    """Room for every shown value and margin; a hidden range may not press them flat."""
    shown = max(*(point.high or point.value or 0.0 for point in description.points), description.level or 0.0)
    ranges = max(point.range_high or 0.0 for point in description.points)
    return max(shown, min(ranges, FLATTEST * shown) if shown else ranges) * HEADROOM or 1.0


def _day(day: date) -> int:
    return day.toordinal()


def _within(day: date, description: Description) -> int:
    return _day(min(max(day, description.first), description.last))


def _frame(description: Description, top: float) -> Layer:
    """An empty layer that holds both axes, so that what is drawn after it only adds marks."""
    step = -(-len(description.ticks) // MOST_TICKS)
    ticks = {_day(day): words for day, words in description.ticks[::step]}
    x = {"field": "x", "type": "quantitative",
         "scale": {"domain": [_day(description.first), _day(description.last)], "nice": False, "zero": False},
         "axis": {"values": list(ticks), "labelExpr": f"({json.dumps(ticks, ensure_ascii=False)})[datum.value]",
                  "grid": False, "labelOverlap": True}}  # fmt: skip
    y = {"field": "y", "type": "quantitative", "scale": {"domain": [0, round(top, 4)], "nice": False},
         "axis": {"tickCount": 5, "domain": False, "ticks": False}}  # fmt: skip
    return _layer("point", [{"x": _day(description.first), "y": 0}], {"x": x, "y": y}, opacity=0)


def _layer(mark: str, values: Sequence[Layer], encoding: Layer, **look: Any) -> Layer:
    return {"data": {"values": list(values)}, "mark": {"type": mark, **look}, "encoding": encoding}


def _at(*names: str, **more: Any) -> Layer:
    return {name: {"field": name, "type": "quantitative"} for name in names} | more


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _runs(series: Series, description: Description) -> list[list[Point]]:
    return list(segments(series.points, (event.start for event in description.events if event.breaks)))


def _margins(series: Series, description: Description) -> Iterator[Layer]:
    """A band along every unbroken run of a line; a bar at every single point of the others."""
    colour = palette.LADDER[series.ladder]
    rows = [
        {"x": _day(point.middle), "y": _rounded(point.low), "y2": _rounded(point.high), "run": number}
        for number, run in enumerate(_runs(series, description))
        for point in run
        if point.low is not None and point.high is not None
    ]
    many = {row["run"] for row in rows if sum(other["run"] == row["run"] for other in rows) > 1}
    band = [row for row in rows if description.kind is Kind.LINE and row["run"] in many]
    single = [row for row in rows if row not in band]
    if band:
        detail = {"detail": {"field": "run", "type": "nominal"}}
        yield _layer("area", band, _at("x", "y", "y2") | detail, color=colour, opacity=0.16)
    if single:
        yield _layer("rule", single, _at("x", "y", "y2"), color=colour, strokeWidth=2)


def _values(series: Series, number: int, description: Description) -> Iterator[Layer]:
    colour, shape = palette.LADDER[series.ladder], number % len(SHAPES)
    runs = _runs(series, description)
    rows = [
        {"x": _day(point.middle), "y": _rounded(point.value), "run": n, "vast": point.firm}
        for n, run in enumerate(runs)
        for point in run
    ]
    if description.kind is Kind.BARS:
        yield _layer("bar", rows, _at("x", "y"), color=colour, width=26)
        return
    if description.kind is Kind.LINE:
        detail = {"detail": {"field": "run", "type": "nominal"}}
        yield _layer("line", rows, _at("x", "y") | detail, color=colour, strokeWidth=2.2, strokeDash=DASHES[shape])
    fill = {"condition": {"test": "datum.vast", "value": colour}, "value": palette.PAPER}
    yield _layer("point", rows, _at("x", "y", fill=fill), stroke=colour, strokeWidth=1.6, shape=SHAPES[shape],
                 size=42 if description.kind is Kind.LINE else 90, opacity=1)  # fmt: skip


def _hidden(series: Series, top: float) -> Iterator[Layer]:
    """What is not shown stands at its place: as far as it can be, or a cross where that is not known."""
    gone = [point for point in series.points if point.value is None]
    known = [point for point in gone if point.range_high is not None]
    bars = [{"x": _day(point.middle), "y": point.range_low or 0.0, "y2": min(point.range_high or 0.0, top)}
            for point in known]  # fmt: skip
    crosses = [{"x": _day(point.middle), "y": 0} for point in gone if point not in known]
    if bars:
        yield _layer("rule", bars, _at("x", "y", "y2"), color=palette.HIDDEN, strokeWidth=7, opacity=0.35)
        yield _layer("rule", bars, _at("x", "y", "y2"), color=palette.HIDDEN, strokeWidth=1, strokeDash=[2, 2])
    if crosses:
        yield _layer("text", crosses, _at("x", "y"), text="×", color=palette.HIDDEN, fontSize=16, dy=-7)


def _events(description: Description, top: float) -> Iterator[Layer]:
    """A numbered line for what happened; solid where the series is cut. Bands for what lasted."""
    lasted = [event for event in description.marked if event.end and not event.breaks]
    if lasted:
        rows = [{"x": _within(event.start, description), "x2": _within(event.end or event.start, description)}
                for event in lasted]  # fmt: skip
        yield _layer("rect", rows, _at("x", "x2"), color=palette.EVENT, opacity=0.6)
    for breaks in (False, True):
        rows = [_mark(event, description, top) for event in description.marked if event.breaks is breaks]
        if rows:
            yield _layer("rule", rows, _at("x"), color=palette.OTHER, strokeDash=[1, 0] if breaks else [3, 3])
            number = {"text": {"field": "nummer", "type": "nominal"}}
            yield _layer("text", rows, _at("x", "y") | number, color=palette.MUTED, dy=-7, fontSize=11)


def _mark(event: Event, description: Description, top: float) -> Layer:
    return {"x": _within(event.start, description), "y": round(top, 4), "nummer": str(event.number)}


def _level(description: Description) -> Iterator[Layer]:
    if description.level is not None:
        row = {"x": _day(description.first), "y": description.level, "naam": description.level_name or ""}
        yield _layer("rule", [row], _at("y"), color=palette.OTHER, strokeWidth=1.5, strokeDash=[6, 4])
        named = {"text": {"field": "naam", "type": "nominal"}}
        yield _layer("text", [row], _at("x", "y") | named, color=palette.MUTED, align="left", dy=-7, dx=4)


def _names(description: Description) -> Iterator[Layer]:
    """Series are named to the right of their last point where there is more than one; the lowest below the other."""
    if len(description.series) == 1:
        return
    ends = [(series, [point for point in series.points if point.value is not None]) for series in description.series]
    lasts = [(series, points[-1]) for series, points in ends if points]
    lowest = min((point.value or 0.0 for _, point in lasts), default=0.0)
    for series, point in lasts:
        row = {"x": _day(description.last), "y": _rounded(point.value), "naam": series.name}
        yield _layer("text", [row], _at("x", "y") | {"text": {"field": "naam", "type": "nominal"}}, align="left", dx=8,
                     color=palette.LADDER[series.ladder], fontWeight="bold", fontSize=TEXT,
                     dy=9 if point.value == lowest else -7)  # fmt: skip
