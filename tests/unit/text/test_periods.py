"""Periods and days in Dutch words."""

from datetime import date

import pytest

from voorkant.text import periods


@pytest.mark.parametrize(
    ("code", "words", "short", "after_in"),
    [
        ("2025", "2025", "2025", "2025"),
        ("2025-H1", "1e halfjaar 2025", "hj 1 2025", "het 1e halfjaar 2025"),
        ("2025-Q3", "3e kwartaal 2025", "kw 3 2025", "het 3e kwartaal 2025"),
        ("2025-03", "maart 2025", "mrt 2025", "maart 2025"),
        ("2024/2025", "schooljaar 2024/2025", "2024/2025", "het schooljaar 2024/2025"),
        ("2023..2025", "2023 tot en met 2025", "2023-2025", "2023 tot en met 2025"),
    ],
)
def test_words_of_a_period(code, words, short, after_in):
    assert (periods.period(code), periods.short(code), periods.the(code)) == (words, short, after_in)


def test_a_span_of_one_period_is_that_period():
    assert periods.span("2025-Q1", "2025-Q1") == "1e kwartaal 2025"
    assert periods.span("2018-Q1", "2025-Q4") == "1e kwartaal 2018 tot en met 4e kwartaal 2025"


def test_days():
    assert periods.day(date(2026, 11, 21)) == "21 november 2026"
    assert periods.event_days(date(2024, 9, 1), None) == "1 september 2024"
    assert periods.event_days(date(2025, 1, 13), date(2025, 3, 2)) == "13 januari 2025 tot en met 2 maart 2025"


def test_an_unknown_code_is_refused():
    with pytest.raises(ValueError, match="onbekende periode"):
        periods.period("2025Q1")
