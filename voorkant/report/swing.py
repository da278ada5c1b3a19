"""Whether a series swings as usual: its mean and limits, what each period is beside them, and the chart of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from voorkant.analysis.spc import LEAST_BASELINE, LEAST_MEAN, Limits, Point, xmr_limits, xmr_points
from voorkant.charts.description import Description
from voorkant.charts.description import Point as Drawn
from voorkant.domain.protection import Status
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell
from voorkant.text import numbers, periods
from voorkant.text.direction import Direction, judgement
from voorkant.text.methods import POINTS as WORDS
from voorkant.text.reasons import COMPARISON, SPC, SYMBOL

YEAR_DAYS = 360
LONGEST_BASELINE = 24
UP = frozenset({Point.ABOVE, Point.RISING, Point.NEAR_ABOVE, Point.HIGH})
WITHIN = "gewone schommeling"
TOO_LONG = "kies maanden of kwartalen"
NO_COUNTS = "dat kan alleen van aantallen"
TOO_FEW = f"nodig zijn ten minste {LEAST_BASELINE} perioden met gemiddeld {LEAST_MEAN} of meer"


@dataclass(frozen=True)
class Swing:
    """The limits, of which periods they are, and what each firm period is by its first day."""

    limits: Limits
    found: Mapping[date, Point]
    cells: Sequence[Cell]
    before: bool  # the limits are of the time before a start

    @property
    def newest(self) -> tuple[str, Point]:
        """(period, what it is)."""
        last = self.cells[-1]
        return last.period, self.found[last.start]

    @property
    def basis(self) -> str:
        """Of when the limits are, in words."""
        return "grenzen van vóór de start van het programma" if self.before else "grenzen van alle getoonde perioden"


def firm_cells(figure: Figure) -> list[Cell]:
    """The final periods since what is counted last changed: a series is not read over that."""
    cuts = [item.start for item in figure.happenings if item.breaks and item.concerns(figure.header.slug)]
    firm = [cell for cell in figure.cells if cell.status == Status.DEFINITIEF]
    return [cell for cell in firm if not any(cell.start < cut for cut in cuts if cut <= figure.cells[-1].end)]


def why_no_swing(figure: Figure) -> str:
    """Why a series has no limits; empty where it has. On few or small counts the rules see signals in chance."""
    if (figure.cells[0].end - figure.cells[0].start).days >= YEAR_DAYS:
        return TOO_LONG
    if figure.header.shape != "count":
        return NO_COUNTS
    counts = [cell.numerator or 0 for cell in _shown(figure)]
    return "" if len(counts) >= LEAST_BASELINE and sum(counts) >= LEAST_MEAN * len(counts) else TOO_FEW


def _shown(figure: Figure) -> list[Cell]:
    return [cell for cell in firm_cells(figure) if cell.value is not None and cell.low is not None]


def swing(figure: Figure, since: date | None = None) -> Swing | None:
    """`since`: when the programme began; limits are then of what went before, where that is long enough."""
    if why_no_swing(figure):
        return None
    cells = _shown(figure)
    before = [cell for cell in cells if since and cell.end < since][-LONGEST_BASELINE:]
    is_before = len(before) >= LEAST_BASELINE
    limits = xmr_limits(_values(before if is_before else cells))
    found = dict(zip((cell.start for cell in cells), xmr_points(_values(cells), limits), strict=True))
    return Swing(limits, found, cells, is_before)


def _values(cells: Sequence[Cell]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([cell.value for cell in cells], dtype="float64")


def said(of: Swing) -> str:
    """`● normale schommeling in maart 2025`, or `◆ duidelijk anders in maart 2025: onder de grens`."""
    period, point = of.newest
    if point is Point.COMMON:
        return f"● {SPC['normaal']} in {periods.period(period)}"
    return f"◆ {SPC['anders']} in {periods.period(period)}: {WORDS[point]}"


def judged(point: Point, better: str) -> str:
    """What a point that is different means: `H hoger, ▼ ongunstiger`; empty of one that swings as usual."""
    if point is Point.COMMON:
        return ""
    way = Direction.HIGHER if point in UP else Direction.LOWER
    code = judgement(way, better)
    word = "" if code == "niet_vergeleken" else f", {SYMBOL[code]} {COMPARISON[code]}"
    return f"{'H' if way is Direction.HIGHER else 'L'} {way}{word}"


def swing_chart(description: Description, figure: Figure, of: Swing) -> Description:
    """The series with its mean and limits; a period that is different is a diamond, and says so."""
    points = tuple(_points(description.points, figure, of))
    word = judged(of.newest[1], figure.header.better)
    told = " · ".join(filter(None, (said(of), word, of.basis)))
    mean = f"gemiddelde {numbers.rate(of.limits.mean)}"
    return replace(
        description, series=(replace(description.series[0], points=points),), margin=WITHIN, level=of.limits.mean,
        level_name=mean, axis=f"{description.axis} · {told}", alt=f"{description.alt} Weergave: {WITHIN}. {told}.",
    )  # fmt: skip


def _points(points: Sequence[Drawn], figure: Figure, of: Swing) -> Iterator[Drawn]:
    low, high = max(of.limits.low, 0.0), of.limits.high
    for point in points:
        kind = of.found.get(point.start)
        if kind is None:
            yield replace(point, low=low, high=high)  # drawn beside the limits, and not judged
            continue
        told = SPC["normaal"] if kind is Point.COMMON else f"{SPC['anders']}: {WORDS[kind]}"
        signal = kind is not Point.COMMON
        value = numbers.rate(point.value or 0.0)
        more = judged(kind, figure.header.better)
        words = " · ".join(filter(None, (value, told, more)))
        yield replace(point, low=low, high=high, words=words, signal=signal)
