"""Periods: the one notation of codes, their bounds, and how they contain each other."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = 12


class PeriodType(StrEnum):
    """The period types of the cube plan; `THREE_YEARS` is a fixed block counted back from the last complete year."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SCHOOLYEAR = "schoolyear"
    THREE_YEARS = "3year"


_MONTHS_IN = {PeriodType.MONTH: 1, PeriodType.QUARTER: 3, PeriodType.HALF: 6, PeriodType.YEAR: 12,
              PeriodType.SCHOOLYEAR: 12, PeriodType.THREE_YEARS: 36}  # fmt: skip
_CODES = [
    (PeriodType.MONTH, re.compile(r"(\d{4})-(0[1-9]|1[0-2])")),
    (PeriodType.QUARTER, re.compile(r"(\d{4})-Q([1-4])")),
    (PeriodType.HALF, re.compile(r"(\d{4})-H([12])")),
    (PeriodType.YEAR, re.compile(r"(\d{4})")),
    (PeriodType.SCHOOLYEAR, re.compile(r"(\d{4})/(\d{4})")),
    (PeriodType.THREE_YEARS, re.compile(r"(\d{4})\.\.(\d{4})")),
]


@dataclass(frozen=True, order=True)
class Period:
    """A period from its first day (`start`) up to and including its last (`end`)."""

    start: date
    end: date
    type: PeriodType

    @property
    def code(self) -> str:
        """`2025`, `2025-H1`, `2025-Q3`, `2025-03`, `2024/2025`, `2023..2025`."""
        year, month = self.start.year, self.start.month
        match self.type:
            case PeriodType.MONTH:
                return f"{year}-{month:02d}"
            case PeriodType.QUARTER:
                return f"{year}-Q{(month + 2) // 3}"
            case PeriodType.HALF:
                return f"{year}-H{(month + 5) // 6}"
            case PeriodType.SCHOOLYEAR:
                return f"{year}/{year + 1}"
            case PeriodType.THREE_YEARS:
                return f"{year}..{year + 2}"
        return f"{year}"


def _from(start: date, kind: PeriodType) -> Period:
    months = start.year * MONTHS + start.month - 1 + _MONTHS_IN[kind]
    return Period(start, date(months // MONTHS, months % MONTHS + 1, 1) - timedelta(days=1), kind)


def parse_period(code: str) -> Period:
    """The period of a code. ValueError when the code is none of the six notations."""
    for kind, pattern in _CODES:
        if found := pattern.fullmatch(code):
            return _parsed(kind, int(found[1]), int(found[2]) if pattern.groups > 1 else 1, code)
    raise ValueError(f"onbekende periode {code!r}: schrijf 2025, 2025-H1, 2025-Q3, 2025-03, 2024/2025 of 2023..2025")


def _parsed(kind: PeriodType, year: int, second: int, code: str) -> Period:
    match kind:
        case PeriodType.SCHOOLYEAR if second == year + 1:
            return _from(date(year, 8, 1), kind)
        case PeriodType.THREE_YEARS if second == year + 2:
            return _from(date(year, 1, 1), kind)
        case PeriodType.SCHOOLYEAR | PeriodType.THREE_YEARS:
            raise ValueError(f"onbekende periode {code!r}: de jaren passen niet bij elkaar")
        case PeriodType.MONTH:
            return _from(date(year, second, 1), kind)
        case PeriodType.QUARTER:
            return _from(date(year, 3 * second - 2, 1), kind)
        case PeriodType.HALF:
            return _from(date(year, 6 * second - 5, 1), kind)
    return _from(date(year, 1, 1), kind)


def period_of(day: date, kind: PeriodType) -> Period:
    """The period of that type in which a day falls (not for three years: their blocks depend on the last year)."""
    if kind is PeriodType.THREE_YEARS:
        raise ValueError("een blok van drie jaar volgt uit het laatste volledige jaar, niet uit een dag")
    if kind is PeriodType.SCHOOLYEAR:
        return _from(date(day.year - (day.month < 8), 8, 1), kind)  # noqa: PLR2004 - school years start in August
    size = _MONTHS_IN[kind]
    return _from(date(day.year, (day.month - 1) // size * size + 1, 1), kind)


def periods_between(first: date, last: date, kind: PeriodType) -> list[Period]:
    """All periods of a type that hold a day from first to last, in order; three years count back from `last`'s year."""
    if kind is PeriodType.THREE_YEARS:
        starts = range(last.year - 2, first.year - 1, -3)
        return [_from(date(year, 1, 1), kind) for year in reversed(starts)]
    found, day = [], first
    while day <= last:
        found.append(period_of(day, kind))
        day = found[-1].end + timedelta(days=1)
    return found
