"""Where a line is cut."""

from datetime import date

from tests.unit.charts.made import hidden, point
from voorkant.charts.segments import hidden_runs, segments


def codes(runs):
    return [[run.label for run in found] for found in runs]


def test_a_hidden_value_cuts_and_is_in_no_segment():
    points = [point(0), point(1), hidden(2), point(3)]
    assert codes(segments(points, [])) == [["2024-Q1", "2024-Q2"], ["2024-Q4"]]


def test_a_break_cuts_at_its_day():
    points = [point(number) for number in range(4)]
    assert codes(segments(points, [date(2024, 7, 1)])) == [["2024-Q1", "2024-Q2"], ["2024-Q3", "2024-Q4"]]


def test_a_period_in_which_the_definition_changed_stands_alone():
    points = [point(number) for number in range(3)]
    assert codes(segments(points, [date(2024, 5, 15)])) == [["2024-Q1"], ["2024-Q2"], ["2024-Q3"]]


def test_no_line_runs_to_an_incomplete_period():
    points = [point(0, firm=False, complete=False), point(1), point(2), point(3, firm=False)]
    assert codes(segments(points, [])) == [["2024-Q1"], ["2024-Q2", "2024-Q3", "2024-Q4"]]


def test_a_break_outside_the_points_cuts_nothing():
    points = [point(number) for number in range(3)]
    assert len(list(segments(points, [date(2023, 1, 1), date(2026, 1, 1)]))) == 1


def test_hidden_neighbours_with_one_reason_are_one_run():
    points = [hidden(0), hidden(1), hidden(2, reason="niet geleverd"), point(3), hidden(4)]
    assert codes(hidden_runs(points)) == [["2024-Q1", "2024-Q2"], ["2024-Q3"], ["2025-Q1"]]


def test_nothing_gives_nothing():
    assert list(segments([], [])) == list(hidden_runs([])) == []
