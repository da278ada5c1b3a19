"""Which periods make, lie in, or lie over each other."""

from datetime import date

import pytest

from voorkant.builder.audit.periods import COVER, PART, SUM, Span, part_rows, parts
from voorkant.domain.period import PeriodType, periods_between

SPANS = [
    Span.of(number, period.type, period.start, period.end)
    for number, period in enumerate(
        period for kind in PeriodType for period in periods_between(date(2023, 1, 1), date(2025, 12, 31), kind)
    )
]


def span(kind: str, first: date) -> Span:
    return next(item for item in SPANS if item.type == kind and item.first == first.year * 12 + first.month - 1)


def named(kind: str, first: date, *, types: str) -> dict[str, list[tuple[str, int]]]:
    own = [item for item in SPANS if item.type in types.split(",")]
    return {form: [(piece.type, piece.months) for piece in pieces] for form, pieces in parts(span(kind, first), own)}


def test_a_year_is_the_longest_pieces_that_make_it() -> None:
    found = named("year", date(2024, 1, 1), types="month,quarter,half,year")
    assert found == {PART: [("half", 6)] * 2, SUM: [("half", 6)] * 2}


def test_a_school_year_runs_over_halves_and_quarters() -> None:
    found = named("schoolyear", date(2023, 8, 1), types="month,quarter,half,year,schoolyear")
    assert found[SUM] == [("month", 1), ("month", 1), ("quarter", 3), ("half", 6), ("month", 1)]


def test_two_school_years_lie_over_a_year() -> None:
    assert named("year", date(2024, 1, 1), types="year,schoolyear")[COVER] == [("schoolyear", 12)] * 2


def test_what_does_not_fit_is_inside_and_is_covered() -> None:
    found = named("schoolyear", date(2023, 8, 1), types="quarter,schoolyear")
    assert found[SUM] == found[PART] == [("quarter", 3)] * 3
    assert found[COVER] == [("quarter", 3)] * 5


@pytest.mark.parametrize(("types", "whole"), [("quarter,year", True), ("quarter,schoolyear", False)])
def test_rows_say_how_many_pieces_make_a_whole(types: str, whole: bool) -> None:
    rows = [row for row in part_rows(types, SPANS) if row[3] == SUM]
    assert rows
    counted = {row[1]: [other for other in rows if other[1] == row[1]] for row in rows}
    assert all((len(pieces) == pieces[0][4]) == whole for pieces in counted.values())
