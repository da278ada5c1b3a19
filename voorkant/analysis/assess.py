"""A pilot assessed from data to verdict: the estimate, its inference, its checks and the gate, in one fixed order.

The same panel, rules and seed give the same figures, bit for bit.
"""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.assignment import distinct_assignments
from voorkant.analysis.breakdown import breakdown_trend
from voorkant.analysis.donut import donut
from voorkant.analysis.gate import ALPHA, Lack, Refusal, Standing, refusals
from voorkant.analysis.imputation import expected_cells, imputed
from voorkant.analysis.intervals import Floats
from voorkant.analysis.jackknife import Jackknife, jackknife
from voorkant.analysis.meanreversion import PeakBefore, peak_before
from voorkant.analysis.panel import Bools, Panel
from voorkant.analysis.placebo import PlaceboInTime, Rank, placebo_in_space, placebo_in_time
from voorkant.analysis.power import Planned, smallest_fall
from voorkant.analysis.prepare import Prepared, prepared, silent
from voorkant.analysis.randomisation import DRAWS, SEED, randomised
from voorkant.analysis.verdict import RELEVANT, Finding, Judgement, Robustness, judge

RECENT = 12


@dataclass(frozen=True)
class Rules:
    """What was laid down beforehand, and what is known of the input."""

    moments: int = 1
    relevant: float = RELEVANT
    draws: int = DRAWS
    seed: int = SEED
    suppressed: bool = False
    broken: int = 0
    starts_unknown: int = 0

    @property
    def alpha(self) -> float:
        return ALPHA / self.moments


@dataclass(frozen=True)
class Companions:
    """What always stands beside the estimate."""

    left_out: Jackknife
    donut: dict[int, float]
    placebo: PlaceboInTime
    rank: Rank
    peak: PeakBefore
    breakdown: float


@dataclass(frozen=True)
class Assessment:
    """All that may be told of a pilot; `finding` and `companions` are None where nothing can be compared."""

    judgement: Judgement
    standing: Standing
    rules: Rules
    prepared: Prepared
    observed: float
    expected: float
    finding: Finding | None
    companions: Companions | None

    @property
    def ratio(self) -> float | None:
        return self.observed / self.expected if self.expected > 0 else None


def assess(whole: Panel, rules: Rules) -> Assessment:
    """Units that cannot be used are named in `prepared`; whatever the gate refuses gets no interval and no p."""
    ready = prepared(whole)
    panel = ready.panel
    after = panel.masks()[1][0]
    if not after.any():
        there = standing(ready, rules, (0.0, 0.0), float("nan"))
        return Assessment(judge(None, Robustness(), refusals(there, rules.alpha)), there, rules, ready, 0.0, 0.0,
                          None, None)  # fmt: skip
    found = imputed(panel)
    companions = beside(panel, rules.alpha)
    mde = smallest_fall(companions.left_out.error, panel.units, rules.alpha)
    totals = float(found.observed[0]), float(found.expected[0])
    there = standing(ready, rules, totals, mde)
    refused = refusals(there, rules.alpha) + (() if totals[0] else (Refusal(Lack.NOTHING, 0, 1),))
    finding = None if refused else _finding(panel, rules, totals)
    robust = held(totals[0] / totals[1] if totals[1] else 1.0, companions)
    return Assessment(
        judge(finding, robust, refused, rules.relevant), there, rules, ready, *totals, finding, companions
    )


def seen_so_far(whole: Panel, alpha: float) -> Planned | None:
    """What the months since the starts can show; None where nothing can be compared."""
    panel = prepared(whole).panel
    if not panel.masks()[1].any():
        return None
    error, expected = jackknife(panel).error, float(imputed(panel).expected[0])
    fall = smallest_fall(error, panel.units, alpha)
    return Planned(error, fall, 0, expected) if np.isfinite(fall) and expected > 0 else None


def beside(panel: Panel, alpha: float) -> Companions:
    """What is looked at beside the estimate."""
    return Companions(jackknife(panel), donut(panel), placebo_in_time(panel, alpha), placebo_in_space(panel),
                      peak_before(panel), breakdown_trend(panel))  # fmt: skip


def _finding(panel: Panel, rules: Rules, totals: tuple[float, float]) -> Finding:
    test = randomised(panel, rules.alpha, rules.draws, rules.seed)
    return Finding(*totals, test.low, test.high, test.p, rules.alpha)


def held(ratio: float, companions: Companions) -> Robustness:
    """A hole that leaves nothing to compare keeps no sign."""
    keeps = all((value - 1) * (ratio - 1) > 0 for value in companions.donut.values())
    return Robustness(True, companions.left_out.keeps_sign, keeps, companions.peak.flags(ratio))


def standing(ready: Prepared, rules: Rules, totals: tuple[float, float], mde: float) -> Standing:
    """What there is, for the gate. Where nothing can be compared: who runs the programme, and who does not."""
    panel = ready.panel
    before, after = (mask[0] for mask in panel.masks())
    treated = after.any(axis=1) if after.any() else panel.running.any(axis=1)
    comparing = (before & after.any(axis=0)).any(axis=1) if after.any() else np.logical_not(treated)
    cells = expected_cells(panel)
    return Standing(
        treated=int(treated.sum()),
        comparison=int(comparing.sum()),
        assignments=distinct_assignments(panel),
        before=int(before[treated].sum(axis=1).min(initial=panel.months)) if treated.any() else 0,
        after=float(np.median(after[treated].sum(axis=1))) if treated.any() else 0.0,
        expected=totals[1],
        monthly=_monthly(after, cells),
        mde=mde,
        missing=ready.missing,
        suppressed=rules.suppressed,
        broken=rules.broken + silent(panel, cells),
        starts_unknown=rules.starts_unknown,
    )


def _monthly(after: Bools, cells: Floats) -> float:
    """Events expected in one month of the units that run now, from their last months that count."""
    recent = np.flatnonzero(after.any(axis=0))[-RECENT:]
    return float(np.where(after, cells, 0.0)[:, recent].sum() / max(len(recent), 1))
