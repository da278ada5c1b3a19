"""From which day until which a delivered row is about: what decides in which months it lies."""

from dataclasses import dataclass

from voorkant.builder.database import checked
from voorkant.declare.source import Source


@dataclass(frozen=True)
class Span:
    """Two expressions over the columns of a source. `dated`: rows have days, so that months can be compared."""

    first: str
    last: str
    dated: bool


_MONTHS = (
    "case when {0} like '____-H_' then 6 when {0} like '____-Q_' then 3 when {0} like '____-__' then 1 else 12 end"
)
_START = (
    "make_date(cast(substr({0}, 1, 4) as integer), case "
    "when {0} like '____-H_' then 6 * cast(substr({0}, 7, 1) as integer) - 5 "
    "when {0} like '____-Q_' then 3 * cast(substr({0}, 7, 1) as integer) - 2 "
    "when {0} like '____-__' then cast(substr({0}, 6, 2) as integer) "
    "when {0} like '____/____' then 8 else 1 end, 1)"
)


def span(source: Source) -> Span | None:
    """None for lists that are about no time, such as that of kernen."""
    kinds = {column.name: column.type for column in source.columns}
    named = [source.day] if source.day else [name for group in source.one_of for name in group]
    days = [name for name in named if kinds[name] == "date"]
    periods = [name for name in named if kinds[name] == "period"]
    if not named:
        periods = [column.name for column in source.columns if column.type == "period"][:1]
    if days or periods:
        firsts = [*map(checked, days), *(_start(name) for name in periods)]
        lasts = [*map(checked, days), *(_end(name) for name in periods)]
        return Span(f"coalesce({', '.join(firsts)})", f"coalesce({', '.join(lasts)})", dated=bool(days))
    year = next((checked(column.name) for column in source.columns if column.type == "year"), None)
    return Span(f"make_date({year}, 1, 1)", f"make_date({year}, 12, 31)", dated=False) if year else None


def _start(name: str) -> str:
    return _START.format(checked(name))


def _end(name: str) -> str:
    months = _MONTHS.format(checked(name))
    return f"cast({_start(name)} + to_months({months}) - interval 1 day as date)"
