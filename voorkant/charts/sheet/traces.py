"""The traces of a Plotly figure on a canvas: surfaces, lines, bars, points and their margins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.sheet.canvas import Canvas, Fill, Spot, Stroke, Words
from voorkant.charts.sheet.scale import Scale

Trace = Mapping[str, Any]
CAP = 4


@dataclass(frozen=True)
class Panel:
    """What a trace is drawn on."""

    canvas: Canvas
    x: Scale
    y: Scale

    def spot(self, x: Any, y: Any) -> Spot:
        return self.x.at(x), self.y.at(y)


def draw(trace: Trace, on: Panel) -> None:
    if trace["type"] == "bar":
        _bars(trace, on)
        return
    runs = list(_runs(trace, on))
    mode = trace.get("mode", "lines")
    if trace.get("fill") == "toself":
        on.canvas.area(runs, filled(trace))
    if "lines" in mode:
        for run in runs:
            _line(run, trace, on.canvas)
    if "markers" in mode and trace.get("marker", {}).get("opacity", 1):
        _margins(trace, on)
        _marks(trace, on)
    if "text" in mode:
        _names(trace, on)


def filled(trace: Trace) -> Fill:
    """The surface of a trace; a hatch goes before a colour."""
    pattern = trace.get("fillpattern") or trace.get("marker", {}).get("pattern")
    if pattern:
        return Fill(palette.PAPER, pattern["shape"], pattern["fgcolor"], pattern.get("size", 7))
    colour = trace.get("fillcolor") or trace.get("marker", {}).get("color", palette.OTHER)
    return Fill(colour if isinstance(colour, str) else colour[0])


def _runs(trace: Trace, on: Panel) -> Iterator[list[Spot]]:
    """Unbroken runs of points; nothing bridges a missing one."""
    run: list[Spot] = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            if run:
                yield run
            run = []
        else:
            run.append(on.spot(x, y))
    if run:
        yield run


def _line(run: Sequence[Spot], trace: Trace, canvas: Canvas) -> None:
    line = trace.get("line", {})
    width = line.get("width", 1.5)
    if width and len(run) > 1:
        around = [*run, run[0]] if trace.get("fill") == "toself" else run
        canvas.line(around, Stroke(line.get("color", palette.OTHER), width, line.get("dash", "")))


def _each(value: Any, number: int) -> Any:
    """What a trace says of one point: the same of all, or of each its own."""
    return value[number] if isinstance(value, list) else value


def _marks(trace: Trace, on: Panel) -> None:
    marker = trace.get("marker", {})
    edge = marker.get("line", {})
    for number, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is None or y is None:
            continue
        inner = _each(marker.get("color", edge.get("color", palette.OTHER)), number)
        stroke = Stroke(_each(edge.get("color", inner), number), edge.get("width", 1))
        symbol = _each(marker.get("symbol", "circle"), number)
        on.canvas.mark(on.spot(x, y), symbol, _each(marker.get("size", 6), number), stroke, inner)


def _margins(trace: Trace, on: Panel) -> None:
    for name, other in (("error_y", "y"), ("error_x", "x")):
        if name in trace:
            for number, value in enumerate(trace[other]):
                if value is not None:
                    _margin(trace, name, number, on)


def _margin(trace: Trace, name: str, number: int, on: Panel) -> None:
    """The bar through one point, with caps."""
    error, flat = trace[name], name == "error_x"
    value, across = (trace["x"], trace["y"]) if flat else (trace["y"], trace["x"])
    middle = value[number]
    ends = [middle - error["arrayminus"][number], middle + error["array"][number]]
    stroke = Stroke(error.get("color", palette.OTHER), error.get("thickness", 1.5))
    spots = [on.spot(end, across[number]) if flat else on.spot(across[number], end) for end in ends]
    on.canvas.line(spots, stroke)
    side = (0, CAP) if flat else (CAP, 0)
    for x, y in spots:
        on.canvas.line([(x - side[0], y - side[1]), (x + side[0], y + side[1])], stroke)


def _names(trace: Trace, on: Panel) -> None:
    """Texts at points: within a mark that is large enough, else below or beside it."""
    letters, below = trace.get("textfont", {}), "bottom" in trace.get("textposition", "")
    for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
        left, top = on.spot(x, y)
        at = (left, top + CAP * 2) if below else (left, top)
        colour, size = letters.get("color", palette.MUTED), letters.get("size", 12)
        on.canvas.write(Words(text, at, size, colour, "ma" if below else "mm"))


def _bars(trace: Trace, on: Panel) -> None:
    """Upright ones as wide as their period, or flat ones; a text stands behind a flat one."""
    flat = trace.get("orientation") == "h"
    for number, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        base = _each(trace.get("base", 0), number)
        width = _each(trace.get("width", 0.7), number)
        if flat:
            half = on.y.long(width) / 2
            right, middle = on.x.at(base + x), on.y.at(y)
            corners = (on.x.at(base), middle - half), (right, middle + half)
        else:
            half = on.x.long(width) / 2
            corners = (on.x.at(x) - half, on.y.at(base + y)), (on.x.at(x) + half, on.y.at(base))
        _bar(corners, number, trace, on.canvas)
    _margins(trace, on)


def _bar(corners: tuple[Spot, Spot], number: int, trace: Trace, canvas: Canvas) -> None:
    (left, top), (right, bottom) = corners
    marker = trace.get("marker", {})
    colour = _each(marker.get("color", palette.OTHER), number)
    canvas.box(*corners, filled(trace) if marker.get("pattern") else Fill(colour))
    if edge := marker.get("line", {}).get("width"):
        around = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        canvas.line(around, Stroke(marker["line"].get("color", palette.OTHER), edge))
    if text := _each(trace.get("text", ""), number):
        canvas.write(Words(text, (right + CAP, (top + bottom) / 2), 12, palette.MUTED, "lm"))
