"""Made workbooks: xlsx by a library, OpenDocument and odd ones by hand."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter

from .conftest import HEAD, contact

Cells = Sequence[Sequence[object]]


def rows(*lines: str) -> list[list[str]]:
    """The header of contacts and these lines, as cells of text."""
    return [line.split(";") for line in (HEAD, *lines)]


def book(*sheets: Cells | Callable[[Any, Any], None], names: Sequence[str] = (), **options: object) -> bytes:
    """An xlsx with these sheets; a function gets the book and an empty sheet to fill."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False} | options) as target:
        for number, cells in enumerate(sheets):
            sheet = target.add_worksheet(names[number] if names else f"Blad{number + 1}")
            if callable(cells):
                cells(target, sheet)
            else:
                for row, line in enumerate(cells):
                    for column, value in enumerate(line):
                        if value != "":
                            sheet.write(row, column, value)
    return made.getvalue()


def contacts_book(*lines: str) -> bytes:
    return book(rows(*(lines or (contact(1), contact(2)))))


def packed(**members: bytes | str) -> bytes:
    return packed_named({name.replace("__", "."): content for name, content in members.items()})


def packed_named(members: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return made.getvalue()


def changed(raw: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return packed_named(parts | {part: change(parts[part].decode()).encode(errors="surrogateescape")})


SHEET, LINKS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Blad1">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def ods_cell(text: str, **attributes: str) -> str:
    words = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    kind = "" if "office__value_type" in attributes or not text else ' office:value-type="string"'
    return f"<table:table-cell{kind}{words}><text:p>{text}</text:p></table:table-cell>"


def ods(*lines: Sequence[str]) -> bytes:
    """An OpenDocument sheet; cells are texts or come from `ods_cell`."""
    made = "".join(
        "<table:table-row>" + "".join(cell if "<" in cell else ods_cell(cell) for cell in line) + "</table:table-row>"
        for line in lines
    )
    return packed_named(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": _ODS.format(rows=made),
            "META-INF/manifest.xml": _MANIFEST,
        }
    )
