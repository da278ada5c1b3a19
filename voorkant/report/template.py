"""A file to send to a supplier: what to deliver, how to write it, and what never to put in it."""

import io
from collections.abc import Iterator
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from voorkant.declare.source import Column, Source
from voorkant.report import example
from voorkant.report.csvfile import csv_bytes
from voorkant.report.findings import NEVER, SAFE_TEXT
from voorkant.text.enumeration import listed

COVER, DATA, HELP, VALUES = "Lees dit eerst", "Gegevens", "Uitleg", "Waarden"
HELP_COLUMNS = {
    "kolom": 24, "verplicht": 16, "wat er staat": 50, "hoe het wordt geschreven": 34, "toegestane waarden": 50,
    "voorbeeld": 18, "heet ook": 50,
}  # fmt: skip
YES_NO = ("ja", "nee")
_LAST_ROW = 1_048_575
_TITLE, _MESSAGE = 32, 255  # signs that Excel shows beside a cell
_NUMBERS = {"integer", "age", "year", "birthyear", "decimal", "euro"}
_YEARS = {"year": (1990, 2100), "birthyear": (1900, 2100)}


def template_csv(source: Source) -> bytes:
    """The header and example rows."""
    return csv_bytes([column.name for column in example.columns(source)], example.rows(source))


def template_xlsx(source: Source) -> bytes:
    """A workbook that explains itself, with lists to choose from."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, SAFE_TEXT) as book:
        sheets = {name: book.add_worksheet(name) for name in (COVER, DATA, HELP, VALUES)}
        head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "valign": "top"})
        _fill_cover(sheets[COVER], source, book)
        lists = _fill_values(sheets[VALUES], source, head)
        _fill_data(sheets[DATA], source, book, head=head, lists=lists)
        _fill_help(sheets[HELP], source, book, head=head)
    return target.getvalue()


def never() -> str:
    return f"Neem nooit op: {NEVER}."


def _cover(source: Source) -> Iterator[str]:
    yield f"Gegevens leveren: {source.title}"
    yield ""
    yield f"Een rij is {source.row}."
    yield ""
    yield f"1. Vul het blad '{DATA}'. Haal eerst de voorbeeldrijen weg."
    yield "2. Laat de namen van de kolommen staan. De volgorde mag anders zijn."
    yield "3. Vul elke verplichte kolom in elke rij. De andere kolommen mogen leeg blijven of ontbreken."
    yield f"4. Op het blad '{HELP}' staat wat elke kolom betekent, op '{VALUES}' wat er mag staan."
    yield f"5. Bewaar het blad '{DATA}' als 'CSV UTF-8' en lever dat bestand aan."
    yield ""
    yield never()
    if source.rekey:
        yield (
            f"In {listed(source.rekey)} hoort een pseudoniem: in elke levering hetzelfde, en alleen voor wie levert te "
            "herleiden."
        )


def _fill_cover(sheet: Worksheet, source: Source, book: Workbook) -> None:
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    title = book.add_format({"bold": True, "font_size": 14})
    warning = book.add_format({"bold": True, "text_wrap": True})
    for row, text in enumerate(_cover(source)):
        sheet.write_string(row, 0, text, title if row == 0 else warning if text == never() else None)


def _fill_values(sheet: Worksheet, source: Source, head: Format) -> dict[str, str]:
    """The sheet with allowed values; column -> the place of its list."""
    places = {}
    coded = [column for column in example.columns(source) if column.type == "code" and column.values]
    for number, column in enumerate(coded):
        sheet.write_string(0, number, column.name, head)
        for row, (value, _) in enumerate(column.values, 1):
            sheet.write_string(row, number, value)
        sheet.set_column(number, number, 24)
        letter = xlsxwriter.utility.xl_col_to_name(number)
        places[column.name] = f"='{VALUES}'!${letter}$2:${letter}${len(column.values) + 1}"
    return places


def _fill_data(sheet: Worksheet, source: Source, book: Workbook, *, head: Format, lists: dict[str, str]) -> None:
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd-mm-yyyy"})
    amount = book.add_format({"num_format": "0.00"})
    kinds = dict.fromkeys(_NUMBERS) | {"date": day, "euro": amount}
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(example.columns(source)):
        sheet.write_string(0, place, column.name, head)
        sheet.set_column(place, place, max(14, len(column.name) + 2), kinds.get(column.type, text))
        for row in range(example.ROWS):
            _write(sheet, (row + 1, place), example.cell(column, source, row), kind=column.type)
        sheet.data_validation(1, place, _LAST_ROW, place, _rule(column, lists) | _hint(column))


def _write(sheet: Worksheet, place: tuple[int, int], value: str, *, kind: str) -> None:
    if not value:
        return
    if kind == "date":
        day, month, year = map(int, value.split("-"))
        sheet.write_datetime(*place, date(year, month, day))
    elif kind in _NUMBERS:
        sheet.write_number(*place, float(value.replace(",", ".")))
    else:
        sheet.write_string(*place, value)


def _hint(column: Column) -> dict[str, object]:
    """What Excel says beside a cell, and when something else is filled in."""
    how = example.written(column)
    return {
        "input_title": column.name[:_TITLE],
        "input_message": f"{column.meaning or column.name}: {how}."[:_MESSAGE],
        "error_title": "Deze waarde past niet",
        "error_message": f"Hier hoort {how}."[:_MESSAGE],
    }


def _rule(column: Column, lists: dict[str, str]) -> dict[str, object]:
    """What Excel lets a person fill in."""
    if column.name in lists:
        return {"validate": "list", "source": lists[column.name]}
    if column.type == "yesno":
        return {"validate": "list", "source": list(YES_NO)}
    if column.type == "date":
        return {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2100, 12, 31)}
    if column.type in _NUMBERS:
        low, high = _YEARS.get(column.type, (column.minimum, column.maximum))
        whole = "decimal" if column.type in {"decimal", "euro"} else "integer"
        return {"validate": whole, "criteria": "between", "minimum": -1e12 if low is None else low,
                "maximum": 1e12 if high is None else high}  # fmt: skip
    return {"validate": "any"}


def _fill_help(sheet: Worksheet, source: Source, book: Workbook, *, head: Format) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.freeze_panes(1, 0)
    for place, (title, width) in enumerate(HELP_COLUMNS.items()):
        sheet.write_string(0, place, title, head)
        sheet.set_column(place, place, width, wrapped)
    for row, column in enumerate(example.columns(source), 1):
        for place, text in enumerate(explained(column, source)):
            sheet.write_string(row, place, text)


def explained(column: Column, source: Source) -> tuple[str, ...]:
    """A column in words, in the order of HELP_COLUMNS."""
    return (
        column.name,
        _needed(column, source),
        column.meaning,
        example.written(column),
        ", ".join(value for value, _ in column.values) or (", ".join(YES_NO) if column.type == "yesno" else ""),
        example.cell(column, source, 0),
        ", ".join(column.synonyms),
    )


def _needed(column: Column, source: Source) -> str:
    groups = [group for group in source.one_of if column.name in group]
    return "ja" if column.required else f"een van: {', '.join(groups[0])}" if groups else "nee"
