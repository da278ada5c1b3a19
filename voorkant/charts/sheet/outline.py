"""The outline of a shape that is drawn with lines and curves, as SVG writes it: moves, lines and cubic curves."""

import re
from collections.abc import Iterator

from voorkant.charts.sheet.canvas import Spot

STEPS = 24
"""Straight pieces of a curve."""
_PARTS = re.compile(r"([MLCZ])([^MLCZ]*)")


def outline(path: str) -> list[Spot]:
    """The points of one closed shape, in the values of its axes."""
    spots: list[Spot] = []
    for kind, values in _PARTS.findall(path):
        numbers = [float(part) for part in re.split(r"[ ,]+", values.strip()) if part]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        spots += _curve(spots[-1], points) if kind == "C" else points
    return spots


def _curve(start: Spot, points: list[Spot]) -> Iterator[Spot]:
    """Bernstein's sum of the four points that bend it."""
    ends = (start, *points)
    for step in range(1, STEPS + 1):
        t = step / STEPS
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(part * point[n] for part, point in zip(parts, ends, strict=True)) for n in (0, 1))
        yield x, y
