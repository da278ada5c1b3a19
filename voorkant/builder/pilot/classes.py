"""Per practice whether it had fewer or more events since its own start than expected: a word, never a number.

Expected comes from the model of the pilot. Small practices are taken together with those that began in the same
half-year, until enough is expected of them. Limits are those of a funnel (99.8%), widened by what practices differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from voorkant.analysis.funnel import ratio_funnel
from voorkant.analysis.imputation import expected_cells
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.estimates import NOW, Moment, Row
from voorkant.builder.pilot.evaluate import Evaluated
from voorkant.domain.area import Level as AreaLevel

CLASS = "klasse"
HALF_YEAR = 6
ENOUGH, TOGETHER = 10.0, 20.0
"""Expected events from which one practice has a class, and up to which smaller ones are taken together."""
FEWEST = 5
"""Classes below which it is not known how much practices differ by themselves."""


@dataclass(frozen=True)
class Unit:
    """One practice or some small ones: codes, and the events since the start of each."""

    codes: tuple[str, ...]
    observed: float
    expected: float

    def __add__(self, other: "Unit") -> "Unit":
        return Unit(self.codes + other.codes, self.observed + other.observed, self.expected + other.expected)


def class_rows(moments: Sequence[Moment], level: Level) -> list[Row]:
    """A row per practice of the newest figures: scope its code, value how many share the class. `intern` only."""
    now = next((item.found for item in moments if item.is_now), None)
    if now is None or now.compared is None or level.inner is not None or now.case.pilot.unit != AreaLevel.PRAKTIJK:
        return []
    units = list(_units(now))
    if len(units) < FEWEST:
        return []
    funnel = ratio_funnel(*(np.array(each) for each in zip(*((u.observed, u.expected) for u in units), strict=True)))
    return [
        (NOW, code, CLASS, float(len(unit.codes)), None, None, str(judged(unit, funnel.low[place], outside, level)))
        for place, (unit, outside) in enumerate(zip(units, funnel.outside.tolist(), strict=True))
        for code in unit.codes
    ]


def judged(unit: Unit, low: float, outside: int, level: Level) -> int:
    """-1, 0 or 1. Lower is not told where no more counts than `wanted` would be that low: the word would be a count."""
    return 0 if outside < 0 and ceil(low * unit.expected) < level.wanted else outside


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
            yield half, Unit((found.case.places[place].code,), seen, hoped)
