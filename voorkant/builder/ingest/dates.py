"""Dates and periods in every notation that exports have; a column's own dates decide the order of day and month."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from voorkant.builder.ingest.outcome import CONSENT, Fault, Mended, Reader
from voorkant.domain.period import parse_period

FIRST_YEAR, LAST_YEAR = 1990, 2100
_EXCEL_EPOCH, _EXCEL_DAYS = date(1899, 12, 30), range(32_874, 73_416)  # 1-1-1990 up to and including 31-12-2100
_TIME = r"(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(r"(\d+)[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d+)" + _TIME)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:[.,]0+)?")
_CLOCK = re.compile(r"(?:.+[T ])?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?")
_WORDS = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,9})\.?[-/. ]*(\d+)")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_WORDS = {"mrt": 3, "mar": 3, "may": 5, "oct": 10, "january": 1} | {name: n for n, name in enumerate(_MONTHS, 1)}
_PERIODS = re.compile(
    r"\d{4}\s*[-/]?\s*(?:q|k|h|kw|kwartaal|jj|mm|hj|w)\s*\d+|[1-4]e?\s*(?:kwartaal|halfjaar).*"
    r"|[a-z]{3,9}[-. ']*\d{2,4}|\d{4}\*?|\d{4}[-/]\d{2,4}|\d{1,2}[-/]\d{4}"
)
_FOUR = "Schrijf het jaar met vier cijfers, bijvoorbeeld 31-12-2024."
_ISO_LIKE = "Schrijf een dag als 31-12-2024 of 2024-12-31."


def date_reader(texts: Collection[str]) -> tuple[Reader, str | None]:
    """(reader, rule to report once) for the distinct texts of a date column."""
    dutch = [(int(found[1]), int(found[2])) for text in texts if (found := _DUTCH.fullmatch(text))]
    months_first = any(first <= 12 < second <= 31 for first, second in dutch)  # noqa: PLR2004
    days_first = any(first > 12 for first, _ in dutch)  # noqa: PLR2004
    american = any(second > 12 for _, second in dutch) and not days_first  # noqa: PLR2004
    serials = sum(bool(_SERIAL.fullmatch(text)) for text in texts)
    if serials and serials >= sum(any(sign.isdigit() for sign in text) for text in texts):
        return _read_serial, "excel_datum"
    return (lambda text: _read_date(text, american=american)), _order(american, months_first and days_first)


def _order(american: bool, mixed: bool) -> str | None:
    return "datum_volgorde" if american else "datum_gemengd" if mixed else None


def _read_serial(text: str) -> object:
    days = int(text[:5]) if _SERIAL.fullmatch(text) else 0
    if days not in _EXCEL_DAYS:
        return Fault("datum_buiten_bereik", _ISO_LIKE)
    return _EXCEL_EPOCH + timedelta(days=days)


def _read_date(text: str, *, american: bool) -> object:
    if found := _COMPACT.fullmatch(text):
        return _date(*found.groups())
    if (found := _ISO.fullmatch(text)) and len(found[1]) > 2:  # noqa: PLR2004 - otherwise the year stands last
        return _with_time(_date(found[1], found[2], found[3]), found[4])
    if found := _DUTCH.fullmatch(text):
        day, month = (found[2], found[1]) if american else (found[1], found[2])
        return _with_time(_date(found[3], month, day), found[4])
    if (found := _WORDS.fullmatch(text.casefold())) and (month_number := _month(found[2])):
        return _date(found[3], str(month_number), found[1])
    if _PERIODS.fullmatch(text.casefold()):
        return Fault("datum_periode", _ISO_LIKE)
    return Fault("datum_onleesbaar", _ISO_LIKE)


def _month(word: str) -> int | None:
    return _MONTH_WORDS.get(word) or _MONTH_WORDS.get(word[:3])


def _date(year: str, month: str, day: str) -> object:
    if len(year) != 4 or year.startswith("0"):  # noqa: PLR2004
        return Fault("datum_jaar_kort", _FOUR)
    if int(day) == 0 or int(month) == 0:
        return Fault("datum_periode", _ISO_LIKE)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return Fault("datum_buiten_bereik", _ISO_LIKE)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return Fault("datum_onmogelijk", f"Controleer dag en maand. {_ISO_LIKE}")


def _with_time(day: object, time: str | None) -> object:
    if time and time.strip("0:.,") and isinstance(day, date):
        return Mended(day, "tijd_weggelaten", "Alleen de dag telt; er hoeft niets te gebeuren.")
    return day


_YEAR = re.compile(r"(\d+)(?:\*|jj00)?(?:[.,]0+)?", re.IGNORECASE)
_QUARTER = re.compile(
    r"(\d{4})[- ]?(?:q|k|kw|kwartaal|kw0|kw)\s?0?([1-4])(?:e kwartaal)?\*?|([1-4])e? kwartaal (\d{4})\*?"
)
_HALF = re.compile(r"(\d{4})[- ]?(?:h|hj)0?([12])\*?|([12])e? (?:halfjaar|half jaar) (\d{4})\*?")
_SCHOOLYEAR = re.compile(r"(?:schooljaar )?(\d{4})\s?[-/]\s?(\d{4}|\d{2})\*?")
_MONTH = re.compile(r"(\d{4})[-/ ]?(?:mm)?(0[1-9]|1[0-2])\*?")
_NAMED_MONTH = re.compile(r"([a-z]{3,9})[-. ]*(\d{4})\*?")


def read_year(text: str) -> object:
    """A year: `2022`, `2022*`, `2022JJ00`, `2022.0`."""
    found = _YEAR.fullmatch(text)
    if not found:
        return Fault("jaar_onleesbaar", "Schrijf een jaar met vier cijfers, bijvoorbeeld 2024.")
    if len(found[1]) != 4 or found[1].startswith("0"):  # noqa: PLR2004
        return Fault("datum_jaar_kort", "Schrijf een jaar met vier cijfers, bijvoorbeeld 2024.")
    if not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return Fault("datum_buiten_bereik", "Schrijf een jaar met vier cijfers, bijvoorbeeld 2024.")
    return int(found[1])


def read_star(text: str) -> object:
    """Whether a year or period is marked as provisional."""
    return text.endswith("*")


def read_birth_year(text: str) -> object:
    """A year of birth; a whole date of birth is refused, not shortened."""
    year = text.removesuffix(".0")
    if year.isdigit() and len(year) == 4:  # noqa: PLR2004
        return int(year) if 1900 <= int(year) <= LAST_YEAR else Fault("datum_buiten_bereik", "Controleer het jaar.")  # noqa: PLR2004
    if isinstance(_read_date(text, american=False), date | Mended):
        return Fault("geboortedatum", f"Lever alleen het geboortejaar. {CONSENT}")
    return Fault("jaar_onleesbaar", "Schrijf een geboortejaar met vier cijfers, bijvoorbeeld 2012.")


def shorten_birth_date(text: str) -> object:
    """A year of birth, also of a whole date of birth: to whom that is allowed, keeps the year alone."""
    day = _read_date(text, american=False)
    day = day.value if isinstance(day, Mended) else day
    if not isinstance(day, date):
        return read_birth_year(text)
    return Mended(day.year, "geboortedatum_verkort", "Er hoeft niets te gebeuren.")


def read_period(text: str) -> object:
    """The code of a period: year, half-year, quarter, month or school year."""
    code = _period_code(" ".join(text.casefold().split()))
    fault = Fault("periode_onleesbaar", "Schrijf 2025, 2025-H1, 2025-Q3, 2025-03 of 2024/2025.")
    try:
        period = parse_period(code) if code else None
    except ValueError:
        return fault
    return period.code if period and FIRST_YEAR <= period.start.year <= LAST_YEAR else fault


def _period_code(text: str) -> str | None:
    if found := _SCHOOLYEAR.fullmatch(text):
        second = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]  # noqa: PLR2004
        if int(second) == int(found[1]) + 1:
            return f"{found[1]}/{second}"
    if found := _QUARTER.fullmatch(text):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    if found := _HALF.fullmatch(text):
        return f"{found[1] or found[4]}-H{found[2] or found[3]}"
    if found := _MONTH.fullmatch(text):
        return f"{found[1]}-{found[2]}"
    if (found := _NAMED_MONTH.fullmatch(text)) and (month := _month(found[1])):
        return f"{found[2]}-{month:02d}"
    found = _YEAR.fullmatch(text)
    return found[1] if found else None


def read_time(text: str) -> object:
    """`09:30:00`, from a time alone or behind a day; a day without a time has none."""
    if found := _CLOCK.fullmatch(text):
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if hour < 24 and minute < 60 and second < 60:  # noqa: PLR2004 - a clock
            return f"{hour:02d}:{minute:02d}:{second:02d}"
    elif _SERIAL.fullmatch(text) or not isinstance(_read_date(text, american=False), Fault):
        return None
    return Fault("tijd_onleesbaar", "Schrijf een tijd als 14:30 of 14:30:00.")
