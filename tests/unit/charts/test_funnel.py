"""A funnel as Plotly draws it: every point with its range, and only who is outside by name."""

import pytest

from voorkant.charts.funnel import Dot, FunnelPlot, Limit, figure
from voorkant.charts.ready import ready
from voorkant.charts.table import printed
from voorkant.charts.told import Told

WORDS = dict.fromkeys(
    ("axis", "denominator", "sentence", "alt", "source", "period", "status", "suppression"), "woorden"
)
TOLD = {"key": "trechter", "title": "Alles: goed", "headers": ("Plek",), "lines": (("A",),), **WORDS}
DOTS = (
    Dot("A", "11 tot 13", 12.0, 50.0, 46.0, 54.0, 0, True), Dot("B", "40", 14.0, 160.0, 158.0, 162.0, 1, True),
    Dot("C", "0 tot 4", 18.0, 10.0, 0.0, 20.0, -1, False), Dot("D", "te weinig", 11.0, 40.0, 30.0, 50.0, None, False),
)  # fmt: skip


def plot(**more) -> FunnelPlot:
    limits = (Limit(11.0, 10.0, 150.0), Limit(18.0, 20.0, 130.0))
    return FunnelPlot(**TOLD | {"size_axis": "verwacht", "centre": 48.0, "dots": DOTS, "limits": limits} | more)


def test_points_stand_at_their_size_with_their_range():
    area, centre, with_, without = figure(plot(), height=300)["data"]
    assert area["x"] == [11.0, 18.0, 18.0, 11.0]
    assert area["y"] == [150.0, 130.0, 20.0, 10.0]
    assert centre["y"] == [48.0, 48.0]
    assert (with_["x"], with_["y"]) == ([12.0, 14.0], [50.0, 160.0])
    assert without["error_y"]["arrayminus"] == [10.0, 10.0]


def test_outside_is_a_shape_and_a_name_too():
    *_, with_, without = figure(plot(), height=300)["data"]
    assert with_["marker"]["symbol"] == ["circle", "triangle-up"]
    assert without["marker"]["symbol"] == ["triangle-down", "circle"]
    assert (with_["text"], without["text"]) == (["", "B"], ["C", ""])


def test_a_long_name_is_short_and_stands_to_the_side_with_room():
    long = Dot("Gezondheidscentrum De Poort in het Heideveld", "0 tot 4", 18.0, 10.0, 0.0, 20.0, -1, False)
    *_, drawn = figure(plot(dots=(*DOTS[:2], long)), height=300)["data"]
    assert (drawn["text"], drawn["textposition"]) == (["Gezondheidscentrum…"], ["bottom left"])


def test_everything_fits():
    layout = figure(plot(), height=300)["layout"]
    assert layout["yaxis"]["range"][1] > 162
    first, last = layout["xaxis"]["range"]
    assert (first < 11, last > 18) == (True, True)
    one = figure(plot(limits=(Limit(11.0, 10.0, 150.0),)), height=300)["layout"]
    assert one["xaxis"]["range"] == [10.0, 12.0]


def test_beside_a_very_large_place_sizes_stand_by_how_many_times():
    sizes = Limit(3_500.0, 10.0, 150.0), Limit(205_000.0, 20.0, 130.0)
    made = figure(plot(limits=sizes, dots=(Dot("A", "", 3_500.0, 50.0, 46.0, 54.0, 0, True),)), height=300)
    axis = made["layout"]["xaxis"]
    assert axis["ticktext"] == ["10.000", "30.000", "100.000"]
    assert axis["tickvals"] == pytest.approx([4.0, 4.4771, 5.0], abs=0.001)
    assert made["data"][2]["x"] == pytest.approx([3.5441], abs=0.001)
    assert axis["range"][0] < 3.5441
    assert ready(plot(limits=sizes), height=300).to_dict()["layout"]["xaxis"]["title"]["text"].endswith("keer zo groot")


def test_a_group_of_points_that_is_empty_is_not_drawn():
    assert len(figure(plot(dots=DOTS[:2]), height=300)["data"]) == 3


def test_it_is_sent_and_printed_like_any_chart():
    names = [trace["name"] for trace in ready(plot(), height=300).to_dict()["data"]]
    assert names[-1] == "zonder het programma, of<br>kleine samen", "a phone is no wider"
    assert printed(plot()) == (("Plek",), [("A",)])


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_picture_that_lacks_a_word_cannot_be_made(name):
    with pytest.raises(ValueError, match=name):
        Told(**TOLD | {name: () if isinstance(TOLD[name], tuple) else ""})
