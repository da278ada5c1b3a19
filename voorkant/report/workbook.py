"""A figure as an Excel file: its rows as real numbers, and a sheet that says what they are."""

import io
import re
from collections.abc import Sequence

from voorkant.charts.description import Description
from voorkant.charts.told import Told
from voorkant.report.csvfile import Field
from voorkant.report.figure import Figure
from voorkant.report.rows import Publication
from voorkant.report.sheet import INTERN, figure_table, shown_table

WIDTHS = {
    "indicator": 44,
    "gebied": 22,
    "periode": 22,
    "eenheid": 34,
    "reden": 34,
    "noemer_omschrijving": 44,
    "bron": 40,
}
NARROW = 14
_NUMBER = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+)?")
"""A number as a Dutch reader writes it; a year is text."""


def figure_xlsx(figure: Figure, shown: Description | Told | None = None) -> bytes:
    """The workbook of a figure, with what the chart shows of each period where `shown` is another reading."""
    columns, lines = figure_table(figure, shown)
    return _book(columns, lines, _notes(figure, shown))


def shown_xlsx(shown: Description | Told, publication: Publication) -> bytes:
    """That of a picture: its table, with numbers as numbers."""
    columns, lines = shown_table(shown, publication)
    return _book(columns, [[_value(word) for word in line] for line in lines], _told_notes(shown, publication))


def _value(word: str) -> Field:
    return float(word.replace(".", "").replace(",", ".")) if _NUMBER.fullmatch(word) else word


def _book(columns: Sequence[str], lines: Sequence[Sequence[Field]], about: Sequence[Sequence[Field]]) -> bytes:
    """The workbook: `Cijfers` with a header row that stays in sight, and `Toelichting`."""
    import xlsxwriter  # noqa: PLC0415 - only who downloads needs it

    content = io.BytesIO()
    # text stays text: a cell that starts with = is never a formula, and a web address no link
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet("Cijfers")
        _fill(sheet, [columns, *lines])
        sheet.set_row(0, None, bold)
        sheet.freeze_panes(1, 3)
        for place, name in enumerate(columns):
            sheet.set_column(place, place, WIDTHS.get(name, NARROW))
        notes = book.add_worksheet("Toelichting")
        notes.set_column(0, 0, 24, bold)
        notes.set_column(1, 1, 110, book.add_format({"text_wrap": True}))
        _fill(notes, about)
    return content.getvalue()


def _fill(sheet: "object", rows: Sequence[Sequence[Field]]) -> None:
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(line, place, value)  # type: ignore[attr-defined]


def _mark(publication: Publication) -> list[list[Field]]:
    return [["Let op", INTERN]] if publication.protection == "intern" else []


def _told_notes(shown: Description | Told, publication: Publication) -> list[list[Field]]:
    return [
        *_mark(publication),
        ["Titel", shown.title],
        ["Wat er staat", shown.sentence],
        ["Eenheid", shown.axis],
        ["Noemer", shown.denominator],
        ["Niet getoond", shown.suppression],
        ["Status", shown.status],
    ]


def _notes(figure: Figure, shown: Description | Told | None) -> list[list[Field]]:
    header, publication = figure.header, figure.publication
    view: list[list[Field]] = [["Weergave", shown.unit]] if isinstance(shown, Description) else []
    return [
        *_mark(publication),
        *view,
        ["Indicator", header.title],
        ["Definitie", header.definition],
        ["Eenheid", header.unit_text],
        ["Noemer", header.denominator_text],
        ["Bron", header.source_text],
        ["Leveringen", figure.delivered],
        ["Gebied", figure.place],
        ["Publicatie", publication.name],
        ["Versie", publication.protection],
        ["Bescherming", f"Aantallen onder {publication.threshold} jeugdigen staan er als bereik (teller_minimaal en "
                        f"teller_maximaal); andere zijn afgerond op {publication.base}, dus onderdelen tellen niet "
                        "altijd op."],
        ["Status", "definitief verandert niet meer; voorlopig en onvolledig kunnen nog hoger worden."],
    ]  # fmt: skip
