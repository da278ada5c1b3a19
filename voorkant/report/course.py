"""What the course of a series says in a word: a trend over years, or whether the last period swings as usual."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell
from voorkant.report.swing import YEAR_DAYS, firm_cells, said, swing
from voorkant.text import periods
from voorkant.text.direction import Direction
from voorkant.text.reasons import TREND

ARROW = {Trend.RISES: "↗", Trend.FALLS: "↘", Trend.NONE: "→", Trend.TOO_FEW: "○"}
WAY = {Trend.RISES: Direction.HIGHER, Trend.FALLS: Direction.LOWER, Trend.NONE: Direction.UNCLEAR}


def course_words(figure: Figure, since: date | None = None) -> str:
    """`↘ daalt over vijf jaren (2021 tot en met 2025)`, or of shorter periods `● normale schommeling`.

    `since` is that of `swing`.
    """
    if _of_years(figure):
        return _trend(_shown(figure))
    found = swing(figure, since)
    return said(found) if found else ""


def trend_between(figure: Figure, first: str, last: str) -> Direction | None:
    """Which way the trend says that a figure went between two years; None where it is about other years."""
    cells = _shown(figure)
    if not _of_years(figure) or [cell.period for cell in cells[-POINTS:]][:: POINTS - 1] != [first, last]:
        return None
    return WAY.get(_tested(cells))


def _of_years(figure: Figure) -> bool:
    return (figure.cells[0].end - figure.cells[0].start).days >= YEAR_DAYS


def _shown(figure: Figure) -> list[Cell]:
    return [cell for cell in firm_cells(figure) if cell.value is not None and cell.low is not None]


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
