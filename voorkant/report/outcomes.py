"""An outcome per place: the list in the order of names, and the funnel of three years with all its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from voorkant.charts.funnel import Dot, FunnelPlot, Limit
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Reason
from voorkant.report.funnel import Compared, Outcome, Unit
from voorkant.report.rollout import Stretch
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods
from voorkant.text import rollout as words
from voorkant.text.reasons import EXPECTED, REASON, reason_words, status_words

NOT_DELIVERED = "niet geleverd per plek"
ABSENT = "niet te vergelijken"
HEADERS = ("Plek", "Aantal, zoals beschermd", "Noemer", "Verwacht", "Vergeleken met verwacht")
NO_JUDGEMENT = (
    "Hoger of lager is geen oordeel: plekken verschillen in wijk en in wie er komt. Het zegt ook niet of het programma "
    "werkt."
)
SINCE = "Sinds de eigen start, tegenover verwacht"
PER = 1000
SIZE = "hoeveel er te verwachten zijn bij deze grootte"


@dataclass(frozen=True)
class SinceStart:
    """How a place did since its own start, against what the model of a pilot expected (panel rollout_classes)."""

    place: str
    judged: int | None  # None where the word would give a small count away
    shared: int  # by how many smaller places

    @property
    def words(self) -> str:
        if self.judged is None:
            return REASON[Reason.HERLEIDBAAR]
        return EXPECTED[self.judged] + ("" if self.shared == 1 else f" ({self.shared} kleinere samen)")


@dataclass(frozen=True)
class Against:
    """What places are held against: the mean of all over three years, and since the own start the model of a pilot."""

    compared: Compared | None = None
    since: Sequence[SinceStart] = ()


@dataclass(frozen=True)
class Listed:
    """The list of places: its headers, and rows of ready words in the order of names."""

    headers: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def listed(
    outcomes: Sequence[Outcome],
    stretches: Sequence[Stretch],
    against: Against,
    *,
    publication: Publication,
    until: date,
) -> Listed:
    """Start, hours, counts and class of every place; what is not there says why. No column for what no place has."""
    latest, columns = latest_of(stretches), _columns(outcomes)
    own = {item.place: item.words for item in against.since}
    lines = []
    for _, rows in groupby(outcomes, key=lambda item: item.place):
        mine = list(rows)
        counts = [_count(_find(mine, column.type), publication) for column in columns] or [NOT_DELIVERED]
        judged = against.compared.class_of(mine[0].place) if against.compared else ""
        started = (_since(mine[0].place, own, latest.get(mine[0].place), until),) if own else ()
        lines.append((mine[0].name, _run(latest.get(mine[0].place), until), *counts, *started, judged or ABSENT))
    counted = [f"{periods.period(column.period).capitalize()}, {column.status}" for column in columns] or ["Aantal"]
    started = (SINCE,) if own else ()
    return Listed(("Plek", "Programma", *counted, *started, "Vergeleken met verwacht"), tuple(lines))


@dataclass(frozen=True)
class Column:
    """A period of the list; it is one and the same for all places."""

    type: str
    period: str
    status: str


def _columns(outcomes: Sequence[Outcome]) -> list[Column]:
    """A year before three years."""
    found = {
        item.type: Column(item.type, item.period, status_words(item.status or "")) for item in outcomes if item.period
    }
    return [found[kind] for kind in (PeriodType.YEAR, PeriodType.SCHOOLYEAR, PeriodType.THREE_YEARS) if kind in found]


def latest_of(stretches: Sequence[Stretch]) -> dict[str, Stretch]:
    """The last stretch of each place where the programme began or will begin."""
    return {item.place: item for item in stretches if item.start}


def starts_of(stretches: Sequence[Stretch], until: date) -> dict[str, date]:
    """The first day of each place where the programme has begun."""
    found = sorted((item.start, item.place) for item in stretches if item.start and item.start <= until)
    return {place: start for start, place in reversed(found)}


def _run(stretch: Stretch | None, until: date) -> str:
    if stretch is None or stretch.start is None:
        return words.NOT_BEGUN
    stop = stretch.stop if stretch.stop and stretch.stop <= until else None
    return f"{words.since(stretch.start, stop, until)}\n{words.hours(stretch.hours)}"


def _since(place: str, own: Mapping[str, str], stretch: Stretch | None, until: date) -> str:
    """Who has not begun has nothing since the start, which is not the same as too little of it."""
    begun = stretch is not None and stretch.start is not None and stretch.start <= until
    return own.get(place, words.TOO_FEW_SINCE if begun else words.NOT_BEGUN)


def _find(rows: Sequence[Outcome], kind: str) -> Outcome | None:
    return next((item for item in rows if item.type == kind), None)


def _count(item: Outcome | None, publication: Publication) -> str:
    """What a protected count can be; without a range the reason."""
    if item is None or item.status is None:
        return NOT_DELIVERED
    if item.numerator_low is None or item.numerator_high is None:
        return reason_words(item.reason or "geen_cijfer", small=publication.small, counts="verwijzingen")
    return numbers.possible(item.numerator_low, item.numerator_high)


@dataclass(frozen=True)
class Setting:
    """What a funnel is of: an indicator, in an area, over so many places of a kind, in a period."""

    header: Header
    area: str
    unit: str
    places: int
    period: str
    status: str

    @classmethod
    def of(cls, outcomes: Sequence[Outcome], header: Header, *, area: str, unit: str) -> "Setting":
        """StopIteration where nothing is published over three years."""
        one = next(item for item in outcomes if item.type == PeriodType.THREE_YEARS)
        places = len({item.place for item in outcomes})
        return cls(header, area, unit, places, periods.period(one.period or ""), status_words(one.status or ""))


def funnel_plot(compared: Compared, starts: Mapping[str, date], of: Setting) -> FunnelPlot:
    """The funnel of what was compared."""
    title, header = _title(compared, of), of.header
    sentence = f"{_say(compared, of)} {NO_JUDGEMENT}"
    suppression = _suppression(compared, of)
    centre = PER * compared.rate
    return FunnelPlot(
        key="trechter", title=title, axis=f"{header.counts} per {numbers.number(PER)} in drie jaar",
        denominator=header.denominator_text, sentence=sentence,
        alt=f"{title}. {of.area}, {of.period}. {sentence} {suppression}", source=header.source_text, period=of.period,
        status=of.status, suppression=suppression, headers=HEADERS, lines=tuple(_lines(compared)),
        no_events="Niet getekend: dit beeld heeft geen tijdas.", size_axis=SIZE, centre=centre,
        dots=tuple(_dot(item, starts) for item in compared.units),
        limits=tuple(Limit(size, centre * low, centre * high) for size, low, high in compared.limits()),
    )  # fmt: skip


def _suppression(compared: Compared, of: Setting) -> str:
    missing = of.places - sum(len(item.places) for item in compared.units)
    hidden = f"{words.places(missing, of.unit)} zonder bereik" if missing else "geen, alle plekken doen mee"
    return (
        f"Aantallen zijn afgerond of een bereik; de streep door een punt is wat het kan zijn. Niet getoond: {hidden}."
    )


def _title(compared: Compared, of: Setting) -> str:
    within = compared.judged.count(0)
    alone = all(len(item.places) == 1 for item in compared.units)
    among = words.places(len(compared.judged), of.unit) if alone else f"{len(compared.judged)} punten"
    return f"{of.header.title}: {numbers.number(within)} van de {among} {_lies(within)} {EXPECTED[0]}"


def _say(compared: Compared, of: Setting) -> str:
    one, several = words.PLACES[of.unit]
    higher, lower = compared.judged.count(1), compared.judged.count(-1)
    return (
        f"Verwacht is wat een {one} van deze grootte in {of.period} zou hebben als alle {several} in {of.area} "
        f"evenveel {of.header.counts} hadden. {_count_of(higher)} hoger dan toeval en gewone verschillen geven, "
        f"{_count_of(lower).lower()} lager."
    )


def _count_of(count: int) -> str:
    return f"{numbers.number(count) if count else 'Geen enkele'} {_lies(count or 1)}"


def _lies(count: int) -> str:
    return "ligt" if count == 1 else "liggen"


def _dot(unit: Unit, starts: Mapping[str, date]) -> Dot:
    low, middle, high = (PER * count / unit.denominator for count in (unit.low, unit.observed, unit.high))
    count = f"{numbers.possible(unit.low, unit.high)}, verwacht {numbers.number(unit.expected)}"
    begun = len(unit.places) == 1 and unit.places[0].place in starts
    return Dot(unit.name, f"{count}<br>{unit.words}", unit.expected, middle, low, high, unit.judged, begun)


def _lines(compared: Compared) -> Iterator[tuple[str, ...]]:
    for item in compared.units:
        name = item.name if len(item.places) == 1 else f"{item.name}: {', '.join(one.name for one in item.places)}"
        count, size = numbers.possible(item.low, item.high), numbers.number(item.denominator)
        yield name, count, size, numbers.number(item.expected), item.words
