"""One matrix of measures by areas: each square its value, and beside it which way it differs, with symbol and word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voorkant.charts.told import Told
from voorkant.report.compare import SHARE, WHOLE, Standing, against, benchmark_of, limit_of
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods
from voorkant.text.compare import GEMEENTEN, Kind, how_many, standing
from voorkant.text.direction import Direction, judgement
from voorkant.text.reasons import status_words

NO_TIME = "Niet getekend: dit beeld heeft geen tijdas."
MISSING = "✕ geen gegevens"
TINTED = frozenset({"gunstiger", "ongunstiger", "vergelijkbaar"})


@dataclass(frozen=True)
class Square:
    """`kind` decides its tint; `words` say the same as the tint."""

    value: str
    words: str
    kind: str


@dataclass(frozen=True)
class Line:
    """A measure: its title, its year, and its squares: the benchmark first, then an area each."""

    title: str
    period: str
    squares: tuple[Square, ...]


@dataclass(frozen=True)
class Rug:
    """`areas` are the columns after measure and benchmark."""

    told: Told
    areas: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Measures:
    """What the matrix is of: the figures of each measure, with its header.

    `areas`: code -> name, the own one first; `whole`: the levels that they are compared with.
    """

    found: Mapping[str, Sequence[Standing]]
    headers: Mapping[str, Header]
    areas: Mapping[str, str]
    publication: Publication
    kind: Kind = GEMEENTEN
    whole: Sequence[str] = WHOLE

    def limit(self) -> tuple[int, float]:
        """(how many squares are judged, the limits for so many)."""
        judged = sum(
            against(item, benchmark_of(rows, self.whole), limit_of(0)) is not Direction.UNKNOWN
            for rows in self.found.values()
            for item in rows
            if item.area in self.areas
        )
        return judged, limit_of(judged)

    def line(self, slug: str, z: float) -> Line:
        rows = self.found[slug]
        mark, own = benchmark_of(rows, self.whole), {item.area: item for item in rows}
        squares = (_square(own.get(area), mark, self, z) for area in self.areas)
        return Line(self.headers[slug].title, periods.period(rows[0].period), (_benchmark(mark), *squares))


def rug(of: Measures, place: str) -> Rug | None:
    """The measures that any of the areas has a figure of; None where there is none."""
    kept = {
        slug: rows
        for slug, rows in of.found.items()
        if slug in of.headers and any(item.area in of.areas for item in rows)
    }
    if not kept:
        return None
    shown = replace(of, found=kept)
    count, z = shown.limit()
    lines = tuple(shown.line(slug, z) for slug in kept)
    return Rug(_told(shown, lines, place, how_many(count, SHARE[z])), tuple(of.areas.values()), lines)


def _benchmark(item: Standing | None) -> Square:
    if item is None or item.value is None:
        return Square("–", "", "none")
    return Square(numbers.rate(item.value), item.name if item.level == "land" else "", "whole")


def _square(item: Standing | None, mark: Standing | None, of: Measures, z: float) -> Square:
    if item is None:
        return Square("–", MISSING, "none")
    header = of.headers[item.indicator]
    if item.value is None:
        return Square(item.words(header, of.publication), "", "hidden")
    found = against(item, mark, z)
    code = judgement(found, header.better)
    kind = code if code in TINTED else "other" if found.clear else "none"
    return Square(numbers.rate(item.value), standing(found, header.better), kind)


def _told(of: Measures, lines: Sequence[Line], place: str, counted: str) -> Told:
    parts = of.kind is not GEMEENTEN
    who = of.kind.counted(len(of.areas)) if parts else of.kind.and_others(place, len(of.areas) - 1)
    title = f"Alle maten: {who} naast {place if parts else 'de regio'}"
    sentence = f"{counted} {of.kind.no_cause}"
    hidden = sum(square.kind == "hidden" for line in lines for square in line.squares)
    statuses = sorted({status_words(item.status) for rows in of.found.values() for item in rows})
    return Told(
        key="matrix", title=title, axis="per maat het nieuwste jaar dat definitief is, in de eenheid van die maat",
        denominator="verschilt per maat; zie Begrippen en methode", sentence=sentence, alt=f"{title}. {sentence}",
        source=", ".join(dict.fromkeys(name for slug in of.found for name in of.headers[slug].source_text.split(", "))),
        period=", ".join(sorted({line.period for line in lines})), status=" of ".join(statuses),
        suppression=f"{numbers.number(hidden)} vakken; daar staat wat het kan zijn of waarom er niets staat",
        headers=("Maat", "Periode", place if parts else "Regio of land", *of.areas.values()),
        lines=tuple((line.title, line.period, *map(_words, line.squares)) for line in lines), no_events=NO_TIME,
    )  # fmt: skip


def _words(square: Square) -> str:
    return f"{square.value}\n{square.words}".strip()
