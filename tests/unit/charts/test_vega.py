"""Pictures of five kinds: drawn is what the description says, and the same description is the same bytes."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.charts.made import description, hidden, point
from voorkant.charts import office, picture, vega
from voorkant.charts.areamap import HIDDEN, Area, MapPlot
from voorkant.charts.description import Event, Kind, Series
from voorkant.charts.rank import Ranked, RankPlot
from voorkant.charts.told import Told

TOLD = {
    "key": "vraag-delen", "title": "Hoe verdeeld?", "axis": "verwijzingen", "denominator": "jeugdigen",
    "sentence": "Zo.", "alt": "Balken.", "source": "Bron", "period": "2025", "status": "definitief",
    "suppression": "Alles is getoond.", "headers": ("Groep", "Aantal", "Deel"),
    "lines": (("jong", "30", "30%"), ("oud", "70", "70%")),
}  # fmt: skip
RANKED = RankPlot(
    **TOLD | {"key": "rang"},
    ranked=(
        Ranked("Aa", "4,0", True, 4.0, 3.0, 5.0),
        Ranked("Bee", "minder dan 10", False, range_high=6.0),
    ),
    level=3.5,
    level_words="de regio",
)
SQUARE = ((0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0))
MAP = MapPlot(
    **TOLD | {"key": "kaart"},
    areas=(Area("Aa", "4,0", 1, True, (SQUARE,)), Area("Bee", "niet te tonen", HIDDEN, False, (SQUARE,))),
    classes=("minder dan 3", "3 en meer"),
)
BARS = ((30.0, 33.0), (70.0, 74.0))


def marks(spec):
    return [layer["mark"]["type"] for layer in spec["layer"]]


def rows(spec, mark):
    return [row for layer in spec["layer"] if layer["mark"]["type"] == mark for row in layer["data"]["values"]]


def test_a_line_has_its_band_and_stops_where_something_is_missing():
    points = [point(0), hidden(1, range_high=9.0), point(2), point(3, firm=False)]
    spec = vega.spec(description(points))
    assert {"area", "line", "point", "rule"} <= set(marks(spec))
    line = [row for row in rows(spec, "line") if row["y"] is not None]
    assert [row["run"] for row in line] == [0, 1, 1]
    assert [row["vast"] for row in line] == [True, True, False]


def test_what_is_hidden_without_a_range_is_a_cross():
    spec = vega.spec(description([point(0), hidden(1)]))
    assert [layer["mark"].get("text") for layer in spec["layer"] if layer["mark"]["type"] == "text"] == ["×"]


@pytest.mark.parametrize(("kind", "mark"), [(Kind.DOTS, "point"), (Kind.BARS, "bar")])
def test_few_points_have_a_margin_each(kind, mark):
    spec = vega.spec(replace(description([point(0), point(1)]), kind=kind))
    assert mark in marks(spec)
    assert "line" not in marks(spec)
    assert len(rows(spec, "rule")) == 2


def test_events_a_goal_and_a_second_series_are_told_apart_without_colour():
    plain = description([point(0), point(1)])
    beside = Series("de regio", "ander", (point(0, value=1.0), point(1, value=1.0)))
    events = (
        Event("Corona", date(2024, 1, 1), date(2024, 3, 1), "2020", number=1),
        Event("Andere telling", date(2024, 4, 1), None, "2021", breaks=True, number=2),
    )
    spec = vega.spec(replace(plain, series=(*plain.series, beside), events=events, level=3.0, level_name="doel 3"))
    assert {row.get("nummer") for row in rows(spec, "text")} >= {"1", "2"}
    assert {row.get("naam") for row in rows(spec, "text")} >= {"doel 3", "de regio"}
    shapes = [layer["mark"]["shape"] for layer in spec["layer"] if layer["mark"].get("shape")]
    assert len(set(shapes)) == 2
    assert len(rows(spec, "rect")) == 1


@pytest.mark.parametrize(
    ("of", "bars"), [(description([point(0), point(1)]), ()), (Told(**TOLD), BARS), (RANKED, ()), (MAP, ())]
)
def test_each_kind_becomes_a_picture(of, bars):
    drawn = picture.svg(of, bars)
    assert drawn.startswith("<svg")
    assert picture.png(of, bars).startswith(b"\x89PNG")
    picture._svg.cache_clear()
    assert picture.svg(of, bars) == drawn


def test_numbers_on_an_axis_are_dutch():
    assert ">1.500<" in picture.svg(description([point(0, value=1500.0, high=1600.0), point(1, value=1400.0)]))


def test_other_kinds_go_in_as_their_table():
    other = Told(**TOLD | {"key": "vraag-wijken"})
    assert picture.drawn(other) is None
    assert (picture.png(other), picture.svg(other), office.native(other)) == (None, None, None)
    assert office.native(MAP) is None


def test_a_native_chart_has_the_same_numbers():
    made = office.native(RANKED)
    assert (made.kind, made.categories) == (Kind.DOTS, ("Aa", "Bee"))
    assert made.lines[0].reach() == ([1.0, 0.0], [1.0, 0.0])
    assert office.native(Told(**TOLD), BARS).lines[0].values == (30.0, 70.0)
    long = [replace(point(n), label=f"kwartaal {n} tot en met kwartaal {n}") for n in (0, 1)]
    assert office.native(description(long)).categories == tuple(item.short for item in long)
