"""Pictures of charts without a browser: PNG and SVG of five kinds of description; the others go in as their table."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from voorkant.charts import vega, vegabars
from voorkant.charts.areamap import MapPlot
from voorkant.charts.description import Description
from voorkant.charts.rank import RankPlot
from voorkant.charts.told import Told

SCALE = 2.0
"""Pixels on paper for each on screen."""
VERSION = "5.21"
LOCALE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""], "percent": "%"}
MOST = 64
"""Pictures that are remembered: those of a few memos."""


def drawn(picture: Description | Told, bars: Sequence[Sequence[float]] = ()) -> dict[str, Any] | None:
    """What is drawn of a description; None for one of another kind."""
    match picture:
        case Description():
            return vega.spec(picture)
        case RankPlot():
            return vegabars.rank(picture)
        case MapPlot():
            return vegabars.areas(picture)
        case Told() if (
            bars and all(len(wide) == len(("shown", "possible")) for wide in bars) and "delen" in picture.key
        ):
            return vegabars.bars(picture, bars)
    return None


def png(picture: Description | Told, bars: Sequence[Sequence[float]] = ()) -> bytes | None:
    """The same bytes for the same description."""
    found = drawn(picture, bars)
    return _png(json.dumps(found)) if found else None


def svg(picture: Description | Told, bars: Sequence[Sequence[float]] = ()) -> str | None:
    found = drawn(picture, bars)
    return _svg(json.dumps(found)) if found else None


@lru_cache(maxsize=MOST)
def _png(spec: str) -> bytes:
    """Of the vector picture, which another kind of document may have asked for already."""
    import vl_convert  # noqa: PLC0415 - 80 MB that only a document needs

    return vl_convert.svg_to_png(_svg(spec), scale=SCALE)


@lru_cache(maxsize=MOST)
def _svg(spec: str) -> str:
    import vl_convert  # noqa: PLC0415 - the same

    return vl_convert.vegalite_to_svg(spec, vl_version=VERSION, format_locale=LOCALE)
