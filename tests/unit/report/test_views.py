"""Counts, sums over twelve months and an index of a series, and a word for its course."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.unit.report.made import HEADER, PUBLICATION, cell, hidden
from voorkant.charts.plotly import figure as drawn
from voorkant.report.course import course_words, trend_between
from voorkant.report.figure import Figure, describe
from voorkant.report.rows import Cell, Happening
from voorkant.report.views import COUNT, INDEX, RATE, SWING, VIEWS, YEARLY, viewed
from voorkant.text.direction import Direction, Margin
from voorkant.text.sentences import Change, Reading


def months(count: int, **given: object) -> list[Cell]:
    """From January 2024 on: 10, 11, 12, ... of what can be one more or less."""
    found = []
    for number in range(count):
        start = date(2024 + number // 12, number % 12 + 1, 1)
        end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        counts = {"numerator": 10 + number, "numerator_low": 9 + number, "numerator_high": 11 + number}
        when = {"period": f"{start:%Y-%m}", "start": start, "end": end}
        value = 2.0 + number / 10
        margin = {"value": value, "low": value - 1, "high": value + 1}
        found.append(cell(2024, **counts, **when, **margin, **given))
    return found


def figure(cells: list[Cell], **header: object) -> Figure:
    return Figure(replace(HEADER, **header), "Aldermeer", cells, None, PUBLICATION)


def points(of: Figure, view: str):
    return viewed(describe(of), of, view).points


def test_the_rate_is_the_chart_as_it_was() -> None:
    of = figure(months(3))
    assert viewed(describe(of), of, RATE) == describe(of)


def test_counts_stand_there_as_what_they_can_be() -> None:
    of = figure([cell(2023), hidden(2024), hidden(2025, bounds=False)])
    made = viewed(describe(of), of, COUNT)
    shown, small, unknown = made.points
    assert (shown.value, shown.low, shown.high) == (33.0, 32, 34)
    assert (small.value, small.range_high) == (None, 4)
    assert small.words == "minder dan 5 jeugdigen (0 tot 4 verwijzingen)"
    assert unknown.range_high is None
    assert (made.unit, made.margin) == ("verwijzingen", "wat het kan zijn door bescherming")
    assert made.alt.endswith("Weergave: verwijzingen.")


def test_a_sum_is_of_the_twelve_months_that_end_there() -> None:
    first, second = points(figure(months(13)), YEARLY)
    assert first.value == sum(range(10, 22))
    assert (first.low, first.high) == (sum(range(9, 21)), sum(range(11, 23)))
    assert first.label == "12 maanden tot en met december 2024"
    assert first.words == "186, plus of min 12"
    assert second.value == sum(range(11, 23))


def test_a_hidden_month_widens_the_sum_and_a_missing_one_leaves_it_out() -> None:
    cells = months(14)
    small = {"numerator": None, "numerator_low": 0, "numerator_high": 4, "value": None, "low": None, "high": None}
    cells[0] = replace(cells[0], **small, reason="klein")
    cells[13] = replace(cells[13], **small | {"numerator_low": None, "numerator_high": None}, reason="niet_geleverd")
    first, second, third = points(figure(cells), YEARLY)
    assert first.high - first.low == 4 + 11 * 2
    assert second.value == sum(range(11, 23))
    assert (third.value, third.words) == (None, "een van de perioden is er niet")


def test_a_bound_that_says_nothing_is_not_told_and_gives_no_sum() -> None:
    small = {"numerator": None, "numerator_low": 0, "numerator_high": 20, "value": None, "low": None, "high": None}
    cells = [replace(item, **small, reason="klein") for item in months(12)]
    counted = points(figure(cells), COUNT)[0]
    assert (counted.words, counted.range_high, counted.numerator) == ("minder dan 5 jeugdigen", None, "")
    (summed,) = points(figure(cells), YEARLY)
    assert (summed.value, summed.words) == (None, "12 van de 12 perioden zijn verborgen, dus de som is niet te zeggen")


def test_a_sum_says_what_of_it_is_not_final_and_does_not_bridge_a_break() -> None:
    cells = [*months(12), replace(months(13)[-1], status="voorlopig"), replace(months(14)[-1], status="onvolledig")]
    assert [point.status for point in points(figure(cells), YEARLY)] == ["definitief", "voorlopig", "nog niet volledig"]
    cut = Happening("Andere telling", date(2024, 2, 1), None, "gegevens", "", "", True, "")
    of = replace(figure(months(13)), happenings=[cut])
    assert [point.value for point in points(of, YEARLY)] == [None, sum(range(11, 23))]


def test_an_index_is_beside_the_first_final_value() -> None:
    of = figure([hidden(2023), cell(2024, value=5.0, low=4.0, high=6.0), cell(2025, value=6.0, low=None, high=None)])
    small, first, second = points(of, INDEX)
    assert (small.value, small.range_high) == (None, None)
    assert (first.value, first.low, first.high) == (100.0, 80.0, 120.0)
    assert (second.value, second.low, second.words) == (120.0, None, "120")


@pytest.mark.parametrize(
    ("header", "cells", "view", "why"),
    [
        ({"counts": "jeugdigen"}, months(13), YEARLY, "niet op te tellen"),
        ({"shape": "share"}, months(13), COUNT, "geen aantallen"),
        ({"shape": "published"}, months(13), YEARLY, "geen aantallen"),
        ({}, [cell(2024), cell(2025)], YEARLY, "kies maanden"),
        ({}, months(5), YEARLY, "nog geen twaalf maanden"),
        ({}, [cell(2024), cell(2025)], SWING, "kies maanden"),
        ({"shape": "share"}, months(13), SWING, "alleen van aantallen"),
        ({}, months(11), SWING, "ten minste 12 perioden"),
    ],
)  # fmt: skip
def test_a_view_without_a_meaning_is_told_and_not_drawn(header, cells, view, why) -> None:
    of = figure(cells, **header)
    made = viewed(describe(of), of, view)
    assert made.points == describe(of).points
    assert why in made.axis
    assert set(VIEWS) == {RATE, COUNT, YEARLY, INDEX, SWING}


def _years(values: list[float]) -> list[Cell]:
    return [cell(2020 + n, value=value, low=value - 0.5, high=value + 0.5) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([9.0, 8.0, 7.0, 6.0, 5.0], "↘ daalt (2020 tot en met 2024)"),
        ([5.0, 6.0, 7.0, 8.0, 9.0], "↗ stijgt (2020 tot en met 2024)"),
        ([5.0, 5.1, 5.0, 5.1, 5.0], "→ geen duidelijke verandering (2020 tot en met 2024)"),
        ([5.0, 6.0], "○ te weinig perioden (2 van 5)"),
    ],
)  # fmt: skip
def test_the_course_of_years_is_a_trend(values, words) -> None:
    assert course_words(figure(_years(values))) == words


@pytest.mark.parametrize(
    ("values", "way"),
    [
        ([9.0, 8.0, 7.0, 6.0, 5.0], "lager"),
        ([9.0, 5.0, 9.2, 8.0, 7.0], "geen duidelijke verandering"),
        ([5.0] * 4, None),
    ],
)
def test_of_the_same_years_the_sentence_and_the_trend_say_one_thing(values, way) -> None:
    """The first and the last year can differ where the years between do not go down: that is no second answer."""
    of = figure(_years(values))
    ends = Change(_reading(values[-1]), _reading(values[0]))
    assert trend_between(of, "2020", "2024") == way
    found = replace(ends, trend=trend_between(of, "2020", "2024"))
    assert found.direction == (way or "geen duidelijke verandering")
    assert trend_between(of, "2019", "2024") is None  # of other years the margins say it
    assert replace(ends, trend=Direction.HIGHER).direction is Direction.UNCLEAR  # never against the numbers


def _reading(value: float) -> Reading:
    return Reading("2024", "definitief", Margin(value, value - 0.5, value + 0.5), "per 1.000")


def test_a_trend_is_not_read_over_a_break() -> None:
    cut = Happening("Andere telling", date(2023, 1, 1), None, "gegevens", "", "", True, "")
    of = replace(figure(_years([9.0, 8.0, 7.0, 6.0, 5.0])), happenings=[cut])
    assert course_words(of) == "○ te weinig perioden (2 van 5)"


def test_the_last_month_swings_as_usual_or_is_different() -> None:
    cells = [replace(one, value=3.0 + number % 2) for number, one in enumerate(months(13))]
    assert course_words(figure(cells)) == "● normale schommeling in januari 2025"
    high = [*cells[:-1], replace(cells[-1], value=30.0)]
    assert course_words(figure(high)) == "◆ duidelijk anders in januari 2025: boven de grens"
    assert course_words(figure(cells[:11])) == "", "too few to say"
    assert course_words(figure(cells, shape="share")) == ""


START = date(2025, 1, 1)


def swinging(*ends: float) -> list[Cell]:
    """Twelve months that swing between 3 and 4, and then what is given."""
    values = [3.0 + number % 2 for number in range(12)] + list(ends)
    return [replace(one, value=values[number]) for number, one in enumerate(months(len(values)))]


def test_limits_are_drawn_with_the_mean_and_what_is_different_by_shape_and_word() -> None:
    of = figure(swinging(30.0))
    made = viewed(describe(of), of, SWING, START)
    usual, different = made.points[0], made.points[-1]
    assert (usual.signal, different.signal) == (False, True)
    assert different.words == "30,0 · duidelijk anders: boven de grens · H hoger, ▼ ongunstiger"
    assert usual.words == "3,0 · normale schommeling"
    assert (usual.low, usual.high) == (different.low, different.high)
    assert drawn(made)["layout"]["yaxis"]["range"][1] > 30, "a value beyond the limits is in sight"
    assert made.level_name == "gemiddelde 3,5"
    assert "◆ duidelijk anders in januari 2025: boven de grens · H hoger, ▼ ongunstiger" in made.axis
    (line,) = [trace for trace in drawn(made)["data"] if trace.get("name") == "Verwijzingen"]
    assert line["marker"]["symbol"] == ["circle"] * 12 + ["diamond"]


def test_limits_are_of_before_the_start_where_that_is_long_enough() -> None:
    """Of 3 and 4 in turns: mean 3.5, and one as mean range."""
    of = figure(swinging(9.0, 9.0))
    made = viewed(describe(of), of, SWING, START)
    assert made.level == 3.5
    assert made.points[0].high == pytest.approx(3.5 + 2.66)
    assert "grenzen van vóór de start" in made.axis
    assert course_words(of, START).startswith("◆ duidelijk anders in februari 2025")
    short = viewed(describe(of), of, SWING, date(2024, 6, 1))
    assert "grenzen van alle getoonde perioden" in short.axis


def test_a_lower_outcome_is_favourable_and_what_is_not_final_is_not_judged() -> None:
    cells = swinging(0.1, 0.1)
    of = figure([*cells[:-1], replace(cells[-1], status="voorlopig")])
    made = viewed(describe(of), of, SWING, START)
    assert "L lager, ▲ gunstiger" in made.axis
    assert (made.points[-1].signal, made.points[-1].low) == (False, made.points[0].low)
    assert "▲" not in viewed(describe(neither := figure(cells, better="neither")), neither, SWING).axis


def test_the_sentence_says_the_newest_firm_period_in_the_view_too() -> None:
    of = figure(months(13))
    assert viewed(describe(of), of, COUNT).sentence.endswith("Als aantal verwijzingen (januari 2025): 22 (21 tot 23).")
    made = viewed(describe(of), of, YEARLY)
    assert "Alle verwijzingen samen (12 maanden tot en met januari 2025): 198, plus of min 12." in made.sentence
    assert made.sentence in made.alt
    nothing = figure([hidden(2024)])
    assert viewed(describe(nothing), nothing, COUNT).sentence == describe(nothing).sentence
