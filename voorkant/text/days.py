"""Days as Dutch people type them."""

import re
from datetime import date

_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def typed_day(text: str) -> date | None:
    """`1-3-2024`, `01/03/2024` or `2024-03-01`; None for anything else, and for a day that does not exist."""
    words = text.strip()
    if found := _DUTCH.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_typed(day: date | None) -> str:
    """`1-3-2024`; empty for no day."""
    return f"{day.day}-{day.month}-{day.year}" if day else ""
