"""Which way a figure moved, named only when the margins of both figures say so."""

from dataclasses import dataclass
from enum import StrEnum

from voorkant.text.reasons import COMPARISON, SYMBOL


class Direction(StrEnum):
    """The words for a rate; `UNCLEAR` can be chance, `UNKNOWN` is not compared."""

    HIGHER = "hoger"
    LOWER = "lager"
    UNCLEAR = "geen duidelijke verandering"
    UNKNOWN = "niet vergeleken"

    @property
    def clear(self) -> bool:
        return self in (Direction.HIGHER, Direction.LOWER)


@dataclass(frozen=True)
class Margin:
    """A value with its 95% interval; the bounds are None where the source gives no margin."""

    value: float
    low: float | None
    high: float | None


def direction(new: Margin | None, old: Margin | None) -> Direction:
    """Higher or lower only when the two intervals do not overlap: stricter than a test of the difference."""
    if new is None or old is None or None in (new.low, new.high, old.low, old.high):
        return Direction.UNKNOWN
    if new.low > old.high:  # type: ignore[operator]
        return Direction.HIGHER
    return Direction.LOWER if new.high < old.low else Direction.UNCLEAR  # type: ignore[operator]


def judgement(found: Direction, better: str) -> str:
    """The code of the comparison: what the direction means; `better` is lower, higher or neither."""
    if not found.clear:
        return "vergelijkbaar" if found is Direction.UNCLEAR else "niet_vergeleken"
    if better == "neither":
        return "niet_vergeleken"
    return "gunstiger" if (found is Direction.LOWER) == (better == "lower") else "ongunstiger"


def direction_words(found: Direction, better: str) -> str:
    """Direction and judgement together with a symbol: `▼ hoger: ongunstiger`, `● geen duidelijke verandering`."""
    code = judgement(found, better)
    if not found.clear:
        return f"{SYMBOL[code]} {found}"
    if better == "neither":
        return f"{'↑' if found is Direction.HIGHER else '↓'} {found}"
    return f"{SYMBOL[code]} {found}: {COMPARISON[code]}"
