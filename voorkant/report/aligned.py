"""What a programme does per place and quarter, counted from each place's own start: a table that is its own picture."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from voorkant.charts.told import Told
from voorkant.domain.protection import Reason, Status
from voorkant.report.rows import Publication
from voorkant.text import numbers, periods, sentences
from voorkant.text import rollout as words
from voorkant.text.reasons import reason_words, status_words

SHADES = 4
YEAR = 4
HEADERS = ("Plek", "Kwartaal na de start", "Periode", "Aantal", "Status")
HIDDEN = (Reason.KLEIN, Reason.HERLEIDBAAR)
OWN_CALENDAR = "Niet getekend: elke plek heeft hier haar eigen kalender."
NO_DENOMINATOR = "geen: dit zijn aantallen, en plekken verschillen in grootte"


@dataclass(frozen=True)
class Measure:
    """An indicator that is there per place and quarter (panel rollout_measures)."""

    slug: str
    title: str
    counts: str
    source: str
    query: str


@dataclass(frozen=True)
class Quarter:
    """A cell, so many quarters after the start of its place (panel rollout_quarters)."""

    place: str
    name: str
    quarter: int
    period: str
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    status: str
    reason: str | None

    @property
    def ran(self) -> bool:
        """Whether the programme worked there at all."""
        return self.reason != Reason.NVT


@dataclass(frozen=True)
class Square:
    """A cell in the picture: `shade` 1 to 4 by size, 0 = hidden or absent."""

    text: str
    words: str
    shade: int
    hidden: bool
    firm: bool


@dataclass(frozen=True)
class Aligned:
    """Places under each other, quarters since the start beside each other; a place has no squares beyond its data."""

    told: Told
    quarters: range
    places: tuple[tuple[str, tuple[Square, ...]], ...]


def aligned(measure: Measure, cells: Sequence[Quarter], publication: Publication, *, place: str, unit: str) -> Aligned:
    """The picture of a measure. ValueError without cells."""
    most = max((cell.numerator or 0 for cell in cells), default=0)
    squares = [
        (name, tuple(_square(cell, measure, publication, most) for cell in rows))
        for (_, name), rows in groupby(cells, key=lambda cell: (cell.place, cell.name))
    ]
    return Aligned(
        _told(measure, cells, publication, place=place, unit=unit),
        range(max(cell.quarter for cell in cells) + 1),
        tuple(squares),
    )


def _square(cell: Quarter, measure: Measure, publication: Publication, most: int) -> Square:
    told = f"{periods.period(cell.period)}: {count_words(cell, measure, publication)}"
    firm = cell.status == Status.DEFINITIEF
    if not firm:
        told = f"{told}, {status_words(cell.status)}"
    if cell.numerator is not None:
        shade = min(SHADES * cell.numerator // most + 1, SHADES) if most else 1
        return Square(numbers.number(cell.numerator), told, shade, hidden=False, firm=firm)
    if cell.reason not in HIDDEN:
        return Square("–", told, 0, hidden=False, firm=firm)
    if cell.numerator_high is None:
        return Square("×", told, 0, hidden=True, firm=firm)
    return Square(f"{cell.numerator_low or 0}–{cell.numerator_high}", told, 0, hidden=True, firm=firm)


def count_words(cell: Quarter, measure: Measure, publication: Publication) -> str:
    """A count with what it can be; a hidden one as its range, an absent one as the reason."""
    if cell.numerator_low is None or cell.numerator_high is None:
        return _reason(cell, measure, publication)
    possible = numbers.possible(cell.numerator_low, cell.numerator_high)
    return possible if cell.numerator is None else f"{numbers.number(cell.numerator)} ({possible})"


def _reason(cell: Quarter, measure: Measure, publication: Publication) -> str:
    return reason_words(cell.reason or Reason.GEEN_CIJFER, small=publication.small, counts=measure.counts)


def _told(measure: Measure, cells: Sequence[Quarter], publication: Publication, *, place: str, unit: str) -> Told:
    title = f"{measure.title} per {words.PLACES[unit][0]} sinds de eigen start: hoe groeit het?"
    codes = sorted({cell.period for cell in cells})
    period = periods.span(codes[0], codes[-1])
    reasons = Counter(_reason(cell, measure, publication) for cell in cells if cell.numerator is None)
    suppression = sentences.suppression(reasons, len(cells) - reasons.total(), base=publication.base)
    sentence = f"{_say(measure, cells, unit)} {words.ORDER}"
    return Told(
        key="kwartalen",
        title=title,
        axis="kwartalen na de start; in kwartaal 0 begon het programma, dat kwartaal is niet heel",
        denominator=NO_DENOMINATOR,
        sentence=sentence,
        alt=f"{title.rstrip('?')}. {place}, {period}. {sentence} {suppression}",
        source=measure.source,
        period=period,
        status=" en ".join(status_words(code) for code in Status if code in {cell.status for cell in cells}),
        suppression=suppression,
        headers=HEADERS,
        lines=tuple(_lines(cells, measure, publication)),
        no_events=OWN_CALENDAR,
    )


def _lines(cells: Sequence[Quarter], measure: Measure, publication: Publication) -> Iterator[tuple[str, ...]]:
    for cell in cells:
        count = count_words(cell, measure, publication)
        yield cell.name, str(cell.quarter), periods.period(cell.period), count, status_words(cell.status)


def _say(measure: Measure, cells: Sequence[Quarter], unit: str) -> str:
    """From the least to the most of all places that are as far, a year after the start; no place is named."""
    far = [cell for cell in cells if cell.ran and cell.numerator_low is not None and cell.numerator_high is not None]
    reached = max((cell.quarter for cell in far if cell.quarter <= YEAR), default=None)
    if reached is None:
        return f"Er zijn nog geen {measure.counts} te tonen."
    there = [cell for cell in far if cell.quarter == reached]
    low = min(cell.numerator_low or 0 for cell in there)
    high = max(cell.numerator_high or 0 for cell in there)
    among = words.places(len(there), unit)
    count = f"{numbers.possible(low, high)} {measure.counts}"
    return f"In kwartaal {reached} na de start ging het per {words.PLACES[unit][0]} om {count} ({among})."
