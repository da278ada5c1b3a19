"""What a pilot will be able to show, computed before its first answer: for the check screen and for the register.

Before the first start placebo starts say so. Once units have begun, the figures since then do: their error shrinks with
the root of what will be expected. What no waiting mends, such as too few units, is said beforehand too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np

from voorkant.analysis.assess import seen_so_far
from voorkant.analysis.foresee import at_once, lacking
from voorkant.analysis.gate import ALPHA, FEWEST_EXPECTED, FEWEST_MONTHS_AFTER, WIDEST_MDE
from voorkant.analysis.panel import Panel
from voorkant.analysis.power import Planned, planned, smallest_fall
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.case import Case, month_code, number
from voorkant.builder.pilot.estimates import Part
from voorkant.builder.pilot.evaluate import beforehand, broken

SEEN, AS_PLANNED, LONGER, MORE = "gezien", "zoals_gepland", "jaar_langer", "helft_meer_eenheden"
YEAR, HALF_MORE = 12, 1.5


def plan_rows(case: Case, level: Level) -> list[Part]:
    """Rows `plan` with the smallest fall per variant, and from when there is enough; else the reason why not."""
    differs: list[Part] = [("", "plan_uitrol_anders", float(len(case.differs)), None, None, None)]
    return [*_foretold(case, level), *(differs if case.differs else [])]


def _foretold(case: Case, level: Level) -> Iterator[Part]:
    if refused := beforehand(case):
        yield "", "plan_reden", None, None, None, refused[0].lack.value
        return
    panel = Panel(case.counts, case.exposure, *case.starts())
    alpha = ALPHA / len(case.pilot.moments)
    until = number(case.pilot.last) + 1 - case.first
    together = at_once(panel, until)
    lacks = (
        ()
        if together
        else lacking(panel, until, alpha, broken(case, case.first + case.months), starts_unknown=case.undated)
    )
    if found := planned(panel, until, alpha):
        yield from _foreseen(_Plan(case, panel, found, until, until, alpha), may_open=not lacks)
        yield "", "plan_verwacht", float(round(found.expected / level.rule.base) * level.rule.base), None, None, None
    elif seen := seen_so_far(case.panel(case.first + case.months), alpha):
        yield from _foreseen(_Plan(case, panel, seen, case.months, until, alpha), may_open=not lacks)
    else:
        yield "", "plan_reden", None, None, None, "alles_tegelijk" if together else "niet_te_voorspellen"
    for reason in lacks:
        yield "", "plan_tekort", float(reason.found), float(reason.needed), None, reason.lack.value


@dataclass(frozen=True)
class _Plan:
    """`found` is of the months up to `at`, the plan ends at `until` (places); starts may lie beyond the data."""

    case: Case
    panel: Panel
    found: Planned
    at: int
    until: int
    alpha: float

    @property
    def has_begun(self) -> bool:
        return not self.found.placebos

    def expected(self, until: int) -> float:
        """Events by another end, in proportion to the months with the programme."""
        return self.found.expected * _months(self.panel, until) / max(_months(self.panel, self.at), 1)

    def fall(self, expected: float, units: int) -> float:
        """The smallest fall that is seen of so many events: the error shrinks with their root."""
        return smallest_fall(self.found.error * sqrt(self.found.expected / expected), units, self.alpha)


def _foreseen(plan: _Plan, *, may_open: bool) -> Iterator[Part]:
    units, expected = plan.panel.units, plan.expected(plan.until)
    variants = {
        SEEN: plan.found.smallest_fall,
        AS_PLANNED: plan.fall(expected, units),
        LONGER: plan.fall(plan.expected(plan.until + YEAR), units),
        MORE: plan.fall(expected * HALF_MORE, round(units * HALF_MORE)),
    }
    left_out = AS_PLANNED if plan.has_begun and plan.until <= plan.at else "" if plan.has_begun else SEEN
    for variant, fall in variants.items():
        if variant != left_out:
            yield variant, "plan", round(fall, 2), None, None, None
    if may_open and (end := _enough_from(plan)):
        name = "plan_genoeg_nu" if plan.has_begun and end == plan.at else "plan_genoeg"
        yield "", name, None, None, None, month_code(plan.case.first + end - 1)


def _months(panel: Panel, until: int) -> int:
    started = panel.begin < until
    return int(np.clip(np.minimum(panel.stop, until) - panel.full, 0, None)[started].sum())


def _enough_from(plan: _Plan) -> int | None:
    """The end (place) of the first months with which the gate can open, from now on; None when not before the end."""
    panel = plan.panel
    now = plan.at if plan.has_begun else 0
    for end in range(max(int(panel.full.min()) + FEWEST_MONTHS_AFTER, now), plan.until + 1):
        started = panel.full < end
        after = np.median(np.minimum(panel.stop, end)[started] - panel.full[started])
        expected = plan.expected(end)
        if after < FEWEST_MONTHS_AFTER or expected < FEWEST_EXPECTED:
            continue
        if plan.fall(expected, panel.units) <= WIDEST_MDE:
            return end
    return None
