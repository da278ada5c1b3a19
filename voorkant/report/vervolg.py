"""What follows closed trajecten in a year, and whether specialist help begins after it: a flow with its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from voorkant.charts.flow import FlowPlot, Node, Stream
from voorkant.domain.protection import Reason, Status
from voorkant.report.bands import Band, Part, share
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods
from voorkant.text import vervolg as words
from voorkant.text.enumeration import listed
from voorkant.text.reasons import reason_words, status_words

CLOSED, HELPED = "vervolg", "hulp_na_vervolg"
ASKED = {"indicators": [CLOSED, HELPED], "types": ["year"], "dimensions": ["vervolg", "hulp"]}
"""What panel route_bands is asked, of a programme."""
HEADERS = ("Vervolg", "Daarna", "Trajecten")
NO_TIME = "Niet getekend: dit beeld heeft geen tijdas."
ALL = "alle afgesloten trajecten"
TOLD = {"zonder_verwijzing": (12,), "specialistisch": (3, 6, 12)}
"""Of these the sentence says how many got help, and within how many months."""


@dataclass(frozen=True)
class Closings:
    """Those of a programme in a place, in all years, with the year that is shown."""

    header: Header
    found: Sequence[Band]
    year: str
    place: str
    publication: Publication

    def _of(self, indicator: str) -> dict[str, Band]:
        return {item.part: item for item in self.found if (item.period, item.indicator) == (self.year, indicator)}

    @cached_property
    def closed(self) -> dict[str, Band]:
        return self._of(CLOSED)

    @cached_property
    def helped(self) -> dict[str, Band]:
        """Empty until a year has gone by for all of them: recent ones would be judged too early."""
        found = self._of(HELPED)
        whole = found.get("")
        return found if whole and whole.numerator and whole.status != Status.ONVOLLEDIG else {}

    @property
    def is_linked(self) -> bool:
        """Whether of any year is known what came after."""
        return any(item.indicator == HELPED and item.numerator for item in self.found)

    def after(self, name: str) -> dict[str, Band]:
        """By term, of those with this vervolg."""
        return {term: item for term in words.AFTER if (item := self.helped.get(f"{name}:{term}"))}

    @property
    def hidden(self) -> tuple[int, int]:
        """How many streams are not told, of how many that there can be."""
        found = [item for name, item in self.closed.items() if name]
        found += [item for name in words.VERVOLG for item in self.after(name).values()]
        there = [item for item in found if item.reason != Reason.NVT and (item.numerator != 0 or item.numerator_high)]
        return sum(item.numerator is None for item in there), len(there)

    def words(self, item: Band) -> str:
        return item.words(self.header, self.publication)

    def within(self, name: str, months: int) -> Part | None:
        """The share of those with this vervolg of whom help began by then; None where nothing can be said of it."""
        found, whole = self.after(name), self.closed.get(name)
        if not self._all_followed or whole is None:
            return None
        inside = [item for term, item in found.items() if words.MONTHS.get(term, months + 1) <= months]
        return share(inside, [item for item in found.values() if item not in inside], whole)

    @property
    def _all_followed(self) -> bool:
        """Whether those that are followed are those that were closed, as far as rounding tells."""
        one, other = self.closed.get(""), self.helped.get("")
        return bool(one and other and (one.numerator_low or 0) <= (other.numerator_high or 0))


def flow_plot(of: Closings) -> FlowPlot | None:
    """None where of no vervolg an amount can be told."""
    whole = of.closed.get("")
    middle = [name for name in words.VERVOLG if (item := of.closed.get(name)) and item.numerator]
    if whole is None or not whole.numerator or not middle:
        return None
    last = [term for term in words.AFTER if any(_size(of.after(name).get(term)) for name in middle)]
    title = f"Afgesloten trajecten in {periods.the(of.year)}: wat volgde er?"
    told, suppression = sentence(of), _suppressed(of)
    return FlowPlot(
        key="vervolg", title=title, axis="de breedte van een stroom is het aantal trajecten",
        denominator="geen, dit zijn aantallen", sentence=told, source=of.header.source_text,
        alt=f"Stroomdiagram. {title} {of.place}. {told} {suppression}", period=periods.period(of.year),
        status=status_words(whole.status), suppression=suppression, headers=HEADERS, lines=tuple(_lines(of)),
        no_events=NO_TIME, nodes=tuple(_nodes(of, middle, last)), streams=tuple(_streams(of, middle, last)),
    )  # fmt: skip


def _size(item: Band | None) -> int:
    return 0 if item is None else item.numerator or 0


def _nodes(of: Closings, middle: Sequence[str], last: Sequence[str]) -> Iterator[Node]:
    yield Node(f"{_capital(words.CLOSED)} {numbers.number(_size(of.closed['']))}", 0)
    for name in middle:
        yield Node(f"{_capital(words.VERVOLG[name])} {numbers.number(_size(of.closed[name]))}", 1)
    for term in last:
        count = sum(_size(of.after(name).get(term)) for name in middle)
        yield Node(f"{_capital(words.AFTER[term])} {numbers.number(count)}", 2, main=term in words.MONTHS)


def _capital(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"


def _streams(of: Closings, middle: Sequence[str], last: Sequence[str]) -> Iterator[Stream]:
    for n, name in enumerate(middle, 1):
        yield Stream(0, n, _size(of.closed[name]), of.words(of.closed[name]))
    for n, name in enumerate(middle, 1):
        for place, term in enumerate(last, len(middle) + 1):
            item = of.after(name).get(term)
            if item and item.numerator:
                yield Stream(n, place, item.numerator, of.words(item))


def _lines(of: Closings) -> Iterator[tuple[str, ...]]:
    for name, what in words.VERVOLG.items():
        if item := of.closed.get(name):
            yield what, ALL, of.words(item)
        yield from ((what, words.AFTER[term], of.words(item)) for term, item in of.after(name).items())


def sentence(of: Closings) -> str:
    """How many were closed, what followed, how often help began after it, and what that does not mean."""
    parts = [(name, numbers.number(item.numerator)) for name in words.VERVOLG
             if (item := of.closed.get(name)) and item.numerator]  # fmt: skip
    amount = numbers.number(_size(of.closed[""]))
    told = words.closed(amount, parts, period=of.year, place=of.place)
    if not of.helped:
        return f"{told} {words.TOO_SOON if of.is_linked else words.NO_LINK} {words.NOT_BY}"
    found = [(name, [(n, part.words) for n in terms if (part := of.within(name, n))]) for name, terms in TOLD.items()]
    return " ".join(filter(None, (told, words.helped(found), words.NOT_BY)))


def _suppressed(of: Closings) -> str:
    missing = [f"{what}, {words.AFTER[term]}" for name, what in words.VERVOLG.items()
               for term, item in of.after(name).items() if item.numerator is None]  # fmt: skip
    missing = [words.VERVOLG[name] for name, item in of.closed.items() if name and item.numerator is None] + missing
    small = reason_words("klein", small=of.publication.small, counts=of.header.counts)
    told = f"Niet getekend, want {small}: {listed(missing)}." if missing else "Alle stromen worden getoond."
    return f"{told} Aantallen zijn afgerond op {of.publication.base} en tellen niet altijd precies op."
