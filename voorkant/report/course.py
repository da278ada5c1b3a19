"""What the course of a series says in a word: a trend over years, or whether the last period swings as usual."""

from collections.abc import Sequence

import numpy as np

from voorkant.analysis.spc import LEAST_BASELINE, LEAST_MEAN, Point, xmr_limits, xmr_points
from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.domain.protection import Status
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell
from voorkant.text import periods
from voorkant.text.methods import POINTS as WORDS
from voorkant.text.reasons import SPC, TREND

YEAR_DAYS = 360
ARROW = {Trend.RISES: "↗", Trend.FALLS: "↘", Trend.NONE: "→", Trend.TOO_FEW: "○"}


def course_words(figure: Figure) -> str:
    """`↘ daalt over vijf jaren (2021 tot en met 2025)`, or of shorter periods `● normale schommeling`."""
    firm = _since_break(figure, [cell for cell in figure.cells if cell.status == Status.DEFINITIEF])
    shown = [cell for cell in firm if cell.value is not None and cell.low is not None]
    if (figure.cells[0].end - figure.cells[0].start).days >= YEAR_DAYS:
        return _trend(shown)
    return _swing(figure, shown)


def _since_break(figure: Figure, cells: Sequence[Cell]) -> list[Cell]:
    """A series is not read over a change of what is counted."""
    cuts = [item.start for item in figure.happenings if item.breaks and item.concerns(figure.header.slug)]
    return [cell for cell in cells if not any(cell.start < cut for cut in cuts if cut <= figure.cells[-1].end)]


def _trend(cells: Sequence[Cell]) -> str:
    values, low, high = (np.array([getattr(cell, name) for cell in cells], dtype="float64")
                         for name in ("value", "low", "high"))  # fmt: skip
    found = five_point_trend(values, low, high).trend
    if found is Trend.TOO_FEW:
        return f"{ARROW[found]} {TREND[found]} ({len(cells)} van {POINTS})"
    span = periods.span(cells[-POINTS].period, cells[-1].period)
    return f"{ARROW[found]} {TREND[found]} ({span})"


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
