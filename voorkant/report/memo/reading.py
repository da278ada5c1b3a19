"""What stands under a picture in a document: its source, what its marks mean, and the events that it numbers."""

import re

from voorkant.charts.description import Description, Event, Kind
from voorkant.charts.told import Told

OPEN_POINT = "open punt: nog niet definitief"
HIDDEN_BAR = "grijze balk: niet getoond, met wat het kan zijn"
CROSS = "×: niet getoond"
_OF_ALL = re.compile(r" ?(?:Alle perioden worden getoond\.|Aantallen zijn afgerond(?: op \d+)?\.)")


def source(picture: Description | Told) -> str:
    """`Bron: ...; 2018 tot en met 2025; definitief tot en met 2024. Alle perioden worden getoond.`"""
    return f"Bron: {picture.source}; {picture.period}; {picture.status}. {picture.suppression}"


def brief(picture: Description | Told) -> str:
    """The same under a picture in a memo, whose account says once what holds for all of them."""
    return _OF_ALL.sub("", source(picture)).strip()


def marks(picture: Description | Told) -> str:
    """The legend in words: nothing in a picture is told by its colour alone."""
    told = [*_signs(picture)] if isinstance(picture, Description) else []
    told += [_event(item) for item in picture.marked]
    said = "; ".join(told)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _signs(picture: Description) -> list[str]:
    points = picture.points
    band = "band" if picture.kind is Kind.LINE else "streep"
    gone = [point for point in points if point.value is None]
    signs = {
        f"{band}: {picture.margin}": any(point.low is not None for point in points),
        OPEN_POINT: any(not point.firm and point.value is not None for point in points),
        HIDDEN_BAR: any(point.range_high is not None for point in gone),
        CROSS: any(point.range_high is None for point in gone),
    }
    return [words for words, applies in signs.items() if applies]


def _event(item: Event) -> str:
    cut = ", de reeks is hier afgebroken" if item.breaks else ""
    return f"{item.number}: {item.title} ({item.start.year}{cut})"
