"""`analyse` with the methods that watch figures: rates, shares, control charts, funnels and trends."""

import numpy as np

from voorkant.analysis.funnel import ratio_funnel
from voorkant.analysis.intervals import Z_95, Floats, poisson_interval, wilson
from voorkant.analysis.laney import laney_limits
from voorkant.analysis.spc import LEAST_BASELINE, LEAST_MEAN, Limits, Point, xmr_limits, xmr_points
from voorkant.analysis.standardised import FEWEST_EVENTS, standardised_rate
from voorkant.analysis.trend import POINTS, five_point_trend
from voorkant.commands.answer import Answer
from voorkant.commands.grouped import Asked, Sums, by_period, summed
from voorkant.commands.panelfile import needed
from voorkant.domain.problem import DataRefused
from voorkant.text import methods
from voorkant.text.checks import Check, State, note
from voorkant.text.reasons import SPC, TREND

FEW_POINTS = 13
OTHER = ""
"""Rows of other units: a stratum has a name."""


def rate(asked: Asked) -> Answer:
    """All events over all exposure, with the exact interval below ten and Byar's from ten."""
    needed("rate", exposure=asked.columns.exposure)
    return _level(asked, "rate")


def proportion(asked: Asked) -> Answer:
    """All hits over all cases, with Wilson's interval."""
    needed("proportion", exposure=asked.columns.exposure)
    return _level(asked, "proportion")


def _level(asked: Asked, method: str) -> Answer:
    """The whole in the answer, and each unit in a check where units are named."""
    units = asked.columns.unit
    sums = summed(asked, asked.table.texts(units) if units else ["alles"] * len(asked.table.lines))
    whole = sums.only_known()
    if not len(whole.counts):
        raise DataRefused(f"{asked.table.file}: geen enkele rij heeft zowel een aantal als een noemer.")
    if method == "proportion" and (whole.counts > whole.exposure).any():
        raise DataRefused(f"{asked.table.file}: een deel kan niet groter zijn dan het geheel. Controleer de kolommen.")
    seen, exposure = whole.counts.sum(), whole.exposure.sum()
    value, low, high = (float(bound[0]) for bound in _bounds(method, np.array([seen]), np.array([exposure]), asked.per))
    each = _bounds(method, whole.counts, whole.exposure, asked.per)
    told = [
        methods.rate_sentence(*row[:2], row[2:], asked.per)
        for row in zip(whole.counts.tolist(), whole.exposure.tolist(), *(bound.tolist() for bound in each), strict=True)
    ]
    checks = [note(name, float(value), f"{name}: {words}")
              for name, value, words in zip(whole.names, each[0], told, strict=True) if units]  # fmt: skip
    sentence = methods.rate_sentence(seen, exposure, (value, low, high), asked.per)
    return Answer(method, None, sentence, value, low, high, observed=float(seen), checks=[*sums.checks(), *checks])


def _bounds(method: str, counts: Floats, exposure: Floats, per: float) -> tuple[Floats, Floats, Floats]:
    if method == "proportion":
        low, high = wilson(counts, exposure)
        return counts / exposure * per, low * per, high * per
    low, high = poisson_interval(counts)
    scale = per / exposure
    return counts * scale, low * scale, high * scale


def dsr(asked: Asked) -> Answer:
    """The rate that a population with the make-up of the standard would have."""
    needed("dsr", exposure=asked.columns.exposure, stratum=asked.stratum, standard=asked.standard)
    strata = asked.table.texts(str(asked.stratum))
    weights = _weights(asked, strata)
    sums = summed(asked, strata)
    if lacks := _lacking(sums, weights):
        raise DataRefused(f"{asked.table.file}: {lacks}")
    bounds, sentence = _standardised(asked, sums, weights)
    seen = float(sums.counts.sum())
    checks = _each_unit(asked, strata, weights) if asked.columns.unit else []
    if bounds is None:
        return Answer("dsr", methods.NO_SPC, sentence, observed=seen, checks=checks)
    return Answer("dsr", None, sentence, *bounds, observed=seen, checks=checks)


def _lacking(sums: Sums, weights: dict[str, float]) -> str:
    """The first group without a count or denominator, in a sentence; empty when all are there."""
    known = dict(zip(sums.names, sums.known.tolist(), strict=True))
    found = next((name for name in weights if not known.get(name, False)), None)
    return "" if found is None else f"elke groep heeft een aantal en een noemer boven nul nodig. Vul '{found}' aan."


def _standardised(asked: Asked, sums: Sums, weights: dict[str, float]) -> tuple[tuple[float, float, float] | None, str]:
    """The rate with its bounds, None where there are too few events, and its sentence."""
    found = standardised_rate(sums.counts, sums.exposure, np.array([weights[name] for name in sums.names]))
    if found is None:
        return None, methods.too_few_for_rate(FEWEST_EVENTS)
    bounds = found.value * asked.per, found.low * asked.per, found.high * asked.per
    return bounds, methods.rate_sentence(float(sums.counts.sum()), sums.exposure.sum(), bounds, asked.per)


def _each_unit(asked: Asked, strata: list[str], weights: dict[str, float]) -> list[Check]:
    """The standardised rate of every unit, or why it has none."""
    units, found = asked.table.texts(str(asked.columns.unit)), []
    for unit in sorted(set(units)):
        sums = summed(asked, [stratum if name == unit else OTHER for name, stratum in zip(units, strata, strict=True)])
        sums = sums.without(OTHER)
        lacks = _lacking(sums, weights)
        bounds, sentence = (None, lacks) if lacks else _standardised(asked, sums, weights)
        state = State.NOTE if bounds else State.UNKNOWN
        found.append(Check(unit, state, bounds[0] if bounds else None, f"{unit}: {sentence}"))
    return found


def _weights(asked: Asked, strata: list[str]) -> dict[str, float]:
    """The standard's weight of every stratum, which must be the same on all its rows."""
    column = str(asked.standard)
    values = asked.table.amounts(column, whole=False)[0]
    found: dict[str, float] = {}
    for row, (stratum, value) in enumerate(zip(strata, values.tolist(), strict=True)):
        if not np.isfinite(value) or found.setdefault(stratum, value) != value:
            raise asked.table.refuse(row, column, "elke groep heeft in alle rijen hetzelfde gewicht nodig.")
    return found


def spc(asked: Asked) -> Answer:
    """XmR limits of totals; Laney's u' where there is a denominator. The verdict is of the latest point."""
    sums = by_period(asked)
    whole = sums.only_known()
    size = asked.baseline or len(whole.counts)
    base = whole.counts[:size]
    if len(base) < LEAST_BASELINE or base.mean() < LEAST_MEAN:
        mean = float(base.mean()) if len(base) else 0.0
        sentence = methods.spc_too_small(mean, len(base))
        return Answer("spc", methods.NO_SPC, sentence, observed=mean, checks=sums.checks())
    if asked.columns.exposure:
        return _u_chart(asked, whole, size, sums.checks())
    limits = xmr_limits(base)
    return _charted(whole, whole.counts, limits, (xmr_points(whole.counts, limits), sums.checks()))


def _u_chart(asked: Asked, whole: Sums, size: int, checks: list[Check]) -> Answer:
    """The rules on u' scores, whose limits are level, so that the latest point is judged by its own size."""
    base = laney_limits(whole.counts[:size], whole.exposure[:size])
    values = whole.counts / whole.exposure
    reach = 3 * base.spread * np.sqrt(base.mean / whole.exposure)
    points = xmr_points((values - base.mean) / reach, Limits(0.0, -1.0, 1.0))
    last = Limits(base.mean * asked.per, max(base.mean - reach[-1], 0) * asked.per, (base.mean + reach[-1]) * asked.per)
    return _charted(whole, values * asked.per, last, (points, checks))


def _charted(whole: Sums, values: Floats, limits: Limits, found: tuple[list[Point], list[Check]]) -> Answer:
    points, checks = found
    if len(points) < FEW_POINTS:
        checks = [*checks, Check("voorlopige_grenzen", State.WARNING, float(len(points)), methods.PROVISIONAL)]
    signals = [Check(name, State.WARNING, float(value), f"{name}: {methods.POINTS[point]}.")
               for name, value, point in zip(whole.names, values, points, strict=True)
               if point is not Point.COMMON]  # fmt: skip
    verdict = SPC["normaal" if points[-1] is Point.COMMON else "anders"]
    sentence = methods.spc_sentence(whole.names[-1], points[-1], (limits.mean, limits.low, limits.high))
    return Answer("spc", verdict, sentence, limits.mean, limits.low, limits.high, observed=float(values[-1]),
                  expected=limits.mean, checks=[*checks, *signals])  # fmt: skip


def funnel(asked: Asked) -> Answer:
    """Every unit against what all units together would have it expect; flags outside 99.8% only."""
    needed("funnel", unit=asked.columns.unit, exposure=asked.columns.exposure)
    sums = summed(asked, asked.table.texts(str(asked.columns.unit)))
    whole = sums.only_known()
    if len(whole.counts) < 2 or not whole.counts.sum():  # noqa: PLR2004 - a funnel compares
        raise DataRefused(f"{asked.table.file}: een trechter vraagt twee eenheden met aantallen boven nul.")
    expected = whole.exposure * whole.counts.sum() / whole.exposure.sum()
    found = ratio_funnel(whole.counts, expected)
    words = {0: "binnen de grenzen", 1: "boven de bovengrens", -1: "onder de ondergrens"}
    checks = [Check(name, State.WARNING if way else State.GOOD, float(ratio), f"{name}: {words[int(way)]}.")
              for name, ratio, way in zip(whole.names, found.ratio, found.outside, strict=True)]  # fmt: skip
    outside = int(np.abs(found.outside).sum())
    spread = note("extra_spreiding", found.spread.tau2, methods.spread_sentence(found.spread.phi))
    return Answer("funnel", SPC["anders" if outside else "normaal"], methods.funnel_sentence(outside, len(expected)),
                  observed=float(whole.counts.sum()), expected=float(expected.sum()),
                  n_units_comparison=len(expected), checks=[*sums.checks(), spread, *checks])  # fmt: skip


def trend(asked: Asked) -> Answer:
    """The last five periods that have a figure."""
    from scipy.stats import chi2  # noqa: PLC0415 - a slow import that only some methods need

    sums = by_period(asked)
    counts, scale = sums.counts, asked.per / sums.exposure
    low, high = poisson_interval(counts)
    found = five_point_trend(counts * scale, low * scale, high * scale)
    usable = int(np.isfinite(counts * scale).sum())
    sentence = methods.trend_sentence(found.trend.value, min(usable, POINTS))
    if not np.isfinite(found.slope):
        return Answer("trend", TREND[found.trend.value], sentence, checks=sums.checks())
    reach = Z_95 * found.error
    return Answer("trend", TREND[found.trend.value], sentence, found.slope, found.slope - reach, found.slope + reach,
                  float(chi2.sf(found.chi_square, 1)), checks=sums.checks())  # fmt: skip
