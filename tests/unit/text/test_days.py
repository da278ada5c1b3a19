"""Days as people type them."""

from datetime import date

import pytest

from voorkant.text.days import as_typed, typed_day


@pytest.mark.parametrize("text", ["1-3-2024", "01-03-2024", " 1/3/2024 ", "1.3.2024", "2024-03-01"])
def test_a_day_in_every_usual_way(text):
    assert typed_day(text) == date(2024, 3, 1)


@pytest.mark.parametrize("text", ["", "31-2-2024", "maart 2024", "1-3-24", "2024-13-01"])
def test_no_day(text):
    assert typed_day(text) is None


def test_as_it_is_typed_again():
    assert (as_typed(date(2024, 3, 1)), as_typed(None)) == ("1-3-2024", "")
