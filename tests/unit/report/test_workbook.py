"""The Excel file of a figure, read back with another library."""

import io
from dataclasses import replace

from python_calamine import CalamineWorkbook

from tests.unit.report.made import PUBLICATION, cell, figure, hidden
from voorkant.charts.told import Told
from voorkant.report.rows import Publication
from voorkant.report.sheet import COLUMNS, INTERN
from voorkant.report.workbook import figure_xlsx, shown_xlsx

PUBLIC = Publication("proef-1", "openbaar", 10, 5)


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_numbers_are_numbers_and_a_hidden_cell_is_empty():
    found = sheets(figure_xlsx(replace(figure([cell(2024), hidden(2025)], None), publication=PUBLIC)))
    header, shown, gone = found["Cijfers"]
    assert header == list(COLUMNS)
    shown, gone = (dict(zip(COLUMNS, row, strict=True)) for row in (shown, gone))
    assert (shown["teller"], round(shown["waarde"], 1)) == (33, 4.6)
    assert (gone["teller"], gone["waarde"], gone["reden_code"]) == ("", "", "klein")
    assert ["Versie", "openbaar"] in found["Toelichting"]


def test_the_table_of_a_picture_has_numbers_as_numbers_and_years_as_words():
    told = Told(
        key="volgorde", title="Alles: goed", axis="per 1.000", denominator="jeugdigen", sentence="Dat is zo.",
        alt="Alles", source="GGZ", period="2024", status="definitief", suppression="niets.",
        headers=("Gemeente", "Waarde", "Jaar"), lines=(("=A1", "1.234,5", "2024"), ("B", "0 tot 4", "2024")),
    )  # fmt: skip
    found = sheets(shown_xlsx(told, PUBLIC))
    assert [row[:3] for row in found["Cijfers"][1:]] == [["=A1", 1234.5, "2024"], ["B", "0 tot 4", "2024"]]
    assert ["Noemer", "jeugdigen"] in found["Toelichting"]


def test_an_internal_workbook_says_so_first():
    found = sheets(figure_xlsx(replace(figure([cell(2024)], None), publication=PUBLICATION)))
    assert found["Toelichting"][0] == ["Let op", INTERN]


def test_a_formula_in_a_name_stays_text():
    content = figure_xlsx(replace(figure([cell(2024)], None), place="=1+1", publication=PUBLIC))
    assert sheets(content)["Cijfers"][1][1] == "=1+1"
