"""What the course of a series says in a word: a trend over years, or whether the last period swings as usual."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from voorkant.analysis.trend import POINTS, Trend, five_point_trend
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell
from voorkant.report.swing import YEAR_DAYS, firm_cells, said, swing
from voorkant.text import periods
from voorkant.text.reasons import TREND

ARROW = {Trend.RISES: "↗", Trend.FALLS: "↘", Trend.NONE: "→", Trend.TOO_FEW: "○"}


def course_words(figure: Figure, since: date | None = None) -> str:
    """`↘ daalt (2021 tot en met 2025)`, or of shorter periods `● normale schommeling`; `since` as for `swing`."""
    if (figure.cells[0].end - figure.cells[0].start).days >= YEAR_DAYS:
        return _trend([cell for cell in firm_cells(figure) if cell.value is not None and cell.low is not None])
    found = swing(figure, since)
    return said(found) if found else ""


def _trend(cells: Sequence[Cell]) -> str:
    values, low, high = (np.array([getattr(cell, name) for cell in cells], dtype="float64")
                         for name in ("value", "low", "high"))  # fmt: skip
    found = five_point_trend(values, low, high).trend
    if found is Trend.TOO_FEW:
        return f"{ARROW[found]} {TREND[found]} ({len(cells)} van {POINTS})"
    span = periods.span(cells[-POINTS].period, cells[-1].period)
    return f"{ARROW[found]} {TREND[found]} ({span})"
