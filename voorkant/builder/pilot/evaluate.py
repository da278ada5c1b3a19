"""What may be said of a pilot with the figures up to a month: compared, as one series, or not at all."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from voorkant.analysis.assess import Assessment, Rules, assess
from voorkant.analysis.assess_series import SeriesAssessment, assess_series, summed
from voorkant.analysis.gate import ALPHA, Lack, Refusal
from voorkant.analysis.panel import Bools, Panel
from voorkant.analysis.verdict import Finding, Judgement, Verdict
from voorkant.builder.pilot.case import Case

MAPPED_ENOUGH = 0.8
"""Below this share of referrals that belong to a practice, practices cannot be compared."""


@dataclass(frozen=True)
class Evaluated:
    """A pilot at one moment: `until` is the number of the month after the last that counts."""

    case: Case
    until: int
    found: Assessment | SeriesAssessment | None
    judgement: Judgement

    @property
    def alpha(self) -> float:
        return ALPHA / len(self.case.pilot.moments)

    @property
    def finding(self) -> Finding | None:
        return self.found.finding if self.found else None

    @property
    def compared(self) -> Assessment | None:
        """The assessment when units were compared."""
        return self.found if isinstance(self.found, Assessment) else None

    @cached_property
    def panel(self) -> Panel:
        return self.case.panel(self.until)

    @cached_property
    def cells(self) -> tuple[Bools, Bools]:
        """(before, after) of all units of the case: what is compared with, and what the programme touched."""
        whole = self.panel
        before, after = (np.zeros(whole.counts.shape, dtype=bool) for _ in range(2))
        if self.compared:
            kept = self.compared.prepared.kept
            before[kept], after[kept] = (mask[0] for mask in self.compared.prepared.panel.masks())
        elif self.found:
            started = whole.begin < whole.months
            usable = whole.usable & started[:, None]
            after = usable & whole.running
            before = usable & np.logical_not(whole.running)
        return before, after


def evaluate(case: Case, until: int) -> Evaluated:
    """The same case gives the same answer, bit for bit."""
    pilot = case.pilot
    refused = beforehand(case)
    if refused:
        return Evaluated(case, until, None, Judgement(Verdict.REFUSED, refusals=refused))
    panel = case.panel(until)
    rules = Rules(moments=len(pilot.moments), relevant=pilot.relevant, broken=broken(case, until),
                  starts_unknown=case.undated)  # fmt: skip
    found: Assessment | SeriesAssessment = _one_series(case, panel, rules) or assess(panel, rules)
    return Evaluated(case, until, found, found.judgement)


def beforehand(case: Case) -> tuple[Refusal, ...]:
    """Why there is nothing to compute with."""
    if case.pilot.unit == "gezin":
        return (Refusal(Lack.FAMILIES, 0, 0),)
    reasons = [
        (not case.months or not case.places, Refusal(Lack.NO_MONTHS, 0, 0)),
        (case.mapped < MAPPED_ENOUGH, Refusal(Lack.MAPPED, case.mapped, MAPPED_ENOUGH)),
    ]
    return tuple(reason for applies, reason in reasons if applies)


def broken(case: Case, until: int) -> int:
    """How many units are counted in another way somewhere inside the months."""
    from_then = [item.places for item in case.breaks if item.month < until]
    return len(frozenset().union(*from_then))


def _one_series(case: Case, panel: Panel, rules: Rules) -> SeriesAssessment | None:
    """Where all began together there is nobody to compare with: the line of the months before."""
    if not panel.units or (panel.begin >= panel.months).any():
        return None
    series = summed(panel, case.corona[: panel.months], case.first % 12 + 1)
    return assess_series(series, rules, panel.units) if series else None
