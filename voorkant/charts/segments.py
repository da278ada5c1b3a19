"""Where a line is cut: at a hidden value, at a changed definition and at an incomplete period."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from voorkant.charts.description import Point


def segments(points: Sequence[Point], breaks: Iterable[date]) -> Iterator[list[Point]]:
    """Runs of shown points that belong together: none is missing or incomplete, and no break lies between them."""
    cuts = sorted(breaks)
    run: list[Point] = []
    for point in points:
        if run and (point.value is None or _cut(run[-1], point, cuts)):
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    if run:
        yield run


def _cut(before: Point, after: Point, cuts: list[date]) -> bool:
    return not (before.complete and after.complete) or any(before.start < cut <= after.end for cut in cuts)


def hidden_runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Neighbouring points without a value that have the same reason: they share one word in the chart."""
    run: list[Point] = []
    for point in points:
        if run and (point.value is not None or point.reason != run[-1].reason):
            yield run
            run = []
        if point.value is None:
            run.append(point)
    if run:
        yield run
