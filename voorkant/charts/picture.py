"""Pictures of charts without a browser: the figure of the screen drawn as SVG, and that as PNG. One drawing for all."""

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from voorkant.charts import areamap, endnames, plotly
from voorkant.charts import bars as barred
from voorkant.charts.areamap import MapPlot
from voorkant.charts.description import Description
from voorkant.charts.ready import PICTURES
from voorkant.charts.sheet import sheet
from voorkant.charts.sheet.sheet import Around
from voorkant.charts.table import printed
from voorkant.charts.told import Told

SCALE = 2.0
"""Pixels in the file for each on screen."""
MOST = 64
"""Pictures that are remembered: those of a few memos."""
HEIGHT = 360
"""Pixels: how high a chart is at least, and a map anywhere."""
PRINTED, LOW, NARROW = 660, 216, 8
"""The same in a document: how wide, how high at least, and its edge."""
NOTHING = "Er is niets te tekenen: er is geen waarde om te tonen."
QUICK = 4
"""How hard a file is made small: twice as hard takes thrice as long, for a tenth."""


def drawn(
    shown: Description | Told, wide: Sequence[Sequence[float]] = (), *, height: int = LOW
) -> dict[str, Any] | None:
    """The figure of a picture; None for one that is HTML on screen, or draws nothing: its table says the same."""
    if isinstance(shown, MapPlot):
        return areamap.named(areamap.figure(shown, height=HEIGHT), shown)
    if isinstance(shown, Description):
        if not shown.draws:
            return None
        return plotly.figure(shown, height=height, letters=endnames.PAPER)
    if make := PICTURES.get(type(shown)):
        return make(shown, height=height)
    if wide and "delen" in shown.key and all(len(one) == len(("shown", "possible")) for one in wide):
        return barred.figure(shown, wide)
    return None


def svg(shown: Description | Told, wide: Sequence[Sequence[float]] = ()) -> str | None:
    """For a document that has all other words itself: what the axis counts, the legend and the chart."""
    if isinstance(shown, Description) and not shown.draws:
        return sheet.said(Around("", NOTHING, width=PRINTED, edge=NARROW))
    found = drawn(shown, wide)
    return sheet.picture(found, Around("", shown.axis, width=PRINTED, edge=NARROW)) if found else None


def png(shown: Description | Told, wide: Sequence[Sequence[float]] = ()) -> bytes | None:
    """The same bytes for the same description."""
    found = svg(shown, wide)
    return _png(found) if found else None


def whole(shown: Description | Told, around: Around) -> bytes:
    """A PNG that stands alone, with all its words in it: a chart, or the table of what is none."""
    found = drawn(shown, height=HEIGHT)
    return _png(sheet.picture(found, around) if found else sheet.tabled(*printed(shown), around))


@lru_cache(maxsize=MOST)
def _png(drawing: str) -> bytes:
    """In this process, by Rust: no browser, no scripts, and its letters come with it."""
    import vl_convert  # noqa: PLC0415 - tens of MB that only a picture needs
    from PIL import Image  # noqa: PLC0415 - the same

    made = Image.open(io.BytesIO(vl_convert.svg_to_png(drawing, scale=SCALE)))
    content = io.BytesIO()
    made.convert("RGB").save(content, "PNG", compress_level=QUICK)  # it comes hardly packed: five times as large
    return content.getvalue()
