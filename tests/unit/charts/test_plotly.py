"""What is drawn: no gap without a word, no line over a break, nothing in a hover that the table lacks."""

import json
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from tests.unit.charts.made import description, event, hidden, point
from voorkant.charts.description import Kind
from voorkant.charts.marks import MANY
from voorkant.charts.plotly import figure


def traces(chart, name):
    return [trace for trace in figure(chart)["data"] if trace.get("name", "").startswith(name)]


@pytest.mark.parametrize("kind", list(Kind))
def test_plotly_takes_it(kind):
    chart = description(
        [point(0), hidden(1, range_low=0.0, range_high=0.6), hidden(2), point(3, firm=False, status="voorlopig")],
        kind=kind, events=(event(date(2024, 9, 1)), event(date(2024, 2, 1), end=date(2024, 6, 1))),
    )  # fmt: skip
    go.Figure(figure(chart))


def test_the_same_description_gives_the_same_figure():
    chart = description([point(0), hidden(1)])
    assert json.dumps(figure(chart)) == json.dumps(figure(chart))


def test_a_hidden_value_is_drawn_at_its_place_as_its_range():
    chart = description([point(0), hidden(1, range_low=0.0, range_high=0.6)])
    (bar,) = traces(chart, "niet getoond: wat het kan zijn")
    assert bar["type"] == "bar"
    assert (bar["base"], bar["y"]) == ([0.0], [0.6])
    assert bar["x"] == [chart.points[1].middle.isoformat()]
    assert bar["showlegend"]


def test_a_hidden_value_without_a_range_is_a_cross_with_a_word():
    (cross,) = traces(description([point(0), hidden(1, reason="niet geleverd")]), "niet getoond")
    assert cross["y"] == [0]
    assert cross["marker"]["symbol"] == "x-thin"


def test_every_period_is_drawn_once():
    chart = description([point(0), hidden(1), hidden(2, range_low=0.0, range_high=0.5), point(3), point(4)])
    drawn = [x for trace in traces(chart, "niet getoond") + traces(chart, "Verwijzingen") for x in trace["x"]]
    assert sorted(drawn) == [one.middle.isoformat() for one in chart.points]


def test_one_mark_has_one_entry_in_the_legend():
    known = hidden(5, range_low=0.0, range_high=0.6)
    chart = description([hidden(0), point(1), hidden(2), point(3), hidden(4, reason="niet geleverd"), known])
    entries = [trace["name"] for trace in traces(chart, "niet getoond") if trace["showlegend"]]
    assert entries == ["niet getoond", "niet getoond: wat het kan zijn"]


def test_a_provisional_period_is_hatched_and_named():
    chart = description([point(0), point(1, firm=False, status="voorlopig")])
    (column,) = traces(chart, "voorlopig")
    assert column["marker"]["pattern"]["shape"]
    assert column["x"] == [chart.points[1].middle.isoformat()]
    (line,) = traces(chart, "Verwijzingen")
    assert line["marker"]["color"][0] != line["marker"]["color"][1]


def test_a_break_cuts_line_and_margin():
    chart = description([point(number) for number in range(4)], events=(event(date(2024, 7, 1), breaks=True),))
    assert [len(trace["x"]) for trace in traces(chart, "Verwijzingen")] == [2, 2]
    assert [len(trace["x"]) for trace in traces(chart, "marge")] == [4, 4]
    assert [trace["showlegend"] for trace in traces(chart, "marge")] == [True, False]


def test_no_margin_is_drawn_where_the_source_gives_none():
    assert traces(description([point(0, low=None, high=None), point(1, low=None, high=None)]), "marge") == []


def test_dots_carry_their_margin_as_bars():
    (dots,) = traces(description([point(0), point(1)], kind=Kind.DOTS), "cijfer met")
    assert dots["error_y"]["array"] == [1.0, 1.0]
    assert traces(description([point(0), point(1)], kind=Kind.DOTS), "marge") == []


def test_the_axis_starts_at_zero_and_holds_everything():
    layout = figure(description([point(0), hidden(1, range_low=0.0, range_high=9.0)]))["layout"]
    low, high = layout["yaxis"]["range"]
    assert low == 0
    assert high > 9


def test_a_hidden_range_does_not_press_the_shown_values_flat():
    high = figure(description([point(0), hidden(1, range_low=0.0, range_high=900.0)]))["layout"]["yaxis"]["range"][1]
    assert 6 < high < 20
    alone = figure(description([hidden(0, range_low=0.0, range_high=900.0)]))["layout"]["yaxis"]["range"][1]
    assert alone > 900


def test_time_axes_are_the_same_for_charts_that_share_them():
    first, second = (figure(description([point(number)]))["layout"]["xaxis"]["range"] for number in (0, 5))
    assert first == second


def test_few_ticks_and_no_word_of_plotly_in_the_axis():
    axis = figure(description([point(number) for number in range(8)]))["layout"]["xaxis"]
    assert len(axis["ticktext"]) <= 8
    assert axis["ticktext"][0] == "kw 1<br>2024"


def test_many_short_periods_are_counted_in_years():
    chart = description([point(number) for number in range(8)], first=date(2019, 1, 1))
    assert figure(chart)["layout"]["xaxis"]["ticktext"] == ["2019", "2020", "2021", "2022", "2023", "2024", "2025"]


def test_events_are_numbered_under_the_axis_as_in_their_list():
    events = (event(date(2023, 1, 1), end=date(2024, 6, 1)), event(date(2025, 1, 1), number=2))
    chart = figure(description([point(number) for number in range(8)], events=events))
    row = next(trace for trace in chart["data"] if trace.get("yaxis") == "y2")
    assert row["text"] == ["1", "2"]
    assert row["x"][0] == "2024-01-01"
    assert [shape["type"] for shape in chart["layout"]["shapes"]] == ["rect", "line"]


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2025, 12, 1)])
def test_events_of_one_day_do_not_cover_each_other(day):
    events = tuple(event(day, number=number) for number in (1, 2, 3))
    chart = description([point(number) for number in range(8)], events=events)
    row = next(trace for trace in figure(chart)["data"] if trace.get("yaxis") == "y2")
    days = sorted(map(date.fromisoformat, row["x"]))
    assert all((after - before) / (chart.last - chart.first) > 0.03 for before, after in pairwise(days))
    assert chart.first <= days[0] <= days[-1] <= chart.last


def test_several_series_are_named_where_they_end():
    one = description([point(0), point(1)])
    names = figure(description([point(0)], series=one.series * 2))["layout"]["annotations"]
    assert [name["text"] for name in names] == ["Verwijzingen", "Verwijzingen"]
    assert figure(one)["layout"]["annotations"] == []


def test_a_hover_holds_only_words_of_the_table():
    chart = description([point(0), hidden(1, words="minder dan 5 (0 tot 0,6 per 1.000)")])
    for trace in figure(chart)["data"]:
        for text, one in zip(trace.get("hovertext", []), chart.points, strict=False):
            assert set(text.replace("<b>", "").replace("</b>", "").split("<br>")) <= {
                *(p.label for p in chart.points), *(p.words for p in chart.points), one.status
            }  # fmt: skip


def test_a_level_is_a_dashed_line_and_an_axis_of_its_own_has_its_own_words():
    chart = figure(description([point(0), point(1)], level=1.0, calendar=False))
    (line,) = [trace for trace in chart["data"] if trace.get("line", {}).get("dash") == "dash"]
    assert (line["y"], line["showlegend"], chart["layout"]["annotations"]) == ([1.0, 1.0], False, [])
    named = figure(description([point(0)], level=1.0, level_name="gemiddelde 1,0"))["data"]
    assert [trace["name"] for trace in named if trace.get("line", {}).get("dash") == "dash"] == ["gemiddelde 1,0"]
    assert not [trace for trace in figure(description([point(0)]))["data"] if "dash" in trace.get("line", {})]


def test_an_event_that_is_left_out_has_no_mark_but_the_series_is_cut_there():
    points = [point(number) for number in range(4)]
    cut = event(date(2024, 7, 1), breaks=True, shown=False)
    chart = figure(description(points, events=(cut, event(date(2024, 10, 1), number=2))))
    row = next(trace for trace in chart["data"] if trace.get("yaxis") == "y2")
    assert row["text"] == ["2"]
    assert len(chart["layout"]["shapes"]) == 1
    lines = [trace for trace in chart["data"] if trace.get("mode") == "lines+markers"]
    assert [len(line["x"]) for line in lines] == [2, 2]
    assert "y2" not in [trace.get("yaxis") for trace in figure(description(points, events=(cut,)))["data"]]


def test_of_very_many_points_those_that_say_something_are_drawn_on_the_lines():
    quarters = [point(number) for number in range(7)] + [point(7, firm=False, status="voorlopig")]
    made = description(quarters)
    many = description(quarters, series=made.series * (MANY // 8 + 1))
    lines = [trace for trace in traces(many, "Verwijzingen") if trace["mode"] == "lines"]
    assert all(len(trace["hovertext"]) == len(trace["x"]) == 8 for trace in lines)
    apart = [trace for trace in figure(many)["data"] if trace.get("mode") == "markers"]
    assert len(lines) == len(apart) == MANY // 8 + 1
    assert {trace["marker"]["color"] for trace in apart} == {"#ffffff"}
    assert [trace["mode"] for trace in traces(made, "Verwijzingen")] == ["lines+markers"]
