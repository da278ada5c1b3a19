"""Dutch words for periods and days."""

import re
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
_MONTHS = [format_date(date(2000, number, 1), "MMMM", locale="nl") for number in range(1, 13)]
_ENDS = re.compile(r"(\w+) (\d{4}) tot en met (\w+) (\d{4})")
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


def months(first: str, last: str) -> str:
    """From the first month up to and including the last, by the name that they have together where they have one."""
    start, end = parse_period(first).start, parse_period(last).start
    year, count = start.year, end.month - start.month + 1
    if year == end.year and start.month % count == 1 % count:
        match count:
            case 3:
                return period(f"{year}-Q{start.month // 3 + 1}")
            case 6:
                return period(f"{year}-H{start.month // 6 + 1}")
            case 12:
                return str(year)
    return span(first, last)


def months_of(words: str) -> str:
    """What a span of months is called by `months`, of words that name both its ends, as tables once did."""
    ends = _ENDS.fullmatch(words)
    if not ends or not {ends[1], ends[3]} <= set(_MONTHS):
        return words
    first, last = ((year, _MONTHS.index(name) + 1) for name, year in ((ends[1], ends[2]), (ends[3], ends[4])))
    return months(f"{first[0]}-{first[1]:02}", f"{last[0]}-{last[1]:02}")


def event_days(start: date, end: date | None) -> str:
    """When an event was: one day, or from a day up to and including another."""
    return day(start) if end in (None, start) else f"{day(start)} tot en met {day(end)}"
