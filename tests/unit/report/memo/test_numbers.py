"""Every number in every kind of file is one of the screen's public table, and every one of those is there."""

import io
import re
from collections import Counter
from zipfile import ZipFile

import docx
import pytest
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.unit.report.memo.conftest import DRAFT
from voorkant.charts.areamap import MapPlot
from voorkant.charts.description import Description
from voorkant.charts.table import printed
from voorkant.report import asking
from voorkant.report.figure import describe
from voorkant.report.memo import files
from voorkant.report.memo.book import TOP
from voorkant.report.memo.gather import selection

NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@pytest.fixture(scope="module")
def screen(ask):
    """The tables of the measures as the page of figures shows them in public."""
    found = {}
    for programme, slug in DRAFT.pairs:
        chosen = selection(DRAFT).__class__(**vars(selection(DRAFT)) | {"programme": programme})
        for figure in asking.figures(ask, chosen, [slug]).values():
            assert figure.publication.protection == "openbaar"
            found[slug] = printed(describe(figure))
    return found


@pytest.fixture(scope="module")
def made(memo, place):
    return {suffix: files.written(memo, suffix, place) for suffix in files.FORMATS}


def test_the_tables_of_a_memo_are_those_of_the_screen(memo, screen):
    grids = [(grid.headers, list(grid.lines)) for grid in memo.grids]
    assert len(screen) == 3
    assert [table for table in screen.values() if table not in grids] == []


def test_the_same_memo_is_the_same_file(memo, place, made):
    for suffix in ("pptx", "xlsx"):  # whatever the clock says
        with ZipFile(io.BytesIO(made[suffix])) as package:
            times = b"".join(package.read(name) for name in package.namelist() if name.endswith("core.xml"))
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", times)) <= {
            memo.about.made.encode()[:19] + b"Z",
            b"2013-01-27T09:14:16Z",
        }
    assert {suffix for suffix in made if files.written(memo, suffix, place) != made[suffix]} == set()


def test_word(memo, made):
    tables = [
        [tuple(cell.text for cell in row.cells) for row in table.rows]
        for table in docx.Document(io.BytesIO(made["docx"])).tables
    ]
    assert [table for table in tables if len(table[0]) > 2] == [
        [grid.headers, *grid.lines] for grid in memo.grids if len(grid.headers) > 2
    ]


def numbers(texts) -> Counter:
    return Counter(found for text in texts for found in NUMBER.findall(text))


def test_pdf(memo, made):
    reader = PdfReader(io.BytesIO(made["pdf"]))
    said = numbers(page.extract_text() for page in reader.pages)
    cells = [cell for grid in memo.grids for line in grid.lines for cell in line]
    assert numbers([*cells, *(words.text for _, words in memo.words)]) - said == Counter()
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    fonts = {font["/BaseFont"] for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()}
    assert any(name.endswith("+LiberationSans") for name in fonts)  # of the pictures, as on screen
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()


def expected(shown):
    """Of each series its values, in order; none of a map, which is a picture only."""
    if isinstance(shown.picture, MapPlot):
        return []
    if isinstance(shown.picture, Description):
        return [[point.value for point in series.points] for series in shown.picture.series]
    return [[wide[0] for wide in shown.bars]]


def test_excel(memo, made):
    book = CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
    for shown in memo.pictures:
        rows = book.get_sheet_by_name(f"Figuur {shown.number}").to_python()[TOP:]
        headers, lines = printed(shown.picture)
        count = len(rows[0]) - len(headers)
        told = [(row[0], *row[1 + count :]) for row in rows[1 : 1 + len(lines)]]
        assert told == lines
        values = [place for place, title in enumerate(rows[0]) if title.endswith(": getal")]
        for place, column in zip(values, expected(shown), strict=True):
            assert [row[place] if row[place] != "" else None for row in rows[1 : 1 + len(lines)]] == [
                None if value is None else pytest.approx(value, abs=1e-4) for value in column
            ]


def test_slides(memo, made):
    deck = Presentation(io.BytesIO(made["pptx"]))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    native = [shown for shown in memo.pictures if expected(shown)]
    assert len(charts) == len(native) == len(memo.pictures) - 1
    for chart, shown in zip(charts, native, strict=True):
        own = [list(series.values) for series in chart.plots[0].series if "grens" not in series.name]
        assert own == [
            [None if value is None else pytest.approx(value, abs=1e-4) for value in column]
            for column in expected(shown)
        ]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert len(notes) == len(memo.pictures)
    assert all("Bron: " in text for text in notes)


def test_pictures(memo, made):
    with ZipFile(io.BytesIO(made["zip"])) as package:
        assert len(package.namelist()) == 3 * len(memo.pictures)
        assert all(package.read(name).startswith(b"\x89PNG") for name in package.namelist() if name.endswith("png"))
        assert b"<svg" in package.read("figuur-1.svg")


def test_text_is_never_a_formula(memo, made):
    with ZipFile(io.BytesIO(made["xlsx"])) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    assert [sheet for sheet in sheets if b"<f>" in sheet] == []
