"""Figures as a CSV that Dutch Excel opens by itself, and safely."""

from voorkant.charts.description import Description
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


def figure_csv(figure: Figure) -> bytes:
    """A figure's periods with codes and words; an internal version says so in its first line."""
    return csv_bytes(COLUMNS, figure_rows(figure), mark=INTERN if figure.publication.protection == "intern" else "")


def told_csv(told: Description | Told, publication: Publication) -> bytes:
    """The table of a picture with its source; an internal version says so in its first line."""
    headers, lines = printed(told)
    columns = (*headers, "periode", "bron", "publicatie", "versie")
    about = (told.period, told.source, publication.name, publication.protection)
    mark = INTERN if publication.protection == "intern" else ""
    return csv_bytes(columns, [(*line, *about) for line in lines], mark=mark)


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
