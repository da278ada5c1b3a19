"""A measure by group: ages by age, hidden years at their place, and no difference that can be chance."""

import json
from dataclasses import replace

import plotly.graph_objects as go

from tests.unit.report.test_compare import HEADER, PUBLIC
from voorkant.charts.multiples import figure
from voorkant.report.groups import Grouped, Row, multiples


def row(part: str, year: int, value: float | None = 10.0, **more: object) -> Row:
    margin = (None, None) if value is None else (value - 1, value + 1)
    limit, reason = (4.0, "klein") if value is None else (None, None)
    return replace(Row(part, str(year), value, *margin, limit, "definitief", reason), **more)


def grouped(*rows: Row, dimension: str = "age_group") -> Grouped:
    return Grouped(HEADER, rows, dimension, "Aldermeer", PUBLIC)


AGES = grouped(
    row("12-17", 2023, 20.0), row("12-17", 2024, 22.0), row("4-11", 2023), row("4-11", 2024),
    row("0-3", 2023, None), row("0-3", 2024, 9.5), row("0-3", 2025, 9.0, status="voorlopig"),
)  # fmt: skip


def test_groups_stand_by_age_on_one_scale_with_what_is_hidden_at_its_place() -> None:
    plot = multiples(AGES)
    assert plot is not None
    assert [panel.name for panel in plot.panels] == [
        "0 tot en met 3 jaar",
        "4 tot en met 11 jaar",
        "12 tot en met 17 jaar",
    ]
    assert plot.lines[0][1] == "minder dan 10 jeugdigen (afgerond) (0 tot 4,0 per 1.000)"
    assert plot.lines[2] == ("2025", "9,0 (8,0 tot 10,0), voorlopig", "–", "–")
    made = figure(plot, height=100)
    go.Figure(json.loads(json.dumps(made)))
    assert made["layout"]["yaxis"]["range"] == made["layout"]["yaxis3"]["range"]
    (hidden,) = [trace for trace in made["data"] if trace["type"] == "bar" and trace["yaxis"] == "y"]
    assert (hidden["x"], hidden["y"]) == (["2023"], [4.0])
    (line,) = [trace for trace in made["data"] if trace.get("mode") == "lines+markers" and trace["yaxis"] == "y"]
    assert line["marker"]["color"][-1] == "#ffffff", "a provisional point is open"
    assert multiples(grouped()) is None
    hidden = [row("0-3", year, None) for year in (2023, 2024)]
    assert multiples(grouped(*(replace(item, range_high=None) for item in hidden))) is None
    assert figure(multiples(grouped(*hidden)), height=100)["layout"]["yaxis"]["range"] == [0, 4.4], "all of it is seen"


def test_the_sentence_names_the_ends_and_whether_that_can_be_chance() -> None:
    assert multiples(AGES).sentence.startswith(
        "In 2024 was het het hoogst bij 12 tot en met 17 jaar (22,0) en het laagst bij 0 tot en met 3 jaar (9,5). "
    )
    near = multiples(grouped(row("M", 2024, 10.0), row("V", 2024, 11.0), dimension="sex"))
    assert "het hoogst bij meisjes (11,0)" in near.sentence
    assert "dat verschil kan toeval zijn" in near.sentence
    bare = multiples(grouped(row("M", 2024, low=None), row("V", 2024, 11.0, low=None), dimension="sex"))
    assert "zonder marge" in bare.sentence
    alone = multiples(grouped(row("M", 2024), row("V", 2024, None, range_high=None), dimension="sex"))
    assert "te weinig groepen" in alone.sentence
    assert alone.lines[0][2] == "minder dan 10 jeugdigen (afgerond)"


def test_each_group_has_its_own_course_in_a_word() -> None:
    rising = [row("huisarts", 2020 + n, 10.0 + 5 * n) for n in range(5)]
    plot = multiples(grouped(*rising, row("jeugdarts", 2024), dimension="verwijzer"))
    assert [panel.note for panel in plot.panels] == ["↗ stijgt", "○ te weinig jaren (1 van 5)"]
    assert plot.title == "Verwijzingen: hoe verloopt het naar verwijzer?"


def test_many_groups_stand_in_three_columns_under_short_names() -> None:
    many = multiples(grouped(*(row(f"een hulpvraag met nummer {n}", 2024) for n in range(6)), dimension="hulpvraag"))
    layout = figure(many, height=100)["layout"]
    assert layout["xaxis2"]["domain"][0] > 0.3
    assert layout["annotations"][0]["text"].endswith("…")
    assert layout["xaxis"]["tickvals"] == ["2024"]
