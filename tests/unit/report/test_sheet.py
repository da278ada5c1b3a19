"""A CSV that Dutch Excel opens, with codes and words, and without running anything."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report.made import HEADER, PUBLICATION, cell, figure, hidden
from voorkant.report.csvfile import csv_bytes, field
from voorkant.report.rows import Publication
from voorkant.report.sheet import COLUMNS, INTERN, SHOWN, figure_csv, file_name
from voorkant.report.views import COUNT, as_chosen

PUBLIC = Publication("proef-1", "openbaar", 10, 5)


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def public(*cells):
    return replace(figure(cells, None), publication=PUBLIC)


def test_it_is_utf8_with_a_bom_for_excel():
    assert figure_csv(public(cell(2025))).startswith(b"\xef\xbb\xbfindicator;")


def test_a_row_has_codes_and_words():
    header, shown, gone = read(figure_csv(public(cell(2024), hidden(2025))))
    assert header == list(COLUMNS)
    row = dict(zip(header, shown, strict=True))
    assert (row["periode_code"], row["teller"], row["waarde"], row["status"]) == ("2024", "33", "4,6", "definitief")
    row = dict(zip(header, gone, strict=True))
    assert (row["teller"], row["waarde"], row["reden_code"]) == ("", "", "klein")
    assert row["reden"] == "minder dan 10 jeugdigen (afgerond)"
    assert row["versie"] == "openbaar"


def test_the_chosen_view_stands_beside_the_cells():
    """What the chart draws of a period, with what a hidden one can be; nothing for a period that it has not."""
    made = public(cell(2024), hidden(2025))
    header, shown, gone = read(figure_csv(made, as_chosen(made, view=COUNT)))
    assert header == [*COLUMNS, *SHOWN]
    row = dict(zip(header, shown, strict=True))
    assert (row["weergave"], row["getoond"], row["getoond_van"], row["getoond_tot"]) == (
        "verwijzingen",
        "33",
        "32",
        "34",
    )
    row = dict(zip(header, gone, strict=True))
    assert (row["getoond"], row["getoond_van"], row["getoond_tot"]) == ("", "0", "4")
    one = as_chosen(made, view=COUNT)
    short = replace(one, series=(replace(one.series[0], points=one.points[1:]),))
    assert read(figure_csv(made, short))[1][-4:] == ["", "", "", ""]


def test_an_internal_version_says_so_first_and_in_its_name():
    assert read(figure_csv(figure([cell(2025)], None)))[0] == [INTERN]
    name = file_name(HEADER.slug, "Aldermeer-Centrum & co", PUBLICATION, "csv")
    assert name == "INTERN_verwijzingen_sggz_aldermeer-centrum---co_proef-1.csv"
    assert file_name(HEADER.slug, "Aldermeer", PUBLIC, "csv") == "verwijzingen_sggz_aldermeer_proef-1.csv"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert field(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [(-12.5, "-12,5"), (-3, "-3"), (0.0, "0"), (None, ""), (1234.5678, "1234,5678"), (1e7, "10000000")],
)
def test_numbers_are_numbers(value, written):
    assert field(value) == written


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=20))
def test_text_survives(text):
    (_, (back,)) = read(csv_bytes(["kolom"], [["x" + text]]))
    assert back == "x" + text
