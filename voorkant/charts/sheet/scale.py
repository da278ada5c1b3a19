"""From the values of a Plotly axis to pixels: numbers, days and names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil, floor, log10
from typing import Any

MS_PER_DAY = 86_400_000
STEPS = (1, 2, 2.5, 5, 10)
BESIDE = 0.5
"""How far a category axis goes on beside its first and last name."""


@dataclass(frozen=True)
class Scale:
    """`low` lies at pixel `start` and `high` at `stop`; `names` are the places of a category axis.

    `days`: values are days, and widths are in milliseconds.
    """

    low: float
    high: float
    start: float
    stop: float
    names: Mapping[str, int] = field(default_factory=dict)
    days: bool = False

    def at(self, value: Any) -> float:
        """The pixel of a value; of one that lies beyond the axis that of its end."""
        part = (self.number(value) - self.low) / (self.high - self.low or 1.0)
        return self.start + min(max(part, 0.0), 1.0) * (self.stop - self.start)

    def number(self, value: Any) -> float:
        if self.names:
            return float(self.names[value]) if value in self.names else float(value)
        return as_number(value)

    def long(self, width: float) -> float:
        """Pixels of a width in the unit of the axis."""
        unit = MS_PER_DAY if self.days else 1
        return width / unit * abs(self.stop - self.start) / (self.high - self.low or 1.0)


def as_number(value: Any) -> float:
    """A day as its number; others as they are."""
    return float(date.fromisoformat(value).toordinal()) if isinstance(value, str) else float(value)


def scale(layout: Mapping[str, Any], values: Iterable[Any], start: float, stop: float) -> Scale:
    """The scale of an axis; `values` are those of its traces, for an axis of names that lists none."""
    if layout.get("type") == "category":
        listed = layout.get("categoryarray") or list(dict.fromkeys(value for value in values if value is not None))
        names = {name: number for number, name in enumerate(listed)}
        low, high = layout.get("range") or (-BESIDE, len(names) - BESIDE)
        return Scale(low, high, start, stop, names)
    low, high = map(as_number, layout["range"])
    return Scale(low, high, start, stop, days=layout.get("type") == "date")


def ticks(layout: Mapping[str, Any], of: Scale) -> list[tuple[float, str]]:
    """(pixel, words) of what stands along an axis."""
    if "tickvals" in layout:
        return [(of.at(value), text) for value, text in zip(layout["tickvals"], layout["ticktext"], strict=True)]
    if of.names:
        return [(of.at(name), str(name)) for name in of.names]
    return [(of.at(value), dutch(value)) for value in even(of.low, of.high, layout.get("nticks", 5))]


def even(low: float, high: float, most: int) -> Sequence[float]:
    """Round numbers from low to high, at most so many."""
    if high <= low:
        return [low]
    size = 10.0 ** floor(log10((high - low) / most))
    step = next(part * size for part in STEPS if (high - low) / (part * size) <= most)
    first = ceil(low / step - 1e-9)
    return [number * step for number in range(first, floor(high / step + 1e-9) + 1)]


def dutch(value: float) -> str:
    """`1.250`, `2,5`, `0`."""
    return f"{value:,.6f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
