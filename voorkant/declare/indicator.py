"""The declaration at the head of an indicator's .sql file."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from voorkant import ROOT
from voorkant.declare.strict import Table, parse_toml
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.problem import DataRefused

SHAPES = frozenset({"count", "share", "sum", "ratio", "published"})
COUNTS = frozenset("jeugdigen gezinnen trajecten contacten verwijzingen leerlingen antwoorden weken euro".split())
DAYS_IN_WEEK = 7
ADDITIVE = frozenset("trajecten contacten verwijzingen antwoorden euro".split())
LADDERS = frozenset({"inzet", "uitkomst", "context"})
DENOMINATORS = {
    "jeugdigen_0_17": "jeugdigen van 0 tot en met 17 jaar (bij een praktijk: ingeschreven; bij een school: leerlingen)",
    "leerlingen": "leerlingen van de scholen",
    "afgesloten_trajecten": "afgesloten trajecten",
    "gevolgde_trajecten": "afgesloten trajecten waarna een jaar voorbij is",
    "praktijk_0_17": "jeugdigen van 0 tot en met 17 jaar die bij een praktijk staan ingeschreven",
    "jeugdigen_met_declaratie": "jeugdigen voor wie in de periode is gedeclareerd",
    "trajecten": "trajecten",
    "gezinnen_afgerond": "gezinnen van wie in de periode een traject is afgerond",
    "trajecten_met_doel": "afgeronde trajecten waarvan bekend is of het doel is behaald",
    "gezinnen_met_opgave": "gezinnen van wie bekend is hoeveel hulpverleners betrokken zijn",
    "antwoorden": "antwoorden van jongeren en ouders",
    "jeugdigen_verwezen": "jeugdigen die in de periode naar specialistische jeugd-GGZ zijn verwezen",
    "none": "geen noemer",
}
"""What a count is divided by, in words as they are printed beside every rate."""
RATIO = ROOT / "queries" / "protect" / "ratio.sql"
"""How a ratio is made of two indicators: it has no rows of its own."""

_HEADER = re.compile(r"\A/\*\n(.*?)\n\*/\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Within:
    """All that an indicator counts, another counts too: in the same cell, or in that of a value of a split.

    With `own` only what it counts in the values of its own split that are `like` this; of a share those are its hits.
    """

    whole: str
    dimension: str = ""
    value: str = ""
    own: str = ""
    like: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it says something of the two as a whole."""
        return not self.dimension and not self.own


@dataclass(frozen=True)
class Indicator:
    """One indicator. `columns` are what its SELECT returns, in order; `splits` those that a cell may be split by."""

    slug: str
    title: str
    definition: str
    numerator: str
    ladder: str
    better: str
    counts: str
    shape: str
    denominator: str
    per: int
    unit: str
    sources: tuple[str, ...]
    lag_weeks: int
    programmes: bool  # one series per programme
    sensitive: bool  # False only where nothing in it is about a person
    min_coverage: float  # hidden where the denominator covers less of the inhabitants 0-17 than this share
    levels: tuple[str, ...]  # where it means something; the cube plan says which of those are published
    periods: tuple[str, ...]  # the same for kinds of period
    splits: tuple[str, ...]
    columns: tuple[str, ...]
    query: str
    within: tuple[Within, ...] = ()
    follows: str = ""  # the source in which the youths of the others are followed: only where they may be linked
    follow_days: int = 0  # for so many days; a row of which they are not over does not count yet
    one_of: tuple[tuple[str, ...], ...] = ()  # sources of which one is enough: a programme has its rows in either
    over: tuple[str, ...] = ()  # of a ratio: the indicator above the line and the one below it
    build_up_days: int = 0  # of a state: so long after the first delivery it still lacks what began before that
    flows: tuple[str, ...] = ()  # of a state: what adds to it and takes from it, so that one follows from the others

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """All that the indicator needs: alternatives together, every other source alone."""
        alternatives = {slug for group in self.one_of for slug in group}
        return self.one_of + tuple((slug,) for slug in self.sources if slug not in alternatives)

    def without_empty(self, filled: Collection[str]) -> "Indicator":
        """The indicator as it is made from the sources with rows: of alternatives the empty ones go, unless all are."""
        empty = {slug for group in self.one_of if set(group) & set(filled) for slug in set(group) - set(filled)}
        return replace(self, sources=tuple(slug for slug in self.sources if slug not in empty))

    def also_from(self, source: str, filled: Collection[str]) -> "Indicator":
        """The indicator as it is made from its sources with rows, and one that was delivered already counted."""
        return replace(self, sources=(*(slug for slug in self.sources if slug in filled), source))

    @property
    def additive(self) -> bool:
        """Whether every row is one counted thing, so that counts add up over areas and periods."""
        return self.counts in ADDITIVE and self.shape != "sum"

    @property
    def complete_weeks(self) -> int:
        """How long after its end a period is final: what is followed, and the lag of registration."""
        return self.lag_weeks + -(-self.follow_days // DAYS_IN_WEEK)

    @property
    def stands(self) -> bool:
        """Whether it is a state on a day (`day_from`, `day_to`) instead of something that happens."""
        return "day_from" in self.columns


def split_header(text: str, where: str) -> tuple[str, str]:
    """(TOML header, SELECT) of a .sql file. DataRefused when it does not open with a block comment."""
    found = _HEADER.match(text)
    if not found:
        raise DataRefused(f"{where}: het bestand begint niet met een /* ... */-kop in TOML. Zie queries/README.md.")
    return found[1], found[2].strip()


def _within(text: str) -> Within:
    """`contacten`, `verwijzingen_sggz/verwijzer=huisarts`, or either after `vervolg=zonder_verwijzing -> `."""
    own, arrow, wider = text.rpartition(" -> ")
    whole, _, split = wider.partition("/")
    dimension, _, value = split.partition("=")
    name, _, like = own.partition("=")
    return Within(whole, dimension, value, name, like) if arrow else Within(whole, dimension, value)


def read_indicator(path: Path) -> Indicator:
    """The indicator that a file declares: a .sql file, or a .toml file for a ratio or a variant of another.

    DataRefused when it is wrong.
    """
    if path.suffix == ".sql":
        top, query = _with_query(path)
    else:
        top = parse_toml(path.read_text(encoding="utf-8"), path.name)
        if not top.has("like"):
            return _indicator(top, path.stem, columns=(), query=RATIO.read_text(encoding="utf-8"))
        top, query = _variant(top, path.parent)
    columns = tuple(top.table("columns").names())
    return _indicator(top, path.stem, columns=columns, query=query)


def _with_query(path: Path) -> tuple[Table, str]:
    header, query = split_header(path.read_text(encoding="utf-8"), path.name)
    return parse_toml(header, path.name), query


def _variant(own: Table, folder: Path) -> tuple[Table, str]:
    """What differs from another indicator, over all else of it: keys of the header, and words of its SELECT."""
    like = folder / f"{own.take('like', str)}.sql"
    if not like.is_file():
        raise own.refuse(
            f"'like' noemt {like.stem!r}, maar {like.name} bestaat niet. Kies een indicator met een query."
        )
    base, query = _with_query(like)
    swap = own.table("swap")
    for old in swap.names():
        if old not in query:
            raise own.refuse(f"'swap' noemt {old!r}, maar dat staat niet in {like.name}. Neem de woorden precies over.")
        query = query.replace(old, swap.take(old, str))
    whole = own.on(base)
    for key in ("like", "swap"):  # read above; anywhere else they mean nothing
        whole.take(key, object, None)
    return whole, query


def _indicator(top: Table, slug: str, *, columns: tuple[str, ...], query: str) -> Indicator:
    indicator = Indicator(
        slug=slug,
        title=top.take("title", str),
        definition=top.take("definition", str),
        numerator=top.take("numerator", str),
        ladder=top.choice("ladder", LADDERS),
        better=top.choice("better", ("lower", "higher", "neither")),
        counts=top.choice("counts", COUNTS),
        shape=top.choice("shape", SHAPES),
        denominator=top.choice("denominator", DENOMINATORS),
        per=top.take("per", int),
        unit=top.take("unit", str),
        sources=top.texts("sources"),
        one_of=tuple(tuple(group.split("|")) for group in top.texts("one_of", ())),
        within=tuple(_within(text) for text in top.texts("within", ())),
        lag_weeks=top.take("lag_weeks", int),
        programmes=top.take("programmes", bool, False),
        follows=top.take("follows", str, ""),
        follow_days=top.take("follow_days", int, 0),
        over=top.texts("over", ()),
        build_up_days=top.take("build_up_days", int, 0),
        flows=top.texts("flows", ()),
        sensitive=top.take("sensitive", bool, True),
        min_coverage=top.take("min_coverage", float, 0.0),
        levels=top.texts("levels", tuple(Level)),
        periods=top.texts("periods", tuple(PeriodType)),
        splits=top.texts("splits", ()),
        columns=columns,
        query=query,
    )
    top.done()
    return indicator


def read_indicators(folder: Path) -> dict[str, Indicator]:
    """All indicators by slug."""
    files = [*folder.glob("*.sql"), *folder.glob("*.toml")]
    return {path.stem: read_indicator(path) for path in sorted(files)}
