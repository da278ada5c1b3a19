"""Numbers as Dutch readers write them, with one rounding rule for rates and their margins."""

from functools import lru_cache

from babel.numbers import format_decimal

LARGE, SMALL = 100, 1
PERCENT = "%"
SEPARATOR = " · "
"""Between facts that stand side by side."""


@lru_cache(maxsize=8192)
def number(value: float, decimals: int = 0) -> str:
    """`1234.5` with one decimal is `1.234,5`; a rounded zero has no sign."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(round(value, decimals) + 0.0, format=pattern, locale="nl")


def decimals(value: float) -> int:
    """How many decimals a rate is printed with: none from 100, one from 1, two below 1 (zero has none)."""
    size = abs(value)
    if size >= LARGE or size == 0:
        return 0
    return 1 if round(size, 2) >= SMALL else 2


def rate(value: float) -> str:
    return number(value, decimals(value))


def between(low: float, high: float) -> str:
    """A margin, both ends with the decimals that its upper end needs: `3,4 tot 6,8`."""
    places = decimals(high)
    return f"{number(low, places if low else 0)} tot {number(high, places)}"


def possible(low: int, high: int) -> str:
    """What a protected count can be: `0 tot 4`, or the count itself where only one is left."""
    return number(low) if low == high else f"{number(low)} tot {number(high)}"


def share(value: float | None, low: float, high: float) -> str:
    """A part in percent with what it can be: `74% (67 tot 80%)`; only that where the part is hidden.

    In whole percents, or with a decimal where both ends would be the same: `72,9% (72,6 tot 73,2%)`.
    """
    places = int(low != high and number(low) == number(high))
    possible = f"{number(low, places)} tot {number(high, places)}%"
    return possible if value is None else f"{number(value, places)}% ({possible})"


def in_short(value: float, unit: str) -> str:
    """A rate with only the sign of its unit: `54,2%`, `4,9`."""
    return f"{rate(value)}{PERCENT if unit.startswith(PERCENT) else ''}"


def with_unit(words: str, unit: str) -> str:
    """`13,8` + `% van de jongeren` = `13,8% van de jongeren`; other units stand after a space."""
    return f"{words}{unit}" if unit.startswith(PERCENT) else f"{words} {unit}"


def short_unit(unit: str) -> str:
    """The unit without the counted thing: `verwijzingen per 1.000 jeugdigen` = `per 1.000`, `% van ...` = `%`."""
    if unit.startswith(PERCENT):
        return PERCENT
    words = unit.split()
    return " ".join(words[words.index("per") :][:2]) if "per" in words else unit
