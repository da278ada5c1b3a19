"""Pictures without a browser: each kind of chart, its words, and the same bytes for the same figure."""

import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageColor

from tests.unit.charts.made import description, event, hidden, point
from tests.unit.charts.test_funnel import plot as funnel
from tests.unit.report.test_areamap import FOUND, mapped
from tests.unit.report.test_compare import FIVE, HIDDEN, PUBLIC, REGION, compared
from tests.unit.report.test_groups import AGES
from tests.unit.report.test_routeflow import plot as flow
from tests.unit.report.test_waiting import bands, waits
from voorkant.charts import palette, picture
from voorkant.charts.areamap import SHADES
from voorkant.charts.description import Kind
from voorkant.charts.funnel import Limit
from voorkant.charts.ready import PICTURES
from voorkant.charts.sheet import canvas, chart, grid, sheet, traces
from voorkant.charts.sheet.letters import extent, wrapped
from voorkant.charts.sheet.scale import Scale, dutch, even, scale
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


def svg(shown, publication=PUBLIC) -> str:
    """What a picture that stands alone is made of."""
    asked: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "_png", lambda drawing: asked.append(drawing) or b"")
        PNG.write(Handed("proef", shown, "Aldermeer", publication))
    return asked[0]


def size(drawing: str) -> tuple[float, float]:
    root = ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing
    return float(root.get("width")), float(root.get("height"))


def texts(drawing: str) -> list[ElementTree.Element]:
    """All words, in the order in which they are drawn."""
    return list(ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text"))  # noqa: S314 - the same


def told(drawing: str) -> list[str]:
    return [text.text for text in texts(drawing)]


def test_there_is_a_sample_of_each_kind():
    assert {type(one) for one in SAMPLES} == {*PICTURES, Told}
    figures = [picture.drawn(one) for one in SAMPLES[:-1]]
    assert {trace["type"] for figure in figures for trace in figure["data"]} == {"scatter", "bar"}, "no more is drawn"


@pytest.mark.parametrize("shown", SAMPLES, ids=lambda one: one.key)
def test_a_picture_that_stands_alone_has_its_words_and_its_hue(shown):
    made = svg(shown)
    words = " ".join(told(made))
    for part in (
        shown.title,
        shown.sentence,
        f"Bron: {shown.source}",
        f"Aldermeer · {shown.period}",
        "Openbare versie",
    ):
        assert all(word in words for word in part.replace("✕", "×").split())
    hues = {palette.INK} if type(shown) is Told else {palette.UITKOMST, palette.ACCENT, SHADES[1]}
    assert any(f'fill="{hue}"' in made for hue in hues)
    assert size(made)[0] >= 960


@pytest.mark.parametrize("shown", SAMPLES[:-1], ids=lambda one: one.key)
def test_in_a_document_it_is_the_chart_and_what_is_counted(shown):
    made = told(picture.svg(shown))
    assert made[0] or made[1]
    assert " ".join(shown.axis.split()[:2]) in " ".join(made)
    assert shown.title not in made


def test_the_name_of_an_axis_is_broken_for_the_screen_alone():
    wide = funnel(limits=(Limit(3_500.0, 10.0, 50.0), Limit(205_000.0, 20.0, 40.0)))
    assert "verwacht; elke stap is ongeveer drie keer zo groot" in " ".join(told(svg(wide)))


def test_the_same_figure_is_the_same_file_and_a_small_one():
    first = picture.png(LINE)
    picture._png.cache_clear()
    assert picture.png(LINE) == first
    assert len(first) < 100_000
    made = Image.open(io.BytesIO(first))
    assert made.mode == "RGB"
    assert made.width == 2 * picture.PRINTED
    assert ImageColor.getrgb(palette.UITKOMST) in {colour for _, colour in made.getcolors(made.width * made.height)}


def test_an_internal_picture_says_so_in_a_bar_above_all():
    inside, outside = svg(LINE, INTERN), svg(LINE)
    assert size(inside)[1] == size(outside)[1] + 34
    assert "INTERN" in " ".join(told(inside))
    assert palette.WORSE in inside
    assert palette.WORSE not in outside


def test_longer_words_take_more_room_and_nothing_is_cut_off():
    long = svg(description(POINTS, sentence="Dat is zo. " * 60))
    wide, high = size(long)
    assert high > size(svg(LINE))[1]
    for text in texts(long):
        assert 0 < float(text.get("y")) < high - 20
        if text.get("text-anchor") == "start":
            assert float(text.get("x")) + extent(text.text, float(text.get("font-size"))) < wide


def test_what_is_hidden_is_hatched_or_a_cross_and_what_can_change_is_open():
    made = svg(LINE)
    assert made.count("<pattern") == 2
    assert f'stroke="{palette.HIDDEN}" stroke-width="2"' in made
    assert f'fill="{palette.PAPER}" stroke="{palette.UITKOMST}"' in made


def test_a_map_has_names_where_nothing_can_be_pointed_at():
    plot = map_plot(mapped(), FOUND)
    assert {area.name for area in plot.areas} <= {words.removeprefix("× ") for words in told(picture.svg(plot))}
    many = replace(plot, areas=plot.areas * 20)
    assert "annotations" not in picture.drawn(many)["layout"]
    [first, *others] = plot.areas
    long = replace(plot, areas=(replace(first, name="Nieuwe Fusiegemeente aan de Oude Rijnarm"), *others))
    assert {"Nieuwe", "Fusiegemeente", "aan de Oude", "Rijnarm"} <= set(told(picture.svg(long)))


def test_of_crosses_alone_there_are_words_and_no_axis():
    shown = description([hidden(0), hidden(1)])
    assert " ".join(told(picture.svg(shown))) == picture.NOTHING
    assert picture.png(shown)
    around = sheet.Around(shown.title, shown.axis, shown.sentence)
    assert picture.whole(shown, around) != picture.whole(LINE, around)


def test_bars_of_a_question_are_drawn_and_other_tables_are_not():
    shares = replace(MATRIX, key="vraag-delen", lines=(("jong", "30%"), ("oud", "70%")), headers=("Groep", "Deel"))
    made = picture.svg(shares, ((30.0, 33.0), (70.0, 74.0)))
    assert {"jong", "oud", "30%", "70%", "100%"} <= set(told(made))
    assert made.count(f'fill="{palette.UITKOMST}"') == 2
    assert (picture.drawn(shares), picture.svg(MATRIX), picture.png(MATRIX)) == (None, None, None)


def test_columns_are_narrower_together_where_they_are_too_wide():
    made = grid.grid(MATRIX.headers, MATRIX.lines, 900)
    assert sum(made.columns) <= 901
    assert max(len(cell) for cell in made.rows[1]) > 1
    assert grid.width_of(MATRIX.headers) == 1440
    (name, _) = grid.grid(("Per jaar", "Laag"), [("verwijzingen minder waarbij het loont", "39")], 900).columns
    assert name > extent("verwijzingen minder waarbij het loont", grid.SIZE, bold=True)


def test_axes_have_round_numbers_in_dutch():
    assert list(even(0, 10, 5)) == [0, 2, 4, 6, 8, 10][: len(even(0, 10, 5))]
    assert [dutch(value) for value in (1250.0, 2.5, 0.0)] == ["1.250", "2,5", "0"]
    assert list(even(3, 3, 5)) == [3]
    days = scale({"range": ["2024-01-01", "2024-12-31"]}, [], 0, 365)
    assert days.at("2024-07-01") == 182
    assert days.at("2030-01-01") == 365, "what lies beyond stands at the end"
    names = scale({"type": "category"}, ["b", "a", "b", None], 0, 100)
    assert (names.at("b"), names.at("a")) == (25, 75)


def test_a_legend_breaks_where_it_is_too_wide():
    found = PICTURES[type(LINE)](LINE, height=300)
    assert len(list(sheet._rows(found, 200))) > len(list(sheet._rows(found, 900)))
    assert REGION.name == "Regio"


def test_words_are_as_wide_as_their_letters():
    assert extent("Wil", 1000) == pytest.approx(944 + 222 + 222)
    assert extent("é", 10) == extent("e", 10)
    assert extent("a", 10, bold=True) > extent("a", 10)
    assert wrapped("een heellangwoord hier", 10, 40) == ["een", "heellangwoord", "hier"]


def test_a_curve_keeps_its_bends_in_pixels():
    drawing = canvas.Canvas(10, 10)
    on = traces.Panel(drawing, Scale(0, 1, 0, 10), Scale(0, 20, 0, 10))
    assert chart._outline("M0,0 C0.5,0 0.5,10 1,10 Z", on) == "M0.0,0.0 C5.0,0.0 5.0,5.0 10.0,5.0 Z"
