"""Counts in bands that add up to a whole: what some of them can be together, and the share that they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from voorkant.analysis.intervals import wilson
from voorkant.report.compare import why
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers

WHOLE, WIDEST = 100, 90
"""Percent; a part that can be anything within so many says nothing."""


class Counted(Protocol):
    """A published count: without a numerator it is hidden, without `numerator_high` nothing bounds it from above."""

    @property
    def numerator(self) -> int | None: ...

    @property
    def numerator_low(self) -> int | None: ...

    @property
    def numerator_high(self) -> int | None: ...


@dataclass(frozen=True)
class Band:
    """A published count of a period by who, how long or what (panel route_bands); without a part, of all together."""

    period: str
    type: str
    start: date
    end: date
    indicator: str
    part: str
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    status: str
    reason: str | None

    def words(self, header: Header, publication: Publication) -> str:
        """The count with what it can be; a hidden one with its reason."""
        if self.numerator is None:
            return why(self.reason, header, publication)
        shown = numbers.number(self.numerator)
        if self.numerator_low is None or self.numerator_high is None or self.numerator_low == self.numerator_high:
            return shown
        return f"{shown} ({numbers.possible(self.numerator_low, self.numerator_high)})"


@dataclass(frozen=True)
class Part:
    """A part in percent with its 95% interval; where it is hidden, only what it can be."""

    value: float | None
    low: float
    high: float

    @property
    def words(self) -> str:
        """`74% (67 tot 80%)`; `20 tot 45%` where it is not told."""
        return numbers.share(self.value, self.low, self.high)


def reach(inside: Sequence[Counted], outside: Sequence[Counted], whole: Counted | None) -> tuple[int, int] | None:
    """What bands can be together: no less than what all others leave of the whole, and no more.

    None where the whole is not known.
    """
    if whole is None or whole.numerator_low is None or whole.numerator_high is None:
        return None
    (low, high), (low_else, high_else) = (_span(items, whole.numerator_high) for items in (inside, outside))
    return max(low, whole.numerator_low - high_else), min(high, whole.numerator_high - low_else)


def _span(items: Sequence[Counted], most: int) -> tuple[int, int]:
    highs = (most if item.numerator_high is None else item.numerator_high for item in items)
    return sum(item.numerator_low or 0 for item in items), min(sum(highs), most)


def share(inside: Sequence[Counted], outside: Sequence[Counted], whole: Counted | None) -> Part | None:
    """What bands are of the whole; None where the whole is hidden or nobody, or where it can be nearly anything."""
    found = reach(inside, outside, whole)
    if found is None or whole is None or not whole.numerator or not whole.numerator_low:
        return None
    if all(item.numerator is not None for item in inside):
        hits = min(sum(item.numerator or 0 for item in inside), whole.numerator)
        low, high = (
            WHOLE * float(end[0]) for end in wilson(np.array([float(hits)]), np.array([float(whole.numerator)]))
        )
        return Part(WHOLE * hits / whole.numerator, low, high)
    low, high = WHOLE * found[0] / (whole.numerator_high or whole.numerator), WHOLE * found[1] / whole.numerator_low
    return Part(None, low, min(high, WHOLE)) if min(high, WHOLE) - low < WIDEST else None
