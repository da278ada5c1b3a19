"""Figures as a CSV that Dutch Excel opens by itself, and safely."""

import csv
import io
from collections.abc import Iterable, Sequence

from voorkant.report.figure import Figure, point
from voorkant.report.rows import Publication
from voorkant.text import periods

BOM = "\ufeff"
RISKY = ("=", "+", "-", "@", "\t", "\r")
INTERN = "INTERN: niet verspreiden. Deze versie is minder sterk beschermd dan de openbare."
COLUMNS = (
    "indicator", "gebied", "periode", "periode_code", "teller", "teller_minimaal", "teller_maximaal", "noemer",
    "waarde", "eenheid", "ondergrens_95", "bovengrens_95", "status", "reden_code", "reden", "noemer_omschrijving",
    "bron", "publicatie", "versie",
)  # fmt: skip
Field = str | float | int | None


def field(value: Field) -> str:
    """Numbers with a decimal comma; text that a spreadsheet would run as a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(RISKY) else value
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Field]], *, mark: str = "") -> bytes:
    """`;`-separated UTF-8 with BOM; `mark` is a line above the header."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if mark:
        writer.writerow([mark])
    writer.writerow(columns)
    writer.writerows([field(value) for value in row] for row in rows)
    return (BOM + text.getvalue()).encode()


def figure_csv(figure: Figure) -> bytes:
    """A figure's periods with codes and words; an internal version says so in its first line."""
    rows = [_row(figure, number) for number in range(len(figure.cells))]
    return csv_bytes(COLUMNS, rows, mark=INTERN if figure.publication.protection == "intern" else "")


def _row(figure: Figure, number: int) -> list[Field]:
    cell, header = figure.cells[number], figure.header
    return [
        header.title, figure.place, periods.period(cell.period), cell.period, cell.numerator, cell.numerator_low,
        cell.numerator_high, cell.denominator, cell.value, header.unit_text, cell.low, cell.high, cell.status,
        cell.reason, point(cell, figure).reason, header.denominator_text, header.source_text,
        figure.publication.name, figure.publication.protection,
    ]  # fmt: skip


def file_name(slug: str, place: str, publication: Publication, suffix: str) -> str:
    """Names the indicator, the place and the publication; an internal version starts with INTERN."""
    mark = "INTERN_" if publication.protection == "intern" else ""
    words = "".join(letter if letter.isalnum() else "-" for letter in place.lower())
    return f"{mark}{slug}_{words}_{publication.name}.{suffix}"
