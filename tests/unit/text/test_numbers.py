"""Dutch notation and the one rounding rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voorkant.text import numbers


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [(1234.5, 1, "1.234,5"), (0, 0, "0"), (-0.04, 1, "0,0"), (-12.5, 1, "-12,5"), (7200, 0, "7.200")],
)
def test_dutch_notation(value, decimals, words):
    assert numbers.number(value, decimals) == words


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (0.556, "0,56"), (0.999, "1,0"), (4.86, "4,9"), (99.96, "100,0"), (148.3, "148")]
)
def test_a_rate_has_the_decimals_that_its_size_deserves(value, words):
    assert numbers.rate(value) == words


def test_a_margin_has_one_number_of_decimals():
    assert numbers.between(3.4, 6.812) == "3,4 tot 6,8"
    assert numbers.between(0, 0.556) == "0 tot 0,56"
    assert numbers.between(98.2, 148.3) == "98 tot 148"


def test_a_protected_count_is_said_as_its_range():
    assert numbers.possible(0, 4) == "0 tot 4"
    assert numbers.possible(12, 12) == "12"


@pytest.mark.parametrize(
    ("value", "low", "high", "words"),
    [
        (74.2, 66.7, 80.3, "74% (67 tot 80%)"),
        (72.94, 72.61, 73.21, "72,9% (72,6 tot 73,2%)"),
        (None, 20.0, 45.0, "20 tot 45%"),
        (100.0, 100.0, 100.0, "100% (100 tot 100%)"),
    ],
)
def test_a_share_stands_with_what_it_can_be(value, low, high, words):
    assert numbers.share(value, low, high) == words


@pytest.mark.parametrize(
    ("unit", "whole", "short", "tiny"),
    [
        ("% van de jongeren", "13,8% van de jongeren", "%", "13,8%"),
        ("verwijzingen per 1.000 jeugdigen", "13,8 verwijzingen per 1.000 jeugdigen", "per 1.000", "13,8"),
        ("euro", "13,8 euro", "euro", "13,8"),
    ],
)
def test_units(unit, whole, short, tiny):
    assert numbers.with_unit(numbers.rate(13.8), unit) == whole
    assert numbers.short_unit(unit) == short
    assert numbers.in_short(13.8, unit) == tiny


@given(st.floats(min_value=-1e6, max_value=1e6))
def test_what_is_printed_is_near_what_is_meant(value):
    printed = float(numbers.rate(value).replace(".", "").replace(",", "."))
    assert abs(printed - value) <= max(abs(value) * 0.06, 0.005)
