"""Areas side by side: what one area says beside a benchmark and beside others, in one year."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from voorkant.analysis.funnel import Z_998
from voorkant.analysis.intervals import Z_95, byar, wilson
from voorkant.domain.protection import Reason
from voorkant.report.rows import Header, Publication
from voorkant.text import numbers
from voorkant.text.compare import MANY
from voorkant.text.direction import Direction, Margin, direction
from voorkant.text.reasons import reason_words

WHOLE = ("regio", "land")
"""What gemeenten are compared with, the first that has a value."""
OVER_ALL = frozenset({"count", "ratio"})
"""Shapes that set what a programme did beside everyone in an area; a share is of those who came."""
SHARE = {Z_95: "95%", Z_998: "99,8%"}


@dataclass(frozen=True)
class Standing:
    """One figure of one area (panel compare)."""

    indicator: str
    area: str
    name: str
    level: str
    period: str
    numerator: int | None
    numerator_low: int | None
    numerator_high: int | None
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    range_high: float | None
    status: str
    reason: str | None
    shape: str
    per: int

    def margin(self, z: float = Z_95) -> Margin | None:
        """The value with its interval; None where there is no value."""
        if self.value is None:
            return None
        if z == Z_95 or self.low is None or self.numerator is None or not self.denominator:
            return Margin(self.value, self.low, self.high)
        low, high = _interval(self.shape, float(self.numerator), float(self.denominator), z)
        return Margin(self.value, self.per * low, self.per * high)

    def words(self, header: Header, publication: Publication) -> str:
        """The value with its margin; a hidden one with its reason and, where known, its range."""
        if self.value is not None:
            margin = "" if self.low is None else f" ({numbers.between(self.low, self.high or 0.0)})"
            return f"{numbers.rate(self.value)}{margin}"
        reason = why(self.reason, header, publication)
        if self.range_high is None:
            return reason
        possible = numbers.between(0.0, self.range_high)
        return f"{reason} ({numbers.with_unit(possible, numbers.short_unit(header.unit_text))})"


def why(reason: str | None, header: Header, publication: Publication) -> str:
    """Why there is no value, in words."""
    code = reason or "geen_cijfer"
    return reason_words(code, small=publication.small, published=header.published, counts=header.counts)


def _interval(shape: str, count: float, total: float, z: float) -> tuple[float, float]:
    """As the builder gives a cell its 95%: Poisson for counts, Wilson for shares, and the odds of one for a ratio."""
    hits, whole = np.array([count]), np.array([total])
    if shape == "count":
        low, high = (bound / whole for bound in byar(hits, z))
    elif shape == "ratio":
        low, high = (part / (1 - part) for part in wilson(hits, hits + whole, z))
    else:
        low, high = wilson(np.minimum(hits, whole), whole, z)
    return float(low[0]), float(high[0])


def limit_of(count: int) -> float:
    """The limits for so many comparisons."""
    return Z_998 if count > MANY else Z_95


def against(item: Standing, benchmark: Standing | None, z: float) -> Direction:
    """Where the whole margin lies beside the benchmark's value; that is so large that it is taken as it is."""
    margin = item.margin(z)
    if margin is None or benchmark is None or benchmark.value is None or margin.low is None or margin.high is None:
        return Direction.UNKNOWN
    if margin.low > benchmark.value:
        return Direction.HIGHER
    return Direction.LOWER if margin.high < benchmark.value else Direction.UNCLEAR


def between(own: Standing, other: Standing, z: float) -> Direction:
    """How the own area lies beside another: only what both margins leave no doubt about."""
    return direction(own.margin(z), other.margin(z))


def benchmark_of(rows: Sequence[Standing], whole: Sequence[str] = WHOLE) -> Standing | None:
    """The first of the levels that has a value: the region, else the country; of wijken their gemeente.

    None where a programme is not everywhere: over all youths of the region its rate would be low because of that alone.
    """
    if any(item.reason == Reason.NVT and item.shape in OVER_ALL for item in rows):
        return None
    found = {item.level: item for item in rows if item.value is not None}
    return next((found[level] for level in whole if level in found), None)
