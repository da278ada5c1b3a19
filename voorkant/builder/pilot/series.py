"""The points of a pilot's two charts as they may be released: pooled, of three units or more, and rounded.

Never a single unit, and never fewer than twenty expected events. The observed is rounded as a count of its level, the
expected to whole numbers, its band to multiples of the base; the ratio since the start to tenths, in steps of so many
expected events that a tenth is at least the number of values that a small count must keep.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite

import numpy as np

from voorkant.analysis.eventstudy import LEAST_EXPECTED, QUARTER, Least, Step, event_study, over_time, since_start
from voorkant.analysis.gate import ALPHA
from voorkant.builder.audit.propagate import NEAR
from voorkant.builder.audit.ranges import Level, rounded
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import month_code
from voorkant.builder.pilot.evaluate import Evaluated
from voorkant.builder.pilot.together import Guard, Told
from voorkant.builder.release import counted

FEWEST_UNITS = 3
TENTH = 0.1
WIDER = (1.0, 1.5, 2.5, 4.0, 8.0)
"""So many times the least number of events is tried, until all that is released leaves enough in doubt."""


@dataclass(frozen=True)
class MonthsPoint:
    """Some quarters of the calendar together; `span` is `2020-01..2020-06`."""

    span: str
    observed: float
    observed_low: float
    observed_high: float
    expected: float
    low: float
    high: float
    told: Told


@dataclass(frozen=True)
class SincePoint:
    """Some quarters since the start together; `span` is `-2..-1`."""

    span: str
    ratio: float
    low: float
    high: float


@dataclass(frozen=True)
class Drawn:
    """Both charts; empty where there is too little."""

    months: tuple[MonthsPoint, ...] = ()
    since: tuple[SincePoint, ...] = ()
    sums: tuple[Sum, ...] = ()  # what the points of both tell of counts


def drawn(found: Evaluated, level: Level, known: tuple[Sequence[Told], Guard]) -> Drawn:
    """The points of what was compared. `known`: what is released of the same events already, and what must be left."""
    told, guard = known
    if found.compared is None:
        return Drawn()
    panel, first = found.compared.prepared.panel, found.case.first
    since = Least(max(LEAST_EXPECTED, level.wanted / TENTH), FEWEST_UNITS)
    steps = [step for step in event_study(panel, ALPHA, since) if _enough(step, since)]
    for times in WIDER:
        least = Least(LEAST_EXPECTED * times, FEWEST_UNITS)
        quarters = over_time(panel, first % QUARTER, ALPHA, least)
        points = tuple(_point(step, found, level) for step in quarters)
        whole = [*told, *(point.told for point in points)]
        if points and all(_enough(step, least) for step in quarters) and guard.passes(whole):
            sums = (*_of_months(points, found), *_of_since(steps, found))
            return Drawn(points, tuple(_since(step) for step in steps), sums)
    return Drawn()


def _of_months(points: Sequence[MonthsPoint], found: Evaluated) -> Iterator[Sum]:
    """Of the events of started units in the months of each point."""
    after = found.cells[1]
    month = np.arange(after.shape[1])
    for point in points:
        inside = (month >= point.told.first) & (month < point.told.until)
        yield Sum(found.case, after & inside, point.told.low, point.told.high)


def _of_since(steps: Sequence[Step], found: Evaluated) -> Iterator[Sum]:
    """Of the events that a ratio in tenths stands for, for who knows the expected exactly."""
    if found.compared is None:
        return
    ready = found.compared.prepared
    quarter, counted = since_start(ready.panel)
    for step in steps:
        where = np.zeros(found.panel.counts.shape, dtype=bool)
        where[ready.kept] = counted & (quarter >= step.first) & (quarter <= step.last)
        shown = _since(step).ratio
        low, high = (step.expected * (shown + side * TENTH / 2) + side * NEAR for side in (-1, 1))
        yield Sum(found.case, where, low, high)


def _enough(step: Step, least: Least) -> bool:
    return step.expected >= least.expected and step.units >= least.units


def _point(step: Step, found: Evaluated, level: Level) -> MonthsPoint:
    """The months of the quarters, of the first and the last only those inside the data."""
    offset, months = found.case.first % QUARTER, found.compared.prepared.panel.months if found.compared else 0
    begin = max(step.first * QUARTER - offset, 0)
    until = min((step.last + 1) * QUARTER - offset, months)
    observed = float(rounded(np.array([step.observed]), level)[0])
    low, high = counted(observed, level)
    base = level.rule.base
    return MonthsPoint(
        span=f"{month_code(found.case.first + begin)}..{month_code(found.case.first + until - 1)}",
        observed=observed,
        observed_low=low,
        observed_high=high,
        expected=float(round(step.expected)),
        low=float(floor(step.observed / step.high / base) * base) if step.high > 0 else 0.0,
        high=_above(step, base),
        told=Told(begin, until, low, high),
    )


def _above(step: Step, base: int) -> float:
    """The upper bound of the band; three times what is expected where there is none."""
    high = step.observed / step.low if step.low > 0 else float("inf")
    most = 3 * step.expected
    return float(-(-min(high if isfinite(high) else most, most) // base) * base)


def _since(step: Step) -> SincePoint:
    return SincePoint(f"{step.first}..{step.last}", *(round(value, 1) for value in (step.ratio, step.low, step.high)))
