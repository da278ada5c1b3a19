"""A sheet to draw on in pixels of the screen, that becomes an SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from voorkant.charts import palette
from voorkant.charts.sheet.letters import ASCENT, DESCENT, FAMILY, MIDDLE, extent

DASHES = {"dot": "2 4", "dash": "8 5", "longdash": "14 6"}
ANCHORS = {"l": "start", "m": "middle", "r": "end"}
RISES = {"a": ASCENT, "m": MIDDLE, "d": -DESCENT}
Spot = tuple[float, float]


@dataclass(frozen=True)
class Words:
    """Text at a place. `anchor`: left, middle or right of it, then ascender, middle or descender on it."""

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


@dataclass(frozen=True)
class Fill:
    """A colour, which may be seen through, or a hatch (`/` or `x`) on paper."""

    colour: str
    hatch: str = ""
    ink: str = palette.HIDDEN
    spacing: int = 7


class Canvas:
    """White paper of a width and height."""

    def __init__(self, width: float, height: float) -> None:
        self._size = width, height
        self._parts: list[str] = []
        self._words: list[str] = []
        self._hatches: dict[Fill, str] = {}

    def write(self, words: Words) -> None:
        """On top of all shapes; for a sign that the letters lack there is one that looks like it."""
        if not words.text:
            return
        words = replace(words, text=words.text.replace("✕", "×"))
        x, y = words.at[0], words.at[1] + RISES[words.anchor[1]] * words.size
        if words.behind:
            self._words.append(_behind(words, y))
        bold = ' font-weight="bold"' if words.bold else ""
        self._words.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{words.size}" fill="{words.colour}"{bold} '
            f'text-anchor="{ANCHORS[words.anchor[0]]}">{escape(words.text, quote=False)}</text>'
        )

    def area(self, rings: Iterable[Sequence[Spot]], fill: Fill) -> None:
        """Surfaces together; a ring that runs the other way is a hole."""
        self.path("".join(f"M{_points(ring)}Z" for ring in rings if len(ring) > 2), fill)  # noqa: PLR2004 - fewer points are no surface

    def path(self, outline: str, fill: Fill) -> None:
        if outline:
            self._parts.append(f'<path d="{outline}" fill="{self._paint(fill)}"/>')

    def box(self, corner: Spot, opposite: Spot, fill: Fill) -> None:
        (left, top), (right, bottom) = corner, opposite
        self.area([[(left, top), (right, top), (right, bottom), (left, bottom)]], fill)

    def line(self, spots: Sequence[Spot], stroke: Stroke) -> None:
        self._parts.append(f'<path d="M{_points(spots)}" fill="none"{_stroke(stroke)}/>')

    def mark(self, at: Spot, symbol: str, size: float, stroke: Stroke, fill: str = "") -> None:
        """A symbol of a chart; one that has no surface is a cross."""
        x, y, r = at[0], at[1], size / 2
        if symbol == "x-thin":
            self.line([(x - r, y - r), (x + r, y + r)], stroke)
            self.line([(x - r, y + r), (x + r, y - r)], stroke)
            return
        look = f'fill="{fill or stroke.colour}"{_stroke(stroke)}'
        if symbol == "circle":
            self._parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {look}/>')
            return
        ring = [(x + r * across, y + r * down) for across, down in CORNERS[symbol]]
        self._parts.append(f'<path d="M{_points(ring)}Z" {look}/>')

    def svg(self) -> str:
        """The same text for the same drawing."""
        width, height = map(_n, self._size)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="{FAMILY}">'
            f"<defs>{''.join(_hatch(fill, name) for fill, name in self._hatches.items())}</defs>"
            f'<rect width="{width}" height="{height}" fill="{palette.PAPER}"/>'
            f"{''.join(self._parts)}{''.join(self._words)}</svg>"
        )

    def _paint(self, fill: Fill) -> str:
        if not fill.hatch:
            return fill.colour
        return f"url(#{self._hatches.setdefault(fill, f'h{len(self._hatches)}')})"


CORNERS = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle-up": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "triangle-down": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
}


def _n(value: float) -> str:
    """A tenth of a pixel is less than is seen, also on paper."""
    return f"{value:.1f}".removesuffix(".0")


def _points(spots: Iterable[Spot]) -> str:
    return "L".join(f"{_n(x)},{_n(y)}" for x, y in spots)


def _stroke(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{DASHES[stroke.dash]}"' if stroke.dash in DASHES else ""
    return f' stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}" stroke-linejoin="round"{dash}'


def _hatch(fill: Fill, name: str) -> str:
    step = fill.spacing
    strokes = f"M0,{step}L{step},0" + (f"M0,0L{step},{step}" if fill.hatch == "x" else "")
    return (
        f'<pattern id="{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse">'
        f'<rect width="{step}" height="{step}" fill="{fill.colour}"/>'
        f'<path d="{strokes}" stroke="{fill.ink}" stroke-width="1"/></pattern>'
    )


def _behind(words: Words, base: float) -> str:
    """A ground on which words can be read where a line runs through them."""
    long = extent(words.text, words.size, bold=words.bold)
    left = words.at[0] - {"l": 0.0, "m": long / 2, "r": long}[words.anchor[0]]
    top, high = base - ASCENT * words.size, (ASCENT + DESCENT) * words.size
    return (
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(long)}" height="{_n(high)}" fill="{words.behind}" '
        'fill-opacity="0.8"/>'
    )
