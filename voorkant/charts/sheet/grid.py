"""A table on a canvas: for pictures that the screen makes of HTML, whose table says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.charts import palette
from voorkant.charts.sheet.canvas import Canvas, Stroke, Words
from voorkant.charts.sheet.letters import extent, wrapped

SIZE, LINE, ROOM, BETWEEN = 13, 17, 7, 16
NARROWEST, WIDEST, COLUMN = 960, 2400, 120
Row = Sequence[str]


@dataclass(frozen=True)
class Grid:
    """A table as it will stand: the lines of every cell, and how wide its columns are."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]  # the first is the header
    columns: tuple[float, ...]

    @property
    def heights(self) -> list[int]:
        return [max(len(cell) for cell in row) * LINE + ROOM * 2 for row in self.rows]

    @property
    def height(self) -> int:
        return sum(self.heights)


def width_of(headers: Row) -> int:
    """How wide a picture with so many columns is."""
    return min(max(NARROWEST, COLUMN * len(headers)), WIDEST)


def grid(headers: Row, lines: Sequence[Row], width: float) -> Grid:
    """Columns are as wide as their longest line asks, made narrower together where that is too much."""
    rows = [headers, *lines]
    asked = [max(_long(row[place]) for row in rows) + BETWEEN for place in range(len(headers))]
    fits = min(1.0, width / sum(asked))
    if fits < 1:
        share = width / len(headers)
        spare = sum(share - one for one in asked if one < share)
        over = sum(one - share for one in asked if one > share)
        asked = [one if one < share else share + spare * (one - share) / over for one in asked]
    return Grid(tuple(tuple(_cell(word, wide) for word, wide in zip(row, asked, strict=True)) for row in rows),
                tuple(asked))  # fmt: skip


def _long(words: str) -> float:
    """As wide as it can be: the header and the first column are bold."""
    return max(extent(line, SIZE, bold=True) for line in words.split("\n"))


def _cell(words: str, width: float) -> tuple[str, ...]:
    return tuple(part for line in words.split("\n") for part in wrapped(line, SIZE, width - BETWEEN, bold=True))


def draw(of: Grid, canvas: Canvas, left: float, top: float) -> None:
    for place, (row, height) in enumerate(zip(of.rows, of.heights, strict=True)):
        _row(row, of, canvas, (left, top + ROOM), head=place == 0)
        top += height
        ends = [(left, top), (left + sum(of.columns), top)]
        canvas.line(ends, Stroke(palette.LINE, 2 if place == 0 else 1))


def _row(row: Sequence[Row], of: Grid, canvas: Canvas, at: tuple[float, float], *, head: bool) -> None:
    left, top = at
    for place, (cell, wide) in enumerate(zip(row, of.columns, strict=True)):
        colour = palette.MUTED if head else palette.INK
        for number, line in enumerate(cell):
            canvas.write(Words(line, (left, top + number * LINE), SIZE, colour, bold=head or place == 0))
        left += wide
