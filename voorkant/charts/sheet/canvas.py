"""A sheet to draw on in pixels of the screen; shapes are drawn larger and made smaller, so that edges are smooth."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from PIL import Image, ImageDraw

from voorkant.charts import palette
from voorkant.charts.sheet.paint import Fill, font, hatched, on_paper, seen

SHARP, LARGE = 2, 4
"""Pixels of the file, and of the drawing, per pixel of the screen."""
QUICK = 4
"""How hard a file is made small: twice as hard takes thrice as long, for a tenth."""
DASHES = {"dot": (2, 4), "dash": (8, 5), "longdash": (14, 6)}
Spot = tuple[float, float]


@dataclass(frozen=True)
class Words:
    """Text at a place. `anchor` is Pillow's: left, middle or right, then ascender, middle or baseline."""

    text: str
    at: Spot
    size: int = 13
    colour: str = palette.MUTED
    anchor: str = "la"
    bold: bool = False
    behind: str = ""


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn."""

    colour: str
    width: float = 1.0
    dash: str = ""


class Canvas:
    """White paper of a width and height."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width * LARGE, height * LARGE), on_paper(palette.PAPER))
        self._draw = ImageDraw.Draw(self._image)
        self._words: list[Words] = []

    def write(self, words: Words) -> None:
        """On top of all shapes; for a sign that the letters lack there is one that looks like it."""
        self._words.append(replace(words, text=words.text.replace("✕", "×")))

    def area(self, rings: Sequence[Sequence[Spot]], fill: Fill) -> None:
        """Surfaces together; a ring that runs the other way than the largest is a hole, as in SVG."""
        large = sorted(([_large(spot) for spot in ring] for ring in rings if len(ring) > 2), key=_size)[::-1]  # noqa: PLR2004 - fewer points are no surface
        if not large:
            return
        left, top, right, bottom = _box(large)
        mask = Image.new("L", (right - left + 1, bottom - top + 1), 0)
        draw, part = ImageDraw.Draw(mask), round(255 * seen(fill.colour)[1])
        outward = _turn(large[0]) > 0
        for ring in large:
            inside = part if (_turn(ring) > 0) is outward else 0
            draw.polygon([(x - left, y - top) for x, y in ring], fill=inside)
        paint = hatched(fill, mask.size, LARGE) if fill.hatch else seen(fill.colour)[0]
        self._image.paste(paint, (left, top, right + 1, bottom + 1), mask)

    def box(self, corner: Spot, opposite: Spot, fill: Fill) -> None:
        (left, top), (right, bottom) = corner, opposite
        self.area([[(left, top), (right, top), (right, bottom), (left, bottom)]], fill)

    def line(self, spots: Sequence[Spot], stroke: Stroke) -> None:
        colour, width = on_paper(stroke.colour), max(round(stroke.width * LARGE), 1)
        for part in _dashed(spots, stroke.dash):
            self._draw.line([_large(spot) for spot in part], fill=colour, width=width, joint="curve")

    def mark(self, at: Spot, symbol: str, size: float, stroke: Stroke, fill: str = "") -> None:
        """A symbol of a chart; one that has no surface is a cross."""
        x, y, r = at[0], at[1], size / 2
        if symbol == "x-thin":
            self.line([(x - r, y - r), (x + r, y + r)], stroke)
            self.line([(x - r, y + r), (x + r, y - r)], stroke)
            return
        inner = on_paper(fill or stroke.colour)
        if symbol == "circle":
            corners = [_large((x - r, y - r)), _large((x + r, y + r))]
            self._draw.ellipse(corners, fill=inner, outline=on_paper(stroke.colour), width=round(stroke.width * LARGE))
            return
        ring = CORNERS[symbol]
        spots = [(x + r * across, y + r * down) for across, down in ring]
        self._draw.polygon([_large(spot) for spot in spots], fill=inner)
        self.line([*spots, spots[0]], stroke)

    def png(self) -> bytes:
        """The same bytes for the same drawing."""
        sheet = self._image.reduce(LARGE // SHARP)
        draw = ImageDraw.Draw(sheet)
        for words in self._words:
            at, letters = (words.at[0] * SHARP, words.at[1] * SHARP), font(words.size * SHARP, bold=words.bold)
            if words.behind:
                draw.rectangle(draw.textbbox(at, words.text, letters, words.anchor), fill=on_paper(words.behind))
            draw.text(at, words.text, on_paper(words.colour), letters, words.anchor)
        content = io.BytesIO()
        sheet.save(content, "PNG", compress_level=QUICK)
        return content.getvalue()


CORNERS = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle-up": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "triangle-down": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}


def _large(spot: Spot) -> tuple[int, int]:
    return round(spot[0] * LARGE), round(spot[1] * LARGE)


def _turn(ring: Sequence[tuple[int, int]]) -> float:
    """Twice its surface, with the sign of the way it runs."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))


def _size(ring: Sequence[tuple[int, int]]) -> float:
    return abs(_turn(ring))


def _box(rings: Sequence[Sequence[tuple[int, int]]]) -> tuple[int, int, int, int]:
    xs, ys = ([spot[n] for ring in rings for spot in ring] for n in (0, 1))
    return min(xs), min(ys), max(xs), max(ys)


def _dashed(spots: Sequence[Spot], dash: str) -> Iterator[Sequence[Spot]]:
    """The parts of a line that are drawn."""
    if dash not in DASHES:
        yield spots
        return
    drawn, space = DASHES[dash]
    for (x0, y0), (x1, y1) in pairwise(spots):
        length = hypot(x1 - x0, y1 - y0)
        along = 0.0
        while along < length:
            ends = along / length, min(along + drawn, length) / length
            yield [(x0 + part * (x1 - x0), y0 + part * (y1 - y0)) for part in ends]
            along += drawn + space
