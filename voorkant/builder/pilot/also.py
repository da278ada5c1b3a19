"""The other outcomes of a pilot: assessed like the first, judged together, and told as a ratio without a verdict."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from voorkant.analysis.multiple import holm
from voorkant.analysis.verdict import Verdict
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.estimates import Row, result
from voorkant.builder.pilot.evaluate import Evaluated, evaluate
from voorkant.builder.pilot.readers import Tells
from voorkant.builder.release import DECIMALS, counts_left
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import Pilot
from voorkant.domain.area import Level as AreaLevel
from voorkant.domain.protection import Reason

ALSO, TITLE = "ook_bekeken", "ook_titel"
NOTHING, NO_DIFFERENCE, SAME = "geen_uitspraak", "geen_verschil", "zelfde_telling"
WAYS = {Verdict.FALL: "lager", Verdict.RISE: "hoger"}

Read = Callable[[Pilot, Indicator], Case]


@dataclass(frozen=True)
class Also:
    """Another outcome at a moment; `p` is adjusted for how many were asked. Nothing is found of the same count."""

    indicator: Indicator
    found: Evaluated | None = None
    p: float = np.nan

    @property
    def code(self) -> str:
        """Lower or higher only where the same rule as for the first outcome says so, among all that were asked."""
        if self.found is None:
            return SAME
        if self.found.finding is None:
            return NOTHING
        way = WAYS.get(self.found.judgement.verdict, NO_DIFFERENCE)
        return way if self.p <= self.found.alpha else NO_DIFFERENCE


def others(pilot: Pilot, indicators: Mapping[str, Indicator], until: int, read: Read) -> tuple[Also, ...]:
    """The other outcomes that are counts, at the month number `until`."""
    asked = [indicators[slug] for slug in pilot.secondary if slug in indicators and indicators[slug].shape == "count"]
    same = [item for item in asked if is_same(pilot.unit, item, indicators[pilot.primary])]
    own = [item for item in asked if item not in same]
    found = [evaluate(read(replace(pilot, primary=item.slug), item), until) for item in own]
    chances = [each.finding.p if each.finding else np.nan for each in found]
    adjusted = holm(np.array(chances)) if found else ()
    judged = (Also(item, each, float(p)) for item, each, p in zip(own, found, adjusted, strict=True))
    return (*judged, *(Also(item) for item in same))


def is_same(unit: str, one: Indicator, other: Indicator) -> bool:
    """Whether two outcomes count the same rows of such units: to a practice belongs only what its huisartsen refer.

    Said of the kind of unit and not of what was counted: that nobody else referred would be a count of 0.
    """
    links = {(item.slug, link.whole) for item in (one, other) for link in item.within if link.is_plain}
    return unit == AreaLevel.PRAKTIJK and bool(links & {(one.slug, other.slug), (other.slug, one.slug)})


def other_rows(moment: str, also: Sequence[Also], level: Level, tells: Tells) -> Iterator[Row]:
    """A ratio with its interval where the counts behind it could have been released; never those counts."""
    for item in also:
        slug, figures = item.indicator.slug, result(item.found) if item.found else None
        yield moment, slug, TITLE, None, None, None, item.indicator.title
        if item.found is None or figures is None:
            yield moment, slug, ALSO, None, None, None, item.code
        elif (left := counts_left(figures, level)) is None:
            yield moment, slug, ALSO, None, None, None, Reason.KLEIN.value
        elif tells([Sum(item.found.case, item.found.cells[1], *left)]):
            ratio = (round(value, DECIMALS) for value in figures.ratio)
            yield moment, slug, ALSO, *ratio, item.code
        else:
            yield moment, slug, ALSO, None, None, None, Reason.HERLEIDBAAR.value
