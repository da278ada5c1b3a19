"""What a programme did at each place, by year: a table with all that belongs to a picture, so that it can be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voorkant.charts.told import Told
from voorkant.domain.protection import Reason
from voorkant.report.rows import Publication
from voorkant.text.numbers import possible, rate
from voorkant.text.periods import period, span
from voorkant.text.reasons import reason_words, status_words
from voorkant.text.rollout import PLACES

ABSENT = "–"
NO_DENOMINATOR = "geen: aantallen, en waar dat er staat per 1.000 jeugdigen"
SMALL = "Aantallen zijn wat ze kunnen zijn; wat te klein is, staat er met de reden."


@dataclass(frozen=True)
class Counted:
    """One count of one place (panel rollout_year)."""

    code: str
    name: str
    indicator: str
    title: str
    period: str
    numerator_low: int
    numerator_high: int
    value: float | None
    reason: str


@dataclass(frozen=True)
class Yearly:
    """All counts of a programme at places of one kind (`unit`)."""

    found: Sequence[Counted]
    programme: str
    unit: str
    place: str
    source: str
    publication: Publication

    @property
    def places(self) -> Mapping[str, str]:
        """Code -> name: two schools may have one name."""
        return {item.code: item.name for item in self.found}

    def amount(self, item: Counted) -> str:
        return reason_words(item.reason, small=self.publication.small) if item.reason else possible(
            item.numerator_low, item.numerator_high
        )  # fmt: skip


def by_measure(of: Yearly) -> Told:
    """A row a place, and of each measure the count and the rate in one year."""
    titles = dict.fromkeys(item.title for item in of.found)
    headers = tuple(f"{title} ({part})" for title in titles for part in ("aantal", "per 1.000"))
    lines = [
        (name, *(words for item in of.found if item.code == code for words in _words(of, item)))
        for code, name in of.places.items()
    ]
    year = period(of.found[0].period)
    return _told(of, f"{of.programme} per {PLACES[of.unit][0]}, {year}", year, headers, lines)


def _words(of: Yearly, item: Counted) -> tuple[str, str]:
    """Count and rate; a hidden one with its reason or its range, never a blank."""
    return of.amount(item), ABSENT if item.value is None else rate(item.value)


def by_period(of: Yearly) -> Told:
    """A row a place and a column a school year, so that each is read from its own start on."""
    first = of.found[0].indicator
    ran = {(item.code, item.period): item for item in of.found if item.indicator == first and item.reason != Reason.NVT}
    spans = sorted({when for _, when in ran})
    lines = [
        (name, *(of.amount(ran[code, when]) if (code, when) in ran else ABSENT for when in spans))
        for code, name in of.places.items()
    ]
    when = span(spans[0], spans[-1])
    title = f"{of.found[0].title} per {PLACES[of.unit][0]} en schooljaar"
    return _told(of, title, when, tuple(period(one).capitalize() for one in spans), lines)


def _told(of: Yearly, title: str, when: str, headers: tuple[str, ...], lines: Sequence[tuple[str, ...]]) -> Told:
    measures = ", ".join(dict.fromkeys(item.title.lower() for item in of.found))
    return Told(
        key="jaren", title=title, axis=measures, denominator=NO_DENOMINATOR,
        sentence=SMALL, alt=f"Tabel. {title}. {of.place}.", source=of.source, period=when,
        status=status_words("definitief"), suppression=f"{SMALL} Afgerond op {of.publication.base}.",
        headers=(PLACES[of.unit][0].capitalize(), *headers), lines=tuple(lines),
        no_events="Niet getekend: dit is een tabel.",
    )  # fmt: skip
