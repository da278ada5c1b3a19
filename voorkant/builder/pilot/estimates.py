"""The rows of `estimate` of a pilot at one level: verdict, figures, checks and the points of its charts.

What says something of people is rounded here once, so that a page only reads. A check is released as whether it
holds, not with its ratio: each ratio more would tell about the same few counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from voorkant.analysis.gate import Lack, waiting
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.beside import Reader, Sum
from voorkant.builder.pilot.case import Break, month_code
from voorkant.builder.pilot.evaluate import Evaluated
from voorkant.builder.pilot.series import Drawn, drawn
from voorkant.builder.pilot.together import Guard, Told
from voorkant.builder.release import Result, counts_left, release
from voorkant.domain.protection import Reason
from voorkant.text.checks import Check, State, checks, series_checks

NOW = "nu"
"""The moment of the newest figures: shown without a verdict."""
STRUCTURAL = frozenset({"maanden_ervoor", "maanden_erna", "kleinste_daling", "ontbrekend", "begonnen_bij_begin",
                        "zonder_noemer", "niet_te_vergelijken", "maanden_zonder_vergelijking"})  # fmt: skip
"""Checks whose value says nothing of what was counted."""
UNTOLD = frozenset({"verdelingen", "rang", "trendverschil", "spreiding"})
OF_CHANCE = frozenset({"interval_zonder_een"})
"""Between two moments nothing is said of chance."""
MOST_MONTHS_AHEAD = 120

Part = tuple[str, str, float | None, float | None, float | None, str | None]
"""scope, name, value, low, high, text."""
Row = tuple[str, str, str, float | None, float | None, float | None, str | None]
"""The same behind its moment."""


@dataclass(frozen=True)
class Moment:
    """A pilot at an evaluation moment, or now."""

    name: str
    found: Evaluated

    @property
    def is_now(self) -> bool:
        return self.name == NOW


@dataclass(frozen=True)
class Released:
    """The rows of a pilot at one level, and the counts that they tell of."""

    rows: list[Row]
    told: tuple[Told, ...]
    sums: tuple[Sum, ...] = ()


def released(
    moments: Sequence[Moment], level: Level, inner: Released | None = None, readers: Iterable[Reader] = ()
) -> Released:
    """All that is told of a pilot. `moments`: those that have passed, in order, and now.

    `inner`: what the level inside this one tells, which one role reads together with it. `readers`: who may read this
    level, each with the cells of a level; where a small count is no longer in doubt for one of them, less is told.
    """
    guard = Guard(level.wanted, level.least_shown, inner.told if inner else ())
    kept: dict[str, tuple[Told, Sum]] = {}
    points = Drawn()
    for moment in sorted(moments, key=lambda item: (item.is_now, item.name), reverse=True):
        range_ = _range(moment, level)
        if range_ and guard.passes([*(told for told, _ in kept.values()), range_]):
            kept[moment.name] = range_, Sum(moment.found.case, moment.found.cells[1], range_.low, range_.high)
    for moment in moments:
        if moment.is_now and moment.name in kept:
            points = drawn(moment.found, level, ([told for told, _ in kept.values()], guard))
    kept, points = _yielding(kept, points, tuple(readers))
    found: list[Row] = []
    for moment in moments:
        found += _of_moment(moment, level, has_figures=moment.name in kept)
    found += [(NOW, *row) for row in _points(points)]
    told = [*(told for told, _ in kept.values()), *(point.told for point in points.months)]
    return Released(found, tuple(told), (*(part for _, part in kept.values()), *points.sums))


def _yielding(
    kept: dict[str, tuple[Told, Sum]], points: Drawn, readers: Sequence[Reader]
) -> tuple[dict[str, tuple[Told, Sum]], Drawn]:
    """What may be told beside cells: without the points, or without the oldest moments, when it must be less."""
    while kept:
        sums = [*(part for _, part in kept.values()), *points.sums]
        if all(reader.is_left_in_doubt(sums) for reader in readers):
            break
        if points.months or points.since:
            points = Drawn()
        else:
            kept.pop(next(reversed(kept)))
    return kept, points


def result(found: Evaluated) -> Result | None:
    """What `release` takes; None where the pilot was refused."""
    finding, compared = found.finding, found.compared
    if finding is None:
        return None
    before, after = found.cells
    left = compared.companions.left_out if compared and compared.companions else None
    return Result(
        observed=round(finding.observed),
        expected=finding.expected,
        ratio=(finding.ratio, finding.low, finding.high),
        p=finding.p,
        alpha=finding.alpha,
        youths=(found.case.youths(after), found.case.youths(before)),
        units=found.found.standing.treated if found.found else 0,
        left_out=(left.lowest, left.highest) if left else None,
    )


def _range(moment: Moment, level: Level) -> Told | None:
    """What is released of the observed; None when it is of too few."""
    figures = result(moment.found)
    left = counts_left(figures, level) if figures else None
    return Told(0, moment.found.until - moment.found.case.first, *left) if left else None


def _of_moment(moment: Moment, level: Level, *, has_figures: bool) -> Iterator[Row]:
    found, name = moment.found, moment.name
    case = found.case
    if case.months:
        yield name, "", "cijfers_tot", None, None, None, month_code(min(found.until, case.first + case.months) - 1)
    if not moment.is_now:
        yield name, "", "oordeel", None, None, None, found.judgement.verdict.value
        for doubt in found.judgement.doubts:
            yield name, "", "twijfel", None, None, None, doubt.value
    yield from ((name, *row) for row in _refused(found, level))
    if found.found is None:
        return
    yield from ((name, *row) for row in _standing(found))
    figures = result(found)
    if has_figures and figures:
        yield from ((name, "", *row) for row in release(figures, level))
    elif figures:
        why = Reason.HERLEIDBAAR if _range(moment, level) else Reason.KLEIN
        yield name, "", "reden", None, None, None, why.value
    yield from ((name, *row) for row in _checks(found) if not (moment.is_now and row[0] in OF_CHANCE))


def _refused(found: Evaluated, level: Level) -> Iterator[Part]:
    """Why there is no verdict: what there is, what is needed, and after how many months."""
    for reason in found.judgement.refusals:
        amount = reason.found
        if reason.lack is Lack.EXPECTED:
            amount = round(amount / level.rule.base) * level.rule.base
        months = float(reason.months) if reason.months is not None else None
        yield "", "weigering", round(amount, 2) if isfinite(amount) else None, reason.needed, months, reason.lack.value
    for item in found.case.breaks if any(reason.lack is Lack.BREAK for reason in found.judgement.refusals) else ():
        if item.month < found.until:
            yield item.day.isoformat(), "breuk", None, None, None, _named(item, level)
    ahead = waiting(found.judgement.refusals)
    if ahead is not None and found.case.months and ahead <= MOST_MONTHS_AHEAD:
        last = min(found.until, found.case.first + found.case.months) - 1
        yield "", "antwoord", None, None, None, month_code(last + ahead)


def _named(item: Break, level: Level) -> str:
    """A break by its title where the level may know it; the estimates of a pilot are read in other gemeenten too."""
    if item.is_local:
        return "Een breuk in de registratie bij een van de plekken"
    return item.title if item.is_public or level.inner is None else "Een breuk in de registratie"


def _standing(found: Evaluated) -> Iterator[Part]:
    """What there is, beside the figures: units, months, the design."""
    if found.found is None:
        return
    there = found.found.standing
    design = "vergelijking" if found.compared else "tijdreeks"
    yield "", "eenheden", float(found.panel.units), float(there.treated), float(there.comparison), design
    if isfinite(there.mde):
        yield "", "kleinste_daling", round(there.mde, 2), None, None, None
    begun = found.panel.begin[found.panel.begin < found.panel.months]
    if begun.size:
        yield "", "eerste_start", None, None, None, month_code(found.case.first + int(begun.min()))
    if (hours := found.case.hours(found.until)) is not None:
        yield "", "uren", round(hours, 1), None, None, None
    beside = found.compared.companions if found.compared else None
    if beside and found.finding and isfinite(beside.breakdown):
        yield "", "trendverschil", round(beside.breakdown, 2), None, None, None


def _checks(found: Evaluated) -> Iterator[Part]:
    """What was looked at: whether it holds, and its value where that says nothing of what was counted."""
    shown: list[Check] = checks(found.compared) if found.compared else []
    if not found.compared and found.found is not None:
        shown = series_checks(found.found)  # type: ignore[arg-type] - the only other kind
    for check in shown:
        if check.name not in UNTOLD and check.status is not State.NOTE:
            value = round(check.value, 2) if check.value is not None and check.name in STRUCTURAL else None
            yield check.name, "controle", value, None, None, check.status.value
    if found.case.differs:
        yield "uitrol_anders", "controle", float(len(found.case.differs)), None, None, "let_op"


def _points(found: Drawn) -> Iterator[Part]:
    for point in found.months:
        yield point.span, "reeks_waargenomen", point.observed, point.observed_low, point.observed_high, None
        yield point.span, "reeks_verwacht", point.expected, point.low, point.high, None
    for step in found.since:
        yield step.span, "sinds_start", step.ratio, step.low, step.high, None
