"""What a pilot will be able to show, computed before its first answer: for the check screen and for the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np

from voorkant.analysis.assess import ALPHA, smallest_fall_seen
from voorkant.analysis.gate import FEWEST_EXPECTED, FEWEST_MONTHS_AFTER, WIDEST_MDE
from voorkant.analysis.panel import Panel
from voorkant.analysis.power import Planned, planned, smallest_fall
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.case import Case, month_code, number
from voorkant.builder.pilot.estimates import Part
from voorkant.builder.pilot.evaluate import beforehand

AS_PLANNED, LONGER, MORE = "zoals_gepland", "jaar_langer", "helft_meer_eenheden"
YEAR, HALF_MORE = 12, 1.5


def plan_rows(case: Case, level: Level) -> list[Part]:
    """Rows `plan` with the smallest fall per variant, and from when there is enough; else the reason why not."""
    differs: list[Part] = [("", "plan_uitrol_anders", float(len(case.differs)), None, None, None)]
    return [*_foretold(case, level), *(differs if case.differs else [])]


def _foretold(case: Case, level: Level) -> list[Part]:
    if refused := beforehand(case):
        return [("", "plan_reden", None, None, None, refused[0].lack.value)]
    panel = Panel(case.counts, case.exposure, *case.starts())
    alpha = ALPHA / len(case.pilot.moments)
    until = number(case.pilot.last) + 1 - case.first
    found = planned(panel, until, alpha)
    if found is None:
        seen = smallest_fall_seen(case.panel(case.first + case.months), alpha)
        if not isfinite(seen):
            return [("", "plan_reden", None, None, None, "niet_te_voorspellen")]
        return [("gezien", "plan", round(seen, 2), None, None, None)]
    return list(_foreseen(_Plan(case, panel, found, until, alpha), level.rule.base))


@dataclass(frozen=True)
class _Plan:
    """`until` is the month (place) at which the plan ends; the starts may lie beyond the data."""

    case: Case
    panel: Panel
    found: Planned
    until: int
    alpha: float

    def expected(self, until: int) -> float:
        """Events by another end, in proportion to the months with the programme."""
        return self.found.expected * _months(self.panel, until) / max(_months(self.panel, self.until), 1)

    def fall(self, expected: float, units: int) -> float:
        """The smallest fall that is seen of so many events: the error shrinks with their root."""
        return smallest_fall(self.found.error * sqrt(self.found.expected / expected), units, self.alpha)


def _foreseen(plan: _Plan, base: int) -> Iterator[Part]:
    units, expected = plan.panel.units, plan.found.expected
    variants = {
        AS_PLANNED: plan.found.smallest_fall,
        LONGER: plan.fall(plan.expected(plan.until + YEAR), units),
        MORE: plan.fall(expected * HALF_MORE, round(units * HALF_MORE)),
    }
    for variant, fall in variants.items():
        yield variant, "plan", round(fall, 2), None, None, None
    yield "", "plan_verwacht", float(round(expected / base) * base), None, None, None
    if month := _enough_from(plan):
        yield "", "plan_genoeg", None, None, None, month


def _months(panel: Panel, until: int) -> int:
    started = panel.begin < until
    return int(np.clip(np.minimum(panel.stop, until) - panel.full, 0, None)[started].sum())


def _enough_from(plan: _Plan) -> str | None:
    """The first month with whose figures the gate can open; None when that is not before the end."""
    panel = plan.panel
    for end in range(int(panel.full.min()) + FEWEST_MONTHS_AFTER, plan.until + 1):
        started = panel.full < end
        after = np.median(np.minimum(panel.stop, end)[started] - panel.full[started])
        expected = plan.expected(end)
        if after < FEWEST_MONTHS_AFTER or expected < FEWEST_EXPECTED:
            continue
        if plan.fall(expected, panel.units) <= WIDEST_MDE:
            return month_code(plan.case.first + end - 1)
    return None
