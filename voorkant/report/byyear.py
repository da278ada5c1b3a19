"""The figures of a small programme by year, as rows of words: what a chart of so few would only blur."""

from collections.abc import Sequence

from voorkant.domain.protection import Reason
from voorkant.report.figure import Figure, point
from voorkant.report.rows import Cell
from voorkant.text.numbers import PERCENT

ABSENT = "–"
HEAD = "Jaar"


def by_year(figures: Sequence[Figure]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """(headers, one row a period). A period in which the programme was nowhere yet is left out."""
    periods = sorted({cell.period for figure in figures for cell in figure.cells if cell.reason != Reason.NVT})
    headers = (HEAD, *(_heading(figure) for figure in figures))
    return headers, [(period, *(_words(figure, period) for figure in figures)) for period in periods]


def _heading(figure: Figure) -> str:
    title = figure.header.title
    return f"{title} ({PERCENT})" if figure.header.unit_text.startswith(PERCENT) else title


def _words(figure: Figure, period: str) -> str:
    cell = next((cell for cell in figure.cells if cell.period == period), None)
    return _shown(cell, figure) if cell else ABSENT


def _shown(cell: Cell, figure: Figure) -> str:
    """A count as a count, with what it can be; anything else as its value. Below it what is not final."""
    made = point(cell, figure)
    counted = figure.header.shape == "count" and cell.value is not None
    words = made.numerator if counted else made.words
    return words if made.firm else f"{words}\n{made.status}"
