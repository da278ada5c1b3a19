"""The eight years of the demo: months, working days, and what moves the numbers through the year."""

import numpy as np
import pyarrow as pa

FIRST_YEAR, LAST_YEAR = 2018, 2025
YEARS = np.arange(FIRST_YEAR, LAST_YEAR + 1)
MONTHS = len(YEARS) * 12

DAYS = np.arange(f"{FIRST_YEAR}-01-01", f"{LAST_YEAR + 1}-01-01", dtype="datetime64[D]")
_HOLIDAYS = [f"{year}-{day}" for year in YEARS for day in ("01-01", "04-27", "12-25", "12-26")]
WORKDAYS = np.flatnonzero(np.is_busday(DAYS, holidays=_HOLIDAYS))
"""Days are numbered from 1 January of the first year; help is given and verwijzingen are made on working days."""

MONTH_OF_DAY = (DAYS.astype("datetime64[M]") - DAYS[0].astype("datetime64[M]")).astype(np.int64)
YEAR_OF_DAY = MONTH_OF_DAY // 12
_FIRST_DAY = np.searchsorted(MONTH_OF_DAY, np.arange(MONTHS))
_FIRST_WORKDAY = np.searchsorted(MONTH_OF_DAY[WORKDAYS], np.arange(MONTHS + 1))

VERWIJZING_SEASON = np.array([1.06, 1.05, 1.12, 1.03, 1.02, 1.03, 0.76, 0.71, 1.00, 1.08, 1.11, 1.03])
HELP_SEASON = np.array([1.05, 1.02, 1.10, 1.00, 1.00, 1.00, 0.65, 0.60, 1.15, 1.12, 1.10, 0.95])
SCHOOL_SEASON = np.array([1.10, 1.05, 1.10, 0.95, 0.90, 0.85, 0.35, 0.40, 1.60, 1.45, 1.25, 0.95])
CORONA = {(2020, 3): 0.92, (2020, 4): 0.76, (2020, 5): 0.85, (2020, 6): 0.96}
"""The first half of 2020 as a whole lies 8% lower, as in the figures of the CBS."""
LAG = {(2025, 10): 0.97, (2025, 11): 0.90, (2025, 12): 0.70}
"""The part of the verwijzingen that is registered by now: the last quarter is still coming in."""


def month_number(year: int, month: int) -> int:
    return (year - FIRST_YEAR) * 12 + month - 1


def day_number(iso: str) -> int:
    return int((np.datetime64(iso, "D") - DAYS[0]).astype(np.int64))


def by_month(season: np.ndarray) -> np.ndarray:
    """A season of twelve factors with mean one, laid over all months."""
    return np.tile(season / season.mean(), len(YEARS))


def special_months(factors: dict[tuple[int, int], float]) -> np.ndarray:
    months = np.ones(MONTHS)
    for (year, month), factor in factors.items():
        months[month_number(year, month)] = factor
    return months


def workday_in(month: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The number of a random working day in each month, as an index into `WORKDAYS`."""
    first, after = _FIRST_WORKDAY[month], _FIRST_WORKDAY[month + 1]
    return first + (rng.random(len(month)) * (after - first)).astype(np.int64)


def first_day_of(month: np.ndarray) -> np.ndarray:
    return _FIRST_DAY[month]


def last_workday_of(month: np.ndarray) -> np.ndarray:
    return _FIRST_WORKDAY[month + 1] - 1


_ISO = pa.array(DAYS.astype(str).tolist())
_DUTCH = pa.array(["-".join(reversed(day.split("-"))) for day in DAYS.astype(str).tolist()])


def iso_text(days: np.ndarray, empty: np.ndarray | None = None) -> pa.Array:
    """Days as 2025-12-31; `empty` marks the cells without a date."""
    return _ISO.take(pa.array(days, mask=empty))


def dutch_text(days: np.ndarray, empty: np.ndarray | None = None) -> pa.Array:
    """Days as 31-12-2025; `empty` marks the cells without a date."""
    return _DUTCH.take(pa.array(days, mask=empty))
