"""Dutch words for periods and days."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date

from voorkant.domain.period import PeriodType, parse_period

TYPES = {
    PeriodType.MONTH: "maand",
    PeriodType.QUARTER: "kwartaal",
    PeriodType.HALF: "halfjaar",
    PeriodType.YEAR: "jaar",
    PeriodType.SCHOOLYEAR: "schooljaar",
    PeriodType.THREE_YEARS: "drie jaar",
}
_NEUTER = {PeriodType.QUARTER, PeriodType.HALF, PeriodType.SCHOOLYEAR}


def day(value: date) -> str:
    """`21 november 2026`."""
    return format_date(value, "d MMMM y", locale="nl")


def moment(stamp: str) -> str:
    """`21 november 2026 om 14.05 uur`, of an ISO time."""
    at = datetime.fromisoformat(stamp)
    return f"{day(at.date())} om {at:%H.%M} uur"


@lru_cache(maxsize=2048)
def period(code: str) -> str:
    """`2025-Q1` is `1e kwartaal 2025`, `2023..2025` is `2023 tot en met 2025`."""
    found = parse_period(code)
    year = found.start.year
    match found.type:
        case PeriodType.MONTH:
            return format_date(found.start, "MMMM y", locale="nl")
        case PeriodType.QUARTER | PeriodType.HALF:
            return f"{code[-1]}e {TYPES[found.type]} {year}"
        case PeriodType.SCHOOLYEAR:
            return f"schooljaar {code}"
        case PeriodType.THREE_YEARS:
            return f"{year} tot en met {year + 2}"
    return code


@lru_cache(maxsize=2048)
def short(code: str) -> str:
    """The words of a period where there is little room: `kw 1 2025`, `mrt 2025`."""
    found = parse_period(code)
    match found.type:
        case PeriodType.MONTH:
            return format_date(found.start, "MMM y", locale="nl").replace(".", "")
        case PeriodType.QUARTER:
            return f"kw {code[-1]} {found.start.year}"
        case PeriodType.HALF:
            return f"hj {code[-1]} {found.start.year}"
        case PeriodType.THREE_YEARS:
            return f"{found.start.year}-{found.end.year}"
    return code


def the(code: str) -> str:
    """The period with its article, as it follows a preposition: `het 1e kwartaal 2025`, `maart 2025`."""
    return f"het {period(code)}" if parse_period(code).type in _NEUTER else period(code)


def span(first: str, last: str) -> str:
    """From the first period up to and including the last."""
    return period(first) if first == last else f"{period(first)} tot en met {period(last)}"


def event_days(start: date, end: date | None) -> str:
    """When an event was: one day, or from a day up to and including another."""
    return day(start) if end in (None, start) else f"{day(start)} tot en met {day(end)}"
