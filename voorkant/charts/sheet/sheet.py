"""The whole picture: title, what is counted, legend, chart or table, sentence, and where it comes from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from voorkant.charts import palette
from voorkant.charts.sheet import chart, grid
from voorkant.charts.sheet.canvas import Canvas, Fill, Stroke, Words
from voorkant.charts.sheet.letters import extent, wrapped
from voorkant.charts.sheet.traces import filled

WIDTH, EDGE = 960, 28
LOWEST, BELOW = 220, 12
"""Pixels: the least height of a chart, and what lies between a chart or table and the words below it."""
KEY, KEY_GAP, KEY_LINE = 26, 18, 22
Figure = Mapping[str, Any]
Keys = list[tuple[float, Figure]]
Draw = Callable[[Canvas, float, float, float], None]
"""On a canvas, from the left and the top, as wide as there is room."""


@dataclass(frozen=True)
class Around:
    """The words of a picture, and its paper. `mark` stands above all else, in a bar of its own."""

    title: str
    axis: str
    sentence: str = ""
    notes: tuple[str, ...] = ()
    mark: str = ""
    width: int = WIDTH
    edge: int = EDGE


@dataclass(frozen=True)
class Part:
    """Lines of one size, and the room below them."""

    words: str
    size: int
    colour: str
    room: int
    bold: bool = False

    def lines(self, width: float) -> list[str]:
        return wrapped(self.words, self.size, width, bold=self.bold) if self.words else []

    def height(self, width: float) -> int:
        return len(self.lines(width)) * self.leading + self.room if self.words else 0

    @property
    def leading(self) -> int:
        return round(self.size * 1.35)


def picture(figure: Figure, around: Around) -> str:
    """A chart with its words, as SVG."""
    inner = around.width - 2 * around.edge
    keys = list(_rows(figure, inner))
    height = max(int(figure["layout"]["height"]), LOWEST)
    below = BELOW if _below(around) else 0  # a document has its own room there
    return _paper(around, len(keys) * KEY_LINE + height + below, partial(_charted, figure, keys, height))


def said(around: Around) -> str:
    """Its words alone, as SVG."""
    return _paper(around, 0, lambda *_: None)


def tabled(headers: Sequence[str], lines: Sequence[Sequence[str]], around: Around) -> str:
    """A table with its words, as SVG."""
    around = replace(around, width=grid.width_of(headers))
    made = grid.grid(headers, lines, around.width - 2 * around.edge)
    return _paper(around, made.height + BELOW, lambda canvas, left, top, _: grid.draw(made, canvas, left, top))


def _paper(around: Around, height: int, draw: Draw) -> str:
    """A sheet with the words above and below what `draw` puts on it."""
    edge, inner = around.edge, around.width - 2 * around.edge
    above, below = _above(around), _below(around)
    total = sum(part.height(inner) for part in (*above, *below)) + height + 2 * edge
    canvas = Canvas(around.width, total + _bar_height(around))
    top = _written(above, canvas, (edge, _bar(around, canvas) + edge), inner)
    draw(canvas, edge, top, inner)
    _written(below, canvas, (edge, top + height), inner)
    return canvas.svg()


def _charted(figure: Figure, keys: Sequence[Keys], height: int, /, canvas: Canvas, *place: float) -> None:
    left, top, inner = place
    for row in keys:
        _legend(row, canvas, left, top)
        top += KEY_LINE
    chart.draw(figure, canvas, left, top, (inner, height))


def _above(around: Around) -> list[Part]:
    return [Part(around.title, 21, palette.INK, 4, bold=True), Part(around.axis, 14, palette.MUTED, 10)]


def _below(around: Around) -> list[Part]:
    told = [Part(around.sentence, 15, palette.INK, 12), *(Part(note, 12, palette.MUTED, 3) for note in around.notes)]
    return [part for part in told if part.words]


def _bar_height(around: Around) -> int:
    return 34 if around.mark else 0


def _bar(around: Around, canvas: Canvas) -> int:
    """The mark of an internal version, over the whole width."""
    if around.mark:
        canvas.box((0, 0), (around.width, 34), Fill(palette.WORSE))
        canvas.write(Words(around.mark, (around.edge, 17), 15, palette.PAPER, "lm", bold=True))
    return _bar_height(around)


def _written(parts: Sequence[Part], canvas: Canvas, corner: tuple[float, float], width: float) -> float:
    left, top = corner
    for part in parts:
        for number, line in enumerate(part.lines(width)):
            canvas.write(Words(line, (left, top + number * part.leading), part.size, part.colour, bold=part.bold))
        top += part.height(width)
    return top


def _named(figure: Figure) -> list[Figure]:
    """The traces that the legend has, each once."""
    found: dict[str, Figure] = {}
    for trace in figure["data"]:
        if trace.get("showlegend", len(figure["data"]) > 1) and trace.get("name"):
            found.setdefault(trace["name"], trace)
    return list(found.values())


def _rows(figure: Figure, width: float) -> Iterator[Keys]:
    """The legend in rows: (how far from the left, trace)."""
    row: Keys = []
    left = 0.0
    for trace in _named(figure):
        long = KEY + extent(trace["name"], 13) + KEY_GAP
        if row and left + long > width:
            yield row
            row, left = [], 0.0
        row.append((left, trace))
        left += long
    if row:
        yield row


def _legend(row: Keys, canvas: Canvas, left: float, top: float) -> None:
    middle = top + KEY_LINE / 2
    for along, trace in row:
        start = left + along
        _key(trace, canvas, start, middle)
        canvas.write(Words(trace["name"], (start + KEY, middle), 13, palette.MUTED, "lm"))


def _key(trace: Figure, canvas: Canvas, left: float, middle: float) -> None:
    """A small drawing of how a trace looks."""
    if trace["type"] == "bar" or trace.get("fill") == "toself":
        canvas.box((left, middle - 6), (left + 18, middle + 6), filled(trace))
        edge = trace.get("marker", {}).get("line", {}) or trace.get("line", {})
        around = [(left, middle - 6), (left + 18, middle - 6), (left + 18, middle + 6), (left, middle + 6)]
        if edge.get("width"):
            canvas.line([*around, around[0]], Stroke(edge.get("color", palette.OTHER), 1))
        return
    line, marker = trace.get("line", {}), trace.get("marker", {})
    if "lines" in trace.get("mode", "lines"):
        stroke = Stroke(line.get("color", palette.OTHER), line.get("width", 1.5), line.get("dash", ""))
        canvas.line([(left, middle), (left + 18, middle)], stroke)
    if "markers" in trace.get("mode", ""):
        inner = _first(marker.get("color", line.get("color", palette.OTHER)))
        edge = marker.get("line", {})
        stroke = Stroke(_first(edge.get("color", inner)), edge.get("width", 1))
        canvas.mark((left + 9, middle), _first(marker.get("symbol", "circle")), 8, stroke, inner)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value
