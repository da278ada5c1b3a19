"""What can be chosen, each choice given those before it: the same walk serves widgets, links and tests."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from voorkant.cube.reader import REGIO
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text import periods
from voorkant.ui import access, cache

NONE = "geen"
"""The code of no programme, in links."""
ENOUGH = 0.9
"""A period type is the default when at least this part of the area's cells shows a figure (docs/architecture.md)."""
PLACE_AND_TIME = frozenset({"niveau", "gebied", "periode", "van", "tot"})
"""The controls of a figure that a page without any of them need not ask the cube about."""
LADDERS = ("uitkomst", "inzet", "context")
"""The order in which measures are offered: first what changes."""
LEVELS = {"gemeente": "Gemeente", "wijk": "Wijk", "kern": "Kern", "praktijk": "Praktijk", "school": "School"}


@dataclass(frozen=True)
class Choice:
    """One control: its name in the URL, its label, and the words of every code."""

    key: str
    label: str
    options: dict[str, str]
    default: str = ""

    def fallback(self) -> str:
        """The default when it is on offer, else the first; empty when there is nothing to choose."""
        return self.default if self.default in self.options else next(iter(self.options), "")

    def match(self, text: str | None) -> str | None:
        """The code that a text from a link means: a code, today's words, or older words that end in `(code)`."""
        if text is None or text in self.options:
            return text
        named = next((code for code, words in self.options.items() if words == text), None)
        inside = text.rpartition("(")[2].rstrip(")")
        return named or (inside if inside in self.options else None)


Pick = Callable[[Choice], str]
Row = dict[str, Any]


def coded(areas: list[Row]) -> dict[str, str]:
    """Code -> `Naam (code)`: the words hold the code, so that a renamed gemeente keeps its old links."""
    return {area["code"]: f"{area['name']} ({area['code']})" for area in areas}


def gemeenten() -> dict[str, str]:
    """All gemeenten by name; first those of which the user may open the gemeente's own cube."""
    known = coded(cache.rows(REGIO, Protection.OPENBAAR, "options_gemeenten").named()) if has_region() else {}
    own = {scope: known.get(scope) or _own_words(scope) for scope in own_scopes()}
    return dict(sorted(own.items(), key=lambda pair: pair[1])) | {
        code: words for code, words in known.items() if code not in own
    }


def own_scopes() -> list[str]:
    """The gemeenten with a cube of their own that the user may open."""
    user = access.current_user()
    return [scope for scope in cache.scopes() if scope != REGIO and user.may_read(scope, Protection.OPENBAAR)]


def has_region() -> bool:
    return REGIO in cache.scopes()


def has_others() -> bool:
    """Whether the region is more than one gemeente: of one it is that gemeente once more."""
    return has_region() and len(gemeenten()) > 1


def _own_words(scope: str) -> str:
    return f"{cache.about(scope, Protection.OPENBAAR).get('scope_name', scope)} ({scope})"


@dataclass(frozen=True)
class Offer:
    """What one gemeente's cube offers at one protection level."""

    gemeente: str
    protection: Protection

    @cached_property
    def indicators(self) -> list[Row]:
        """Those of programmes that work here first, families last, then of those with the most measures."""
        found = self._ask("options_indicators")
        here = {row["programme"] for row in found if row["is_here"]}
        measures = Counter((row["programme"], row["ladder"]) for row in found)
        return sorted(
            found,
            key=lambda row: (
                row["programme"] not in here,
                row["family"],
                -measures[row["programme"], row["ladder"]],
            ),
        )

    def _ask(self, panel: str, **params: Any) -> list[Row]:
        return cache.rows(self.gemeente, self.protection, panel, **params).named()

    def measures(self) -> dict[str, str]:
        """Every indicator, of whichever programme; last those of programmes that are elsewhere alone."""
        here = {row["indicator"] for row in self.indicators if row["is_here"]}
        ordered = sorted(self.indicators, key=lambda row: (row["indicator"] not in here, LADDERS.index(row["ladder"])))
        return {
            row["indicator"]: row["title"] if row["indicator"] in here else f"{row['title']} (niet hier)"
            for row in ordered
        }

    def programmes(self, measure: str = "") -> dict[str, str]:
        """All that do something; of a measure those that have it, unless it is of none."""
        having = {row["programme"] for row in self.indicators if row["indicator"] == measure}
        return {
            row["programme"] or NONE: row["programme_title"] or "Zonder programma"
            for row in self.indicators
            if (row["programme"] in having if having and "" not in having else row["ladder"] == "inzet")
        }

    def having(self, measure: str, programme: str) -> str:
        """The programme, or the first other one that has the measure."""
        found = self.programmes(measure)
        return programme if (programme or NONE) in found else next(iter(found), "")

    def of(self, measure: str, programme: str) -> Row | None:
        """The measure as a programme has it, or without one."""
        among = ("", programme)
        found = (row for row in self.indicators if row["indicator"] == measure and row["programme"] in among)
        return max(found, key=lambda row: bool(row["is_here"]), default=None)

    def inzet(self, programme: str) -> dict[str, str]:
        return self._titles("inzet", programme)

    def uitkomst(self, programme: str) -> dict[str, str]:
        """The outcomes of all, then those of the programme; where there are none, the context figures."""
        found = self._titles("uitkomst", "") | self._titles("uitkomst", programme)
        return found or self._titles("context", "")

    def _titles(self, ladder: str, programme: str) -> dict[str, str]:
        return {
            row["indicator"]: row["title"]
            for row in self.indicators
            if row["ladder"] == ladder and row["programme"] == programme
        }

    def pairs(self, programme: str, inzet: str, uitkomst: str) -> list[Row]:
        """Levels, areas and period types at which both have figures; without an `inzet` those of the other alone."""
        return self._ask("options_periods", inzet=inzet, programme=programme, uitkomst=uitkomst)

    def areas(self, level: str) -> dict[str, str]:
        found = coded(self._ask("options_areas", level=level))
        return {self.gemeente: found.get(self.gemeente, self.gemeente)} if level == "gemeente" else found

    def pilots(self) -> dict[str, str]:
        """Those of the gemeente first, then the others of the region."""
        own = {row["slug"]: row["title"] for row in self._ask("options_pilots")}
        wider = cache.rows(REGIO, Protection.OPENBAAR, "options_pilots").named() if has_region() else []
        return own | {row["slug"]: row["title"] for row in wider if row["slug"] not in own}

    def periods(self, row: Row) -> list[str]:
        """The codes of the periods of a row of `pairs`."""
        span = {key: row[key] for key in ("type", "first_day", "last_day")}
        return [found["code"] for found in self._ask("options_range", **span)]


def choose(pick: Pick, *, placed: bool = True, single: bool = False) -> Selection:
    """Walk through all controls; `pick` says which code is taken from each. Not `placed`: without place and time.

    `single`: of one measure, which then says which programmes, places and times there are to choose from.
    """
    all_of_them = gemeenten()
    own = [scope for scope in own_scopes() if scope in all_of_them]
    gemeente = pick(Choice("gemeente", "Gemeente", all_of_them, next(iter(own), "")))
    public = pick(Choice("openbaar", "Bekijk als openbaar", _levels(gemeente)))
    protection = Protection.OPENBAAR if public == "true" else Protection.INTERN
    offer = Offer(gemeente, protection)
    pilot = pick(Choice("pilot", "Pilot", offer.pilots()))
    measure = pick(Choice("maat", "Maat", offer.measures())) if single else ""
    programme = pick(Choice("programma", "Preventief programma", offer.programmes(measure)))
    programme = "" if programme == NONE else programme
    inzet = pick(Choice("inzet", "Inzet (voorkant)", offer.inzet(programme)))
    uitkomst = pick(Choice("uitkomst", "Uitkomst (achterkant)", offer.uitkomst(programme)))
    pair = {"programme": programme, "inzet": inzet, "uitkomst": uitkomst}
    sides = ("", measure) if single else (inzet, uitkomst)
    pairs = offer.pairs(programme, *sides) if placed else []
    if placed and not pairs:  # without what changes the other side is there alone
        pairs = offer.pairs(programme, "", inzet)
    level, area = _place(pick, offer, pairs) if placed else ("gemeente", gemeente)
    kind, first, last = _time(pick, offer, [row for row in pairs if row["area"] == area]) if placed else ("", "", "")
    return Selection(
        gemeente=gemeente, area=area, level=level, period_type=kind, **pair,
        first=first, last=last, protection=protection, pilot=pilot, measure=measure,
    )  # fmt: skip


def _levels(gemeente: str) -> dict[str, str]:
    """Whether to look in public; who may see nothing else has no choice."""
    inside = access.current_user().level_in(gemeente) == Protection.INTERN
    return ({"false": "false"} if inside else {}) | {"true": "true"}


def _place(pick: Pick, offer: Offer, pairs: list[Row]) -> tuple[str, str]:
    there = {row["level"] for row in pairs}
    levels = {code: words for code, words in LEVELS.items() if code in there} or {"gemeente": LEVELS["gemeente"]}
    level = pick(Choice("niveau", "Niveau", levels))
    if level == "gemeente":
        return level, offer.gemeente
    shown = {row["area"] for row in pairs}
    areas = {code: words for code, words in offer.areas(level).items() if code in shown}
    return level, pick(Choice("gebied", LEVELS[level], areas))


def _time(pick: Pick, offer: Offer, here: list[Row]) -> tuple[str, str, str]:
    kinds = {row["type"]: periods.TYPES[PeriodType(row["type"])].capitalize() for row in here}
    enough = [row["type"] for row in here if row["shown"] >= ENOUGH]
    fullest = max(reversed(here), key=lambda row: row["shown"], default={"type": ""})  # the coarsest of the fullest
    default = next(iter(enough), fullest["type"])
    kind = pick(Choice("periode", "Periode", kinds, default))
    codes = [code for row in here if row["type"] == kind for code in offer.periods(row)]
    words = {code: periods.period(code) for code in codes}
    first = pick(Choice("van", "Van", words))
    rest = dict(list(words.items())[codes.index(first) :]) if first else {}
    return kind, first, pick(Choice("tot", "Tot en met", rest, next(reversed(rest), "")))
