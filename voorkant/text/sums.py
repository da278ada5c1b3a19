"""Sums over what a user selects: of counts that add up, from protected cells, with what rounding leaves open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from voorkant.text.numbers import number, possible

ADDITIVE = frozenset({"contacten", "trajecten", "verwijzingen", "antwoorden", "euro"})
"""What may be added. Jeugdigen, leerlingen and gezinnen come back in several cells, and would be counted twice."""


class Part(Protocol):
    """A published cell: what its count can be. `numerator_high` None = nothing is known of its upper end."""

    @property
    def numerator_low(self) -> int | None: ...

    @property
    def numerator_high(self) -> int | None: ...


@dataclass(frozen=True)
class Total:
    """What a sum can be. `high` None = no upper end, because one of its cells has none."""

    low: int
    high: int | None

    @property
    def words(self) -> str:
        """`1.240, plus of min 12`; `0 tot 8` where the margin is as large as the number; `ten minste 40`."""
        if self.high is None:
            return f"ten minste {number(self.low)}"
        middle = (self.low + self.high) // 2
        margin = self.high - middle
        if margin == 0:
            return number(middle)
        if middle - margin < 0 or not self.low:
            return possible(self.low, self.high)
        return f"{number(middle)}, plus of min {number(margin)}"


def total(parts: Iterable[Part], counts: str) -> Total:
    """The sum of cells that do not overlap. ValueError for a count that does not add up."""
    if counts not in ADDITIVE:
        raise ValueError(f"{counts} do not add up: one person can stand in several cells")
    low, high = 0, 0
    is_open = False
    for part in parts:
        low += part.numerator_low or 0
        high += part.numerator_high or 0
        is_open = is_open or part.numerator_high is None
    return Total(low, None if is_open else high)
