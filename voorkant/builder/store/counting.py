"""Which delivered rows count: the latest of a key, without what a later delivery replaced or removed."""

from collections.abc import Sequence

from voorkant.builder.database import checked
from voorkant.builder.store.days import span
from voorkant.builder.store.history import Delivery, Replaced
from voorkant.declare.source import Source
from voorkant.domain.period import parse_period

FIGURES = ("decimal", "integer")
DELIVERY_ROWS = 1 << 32
"""Row ids are delivery number x this + line, so they stay unique however many deliveries there are."""


def counting(source: Source, rows: str, deliveries: Sequence[Delivery]) -> str:
    """The query of the rows that count out of `rows`, a query of all rows of these deliveries."""
    kept = _kept(source, rows, deliveries)
    gone = _gone(source)
    if not source.key or len(deliveries) == 1:
        return f"select * from ({kept}) where not ({gone})" if gone else kept  # noqa: S608 - checked names
    key, latest = ", ".join(map(checked, source.key)), list(map(checked, source.delivery.latest_by))
    # a row without a moment is neither early nor late: then the delivery decides
    stated = [f"bool_and({name} is not null) over (partition by {key}) as stated_{name}" for name in latest]
    moments = [f"case when stated_{name} then {name} end desc nulls last" for name in latest]
    newest = f"row_number() over (partition by {key} order by {', '.join([*_filled(source), *moments, 'row_id desc'])})"
    ranked = f"select *, {newest} as newest from (select {', '.join(['*', *stated])} from ({kept}))"  # noqa: S608
    extra = ", ".join(["newest", *(f"stated_{name}" for name in latest)])
    here = f" and not ({gone})" if gone else ""
    return f"select * exclude ({extra}) from ({ranked}) where newest = 1{here}"  # noqa: S608 - checked names


def _filled(source: Source) -> list[str]:
    """A published table that leaves a cell open does not take away the figure of another table."""
    figures = [checked(column.name) for column in source.columns if source.published and column.type in FIGURES]
    return [f"({' or '.join(f'{column} is not null' for column in figures)}) desc"] if figures else []


def _gone(source: Source) -> str:
    """The condition of a row that takes the row of its key away; empty where a source has none."""
    return " or ".join(
        f"coalesce({checked(name)} in ({', '.join(map(_text, values))}), false)"
        for name, values in source.delivery.removed_when.items()
    )


def _kept(source: Source, rows: str, deliveries: Sequence[Delivery]) -> str:
    """The rows without those whose period a later delivery replaced."""
    replacing = [(item.replaced, item.number) for item in deliveries if item.replaced]
    lost = [_lost(source, rows, replaced=replaced, number=number) for replaced, number in replacing]
    if not lost:
        return rows
    return f"select * from ({rows}) as delivered where not ({' or '.join(lost)})"  # noqa: S608 - checked names


def inside(source: Source, replaced: Replaced) -> str:
    """The condition of a row that lies in these months as a whole. ValueError where rows are about no time."""
    found = span(source)
    if found is None:
        raise ValueError(f"{source.slug} is about no time: no period of it can be replaced")
    first, last = parse_period(replaced.first).start, parse_period(replaced.last).end
    return f"coalesce({found.first} >= date '{first}' and {found.last} <= date '{last}', false)"


def _lost(source: Source, rows: str, *, replaced: Replaced, number: int) -> str:
    lost = f"row_id < {replaced.before * DELIVERY_ROWS} and {inside(source, replaced)}"
    if not source.delivery.within:
        return f"({lost})"
    same = " and ".join(
        f"newer.{name} is not distinct from delivered.{name}" for name in map(checked, source.delivery.within)
    )
    own = f"newer.row_id between {replaced.before * DELIVERY_ROWS} and {(number + 1) * DELIVERY_ROWS - 1}"
    return f"({lost} and exists (select 1 from ({rows}) as newer where {own} and {same}))"  # noqa: S608


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
