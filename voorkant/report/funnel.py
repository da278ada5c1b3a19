"""Observed against expected per place over three years: small places taken together, and nobody ranked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from voorkant.analysis.funnel import Funnel, Overdispersion, ratio_funnel, wider_limits
from voorkant.analysis.intervals import byar
from voorkant.domain.period import PeriodType
from voorkant.text.reasons import EXPECTED

ENOUGH, TOGETHER = 10, 20
"""Expected events from which one place gets a class, and up to which smaller places are taken together."""
FEWEST = 5
"""Units below which the mean of all says little about what one could expect."""
STEPS = 40


@dataclass(frozen=True)
class Outcome:
    """A place's outcome in a period (panel rollout_outcome); `type` empty where nothing is published per place."""

    place: str
    name: str
    type: str
    period: str | None
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    denominator: int | None
    status: str | None
    reason: str | None

    @property
    def known(self) -> bool:
        """Whether it can be counted: its range is known, and so is what it is divided by."""
        return self.type == PeriodType.THREE_YEARS and self.numerator_high is not None and bool(self.denominator)

    @property
    def middle(self) -> float:
        if self.numerator is not None:
            return float(self.numerator)
        return ((self.numerator_low or 0) + (self.numerator_high or 0)) / 2


@dataclass(frozen=True)
class Unit:
    """One place that is large enough, or small ones together. `judged`: -1, 0 or 1; None when still too small."""

    places: tuple[Outcome, ...]
    expected: float
    judged: int | None = None

    @property
    def observed(self) -> float:
        return sum(item.middle for item in self.places)

    @property
    def low(self) -> int:
        return sum(item.numerator_low or 0 for item in self.places)

    @property
    def high(self) -> int:
        return sum(item.numerator_high or 0 for item in self.places)

    @property
    def denominator(self) -> int:
        return sum(item.denominator or 0 for item in self.places)

    @property
    def name(self) -> str:
        one, *others = self.places
        return one.name if not others else f"{len(self.places)} kleinere samen"

    @property
    def words(self) -> str:
        return "te weinig om te vergelijken" if self.judged is None else EXPECTED[self.judged]


@dataclass(frozen=True)
class Compared:
    """Units with their class; `rate` is that of all together, per one; limits in events over expected."""

    units: tuple[Unit, ...]
    rate: float
    spread: Overdispersion

    @property
    def judged(self) -> list[int]:
        """The classes of what is large enough to have one."""
        return [unit.judged for unit in self.units if unit.judged is not None]

    def class_of(self, place: str) -> str:
        """The words for a place, alone or with others; empty where it could not be counted."""
        for unit in self.units:
            if place in {item.place for item in unit.places}:
                return unit.words if len(unit.places) == 1 else f"{unit.words} ({unit.name})"
        return ""

    def limits(self) -> Iterator[tuple[float, float, float]]:
        """(expected, lower limit, upper limit) along the funnel, limits as a part of what is expected."""
        sizes = [unit.expected for unit in self.units]
        along = np.linspace(min(sizes), max(sizes), STEPS)
        low, high = wider_limits(along, self.spread, interval=byar)
        yield from zip(along.tolist(), low.tolist(), high.tolist(), strict=True)


def compare(outcomes: Sequence[Outcome], starts: Mapping[str, date]) -> Compared | None:
    """The places of an area against the mean of all. None where there are too few to have one.

    `starts`: when the programme began at a place; small places that began around the same time are taken together.
    """
    known = [item for item in outcomes if item.known]
    total = sum(item.denominator or 0 for item in known)
    rate = sum(item.middle for item in known) / total if total else 0.0
    units = list(_units(known, rate, starts)) if rate else []
    large = [unit for unit in units if unit.expected >= (ENOUGH if len(unit.places) == 1 else TOGETHER)]
    if len(large) < FEWEST:
        return None
    observed, expected = (
        np.array(values) for values in zip(*((item.observed, item.expected) for item in large), strict=True)
    )
    funnel = ratio_funnel(observed, expected, interval=byar)
    judged = {unit.places: _judge(unit, funnel, number) for number, unit in enumerate(large)}
    return Compared(
        tuple(Unit(unit.places, unit.expected, judged.get(unit.places)) for unit in units), rate, funnel.spread
    )


def _judge(unit: Unit, funnel: Funnel, number: int) -> int:
    """Outside only when all that a protected count can be is."""
    if unit.low / unit.expected > funnel.high[number]:
        return 1
    return -1 if unit.high / unit.expected < funnel.low[number] else 0


def _units(known: Sequence[Outcome], rate: float, starts: Mapping[str, date]) -> Iterator[Unit]:
    """Large places as they come; small ones by start half-year until enough is expected of them together."""
    small = []
    for item in known:
        expected = rate * (item.denominator or 0)
        if expected >= ENOUGH:
            yield Unit((item,), expected)
        else:
            small.append(item)
    small.sort(key=lambda item: _half(starts.get(item.place)))
    yield from (Unit(tuple(group), _expected(group, rate)) for group in _groups(small, rate))


def _half(start: date | None) -> tuple[int, int]:
    return (start.year, int(start.month > 6)) if start else (9999, 0)  # noqa: PLR2004 - halves of a year


def _groups(small: Sequence[Outcome], rate: float) -> list[list[Outcome]]:
    groups: list[list[Outcome]] = []
    for item in small:
        if groups and _expected(groups[-1], rate) < TOGETHER:
            groups[-1].append(item)
        else:
            groups.append([item])
    if len(groups) > 1 and _expected(groups[-1], rate) < TOGETHER:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _expected(group: Sequence[Outcome], rate: float) -> float:
    return rate * sum(item.denominator or 0 for item in group)
