"""An indicator of areas side by side, and the picture of their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from voorkant.charts.rank import Ranked, RankPlot
from voorkant.domain.protection import Reason
from voorkant.report.compare import SHARE, Standing, against, limit_of
from voorkant.report.figure import GOOD
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers, periods
from voorkant.text.compare import GEMEENTEN, Kind, how_many, standing, when
from voorkant.text.direction import Direction
from voorkant.text.enumeration import listed
from voorkant.text.reasons import ALL_SHOWN, status_words
from voorkant.text.sums import ADDITIVE, total

NO_TIME = "Niet getekend: dit beeld heeft geen tijdas."
ABSENT, LONG = "–", 20
"""For no value; and letters of a name above which it is too wide for the line of a benchmark on a phone."""


@dataclass(frozen=True)
class Compared:
    """One indicator of areas side by side: the own one first, then the chosen ones, beside a benchmark.

    Of parts of an area that area is the own one and the benchmark too, and no part of the order.
    """

    header: Header
    own: Standing
    peers: Sequence[Standing]
    benchmark: Standing | None
    publication: Publication
    sentence: str
    kind: Kind = GEMEENTEN

    @property
    def of_parts(self) -> bool:
        return self.kind is not GEMEENTEN

    @property
    def all(self) -> list[Standing]:
        return list(self.peers) if self.of_parts else [self.own, *self.peers]

    @property
    def whole(self) -> str:
        """The name of the benchmark."""
        if self.benchmark is None:
            return ""
        return "de regio" if self.benchmark.level == "regio" else self.benchmark.name

    @property
    def when(self) -> str:
        return periods.period(self.own.period)

    @property
    def level(self) -> str | None:
        """`de regio 25,3`: the benchmark beside its line."""
        if self.benchmark is None or self.benchmark.value is None:
            return None
        name = self.whole if len(self.whole) <= LONG else f"de {self.benchmark.level}"  # it stands in the title
        return f"{name} {numbers.rate(self.benchmark.value)}"

    @property
    def axis(self) -> str:
        return " · ".join(filter(None, (self.header.unit_text, GOOD.get(self.header.better))))

    def hidden(self, found: Sequence[Standing]) -> str:
        """Who is not shown, with the reason."""
        missing = [item for item in found if item.value is None]
        words = "; ".join(f"{item.name}: {item.words(self.header, self.publication)}" for item in missing)
        rounded = "" if self.header.published else f" Aantallen zijn afgerond op {self.publication.base}."
        return f"{f'{words}.' if words else ALL_SHOWN}{rounded}"


def about(of: Compared, found: Sequence[Standing]) -> dict[str, str]:
    """What every picture of a comparison says of its figures."""
    return {
        "denominator": of.header.denominator_text, "source": of.header.source_text, "period": of.when,
        "status": status_words(of.own.status), "suppression": of.hidden(found), "no_events": NO_TIME,
    }  # fmt: skip


def rank_plot(of: Compared) -> RankPlot | None:
    """From high to low; what is not shown stands below, with the range that it can have. None without any to draw."""
    if all(item.value is None and item.range_high is None for item in of.all):
        return None
    shown = sorted((item for item in of.all if item.value is not None), key=lambda item: -(item.value or 0.0))
    order = [*shown, *(item for item in of.all if item.value is None)]
    title = f"{of.header.title}: {of.kind.counted(len(order))} in {when(of.own.period, of.own.status)}"
    z = limit_of(len(order))
    beside = f"Naast {of.whole or 'het gemiddelde'}"
    counted = how_many(sum(_judged(item, of, z) for item in order), SHARE[z])
    sentence = " ".join(filter(None, (counted, of.kind.no_cause, _together(of))))
    return RankPlot(
        key="volgorde", title=title, axis=of.axis, sentence=sentence, **about(of, order),
        alt=f"{title}. {of.header.unit_text}. {of.sentence} {sentence}",
        headers=(of.kind.one.capitalize(), f"Waarde ({of.header.unit_text})", "Aantal", "Noemer", beside),
        lines=tuple(_line(item, of, z) for item in order),
        ranked=tuple(_ranked(item, of) for item in order),
        level=None if of.benchmark is None else of.benchmark.value, level_words=of.level,
    )  # fmt: skip


def _together(of: Compared) -> str:
    """What these gemeenten count together; empty where counts do not add up, or where one of them knows nothing.

    A hidden one as its range, or named as left out where that says nothing.
    """
    told = [item for item in of.all if item.reason is None or item.reason in (Reason.KLEIN, Reason.HERLEIDBAAR)]
    counts = of.header.counts
    if of.of_parts or of.header.shape != "count" or counts not in ADDITIVE or len(told) < len(of.all):
        return ""
    known = [item for item in told if item.numerator is not None or of.publication.tells(item.numerator_high)]
    shown = [item for item in known if item.numerator is not None]
    if len(shown) < 2:  # noqa: PLR2004 - one is no sum
        return ""
    without = [item.name for item in told if item not in known]
    left_out = f", zonder {listed(without)}" if without else ""
    return f"Aantal {counts} samen{left_out}: {total(known, counts).words}."


def _judged(item: Standing, of: Compared, z: float) -> bool:
    return against(item, of.benchmark, z) is not Direction.UNKNOWN


def _line(item: Standing, of: Compared, z: float) -> tuple[str, ...]:
    count = ABSENT
    told = item.numerator is not None or of.publication.tells(item.numerator_high)
    if told and item.numerator_low is not None and item.numerator_high is not None:
        count = numbers.possible(item.numerator_low, item.numerator_high)
    whole = ABSENT if item.denominator is None else numbers.number(item.denominator)
    judged = standing(against(item, of.benchmark, z), of.header.better)
    return item.name, item.words(of.header, of.publication), count, whole, judged


def _ranked(item: Standing, of: Compared) -> Ranked:
    words = item.words(of.header, of.publication)
    own = item.area == of.own.area
    return Ranked(item.name, words, own, item.value, item.low, item.high, item.range_high)
