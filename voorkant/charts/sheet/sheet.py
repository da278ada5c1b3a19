"""The whole picture: title, what is counted, legend, chart or table, sentence, and where it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from voorkant.charts import palette
from voorkant.charts.sheet import chart, grid
from voorkant.charts.sheet.canvas import Canvas, Stroke, Words
from voorkant.charts.sheet.paint import font, wrapped
from voorkant.charts.sheet.traces import filled

WIDTH, EDGE = 960, 28
KEY, KEY_GAP, KEY_LINE = 26, 18, 22
Figure = Mapping[str, Any]


@dataclass(frozen=True)
class Around:
    """The words of a picture. `mark` stands above all else, in a bar of its own."""

    title: str
    axis: str
    sentence: str
    notes: tuple[str, ...]
    mark: str = ""


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


def picture(figure: Figure, around: Around) -> bytes:
    """A PNG of a chart."""
    inner = WIDTH - 2 * EDGE
    keys = list(_rows(figure, inner))
    height = max(int(figure["layout"]["height"]), 300)
    above, below = _above(around), _below(around)
    total = sum(part.height(inner) for part in (*above, *below)) + len(keys) * KEY_LINE + height + 2 * EDGE
    canvas = Canvas(WIDTH, total + _bar_height(around))
    top = _written(above, canvas, _bar(around, canvas, WIDTH) + EDGE, inner)
    for row in keys:
        _legend(row, canvas, top)
        top += KEY_LINE
    chart.draw(figure, canvas, EDGE, top, (inner, height))
    _written(below, canvas, top + height, inner)
    return canvas.png()


def tabled(headers: Sequence[str], lines: Sequence[Sequence[str]], around: Around) -> bytes:
    """A PNG of a table."""
    width = grid.width_of(headers)
    inner = width - 2 * EDGE
    made = grid.grid(headers, lines, inner)
    above, below = _above(around), _below(around)
    total = sum(part.height(inner) for part in (*above, *below)) + made.height + 2 * EDGE + 12
    canvas = Canvas(width, total + _bar_height(around))
    top = _written(above, canvas, _bar(around, canvas, width) + EDGE, inner)
    grid.draw(made, canvas, EDGE, top)
    _written(below, canvas, top + made.height + 12, inner)
    return canvas.png()


def _above(around: Around) -> list[Part]:
    return [Part(around.title, 21, palette.INK, 4, bold=True), Part(around.axis, 14, palette.MUTED, 10)]


def _below(around: Around) -> list[Part]:
    return [Part(around.sentence, 15, palette.INK, 12), *(Part(note, 12, palette.MUTED, 3) for note in around.notes)]


def _bar_height(around: Around) -> int:
    return 34 if around.mark else 0


def _bar(around: Around, canvas: Canvas, width: int) -> int:
    """The mark of an internal version, over the whole width."""
    if around.mark:
        canvas.line([(0, 17), (width, 17)], Stroke(palette.WORSE, 34))
        canvas.write(Words(around.mark, (EDGE, 17), 15, palette.PAPER, "lm", bold=True))
    return _bar_height(around)


def _written(parts: Sequence[Part], canvas: Canvas, top: float, width: float) -> float:
    for part in parts:
        for number, line in enumerate(part.lines(width)):
            canvas.write(Words(line, (EDGE, top + number * part.leading), part.size, part.colour, bold=part.bold))
        top += part.height(width)
    return top


def _named(figure: Figure) -> list[Figure]:
    """The traces that the legend has, each once."""
    found: dict[str, Figure] = {}
    for trace in figure["data"]:
        if trace.get("showlegend", len(figure["data"]) > 1) and trace.get("name"):
            found.setdefault(trace["name"], trace)
    return list(found.values())


def _rows(figure: Figure, width: float) -> Iterator[list[tuple[float, Figure]]]:
    """The legend in rows: (how far from the left, trace)."""
    row: list[tuple[float, Figure]] = []
    left = 0.0
    for trace in _named(figure):
        long = KEY + font(13).getlength(trace["name"]) + KEY_GAP
        if row and left + long > width:
            yield row
            row, left = [], 0.0
        row.append((left, trace))
        left += long
    if row:
        yield row


def _legend(row: Sequence[tuple[float, Figure]], canvas: Canvas, top: float) -> None:
    middle = top + KEY_LINE / 2
    for left, trace in row:
        start = EDGE + left
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
