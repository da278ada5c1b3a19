"""Per practice whether it had fewer or more events since its own start than expected: a word, never a number.

Expected comes from the model of the pilot. Small practices are taken together with those that began in the same
half-year, until enough is expected of them. Limits are those of a funnel (99.8%), widened by what practices differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from voorkant.analysis.funnel import ratio_funnel
from voorkant.analysis.imputation import expected_cells
from voorkant.analysis.panel import Bools
from voorkant.builder.audit.ranges import Level
from voorkant.builder.audit.system import FREE
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.estimates import NOW, Moment, Row
from voorkant.builder.pilot.evaluate import Evaluated
from voorkant.builder.pilot.readers import Tells
from voorkant.domain.area import Level as AreaLevel
from voorkant.domain.protection import Reason

CLASS = "klasse"
HALF_YEAR = 6
ENOUGH, TOGETHER = 10.0, 20.0
"""Expected events from which one practice has a class, and up to which smaller ones are taken together."""
FEWEST = 5
"""Classes below which it is not known how much practices differ by themselves."""


@dataclass(frozen=True)
class Unit:
    """One practice or some small ones: codes, their months since the start, and the events in these."""

    codes: tuple[str, ...]
    where: Bools  # (units, months) of the pilot
    observed: float
    expected: float

    def __add__(self, other: "Unit") -> "Unit":
        return Unit(
            self.codes + other.codes, self.where | other.where,
            self.observed + other.observed, self.expected + other.expected,
        )  # fmt: skip


@dataclass(frozen=True)
class Classed:
    """A unit with its word, and what the word says of its events to who knows the expected and the limits exactly."""

    unit: Unit
    word: int
    low: float
    high: float


def class_rows(moments: Sequence[Moment], level: Level, tells: Tells) -> list[Row]:
    """A row per practice of the newest figures: scope its code, value how many share the class. `intern` only.

    Where the word would take doubt away beside cells and other estimates, the reason stands in its place.
    """
    now = next((item.found for item in moments if item.is_now), None)
    if now is None or now.compared is None or level.inner is not None or now.case.pilot.unit != AreaLevel.PRAKTIJK:
        return []
    found = classed(list(_units(now)), level)
    told = {id(item) for item in _told(now.case, found, tells)}
    return [
        (NOW, code, CLASS, float(len(item.unit.codes)), None, None,
         str(item.word) if id(item) in told else Reason.HERLEIDBAAR.value)
        for item in found
        for code in item.unit.codes
    ]  # fmt: skip


def classed(units: Sequence[Unit], level: Level) -> list[Classed]:
    """Every unit with its class; none where there are too few to know how much they differ by themselves."""
    if len(units) < FEWEST:
        return []
    funnel = ratio_funnel(*(np.array(each) for each in zip(*((u.observed, u.expected) for u in units), strict=True)))
    limits = zip(funnel.low.tolist(), funnel.high.tolist(), funnel.outside.tolist(), strict=True)
    return [_classed(unit, *limit, level) for unit, limit in zip(units, limits, strict=True)]


def _classed(unit: Unit, low: float, high: float, outside: int, level: Level) -> Classed:
    """Lower is not told where no more counts than `wanted` would be that low: the word would be a count."""
    least, most = ceil(low * unit.expected), floor(high * unit.expected)
    if least < level.wanted:
        least, outside = 0, max(outside, 0)
    if outside < 0:
        return Classed(unit, outside, 0, least - 1)
    return Classed(unit, outside, most + 1, FREE) if outside else Classed(unit, outside, least, most)


def _told(case: Case, found: Sequence[Classed], tells: Tells) -> list[Classed]:
    """Those that may be told together; where not all may, each half by itself, and so on."""
    if not found or tells([Sum(case, item.unit.where, item.low, item.high) for item in found]):
        return list(found)
    half = len(found) // 2
    return [*_told(case, found[:half], tells), *_told(case, found[half:], tells)] if half else []


def _units(found: Evaluated) -> Iterator[Unit]:
    """Large practices alone, in order; small ones by the half-year of their start; what stays too small is left out."""
    small: dict[int, Unit] = {}
    for half, unit in _started(found):
        if unit.expected >= ENOUGH:
            yield unit
        else:
            small[half] = small[half] + unit if half in small else unit
    group: Unit | None = None
    for half in sorted(small):
        group = group + small[half] if group else small[half]
        if group.expected >= TOGETHER:
            yield group
            group = None


def _started(found: Evaluated) -> Iterator[tuple[int, Unit]]:
    """(number of the half-year of the start, unit) of each that has begun and of which something is expected."""
    if found.compared is None:
        return
    prepared = found.compared.prepared
    panel, places = prepared.panel, np.flatnonzero(prepared.kept)
    expected = expected_cells(panel)
    after = panel.masks()[1][0] & np.isfinite(expected)
    for at, place in enumerate(places):
        if after[at].any():
            half = (found.case.first + int(panel.begin[at])) // HALF_YEAR
            seen, hoped = (float(cells[at][after[at]].sum()) for cells in (panel.counts, expected))
            where = np.zeros(found.panel.counts.shape, dtype=bool)
            where[place] = after[at]
            yield half, Unit((found.case.places[place].code,), where, seen, hoped)
