"""A figure as an Excel file: its rows as real numbers, and a sheet that says what they are."""

import io

from voorkant.report.csvfile import Field
from voorkant.report.figure import Figure
from voorkant.report.sheet import COLUMNS, INTERN, figure_rows

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


def figure_xlsx(figure: Figure) -> bytes:
    """The workbook: `Cijfers` with a header row that stays in sight, and `Toelichting`."""
    import xlsxwriter  # noqa: PLC0415 - only who downloads needs it

    content = io.BytesIO()
    # text stays text: a cell that starts with = is never a formula, and a web address no link
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet("Cijfers")
        _fill(sheet, [list(COLUMNS), *figure_rows(figure)])
        sheet.set_row(0, None, bold)
        sheet.freeze_panes(1, 3)
        for place, name in enumerate(COLUMNS):
            sheet.set_column(place, place, WIDTHS.get(name, NARROW))
        notes = book.add_worksheet("Toelichting")
        notes.set_column(0, 0, 24, bold)
        notes.set_column(1, 1, 110, book.add_format({"text_wrap": True}))
        _fill(notes, _notes(figure))
    return content.getvalue()


def _fill(sheet: "object", rows: list[list[Field]]) -> None:
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(line, place, value)  # type: ignore[attr-defined]


def _notes(figure: Figure) -> list[list[Field]]:
    header, publication = figure.header, figure.publication
    mark: list[list[Field]] = [["Let op", INTERN]] if publication.protection == "intern" else []
    return [
        *mark,
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
