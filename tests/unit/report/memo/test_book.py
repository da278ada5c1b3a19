"""The charts of the workbook: the margin is an area where that can be right."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from tests.cubes import write_home
from tests.unit.report.memo.conftest import DRAFT
from voorkant.charts.description import Kind
from voorkant.charts.office import native
from voorkant.charts.table import filled
from voorkant.declare.home import Home
from voorkant.report.memo.book import _fitting, _wide, write
from voorkant.report.memo.description import Section, Shown
from voorkant.report.memo.files import FORMATS, written
from voorkant.report.memo.make import make
from voorkant.report.opened import asker


def charts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [book.read(name).decode() for name in sorted(book.namelist()) if name.startswith("xl/charts/chart")]


def only(memo, picture):
    return replace(memo, sections=(Section("kern", "De kern", (Shown(picture, number=1),)),))


@pytest.fixture
def picture(memo):
    """One line with a margin."""
    found = next(item.picture for item in memo.pictures if native(item.picture).lines[0].has_margin)
    return replace(found, kind=Kind.LINE)


def with_points(picture, **changes):
    series = picture.series[0]
    points = tuple(replace(point, **changes.get(point.label, {})) for point in series.points)
    return replace(picture, series=(replace(series, points=points),))


def test_the_margin_of_one_line_is_an_area_below_it(memo, picture):
    content = write(only(memo, picture))
    [chart] = charts(content)
    assert chart.index("<c:areaChart>") < chart.index("<c:lineChart>")
    assert '<c:legendEntry><c:idx val="0"/><c:delete val="1"/>' in chart
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Figuur 1").to_python()[4:]
    place = head.index(f"{picture.series[0].name}: ondergrens")
    assert head[place + 2] == f"{picture.series[0].name}: marge"
    for row, point in zip(rows, picture.series[0].points, strict=False):
        assert row[place : place + 3] == pytest.approx([point.low, point.high, point.high - point.low], abs=2e-4)


def test_an_area_starts_where_figures_do_and_a_hole_makes_it_lines(memo, picture):
    first, last = picture.series[0].points[0].label, picture.series[0].points[-1].label
    gone = {"value": None, "low": None, "high": None}
    [chart] = charts(write(only(memo, with_points(picture, **{first: gone}))))
    assert "<c:areaChart>" in chart
    assert "$A$6" not in chart
    [chart] = charts(write(only(memo, with_points(picture, **{last: {"low": None}}))))
    assert "<c:areaChart>" not in chart
    assert chart.count('<a:alpha val="45000"/>') == 2  # its two edges


def test_of_two_lines_one_margin_is_an_area_and_the_other_has_edges(memo, picture):
    own = picture.series[0]
    bare = replace(own, name="zonder", points=tuple(replace(point, low=None, high=None) for point in own.points))
    short = replace(own, name="kort", points=(replace(own.points[0], value=None, low=None), *own.points[1:]))
    for others, area, edges in (((bare, own), 1, 0), ((own, replace(own, name="ander")), 1, 2), ((short, own), 0, 4)):
        content = write(only(memo, replace(picture, series=others)))
        [chart] = charts(content)
        assert chart.count("<c:areaChart>") == area
        assert chart.count('<a:alpha val="45000"/>') == edges
        head = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Figuur 1").to_python()[4]
        for column in re.findall(r"<c:tx><c:strRef><c:f>'Figuur 1'!\$(.)\$5</c:f>", chart):
            assert head[ord(column) - ord("A")].startswith(tuple(series.name for series in others))
        below = re.search(r"<c:val><c:numRef><c:f>'Figuur 1'!\$(.)\$", chart)[1]
        assert head[ord(below) - ord("A")].endswith("ondergrens" if area else "getal")


def test_a_memo_of_which_every_count_is_hidden_says_so_in_every_form(tmp_path):
    home = Home(write_home(tmp_path / "home", suppressed=True))
    memo = make(asker(home), replace(DRAFT, pilots=(), questions=()))
    said = " ".join(words.text for _, words in memo.words)
    assert said.count("Er is nog geen cijfer dat definitief en te tonen is.") >= len(DRAFT.measures)
    assert all(point.value is None for shown in memo.pictures for point in shown.picture.points)
    assert [native(shown.picture, shown.bars) for shown in memo.pictures] == [None] * len(memo.pictures)  # no bare axes
    assert all(written(memo, suffix, home) for suffix in FORMATS)
    headers, lines = filled(memo.pictures[0].picture)
    assert _wide(headers, lines)[1] > len(lines[0][1])  # a range in words is whole, with a full cell beside it


def test_a_measure_without_the_period_says_up_to_when_it_goes(ask):
    memo = make(ask, replace(DRAFT, period="2031", since="2031"))
    said = " ".join(words.text for _, words in memo.words)
    assert "Per jaar is hierover voor deze plek tot en met 2031 niets gepubliceerd. De bron is: " in said
    assert not memo.pictures or all(
        shown.picture.points for shown in memo.pictures if not hasattr(shown.picture, "lines")
    )


def test_a_column_without_anything_is_left_out(memo, picture):
    [series] = picture.series
    bare = tuple(replace(point, numerator="", denominator="") for point in series.points)
    content = write(only(memo, replace(picture, series=(replace(series, points=bare),))))
    head = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Figuur 1").to_python()[4]
    assert head[-2].startswith("Waarde")
    assert head[-1] == "Status"


def test_on_paper_lists_repeat_their_head_and_words_stand_apart_from_numbers(memo, picture):
    with zipfile.ZipFile(io.BytesIO(write(only(memo, picture)))) as book:
        names, styles = book.read("xl/workbook.xml").decode(), book.read("xl/styles.xml").decode()
    assert re.findall(r">(\w+)!\$1:\$1<", names) == ["Begrippen", "Leeswijzer", "Zinnen"]
    assert {'horizontal="left"', 'horizontal="right"'} == {
        found
        for line in re.findall(r"<alignment [^>]*indent[^>]*>", styles)
        for found in re.findall(r'horizontal="\w+"', line)
    }
    assert all("horizontal=" in line for line in re.findall(r"<alignment [^>]*indent[^>]*>", styles))


def test_a_column_is_as_wide_as_what_is_in_it_and_what_a_narrow_sheet_says_goes_on_beside_it(memo, picture):
    assert _fitting(("Jaar", "bij specialistische hulp"), [("2024", "1"), ("2025", "2")]) == [12, 18]
    assert _fitting(("Jaar",), [("x" * 200,)]) == [60]
    [series] = picture.series
    bare = tuple(replace(point, numerator="", denominator="", low=None, high=None) for point in series.points)
    for shown, last in ((replace(picture, series=(replace(series, points=bare),)), "H"), (picture, "I")):
        with zipfile.ZipFile(io.BytesIO(write(only(memo, shown)))) as book:
            sheet = book.read("xl/worksheets/sheet4.xml").decode()
        assert f'<mergeCell ref="A1:{last}1"/>' in sheet
        assert '<pageMargins left="0.5"' in sheet
