"""Figures as a CSV that Dutch Excel opens by itself, and safely."""

from voorkant.charts.description import Description, Point
from voorkant.charts.table import printed
from voorkant.charts.told import Told
from voorkant.report.csvfile import Field, csv_bytes
from voorkant.report.figure import Figure, point
from voorkant.report.rows import Publication
from voorkant.text import periods

INTERN = "INTERN: niet verspreiden. Deze versie is minder sterk beschermd dan de openbare."
COLUMNS = (
    "indicator", "gebied", "periode", "periode_code", "teller", "teller_minimaal", "teller_maximaal", "noemer",
    "waarde", "eenheid", "ondergrens_95", "bovengrens_95", "status", "reden_code", "reden", "noemer_omschrijving",
    "bron", "leveringen", "publicatie", "versie",
)  # fmt: skip


SHOWN = ("weergave", "getoond", "getoond_van", "getoond_tot", "getoond_in_woorden")
"""What the chart draws of a period, where it is another reading of the cell (a sum, an index, a count)."""


def figure_csv(figure: Figure, shown: Description | Told | None = None) -> bytes:
    """A figure's periods with codes and words, and as `shown`; an internal version says so in its first line."""
    columns, lines = figure_table(figure, shown)
    return csv_bytes(columns, lines, mark=INTERN if figure.publication.protection == "intern" else "")


def figure_table(figure: Figure, shown: Description | Told | None = None) -> tuple[tuple[str, ...], list[list[Field]]]:
    """(columns, rows) of a figure's file."""
    if not isinstance(shown, Description):
        return COLUMNS, figure_rows(figure)
    points = {point.start: point for point in shown.series[0].points}
    beside = [[shown.unit, *_shown(points.get(cell.start))] for cell in figure.cells]
    both = zip(figure_rows(figure), beside, strict=True)
    return (*COLUMNS, *SHOWN), [row + more for row, more in both]


def _shown(point: Point | None) -> list[Field]:
    """What stands for a period in the chart; a hidden one has what it can be."""
    if point is None:
        return [None, None, None, None]
    low, high = (point.low, point.high) if point.value is not None else (point.range_low, point.range_high)
    return [point.value, low, high, point.words]


def shown_csv(shown: Description | Told, publication: Publication) -> bytes:
    """The table of a picture with its source; an internal version says so in its first line."""
    columns, lines = shown_table(shown, publication)
    return csv_bytes(columns, lines, mark=INTERN if publication.protection == "intern" else "")


def shown_table(shown: Description | Told, publication: Publication) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """(columns, rows) of the file of a picture."""
    headers, lines = printed(shown)
    about = (shown.period, shown.source, publication.name, publication.protection)
    return (*headers, "periode", "bron", "publicatie", "versie"), [(*line, *about) for line in lines]


def figure_rows(figure: Figure) -> list[list[Field]]:
    """A row per period, in the order of `COLUMNS`."""
    return [_row(figure, number) for number in range(len(figure.cells))]


def _row(figure: Figure, number: int) -> list[Field]:
    cell, header = figure.cells[number], figure.header
    return [
        header.title, figure.place, periods.period(cell.period), cell.period, cell.numerator, cell.numerator_low,
        cell.numerator_high, cell.denominator, cell.value, header.unit_text, cell.low, cell.high, cell.status,
        cell.reason, point(cell, figure).reason, header.denominator_text, header.source_text,
        figure.delivered, figure.publication.name, figure.publication.protection,
    ]  # fmt: skip


def file_name(slug: str, place: str, publication: Publication, suffix: str) -> str:
    """Names the indicator, the place and the publication; an internal version starts with INTERN."""
    mark = "INTERN_" if publication.protection == "intern" else ""
    words = "".join(letter if letter.isalnum() else "-" for letter in place.lower())
    return f"{mark}{slug}_{words}_{publication.name}.{suffix}"
