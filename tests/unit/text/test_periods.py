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


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-04", "2021-06", "2e kwartaal 2021"),
        ("2021-10", "2021-12", "4e kwartaal 2021"),
        ("2021-07", "2021-12", "2e halfjaar 2021"),
        ("2021-01", "2021-12", "2021"),
        ("2021-02", "2021-04", "februari 2021 tot en met april 2021"),
        ("2021-12", "2022-02", "december 2021 tot en met februari 2022"),
        ("2021-07", "2021-10", "juli 2021 tot en met oktober 2021"),
        ("2021-03", "2021-03", "maart 2021"),
    ],
)
def test_months_together_have_the_name_of_what_they_are(first, last, words):
    assert periods.months(first, last) == words


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("januari 2024 tot en met juni 2024", "1e halfjaar 2024"),
        ("december 2021 tot en met februari 2022", "december 2021 tot en met februari 2022"),
        ("1e kwartaal 2024", "1e kwartaal 2024"),
        ("najaar 2024 tot en met winter 2024", "najaar 2024 tot en met winter 2024"),
    ],
)
def test_rows_of_tables_that_were_kept_before_are_known_by_their_name_now(before, now):
    assert periods.months_of(before) == now


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
