"""Pictures without a browser: each kind of chart, its words, and the same bytes for the same figure."""

import io
from datetime import date

import pytest
from PIL import Image

from tests.unit.charts.made import description, event, hidden, point
from tests.unit.charts.test_funnel import plot as funnel
from tests.unit.report.test_areamap import FOUND, mapped
from tests.unit.report.test_compare import FIVE, HIDDEN, PUBLIC, REGION, compared
from tests.unit.report.test_groups import AGES
from tests.unit.report.test_routeflow import plot as flow
from tests.unit.report.test_waiting import bands, waits
from voorkant.charts import palette
from voorkant.charts.description import Kind
from voorkant.charts.ready import PICTURES
from voorkant.charts.sheet import canvas, chart, grid, paint, sheet
from voorkant.charts.sheet.outline import outline
from voorkant.charts.sheet.scale import dutch, even, scale
from voorkant.charts.told import Told
from voorkant.domain.protection import Protection
from voorkant.report.areamap import map_plot
from voorkant.report.courses import Yearly, courses_plot
from voorkant.report.groups import multiples
from voorkant.report.handed import FORMATS, Handed
from voorkant.report.rows import Publication
from voorkant.report.standings import rank_plot
from voorkant.report.waiting import waiting_plot as curve

PNG = FORMATS[-1]
INTERN = Publication("p1", Protection.INTERN, 5, 3, date(2025, 12, 31), date(2026, 1, 15))
POINTS = [
    point(0), hidden(1, range_low=0.0, range_high=9.6), hidden(2, reason="niet geleverd"),
    point(3, low=5.0, value=6.0, high=7.0), point(4), point(5), point(6, firm=False, status="voorlopig"),
]  # fmt: skip
EVENTS = (event(date(2024, 9, 1), breaks=True), event(date(2024, 2, 1), end=date(2024, 6, 1)))
LINE = description(POINTS, events=EVENTS, level=4.5, level_name="doel voor 2027: 4,5")
YEARS = [Yearly(item.area, item.name, str(year), 20.0, "definitief", None) for item in FIVE for year in (2023, 2024)]
MATRIX = Told(
    key="matrix", title="Alles: goed", axis="per maat", denominator="jeugdigen", sentence="Dat is zo.", alt="Alles",
    source="GGZ", period="2024", status="definitief", suppression="niets.", headers=("Maat", *"ABCDEFGHIJK"),
    lines=(("Een maat met een heel lange naam " * 3, *("12,0\n▲ lager: gunstiger",) * 10, "✕ geen gegevens"),),
)  # fmt: skip
SAMPLES = [
    LINE, description(POINTS, kind=Kind.BARS), description(POINTS[:2], kind=Kind.DOTS, calendar=False), funnel(),
    rank_plot(compared([HIDDEN, *FIVE[1:]])), courses_plot(compared(FIVE[1:3]), YEARS, []),
    map_plot(mapped(), FOUND), multiples(AGES), flow(), curve(waits([*bands("2023"), *bands(langer=None)])), MATRIX,
]  # fmt: skip


def picture(shown, publication=PUBLIC) -> Image.Image:
    return Image.open(io.BytesIO(PNG.write(Handed("proef", shown, "Aldermeer", publication))))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the size of the screen: a quarter of the work."""
    monkeypatch.setattr(canvas, "SHARP", 1)
    monkeypatch.setattr(canvas, "LARGE", 2)


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    return {colour for _, colour in image.getcolors(image.width * image.height)}


def test_there_is_a_sample_of_each_kind():
    assert {type(one) for one in SAMPLES} == {*PICTURES, Told}
    assert all(chart.drawable(make(one, height=300)) for one in SAMPLES if (make := PICTURES.get(type(one))))


@pytest.mark.parametrize("shown", SAMPLES, ids=lambda one: one.key)
def test_every_kind_is_a_picture_that_has_its_hue(shown):
    made = picture(shown)
    assert made.width >= 960
    hues = {palette.INK if isinstance(shown, Told) else palette.UITKOMST, palette.UITKOMST, palette.ACCENT}
    assert {paint.on_paper(hue) for hue in hues} & colours(made)


def test_the_same_figure_is_the_same_file():
    handed = Handed("proef", LINE, "Aldermeer", PUBLIC)
    assert PNG.write(handed) == PNG.write(handed)


def test_an_internal_picture_says_so_in_a_bar_above_all():
    inside, outside = picture(LINE, INTERN), picture(LINE)
    assert inside.height == outside.height + 34
    assert inside.getpixel((950, 10)) == paint.on_paper(palette.WORSE)
    assert outside.getpixel((950, 10)) == (255, 255, 255)


def test_longer_words_take_more_room_and_nothing_is_cut_off():
    """The last line of words stands above the lower edge, whatever the words are."""
    short, long = picture(LINE), picture(description(POINTS, sentence="Dat is zo. " * 60))
    assert long.height > short.height
    lowest = long.convert("L").crop((0, long.height - 20, long.width, long.height))
    assert lowest.getextrema() == (255, 255)


def test_what_cannot_be_drawn_stands_there_as_its_table():
    assert not chart.drawable({"data": [{"type": "sankey"}], "layout": {}})


def test_columns_are_narrower_together_where_they_are_too_wide():
    made = grid.grid(MATRIX.headers, MATRIX.lines, 900)
    assert sum(made.columns) <= 901
    assert max(len(cell) for cell in made.rows[1]) > 1
    assert grid.width_of(MATRIX.headers) == 1440


def test_axes_have_round_numbers_in_dutch():
    assert list(even(0, 10, 5)) == [0, 2, 4, 6, 8, 10][: len(even(0, 10, 5))]
    assert [dutch(value) for value in (1250.0, 2.5, 0.0)] == ["1.250", "2,5", "0"]
    assert list(even(3, 3, 5)) == [3]
    days = scale({"range": ["2024-01-01", "2024-12-31"]}, [], 0, 365)
    assert days.at("2024-07-01") == 182
    assert days.at("2030-01-01") == 365, "what lies beyond stands at the end"
    names = scale({"type": "category"}, ["b", "a", "b", None], 0, 100)
    assert (names.at("b"), names.at("a")) == (25, 75)


def test_an_unknown_colour_is_refused_and_letters_are_there_without_streamlit(monkeypatch):
    with pytest.raises(ValueError, match="no colour"):
        paint.seen("red")
    monkeypatch.setattr(paint, "_source_sans", lambda: None)
    assert paint.font.__wrapped__(14).getlength("Aldermeer") > 20


def test_a_legend_breaks_where_it_is_too_wide():
    found = PICTURES[type(LINE)](LINE, height=300)
    assert len(list(sheet._rows(found, 200))) > len(list(sheet._rows(found, 900)))
    assert REGION.name == "Regio"


def test_a_curve_bends_from_its_start_to_its_end():
    spots = outline("M0,0 C0.5,0 0.5,10 1,10 L1,20 Z")
    assert (spots[0], spots[24], spots[-1]) == ((0.0, 0.0), (1.0, 10.0), (1.0, 20.0))
    assert spots[12] == (0.5, 5.0), "half way it stands in the middle"
