"""Areas side by side: margins, order, funnel, courses, matrix and who is alike."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from voorkant.analysis.funnel import Z_998
from voorkant.charts import courses as drawn_courses
from voorkant.charts import rank
from voorkant.charts.ready import ready
from voorkant.cube.reader import panel_sql
from voorkant.declare.compared import Factor
from voorkant.report.areafunnel import funnel_of
from voorkant.report.compare import OVER_ALL, Standing, against, benchmark_of, between, limit_of
from voorkant.report.courses import Yearly, courses_plot
from voorkant.report.peers import Likeness, peers
from voorkant.report.rows import TELLING, Happening, Header, Publication
from voorkant.report.rug import Measures, rug
from voorkant.report.standings import Compared, rank_plot
from voorkant.text.compare import WIJKEN
from voorkant.text.direction import Direction

HEADER = Header("verwijzingen", "Verwijzingen", "", "uitkomst", "lower", "verwijzingen", "count", "verwijzingen",
                "jeugdigen", "verwijzingen per 1.000 jeugdigen", "GGZ", "select 1")  # fmt: skip
PUBLIC = Publication("p1", "openbaar", 10, 5)


def standing(code: str, count: int | None, size: int = 5000, **more: object) -> Standing:
    """With an interval of two standard errors, near enough to a Poisson one."""
    value = None if count is None else 1000 * count / size
    reach = 0.0 if count is None else 1960 * count**0.5 / size
    margin = (None, None) if value is None else (value - reach, value + reach)
    low, high = (0, 9) if count is None else (count - 3, count + 3)
    limit = 1.8 if count is None else None
    found = Standing("verwijzingen", code, f"Gemeente {code}", "gemeente", "2024", count, low, high, size, value,
                     *margin, limit, "definitief", "klein" if count is None else None, "count", 1000)  # fmt: skip
    return replace(found, **more)


REGION = standing("RG01", 600, 25_000, level="regio", name="Regio")
FIVE = [standing(code, count) for code, count in (("A", 60), ("B", 120), ("C", 125), ("D", 130), ("E", 220))]
HIDDEN = standing("F", None, name="Een gemeente met een heel lange naam")


def compared(peers: list[Standing], own: Standing = FIVE[0]) -> Compared:
    return Compared(HEADER, own, peers, REGION, PUBLIC, "Wat er te zien is.")


def test_only_a_whole_margin_on_one_side_differs() -> None:
    assert [against(item, REGION, limit_of(3)) for item in (FIVE[0], FIVE[1], FIVE[4], HIDDEN)] == [
        Direction.LOWER, Direction.UNCLEAR, Direction.HIGHER, Direction.UNKNOWN,
    ]  # fmt: skip
    assert against(FIVE[0], None, limit_of(1)) is Direction.UNKNOWN
    assert between(FIVE[0], FIVE[4], limit_of(1)) is Direction.LOWER
    assert benchmark_of([REGION, FIVE[0]]) == REGION
    assert benchmark_of(FIVE) is None


def test_what_was_chosen_is_added_up_with_its_margin_where_counts_add_up() -> None:
    """A hidden one as its range; 15 for the rounding of five and 5 for half of what the sixth can be."""
    mine = compared([HIDDEN, *FIVE[1:]])
    assert rank_plot(mine).sentence.endswith("Aantal verwijzingen samen: 659, plus of min 20.")
    absent = standing("G", None, reason="niet_geleverd")
    youths = replace(mine, header=replace(HEADER, counts="jeugdigen"))
    for other in (compared([absent, *FIVE[1:]]), compared([]), youths):
        assert "samen" not in rank_plot(other).sentence


def test_a_hidden_one_that_can_be_anything_is_left_out_of_the_sum_by_name() -> None:
    wide = replace(HIDDEN, numerator_high=40, range_high=None)
    plot = rank_plot(compared([wide, *FIVE[1:]]))
    assert plot.sentence.endswith(f"Aantal verwijzingen samen, zonder {HIDDEN.name}: 655, plus of min 15.")
    assert plot.lines[-1][2] == "–"
    assert rank_plot(compared([wide], wide)) is None, "nothing to draw"


@pytest.mark.parametrize(("shape", "wide"), [("count", (17.0, 35.3)), ("share", (18.1, 33.4)), ("ratio", (16.8, 37.2))])
def test_more_than_ten_comparisons_take_wider_limits(shape: str, wide: tuple[float, float]) -> None:
    """Of 75 in 300, at 99.8%: the exact Poisson interval, Wilson's, and the odds of Wilson's of 75 in 375."""
    assert (limit_of(10) < limit_of(11), limit_of(11)) == (True, Z_998)
    item = standing("A", 75, 300, shape=shape, per=100)
    margin = item.margin(Z_998)
    assert margin is not None
    assert margin.low == pytest.approx(wide[0], abs=0.1)
    assert margin.high == pytest.approx(wide[1], abs=0.1)
    assert item.margin() == item.margin(limit_of(1))


def test_the_order_is_from_high_to_low_with_what_is_hidden_below() -> None:
    plot = rank_plot(compared([HIDDEN, *FIVE[1:]]))
    assert [item.name[-1] for item in plot.ranked[:5]] == ["E", "D", "C", "B", "A"]
    assert plot.ranked[-1].range_high == 1.8
    assert plot.sentence.startswith("5 vergelijkingen, elk met een marge van 95%.")
    assert plot.lines[0][-1] == "▼ hoger: ongunstiger"
    assert plot.suppression.startswith(f"{HIDDEN.name}: minder dan 10 jeugdigen (afgerond) (0 tot 1,8 per 1.000).")
    figure = rank.figure(plot, height=300)
    own, others, hidden = figure["data"]
    assert (own["y"], own["marker"]["color"]) == (["Gemeente A"], "#1d3f63")
    assert len(others["x"]) == 4
    assert hidden["marker"]["pattern"]["shape"] == "x"
    names = figure["layout"]["yaxis"]["ticktext"]
    assert names[-1] == "Een gemeente met<br>een heel lange<br>naam"
    assert "<b>Gemeente A</b>" in names
    assert figure["layout"]["shapes"][0]["x0"] == 24.0
    assert figure["layout"]["annotations"][0]["text"] == "de regio 24,0"


def test_the_own_name_is_bold_and_has_room_for_that() -> None:
    wide, narrow = (
        rank.figure(rank_plot(replace(compared(FIVE[1:3], FIVE[0]), own=replace(FIVE[0], name=name))), height=300)
        for name in ("Veldermonde", "Gemeente A")
    )
    assert [made["layout"]["margin"]["l"] for made in (wide, narrow)] == [12 * rank.LETTER, 11 * rank.LETTER]


def test_a_long_name_takes_three_lines_and_the_rest_is_left_to_the_table() -> None:
    long = "Nieuwe Fusiegemeente Veldermonde aan de Oude Rijnarm en Waal"
    made = rank.figure(rank_plot(replace(compared(FIVE[1:3], FIVE[0]), own=replace(FIVE[0], name=long))), height=100)
    axis, margin = made["layout"]["yaxis"], made["layout"]["margin"]["l"]
    (name,) = (words for words in axis["ticktext"] if "Fusie" in words)
    assert name == "<b>Nieuwe<br>Fusiegemeente<br>Veldermonde aan …</b>"
    assert margin <= rank.LONGEST
    assert made["layout"]["height"] == rank.AROUND + 3 * (3 * rank.LINE + 4)
    joined = replace(FIVE[0], name="Groot-Molenkwartier")
    made = rank.figure(rank_plot(replace(compared(FIVE[1:3], FIVE[0]), own=joined)), height=100)
    assert "<b>Groot-<br>Molenkwartier</b>" in made["layout"]["yaxis"]["ticktext"]


def test_a_benchmark_with_a_long_name_is_called_by_what_it_is() -> None:
    long = replace(REGION, level="gemeente", name="Nieuwe Fusiegemeente Veldermonde")
    assert replace(compared(FIVE[1:3]), benchmark=long).level == "de gemeente 24,0"


def test_the_region_is_no_benchmark_where_the_programme_is_not_everywhere() -> None:
    """Over all youths its count is low because of that alone; a share of those who came is not."""
    absent = standing("G", None, reason="nvt")
    assert benchmark_of([*FIVE, REGION]) == REGION
    assert benchmark_of([*FIVE, absent, REGION]) is None
    assert benchmark_of([*FIVE, replace(absent, shape="share"), REGION]) == REGION


def test_an_order_without_a_benchmark_or_a_range_is_drawn_too() -> None:
    bare = replace(compared([replace(HIDDEN, range_high=None)], replace(FIVE[0], low=None, high=None)), benchmark=None)
    figure = rank.figure(rank_plot(bare), height=300)
    assert (figure["layout"]["shapes"], figure["layout"]["annotations"]) == ([], [])
    assert figure["data"][1]["text"] == ["× minder dan 10 jeugdigen (afgerond)"]


def test_a_funnel_needs_five_counts() -> None:
    plot = funnel_of(compared(FIVE[1:]), [*FIVE, HIDDEN])
    assert plot is not None
    assert plot.centre == pytest.approx(1000 * 655 / 25_000)
    assert [dot.begun for dot in plot.dots] == [True, False, False, False, False]
    assert plot.names[0] == "Gemeente A"
    assert "Gemeente A: " in plot.sentence
    assert funnel_of(compared([]), FIVE[:4]) is None
    assert funnel_of(compared([], replace(FIVE[0], shape="share")), FIVE) is None
    hidden = funnel_of(compared(FIVE, HIDDEN), [*FIVE, HIDDEN])
    assert hidden is not None
    assert f"{HIDDEN.name}: niet te tonen" in hidden.sentence


def years(areas: int) -> list[Yearly]:
    codes = [(f"{n}", f"Gemeente {n}", year, 10.0 + n) for n in range(areas) for year in ("2023", "2024")]
    open_ones = [(9.0, "voorlopig", None), (9.0, "onvolledig", None), (None, "voorlopig", "klein")]
    last = [Yearly(f"{n}", f"Gemeente {n}", "2025", *rest) for n, rest in enumerate(open_ones)]
    return [*(Yearly(*code, "definitief", None) for code in codes), *last]


def test_few_areas_are_lines_and_no_line_runs_to_what_is_not_whole() -> None:
    own, peer = standing("0", 60), standing("1", 60)
    whole = [Yearly("RG01", "Regio", "2024", 12.0, "definitief", None)]
    plot = courses_plot(compared([peer], own), years(4), whole)
    assert plot is not None
    assert [item.kind for item in plot.courses] == ["benchmark", "other", "other", "peer", "own"]
    assert plot.courses[-1].values == (10.0, 10.0, 9.0)
    assert plot.courses[-2].values[-1] is None
    assert plot.lines[-1][:3] == ("2025", "9,0 (voorlopig)", "9,0 (nog niet volledig)")
    assert "minder dan 10 jeugdigen (afgerond)" in plot.lines[-1]
    traces = drawn_courses.figure(plot, height=300)["data"]
    assert len(traces) == 5
    assert traces[-1]["marker"]["color"][-1] == "#ffffff", "a provisional point is open"
    assert courses_plot(compared([]), years(4)[:1], []) is None


def test_a_line_is_cut_where_the_counting_changed() -> None:
    change = Happening("Andere telling", date(2024, 1, 1), None, "gegevens", "", "", True, "")
    plot = courses_plot(compared([], standing("0", 60)), years(3), [], [change])
    assert plot is not None
    own = drawn_courses.figure(plot, height=300)["data"][-1]
    assert own["x"] == ["2023", "2024", "2024", "2025"]
    assert own["y"] == [10.0, None, 10.0, 9.0]
    assert len(own["hovertext"]) == len(own["marker"]["color"]) == 4
    assert [item.title for item in plot.events] == ["Andere telling"]


def test_many_areas_are_bands() -> None:
    plot = courses_plot(compared([], standing("0", 60)), years(20), [])
    assert plot is not None
    assert plot.percentiles is not None
    assert plot.percentiles[0] == tuple(np.percentile(range(10, 30), (10, 25, 50, 75, 90)))
    assert plot.percentiles[2] is None, "of three areas there are no deciles"
    names = [trace["name"] for trace in ready(plot, height=300).to_dict()["data"]]
    assert names == ["10e tot 90e percentiel", "25e tot 75e percentiel", "mediaan", "Gemeente 0"]


def test_the_matrix_has_a_word_in_every_square() -> None:
    neutral = replace(HEADER, slug="contacten", title="Contacten", better="neither")
    contacts = [replace(item, indicator="contacten") for item in (FIVE[4], HIDDEN)]
    areas = {"A": "Gemeente A", "E": "Gemeente E", "F": "Gemeente F"}
    of = Measures({"verwijzingen": [REGION, *FIVE], "contacten": contacts, "leeg": [FIVE[1]]},
                  {"verwijzingen": HEADER, "contacten": neutral, "leeg": HEADER}, areas, PUBLIC)  # fmt: skip
    found = rug(of, "Gemeente A")
    assert found is not None
    first, second = found.lines
    assert [square.kind for square in first.squares] == ["whole", "gunstiger", "ongunstiger", "none"]
    assert [square.words for square in first.squares[1:]] == [
        "▲ lager: gunstiger",
        "▼ hoger: ongunstiger",
        "✕ geen gegevens",
    ]
    assert [square.kind for square in second.squares] == ["none", "none", "none", "hidden"]
    assert found.told.sentence.startswith("2 vergelijkingen, elk met een marge van 95%.")
    assert rug(replace(of, areas={"Z": "Z"}), "Z") is None


def test_peers_stand_by_their_distance_with_what_makes_it() -> None:
    rows = [("A", "Aa", 1000, 30.0), ("B", "Bee", 8000, 30.0), ("C", "Cee", 1100, 31.0), ("D", "Dee", None, None)]
    found = [Likeness(*row, None) for row in rows]
    made = peers(found, [Factor("Stedelijkheid", "CBS", {"A": 2.5, "B": 2.0})], "A")
    assert made is not None
    assert made.titles == ("Jeugdigen 0-17", "Daarvan 12-17 jaar (%)", "Stedelijkheid"), "what nobody has is no factor"
    assert [item.area for item in made.others] == ["C", "B", "D"]
    assert made.nearest == ("C", "B")
    assert made.own.factors == ("1.000", "30,0", "2,5")
    assert made.others[-1].factors == ("–", "–", "–")
    assert peers(found, [], "Z") is None


GEMEENTE = standing("GM", 600, 25_000, name="Aldermeer")
PARTS = replace(compared(FIVE, GEMEENTE), benchmark=GEMEENTE, kind=WIJKEN)


def test_parts_stand_beside_their_gemeente_which_is_none_of_them() -> None:
    order = rank_plot(PARTS)
    assert order.title == "Verwijzingen: 5 wijken in 2024"
    assert order.level_words == "Aldermeer 24,0"
    assert order.headers[0::4] == ("Wijk", "Naast Aldermeer")
    assert not any(item.own for item in order.ranked)
    assert order.sentence.endswith("Waardoor wijken verschillen, zegt dit niet.")
    rows = [Yearly(item.area, item.name, year, 10.0, "definitief", None) for item in FIVE for year in ("2023", "2024")]
    whole = [Yearly("GM", "Aldermeer", year, 12.0, "definitief", None) for year in ("2023", "2024")]
    plot = courses_plot(PARTS, rows, whole)
    assert plot is not None
    assert plot.title == "Verwijzingen: het verloop in 5 wijken van Aldermeer"
    assert {trace["name"] for trace in drawn_courses.figure(plot, height=300)["data"]} == {
        "Aldermeer",
        "gekozen wijken",
    }
    funnel = funnel_of(PARTS, FIVE)
    assert funnel is not None
    assert "Buiten verwachting: " in funnel.sentence or "Geen enkele" in funnel.sentence
    assert funnel.names[1] == "wijken"


def test_the_matrix_of_parts_names_what_they_stand_beside() -> None:
    areas = {item.area: item.name for item in FIVE}
    mine = replace(GEMEENTE, level="gemeente")
    parts = [replace(item, level="wijk") for item in FIVE]
    measures = Measures(
        {"verwijzingen": [mine, *parts]}, {"verwijzingen": HEADER}, areas, PUBLIC, WIJKEN, ("gemeente",)
    )
    found = rug(measures, "Aldermeer")
    assert found is not None
    assert found.told.title == "Alle maten: 5 wijken naast Aldermeer"
    assert found.lines[0].squares[0].value == "24,0"


def test_panels_and_reports_keep_to_one_rule() -> None:
    """SQL and Python each need it: what a bound says, and what has no benchmark where a programme is absent."""
    limit = f"numerator_high >= (select {TELLING} * cast(meta.value as integer) from meta where meta.key = 'threshold')"
    assert all(limit in panel_sql(panel) for panel in ("compare", "figure", "groups"))
    assert f"indicator.shape in {tuple(sorted(OVER_ALL))}" in panel_sql("benchmark")
