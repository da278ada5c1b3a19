"""Answers about groups and about wijken: their sentences, and the picture of bars with its table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from voorkant.charts.told import Told
from voorkant.domain.protection import Status
from voorkant.report.bands import Band
from voorkant.report.council import Answer, nothing
from voorkant.report.rows import Header, Publication
from voorkant.text import council, numbers, periods, sentences
from voorkant.text.council import Most, Share
from voorkant.text.reasons import reason_words

FEWEST = 3
"""Wijken that must have both figures before one can say which come first."""
PART_HEADERS = ("Groep", "Aantal", "Deel van het geheel")
PLACE_HEADERS = ("Wijk", "Uitkomst", "Inzet")
ABSENT = "–"
UNKNOWN = frozenset({"onbekend", "verwijzer_onbekend"})
"""Groups of whom it is not known to which they belong."""


@dataclass(frozen=True)
class Part:
    """A group of a whole (panel answer_parts)."""

    period: str
    part: str
    numerator: int | None
    numerator_low: int
    numerator_high: int
    total: int
    share: float | None
    share_low: float
    share_high: float
    reason: str | None


@dataclass(frozen=True)
class Place:
    """A wijk with both figures (panel answer_places); without ranks where one of them is hidden."""

    area: str
    name: str
    period: str
    front: float | None
    back: float | None
    back_low: float | None
    back_high: float | None
    front_rank: int | None
    back_rank: int | None
    front_unit: str
    back_unit: str


@dataclass(frozen=True)
class Setting:
    """What the picture needs beside its rows: the measure it is about, where, and in which publication."""

    header: Header
    place: str
    publication: Publication


def lacking(found: Sequence[Band], header: Header, split: str) -> Answer:
    """What is missing where no division can be told. `found`: all that is published of it, whatever its status."""
    if all(item.part in UNKNOWN for item in found if item.part):
        return nothing(council.NO_GROUPS.format(source=header.source_text, column=council.COLUMNS.get(split, split)))
    firm = any(item.status == Status.DEFINITIEF for item in found)
    return nothing(council.ALL_SMALL if firm else council.NO_YEAR)


def parts(found: Sequence[Part], setting: Setting) -> Answer:
    """How a count is divided; a whole that hides every group says so."""
    header, publication = setting.header, setting.publication
    shares = [Share(item.part, item.share, item.share_low, item.share_high) for item in found]
    total, period = sentences.amount(found[0].total, header.counts), found[0].period
    lines = council.parts(shares, total=total, period=period, place=setting.place)
    small = reason_words("klein", small=publication.small, counts=header.counts)
    hidden = sum(item.share is None for item in found)
    told = (
        f"{hidden} van de {len(found)} groepen {'is' if hidden == 1 else 'zijn'} niet getoond: {small}."
        if hidden
        else "Alle groepen zijn getoond."
    )
    rows = tuple(
        (council.part_words(item.part), _count(item), share.words) for item, share in zip(found, shares, strict=True)
    )
    picture = _told(
        "delen", f"{header.title}: hoe verdeeld?", setting, period=period, lines=lines, headers=PART_HEADERS, rows=rows
    )
    suppression = f"{told} Aantallen zijn afgerond op {publication.base}; delen tellen niet altijd op tot 100%."
    drawn = replace(picture, suppression=suppression)
    bars = tuple((item.share or 0.0, item.high) for item in shares)
    return Answer(lines, council.DESCRIBES, (council.UNKNOWN[header.ladder],), drawn, bars)


def _count(item: Part) -> str:
    possible = numbers.possible(item.numerator_low, item.numerator_high)
    return possible if item.numerator is None else f"{numbers.number(item.numerator)} ({possible})"


def places(found: Sequence[Place], setting: Setting, wijken: int) -> Answer:
    """Whether the effort is where the outcome is highest; a third of the wijken counts as such.

    `wijken`: how many the gemeente has.
    """
    known = [item for item in found if item.back_rank and item.front_rank]
    if len(known) < FEWEST:
        return nothing(council.NO_PLACES if wijken >= FEWEST else council.FEW_PLACES)
    top = ceil(len(known) / 3)
    most = [item for item in known if (item.back_rank or 0) <= top]
    both = [item.name for item in most if (item.front_rank or 0) <= top]
    apart = _apart(most, [item for item in known if item not in most])
    first = Most([item.name for item in most], found[0].back_unit, len(known), apart)
    lines = council.places(first, both, found[0].period)
    label = council.DESCRIBES if apart else council.CHANCE
    rows = tuple((item.name, _rate(item.back), _rate(item.front)) for item in found)
    title = "Inzet en verwijzingen per wijk: komt de inzet waar de meeste verwijzingen zijn?"
    picture = _told("wijken", title, setting, period=found[0].period, lines=lines, headers=PLACE_HEADERS, rows=rows)
    hidden = len(found) - len(known)
    told = f"Van {sentences.amount(hidden, 'wijken')} is een van beide cijfers verborgen." if hidden else (
        "Alle wijken zijn getoond."
    )  # fmt: skip
    units = f"uitkomst: {found[0].back_unit}; inzet: {found[0].front_unit}"
    drawn = replace(picture, suppression=told, axis=units)
    bars = tuple(zip(_widths([item.back for item in found]), _widths([item.front for item in found]), strict=True))
    return Answer(lines, label, (council.UNKNOWN["inzet"],), drawn, bars)


def _widths(values: Sequence[float | None]) -> list[float]:
    """Each as a percentage of the largest."""
    most = max((value or 0.0 for value in values), default=0.0) or 1.0
    return [100 * (value or 0.0) / most for value in values]


def _apart(most: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether every margin of the first lies above those of all others."""
    lows = [item.back_low or 0.0 for item in most]
    highs = [item.back_high or 0.0 for item in others]
    return not highs or min(lows) > max(highs)


def _rate(value: float | None) -> str:
    return "verborgen" if value is None else numbers.rate(value)


def _told(key: str, title: str, setting: Setting, *, period: str, lines: Sequence[str], **table: tuple) -> Told:
    header, said = setting.header, " ".join(lines)
    words = periods.period(period)
    return Told(
        key=f"vraag-{key}",
        title=title,
        axis=f"{header.counts}, {words}",
        denominator=header.denominator_text,
        sentence=said,
        alt=f"{title}. {setting.place}, {words}. {said}",
        source=header.source_text,
        period=words,
        status="definitief",
        suppression="Alles is getoond.",
        headers=table["headers"],
        lines=table["rows"],
        no_events="Niet getekend: dit is één periode.",
    )
