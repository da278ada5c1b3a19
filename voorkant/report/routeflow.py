"""Who refers to which help in a year, as a flow with its table and its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.charts.flow import FlowPlot, Node, Stream
from voorkant.domain.protection import Status
from voorkant.report.bands import Band
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods, routes, sums
from voorkant.text.council import part_words
from voorkant.text.reasons import reason_words, status_words

NO_TIME = "Niet getekend: dit beeld heeft geen tijdas."
ASKED = {"indicators": [*routes.HELP], "programme": "", "types": ["year"], "dimensions": ["verwijzer"]}
"""What panel route_bands is asked."""
HEADERS = ("Verwijzer", "Hulp", "Verwijzingen")


@dataclass(frozen=True)
class Routes:
    """All routes of a place, in all its years, with the year that is shown."""

    header: Header
    found: Sequence[Band]
    year: str
    place: str
    publication: Publication

    @property
    def totals(self) -> list[Band]:
        """Of each kind of help all referrals together."""
        return [item for item in self.found if item.period == self.year and not item.part]

    @property
    def parts(self) -> list[Band]:
        """Without those that nobody took."""
        own = [item for item in self.found if item.period == self.year and item.part]
        return [item for item in own if item.numerator != 0 or item.numerator_high]

    @property
    def hidden(self) -> tuple[int, int]:
        """How many streams are not told, of how many."""
        return sum(item.numerator is None for item in self.parts), len(self.parts)

    @property
    def drawn(self) -> list[Band]:
        return [item for item in self.parts if item.numerator]

    def words(self, item: Band) -> str:
        return item.words(self.header, self.publication)


def years(found: Sequence[Band]) -> tuple[dict[str, str], str]:
    """The years in words, the newest first, and the one to begin with: the newest that is final."""
    codes = sorted({item.period for item in found}, reverse=True)
    firm = [item.period for item in found if item.status == Status.DEFINITIEF]
    return {code: periods.period(code) for code in codes}, max(firm, default=codes[0])


def knows_who(found: Sequence[Band]) -> bool:
    """Whether of any referral is known who referred."""
    return any(item.part not in ("", routes.UNKNOWN) and item.numerator != 0 for item in found)


def summary(of: Routes, *more: str) -> str:
    """How many went where, what is known of the steps around it, and what all that does not mean.

    Empty where nothing is to be told.
    """
    known = [item for item in of.totals if item.numerator is not None]
    if not known:
        return ""
    amounts = [(routes.HELP[item.indicator], numbers.number(item.numerator or 0)) for item in known]
    missing = [routes.HELP[item.indicator] for item in of.totals if item.numerator is None]
    if missing:
        told = routes.partly(amounts, missing, period=of.year, place=of.place)
    else:
        everything = sums.total(known, "verwijzingen").words
        told = routes.total(amounts, everything=everything, period=of.year, place=of.place)
    return " ".join(filter(None, (told, *more, routes.NO_HELP_YET)))


def _by_verwijzer(of: Routes) -> dict[str, list[Band]]:
    """From many to few, those of whom it is not known last."""
    found: dict[str, list[Band]] = {}
    for item in of.drawn:
        found.setdefault(item.part, []).append(item)
    order = sorted(found, key=lambda name: (name == routes.UNKNOWN, -sum(item.numerator or 0 for item in found[name])))
    return {name: found[name] for name in order}


def sentence(of: Routes) -> str:
    """Who referred most often, of what is drawn."""
    known = [(name, sums.total(items, "verwijzingen").words)
             for name, items in _by_verwijzer(of).items() if name != routes.UNKNOWN]  # fmt: skip
    return routes.most(known) if known else routes.NO_VERWIJZER


def flow_plot(of: Routes) -> FlowPlot | None:
    """None where nothing can be drawn. The table has the hidden routes too."""
    left = _by_verwijzer(of)
    if not left:
        return None
    right = [slug for slug in routes.HELP if any(item.indicator == slug for item in of.drawn)]
    title = f"Verwijzingen in {periods.the(of.year)}: wie verwees waarnaartoe?"
    told, suppression = sentence(of), _suppressed(of)
    return FlowPlot(
        key="verwijsroutes", title=title, axis="de breedte van een stroom is het aantal verwijzingen",
        denominator="geen, dit zijn aantallen", sentence=told, source=of.header.source_text,
        alt=f"Stroomdiagram. {title} {of.place}. {told} {suppression}", period=periods.period(of.year),
        status=" of ".join(sorted({status_words(item.status) for item in of.totals})), suppression=suppression,
        headers=HEADERS, lines=tuple(_line(item, of) for item in _ordered(of, left)), no_events=NO_TIME,
        nodes=(*(_left(name, items) for name, items in left.items()), *(_right(slug, of) for slug in right)),
        streams=tuple(
            Stream(n, len(left) + right.index(item.indicator), item.numerator or 0, of.words(item))
            for n, items in enumerate(left.values())
            for item in sorted(items, key=lambda item: right.index(item.indicator))
        ),
    )  # fmt: skip


def _left(name: str, items: Sequence[Band]) -> Node:
    return Node(f"{part_words(name).capitalize()} {numbers.number(sum(item.numerator or 0 for item in items))}", 0)


def _right(slug: str, of: Routes) -> Node:
    whole = next((item for item in of.totals if item.indicator == slug), None)
    count = "" if whole is None or whole.numerator is None else f" {numbers.number(whole.numerator)}"
    name = routes.HELP[slug]
    return Node(f"{name[0].upper()}{name[1:]}{count}", 1, main=slug == next(iter(routes.HELP)))


def _ordered(of: Routes, left: dict[str, list[Band]]) -> list[Band]:
    """As the picture has them from top to bottom; who is not drawn comes after."""
    names = list(left)
    kinds = list(routes.HELP)

    def place(item: Band) -> tuple[int, str, int]:
        first = names.index(item.part) if item.part in left else len(names)
        return first, item.part, kinds.index(item.indicator)

    return sorted(of.parts, key=place)


def _line(item: Band, of: Routes) -> tuple[str, ...]:
    return part_words(item.part), routes.HELP[item.indicator], of.words(item)


def _suppressed(of: Routes) -> str:
    missing = [f"{part_words(item.part)} naar {routes.HELP[item.indicator]}"
               for item in of.parts if item.numerator is None]  # fmt: skip
    small = reason_words("klein", small=of.publication.small, counts=of.header.counts)
    told = routes.hidden(missing, small) or "Alle stromen worden getoond."
    rounded = f"Aantallen zijn afgerond op {of.publication.base} en tellen niet altijd precies op."
    return f"{told} {rounded}"
