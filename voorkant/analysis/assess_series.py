"""One series assessed from data to verdict, where there is nobody to compare with: an indication at most."""

from dataclasses import dataclass

import numpy as np

from voorkant.analysis.assess import Rules
from voorkant.analysis.gate import Lack, Refusal, Standing, amounts
from voorkant.analysis.panel import Bools, Panel
from voorkant.analysis.power import POWER
from voorkant.analysis.timeseries import FEWEST_BEFORE, Interrupted, Series, interrupted_series
from voorkant.analysis.verdict import Finding, Judgement, Robustness, judge

ALONE = Robustness(comparison=False)


@dataclass(frozen=True)
class SeriesAssessment:
    """What may be told of a series; `fitted` is None where no line can be drawn."""

    judgement: Judgement
    standing: Standing
    rules: Rules
    finding: Finding | None
    fitted: Interrupted | None


def summed(panel: Panel, corona: Bools, calendar_month: int) -> Series | None:
    """All units that started, as one series; None when there are none, or when they did not start together."""
    started = panel.begin < panel.months
    if len(set(zip(panel.begin[started].tolist(), panel.full[started].tolist(), strict=True))) != 1:
        return None
    units = panel.only(started)
    usable = units.usable.all(axis=0)
    counts = np.where(usable, units.counts.sum(axis=0), np.nan)
    exposure = np.where(usable, units.exposure.sum(axis=0), np.nan)
    return Series(counts, exposure, corona, int(units.begin[0]), calendar_month)


def assess_series(series: Series, rules: Rules, units: int = 1) -> SeriesAssessment:
    """`units`: how many units the series is the sum of."""
    fitted = interrupted_series(series, rules.alpha)
    there = _standing(series, rules, fitted, units)
    reasons = [reason for applies, reason in amounts(there, FEWEST_BEFORE) if applies]
    if rules.starts_unknown:
        reasons.insert(0, Refusal(Lack.START, rules.starts_unknown, 0))
    if rules.broken:
        reasons.append(Refusal(Lack.BREAK, rules.broken, 0))
    if fitted is None and not reasons:
        reasons.append(Refusal(Lack.NOTHING, 0, 1))
    finding = None if fitted is None or reasons else Finding(
        fitted.observed, fitted.expected, fitted.low, fitted.high, fitted.p, rules.alpha
    )  # fmt: skip
    return SeriesAssessment(judge(finding, ALONE, tuple(reasons), rules.relevant), there, rules, finding, fitted)


def _standing(series: Series, rules: Rules, fitted: Interrupted | None, units: int) -> Standing:
    known = np.isfinite(series.counts) & (np.nan_to_num(series.exposure) > 0)
    month = np.arange(len(known))
    after = int((known & (month >= series.start)).sum())
    expected = fitted.expected if fitted else 0.0
    return Standing(
        treated=units,
        comparison=0,
        assignments=0,
        before=int((known & (month < series.start)).sum()),
        after=float(after),
        expected=expected,
        monthly=expected / after if after else 0.0,
        mde=_smallest_fall(fitted, rules.alpha) if fitted else float("nan"),
        missing=float(1 - known.mean()) if len(known) else 1.0,
        suppressed=rules.suppressed,
        broken=rules.broken,
        starts_unknown=rules.starts_unknown,
    )


def _smallest_fall(fitted: Interrupted, alpha: float) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 - a slow import that only some methods need

    reach = float(stdtrit(fitted.freedom, 1 - alpha / 2) + stdtrit(fitted.freedom, POWER))
    return float(1 - np.exp(-reach * fitted.error))
