"""Colours, hatches and letters of a picture."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from voorkant.charts import palette

RGB = tuple[int, int, int]
MEDIA = "static/static/media"
BOLD = 600
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


@dataclass(frozen=True)
class Fill:
    """A colour, which may be seen through, and the hatch over it (`/` or `x`)."""

    colour: str
    hatch: str = ""
    ink: str = palette.HIDDEN
    spacing: int = 7


def seen(colour: str) -> tuple[RGB, float]:
    """(red, green, blue) and how much of it is seen; of a name that we do not use ValueError."""
    if found := _RGBA.fullmatch(colour.replace(" ", "")):
        red, green, blue = (int(part) for part in found.groups()[:3])
        return (red, green, blue), float(found[4])
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"a picture has no colour {colour!r}")
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)), 1.0


def on_paper(colour: str) -> RGB:
    """What a colour that may be seen through looks like on white."""
    (red, green, blue), part = seen(colour)
    return _mixed(red, part), _mixed(green, part), _mixed(blue, part)


def _mixed(channel: int, part: float) -> int:
    return round(channel * part + 255 * (1 - part))


def hatched(fill: Fill, size: tuple[int, int], large: int) -> Image.Image:
    """A sheet in a colour with its hatch."""
    sheet = Image.new("RGB", size, seen(fill.colour)[0])
    draw, step = ImageDraw.Draw(sheet), fill.spacing * large
    wide, high = size
    for start in range(-high, wide + high, step) if fill.hatch else ():
        draw.line([(start, high), (start + high, 0)], fill=on_paper(fill.ink), width=large)
        if fill.hatch == "x":
            draw.line([(start, 0), (start + high, high)], fill=on_paper(fill.ink), width=large)
    return sheet


@lru_cache(maxsize=32)
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The letters of the screen, which come with Streamlit; without them those of Pillow."""
    if (path := _source_sans()) is None:
        return ImageFont.load_default(size)  # type: ignore[return-value]  # a FreeType font whenever a size is given
    found = ImageFont.truetype(path, size)
    found.set_variation_by_axes([BOLD if bold else 400])
    return found


def _source_sans() -> Path | None:
    place = find_spec("streamlit")
    folder = Path(place.origin or "").parent / MEDIA if place else Path()
    return next(iter(sorted(folder.glob("SourceSansVF-Upright*"))), None)


def wrapped(words: str, size: int, width: float, *, bold: bool = False) -> list[str]:
    """The lines that words take; a word that is too long has a line of its own."""
    letters, lines = font(size, bold=bold), [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and letters.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
