"""The text of a cell's value as a person would write it: no artefacts of how a spreadsheet keeps numbers and dates."""

from datetime import datetime, time
from decimal import Decimal
from functools import lru_cache

from voorkant.builder.ingest.numbers import EXACT

_DIGITS = 15
"""As many as a spreadsheet shows; what comes after them is not what anyone entered."""


class Percent(float):
    """A number that the sheet shows times 100, with a percent sign."""

    __slots__ = ()


def cell_text(value: object, *, mark: str = ".", days: int = 0) -> str:
    """`mark` parts the decimals of a number; `days` is added to a bare number that counts days."""
    match value:
        case bool():
            return "ja" if value else "nee"
        case Percent():
            return f"{_number(value * 100, mark)}%"
        case int() | float():
            return _number(value + days, mark)
        case datetime():
            return str(value.date() if value.time() == time.min else value)
    return str(value)


@lru_cache(maxsize=1 << 16)  # dates and codes repeat
def _number(value: float, mark: str) -> str:
    short = f"{value:.{_DIGITS}g}"
    if abs(value) >= 10**_DIGITS or not any(sign in short for sign in ".e"):
        return short  # beyond fifteen digits the rest is lost, and the notation says so
    return f"{Decimal(short):f}".replace(".", mark)


def numeric_mark(kind: str) -> str:
    """The mark for a column of this type: in a column of numbers one that proves nothing about texts beside it."""
    return EXACT if kind in {"integer", "decimal", "euro", "age"} else "."
