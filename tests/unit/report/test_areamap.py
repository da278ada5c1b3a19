"""A measure on the map: fixed classes, hidden areas in words, and areas that have no boundary."""

from dataclasses import replace

from tests.unit.report.test_compare import HEADER, PUBLIC
from voorkant.charts import areamap
from voorkant.charts.areamap import HIDDEN, MISSING
from voorkant.charts.ready import ready
from voorkant.declare.boundaries import Boundaries
from voorkant.report.areamap import Mapped, Place, classes, map_plot, shade

RING = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (9.0001, 9.0), (0.0, 9.0))
FOUND = Boundaries(dict.fromkeys("ABCDE", (RING,)))


def place(
    code: str, value: float | None, year: str = "2024", reason: str | None = None, high: int | None = None
) -> Place:
    margin = (None, None) if value is None else (value - 1, value + 1)
    return Place(code, f"Gemeente {code}", year, 0, high, value, *margin, "definitief", reason)


def mapped(*more: Place) -> Mapped:
    old = [place(code, value, "2023") for code, value in zip("ABCDE", (10.0, 20.0, 30.0, 40.0, 50.0), strict=True)]
    now = [place("A", 11.0), place("B", 29.0), place("C", None, reason="klein", high=9), place("D", None, reason="nvt")]
    return Mapped(HEADER, [*old, *now, *more], "2024", "A", "gemeenten", PUBLIC)


def test_classes_are_those_of_all_years() -> None:
    """Quintiles of 10, 11, 20, 29, 30, 40 and 50: 12.8, 23.6, 29.6 and 38."""
    of = mapped()
    assert of.limits == replace(of, year="2023").limits == [13.0, 24.0, 30.0, 38.0]
    assert classes(of.limits) == ("minder dan 13,0", "13,0 tot 24,0", "24,0 tot 30,0", "30,0 tot 38,0", "38,0 en meer")
    assert [shade(item, of.limits) for item in of.shown] == [0, 2, HIDDEN, MISSING]
    assert shade(place("A", 13.0), of.limits) == 1, "a limit belongs to the class above it"
    assert (classes([]), replace(of, places=of.shown[2:]).limits) == (("alle waarden",), [])


def test_what_is_hidden_or_has_no_boundary_is_told() -> None:
    plot = map_plot(mapped(place("F", 99.0)), FOUND)
    assert plot is not None
    assert plot.lines[0] == ("Gemeente F", "99,0 (98 tot 100)", "46,0 en meer"), "the table has what has no boundary"
    assert ("Gemeente C", "minder dan 10 jeugdigen (afgerond) (0 tot 9)", "niet te tonen") in plot.lines
    assert map_plot(replace(mapped(), places=[place("C", None, reason="klein")]), FOUND).sentence.startswith(
        "Van geen enkel gebied is een cijfer te tonen."
    )
    assert ("Gemeente D", "niet van toepassing", "geen cijfer") in plot.lines
    assert "Zonder grens in het bestand, alleen in de tabel: Gemeente F." in plot.suppression
    assert plot.sentence.startswith("Het hoogst is Gemeente F (99,0), het laagst Gemeente A (11,0).")
    assert map_plot(mapped(), Boundaries({})) is None
    assert "vereenvoudigd" not in plot.sentence
    lighter = map_plot(mapped(), replace(FOUND, simplified=True))
    assert lighter.sentence.endswith("De grenzen zijn vereenvoudigd om ze te tekenen.")


def test_many_hidden_areas_are_counted_and_a_bound_that_says_nothing_is_left_out() -> None:
    more = [place(code, None, reason="klein", high=600) for code in "EGHIJK"]
    plot = map_plot(replace(mapped(*more), places=[place("A", 11.0), *more]), FOUND)
    assert plot is not None
    assert "(0 tot 600)" not in plot.suppression
    assert "te weinig gebieden" in plot.sentence
    plot = map_plot(mapped(*more), FOUND)
    assert plot is not None
    assert " en 2 andere." in plot.suppression


def test_surfaces_are_drawn_by_class_with_hatching_and_an_edge_for_the_own_area() -> None:
    plot = map_plot(mapped(), FOUND)
    assert plot is not None
    made = ready(plot, height=400).to_dict()
    names = [trace["name"] for trace in made["data"]]
    assert names == [*plot.classes, "niet te tonen", "geen cijfer", "Gemeente A", "gebieden"]
    assert made["data"][1]["x"] == [None], "a class without areas keeps its place in the legend"
    assert made["data"][5]["fillpattern"]["shape"] == "x"
    assert made["data"][0]["x"] == [0.0, 9.0, 9.0, 0.0, 0.0], "points that fall together are one"
    assert made["data"][-1]["x"] == [4.5] * 4
    assert made["layout"]["yaxis"]["scaleanchor"] == "x"
    assert "geo" not in made["layout"], "no base map, so no request to elsewhere"
    assert areamap.figure(plot, height=400) == made
    long = "Samenwerkende Gemeenten van het Land van Aalderwaard"
    plot = replace(plot, areas=tuple(replace(area, name=long if area.own else area.name) for area in plot.areas))
    names = [trace["name"] for trace in ready(plot, height=400).to_dict()["data"]]
    assert names[-2] == "Samenwerkende Gemeenten van<br>het Land van Aalderwaard"
    assert areamap.figure(plot, height=400)["data"][-2]["name"] == long, "a picture for a document has room"
