"""Names of lines: beside the chart where they are short, apart from each other, and above their ends where not."""

from dataclasses import replace
from itertools import pairwise

from tests.unit.charts.made import description, point
from voorkant.charts.endnames import MARGIN, PAPER, margin, names
from voorkant.charts.picture import drawn
from voorkant.charts.plotly import figure

ROOM = 276
"""Pixels."""


def of(*lines: tuple[str, float]):
    made = description([point(0)])
    (first,) = made.series
    series = [replace(first, name=name, points=(replace(first.points[0], value=value),)) for name, value in lines]
    return replace(made, series=tuple(series))


def test_short_names_stand_beside_the_chart_and_apart():
    close = of(("binnen 12 maanden", 12.4), ("binnen 6 maanden", 12.0), ("binnen 3 maanden", 7.0))
    found = names(close, 15.0, ROOM)
    assert [note["text"] for note in found] == ["binnen 3<br>maanden", "binnen 6<br>maanden", "binnen 12<br>maanden"]
    assert {(note["xref"], note["x"], note["xanchor"]) for note in found} == {("paper", 1, "left")}
    at = [note["y"] / 15.0 * ROOM + note["yshift"] for note in found]
    assert all(above - below >= 2 * 16 for below, above in pairwise(at))
    assert found[0]["yshift"] == 0  # nothing is below it
    assert figure(close)["layout"]["margin"]["r"] == margin(close) > MARGIN


def test_a_long_word_would_leave_no_chart_and_stands_above_its_end():
    long = of(("Waargenomen", 12.4), ("Verwacht", 7.0))
    assert margin(long) == MARGIN
    assert [note["xanchor"] for note in names(long, 15.0, ROOM)] == ["right", "right"]


def test_on_paper_there_is_room_for_a_longer_word_beside_the_chart():
    long = of(("Waargenomen", 12.4), ("Bergen op Zoom", 7.0))
    found = names(long, 15.0, ROOM, PAPER)
    assert [(note["text"], note["xanchor"]) for note in found] == [("Bergen op Zoom", "left"), ("Waargenomen", "left")]
    assert drawn(long)["layout"]["margin"]["r"] == margin(long, PAPER) > MARGIN


def test_one_line_needs_no_name():
    assert names(of(("binnen 3 maanden", 7.0)), 15.0, ROOM) == []
