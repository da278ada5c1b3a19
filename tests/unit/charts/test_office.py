"""Charts that Office draws itself: of which kinds there are any, and the same numbers as on screen."""

from dataclasses import replace

from tests.unit.charts.made import description, point
from voorkant.charts import office
from voorkant.charts.areamap import HIDDEN, Area, MapPlot
from voorkant.charts.description import Kind
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


def test_a_map_and_a_table_have_no_native_chart():
    assert (office.native(MAP), office.native(Told(**TOLD | {"key": "vraag-wijken"}))) == (None, None)


def test_a_native_chart_has_the_same_numbers():
    made = office.native(RANKED)
    assert (made.kind, made.categories) == (Kind.DOTS, ("Aa", "Bee"))
    assert made.lines[0].reach() == ([1.0, 0.0], [1.0, 0.0])
    assert office.native(Told(**TOLD), BARS).lines[0].values == (30.0, 70.0)
    long = [replace(point(n), label=f"kwartaal {n} tot en met kwartaal {n}") for n in (0, 1)]
    assert office.native(description(long)).categories == tuple(item.short for item in long)
