"""What the course of a series says in a word: a trend over years, or whether the last period swings as usual."""

from collections.abc import Sequence

import numpy as np

from voorkant.analysis.spc import LEAST_BASELINE, LEAST_MEAN, Point, xmr_limits, xmr_points
from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.domain.protection import Status
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell
from voorkant.text import periods
from voorkant.text.direction import Direction
from voorkant.text.methods import POINTS as WORDS
from voorkant.text.reasons import SPC, TREND

YEAR_DAYS = 360
ARROW = {Trend.RISES: "↗", Trend.FALLS: "↘", Trend.NONE: "→", Trend.TOO_FEW: "○"}
WAY = {Trend.RISES: Direction.HIGHER, Trend.FALLS: Direction.LOWER, Trend.NONE: Direction.UNCLEAR}


def course_words(figure: Figure) -> str:
    """`↘ daalt over vijf jaren (2021 tot en met 2025)`, or of shorter periods `● normale schommeling`."""
    shown = _shown(figure)
    return _trend(shown) if _of_years(figure) else _swing(figure, shown)


def trend_between(figure: Figure, first: str, last: str) -> Direction | None:
    """Which way the trend says that a figure went between two years; None where it is about other years."""
    cells = _shown(figure)
    if not _of_years(figure) or [cell.period for cell in cells[-POINTS:]][:: POINTS - 1] != [first, last]:
        return None
    return WAY.get(_tested(cells))


def _of_years(figure: Figure) -> bool:
    return (figure.cells[0].end - figure.cells[0].start).days >= YEAR_DAYS


def _shown(figure: Figure) -> list[Cell]:
    firm = _since_break(figure, [cell for cell in figure.cells if cell.status == Status.DEFINITIEF])
    return [cell for cell in firm if cell.value is not None and cell.low is not None]


def _since_break(figure: Figure, cells: Sequence[Cell]) -> list[Cell]:
    """A series is not read over a change of what is counted."""
    cuts = [item.start for item in figure.happenings if item.breaks and item.concerns(figure.header.slug)]
    return [cell for cell in cells if not any(cell.start < cut for cut in cuts if cut <= figure.cells[-1].end)]


def _trend(cells: Sequence[Cell]) -> str:
    found = _tested(cells)
    if found is Trend.TOO_FEW:
        return f"{ARROW[found]} {TREND[found]} ({len(cells)} van {POINTS})"
    span = periods.span(cells[-POINTS].period, cells[-1].period)
    return f"{ARROW[found]} {TREND[found]} ({span})"


def _tested(cells: Sequence[Cell]) -> Trend:
    values, low, high = (np.array([getattr(cell, name) for cell in cells], dtype="float64")
                         for name in ("value", "low", "high"))  # fmt: skip
    return five_point_trend(values, low, high).trend


def _swing(figure: Figure, cells: Sequence[Cell]) -> str:
    """Only of counts that are large and many enough: on fewer the rules see signals in what is chance."""
    counts = [cell.numerator or 0 for cell in cells]
    if figure.header.shape != "count" or len(cells) < LEAST_BASELINE or sum(counts) < LEAST_MEAN * len(counts):
        return ""
    values = np.array([cell.value for cell in cells], dtype="float64")
    last = xmr_points(values, xmr_limits(values))[-1]
    when = periods.period(cells[-1].period)
    if last is Point.COMMON:
        return f"● {SPC['normaal']} in {when}"
    return f"◆ {SPC['anders']} in {when}: {WORDS[last]}"
