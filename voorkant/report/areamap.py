"""A measure on the map: classes that stay the same over the years, and words for every area, drawn or not."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from voorkant.charts.areamap import HIDDEN, MISSING, SHADES, Area, MapPlot
from voorkant.declare.boundaries import Boundaries
from voorkant.domain.protection import Reason
from voorkant.report.compare import why
from voorkant.report.figure import GOOD
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods
from voorkant.text.compare import when
from voorkant.text.enumeration import listed
from voorkant.text.reasons import ALL_SHOWN, status_words

NO_TIME = "Niet getekend: dit beeld heeft geen tijdas."
MOST_NAMED = 6
SIMPLER = "De grenzen zijn vereenvoudigd om ze te tekenen."
ONE = {"gemeenten": "gemeente", "wijken": "wijk"}
SIZE_IS_NOT_NUMBER = "Een groot vlak is een groot gebied, niet een groot aantal."


@dataclass(frozen=True)
class Place:
    """One area in one year (panel series)."""

    area: str
    area_name: str
    period: str
    numerator_low: int | None
    numerator_high: int | None
    value: float | None
    low: float | None
    high: float | None
    status: str
    reason: str | None


@dataclass(frozen=True)
class Mapped:
    """A measure of areas of one kind (`gemeenten` or `wijken`), in all its years, with the year that is shown."""

    header: Header
    places: Sequence[Place]
    year: str
    own: str
    kind: str
    publication: Publication

    @property
    def shown(self) -> list[Place]:
        return [item for item in self.places if item.period == self.year]

    @property
    def limits(self) -> list[float]:
        """Where one class ends and the next begins: quintiles of all years, rounded to two figures."""
        values = [item.value for item in self.places if item.value is not None]
        if not values:
            return []
        cuts = np.quantile(values, np.linspace(0, 1, len(SHADES) + 1)[1:-1])
        return sorted({float(f"{cut:.2g}") for cut in cuts})

    def words(self, item: Place) -> str:
        """Its value with margin; a hidden one with its reason and what the count can be."""
        if item.value is not None:
            margin = "" if item.low is None or item.high is None else f" ({numbers.between(item.low, item.high)})"
            return f"{numbers.rate(item.value)}{margin}"
        reason = why(item.reason, self.header, self.publication)
        if self.publication.tells(item.numerator_high):
            return f"{reason} ({numbers.possible(item.numerator_low or 0, item.numerator_high or 0)})"
        return reason


def classes(limits: Sequence[float]) -> tuple[str, ...]:
    """`minder dan 18`, `18 tot 21`, ..., `26 en meer`; one class where all values are alike."""
    words = [numbers.rate(limit) for limit in limits]
    if not words:
        return ("alle waarden",)
    between = [f"{low} tot {high}" for low, high in pairwise(words)]
    return (f"minder dan {words[0]}", *between, f"{words[-1]} en meer")


def shade(item: Place, limits: Sequence[float]) -> int:
    """The place in `SHADES`: fewer classes lie further apart."""
    if item.value is None:
        return HIDDEN if item.reason in (Reason.KLEIN, Reason.HERLEIDBAAR) else MISSING
    return bisect_right(limits, item.value)


def without_boundary(of: Mapped, found: Boundaries) -> list[Place]:
    return [item for item in of.shown if item.area not in found.rings]


def map_plot(of: Mapped, found: Boundaries) -> MapPlot | None:
    """None where no area has a boundary. The table has every area, also those that cannot be drawn."""
    limits = of.limits
    areas = tuple(
        Area(item.area_name, of.words(item), shade(item, limits), item.area == of.own, found.rings[item.area])
        for item in of.shown
        if item.area in found.rings
    )
    if not areas:
        return None
    kind = ONE.get(of.kind, of.kind) if len(of.shown) == 1 else of.kind
    title = f"{of.header.title}: {len(of.shown)} {kind} in {when(of.year, *(item.status for item in of.shown))}"
    sentence = " ".join(filter(None, (_extremes(of), SIZE_IS_NOT_NUMBER, SIMPLER if found.simplified else "")))
    suppression = _suppressed(of, found)
    states = sorted({status_words(item.status) for item in of.shown})
    return MapPlot(
        key="kaart", title=title, axis=" · ".join(filter(None, (of.header.unit_text, GOOD.get(of.header.better)))),
        denominator=of.header.denominator_text, sentence=sentence, source=of.header.source_text,
        alt=f"Kaart. {title}. {of.header.unit_text}. {sentence} {suppression}", period=periods.period(of.year),
        status=" of ".join(states), suppression=suppression, headers=("Gebied", "Waarde", "Klasse"),
        lines=tuple(_line(item, of, limits) for item in _ordered(of.shown)), no_events=NO_TIME,
        areas=areas, classes=classes(limits),
    )  # fmt: skip


def _ordered(places: Sequence[Place]) -> list[Place]:
    return sorted(places, key=lambda item: (item.value is None, -(item.value or 0.0), item.area_name))


def _line(item: Place, of: Mapped, limits: Sequence[float]) -> tuple[str, ...]:
    place = shade(item, limits)
    judged = {HIDDEN: "niet te tonen", MISSING: "geen cijfer"}.get(place) or classes(limits)[place]
    return item.area_name, of.words(item), judged


def _extremes(of: Mapped) -> str:
    """Who is highest and lowest, without a judgement: with small areas much of it is chance."""
    order = [item for item in _ordered(of.shown) if item.value is not None]
    if not order:
        return "Van geen enkel gebied is een cijfer te tonen. Kies een ander jaar of een andere maat."
    if len(order) < 2:  # noqa: PLR2004 - one alone has no extremes
        return "Er zijn te weinig gebieden met een cijfer om hoog en laag te noemen."
    high, low = order[0], order[-1]
    top, bottom = (f"{item.area_name} ({numbers.rate(item.value or 0.0)})" for item in (high, low))
    return f"Het hoogst is {top}, het laagst {bottom}. Wat dichtbij elkaar ligt, kan toeval zijn: zie de marges."


def _suppressed(of: Mapped, found: Boundaries) -> str:
    hidden = [item for item in of.shown if item.value is None]
    words = "; ".join(f"{item.area_name}: {of.words(item)}" for item in hidden[:MOST_NAMED])
    more = f" en {len(hidden) - MOST_NAMED} andere" if len(hidden) > MOST_NAMED else ""
    absent = without_boundary(of, found)
    told = f"{words}{more}." if words else ALL_SHOWN
    if absent:
        names = [item.area_name for item in absent[:MOST_NAMED]]
        told += f" Zonder grens in het bestand, alleen in de tabel: {listed(names)}."
    return told
