"""What the delivered data say of the region itself: its gemeenten, its periods, and until when each source runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voorkant.builder.database import Database, checked, query_file
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Settings
from voorkant.declare.source import Source
from voorkant.domain.period import MONTHS, Period, PeriodType, periods_between

REFERRALS = "ggz_verwijzingen"
DATED = {REFERRALS: ("fct_verwijzing", "day"), "ervaringen": ("fct_ervaring", "counts_on")}
"""Sources of which the day is one of several columns: the mart knows which."""
ENOUGH = 0.5
"""A month counts as delivered from half the mean of the twelve before it."""


@dataclass(frozen=True)
class Window:
    """From which day a source has rows, and until which day it is complete."""

    first: date
    until: date


def define_region(database: Database, settings: Settings) -> None:
    """Make `region`, `region_gemeente` and `area`. Without a declared region: all gemeenten with own records."""
    codes = list(settings.gemeenten) or sorted(code for (code,) in database.rows(query_file("measure", "own_gemeente")))
    known = dict(database.rows("select code, name from code_gemeente"))
    named = [(code, settings.gemeenten.get(code) or known.get(code, code)) for code in codes]
    database.fill("region", "name varchar", [(settings.region_name,)])
    database.fill("region_gemeente", "code varchar, name varchar", named)
    database.create("area_listed", query_file("measure", "area"))
    database.create("area", query_file("measure", "area_number"))


def months_of(database: Database, source: Source) -> dict[date, int]:
    """Rows per month of a source, by its first day; empty for a source without a day of its own, or without rows."""
    relation, day = DATED.get(source.slug, (f"src_{source.slug}", source.day))
    if not day:
        return {}
    query = f"""
        select cast(date_trunc('month', {checked(day)}) as date) as month, count(*) as n
        from {checked(relation)} where {checked(day)} is not null group by month order by month
    """  # noqa: S608 - checked names
    return dict(database.rows(query))


def source_windows(database: Database, sources: Mapping[str, Source], stated: Mapping[str, date]) -> dict[str, Window]:
    """The window of each source with a day of its own that has rows."""
    return {
        slug: Window(min(months), stated.get(slug) or last_complete(months))
        for slug, source in sources.items()
        if (months := months_of(database, source))
    }


def measured_windows(windows: Mapping[str, Window], indicators: Iterable[Indicator]) -> dict[str, Window]:
    """Those of the sources that an indicator reads: what lags elsewhere says nothing of the periods of figures.

    What is measured per year alone (money, experiences) comes months later: it does not hold back the rest either.
    """
    read = {slug for item in indicators if item.periods != (PeriodType.YEAR,) for slug in item.sources}
    return {slug: window for slug, window in windows.items() if slug in read}


def last_complete(months: Mapping[date, int]) -> date:
    """The last day of the last month with at least half the mean of the twelve months before it."""
    for month in sorted(months, reverse=True):
        before = [months[other] for other in months if 0 < _index(month) - _index(other) <= MONTHS]
        if not before or months[month] >= ENOUGH * sum(before) / len(before):
            return _end_of_month(month)
    return _end_of_month(min(months))


def _index(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _end_of_month(month: date) -> date:
    following = _index(month) + 1
    return date(following // MONTHS, following % MONTHS + 1, 1) - timedelta(days=1)


def define_periods(database: Database, windows: Mapping[str, Window]) -> None:
    """Make `period`, `period_month` and `period_year` for all that the sources hold, CBS years included."""
    years = [year for (year,) in database.rows(
        "select distinct jaar from (select jaar from src_cbs_jeugdzorg_gemeenten union all "
        "select jaar from src_cbs_jeugdzorg_wijken union all select jaar from src_praktijken union all "
        "select cast(substr(period_code, 1, 4) as integer) from fct_aggregaat) where jaar is not null"
    )]  # fmt: skip
    starts = [window.first for window in windows.values()] + [date(year, 1, 1) for year in years]
    ends = [window.until for window in windows.values()] + [date(year, 12, 31) for year in years]
    periods = _periods(starts, ends, min((window.until for window in windows.values()), default=None))
    ids = {period: number for number, period in enumerate(periods, 1)}
    years_by_start = {period.start.year: ids[period] for period in periods if period.type is PeriodType.YEAR}
    database.fill(
        "period",
        'period_id integer, type varchar, code varchar, "start" date, "end" date, year_id integer',
        [(ids[item], item.type, item.code, item.start, item.end, _year_of(item, years_by_start)) for item in periods],
    )
    database.create("period_month", query_file("measure", "period_month"))
    rows = [
        (ids[item], calendar, year, len(found))
        for item in periods
        for calendar, found in (("year", _years(item)), ("school", _school_years(item)))
        for year in found
    ]
    database.fill("period_year", "period_id integer, calendar varchar, year integer, years integer", rows)


def _periods(starts: list[date], ends: list[date], complete: date | None) -> list[Period]:
    """All periods from first start to last end; blocks of three years count back from the last complete year."""
    if not starts:
        return []
    first, last = min(starts), max(ends)
    complete = complete or last
    year = complete.year if (complete.month, complete.day) == (12, 31) else complete.year - 1
    return [
        period
        for kind in PeriodType
        for period in periods_between(first, date(year, 12, 31) if kind is PeriodType.THREE_YEARS else last, kind)
    ]


def _year_of(period: Period, years: Mapping[int, int]) -> int | None:
    return years.get(period.start.year) if period.start.year == period.end.year else None


def _years(period: Period) -> list[int]:
    """The years whose 1 January lies in the period; without one, the year in which it starts."""
    inside = [year for year in range(period.start.year, period.end.year + 1) if period.start <= date(year, 1, 1)]
    return inside or [period.start.year]


def _school_years(period: Period) -> list[int]:
    """The starting years of the school years that begin in the period; without one, the school year of its start."""
    inside = [year for year in range(period.start.year, period.end.year + 1)
              if period.start <= date(year, 8, 1) <= period.end]  # fmt: skip
    return inside or [period.start.year - (period.start.month < 8)]  # noqa: PLR2004 - school years start in August
