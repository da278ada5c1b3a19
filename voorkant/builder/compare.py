"""What a delivery would change: its rows beside those that count now, in the builder's own database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from voorkant.builder.database import Database, checked, query_file
from voorkant.builder.region import last_complete
from voorkant.builder.store.counting import DELIVERY_ROWS, counting, inside
from voorkant.builder.store.days import span
from voorkant.builder.store.history import Delivery, Replaced
from voorkant.declare.source import Source

OLDEST = 23
"""The Jeugdwet ends at 18, help that goes on at 23: older is a wrong year of birth or another person's."""


@dataclass(frozen=True)
class Changes:
    """How many rows come, change and go. `unchanged` were delivered again as they were."""

    added: int
    changed: int
    removed: int
    unchanged: int
    late: int


@dataclass(frozen=True)
class Month:
    """Rows of a month: those that counted, those that the delivery holds, and of these with a key that counted."""

    code: str
    old: int
    new: int
    known: int


@dataclass(frozen=True)
class Tally:
    """Rows of one place or code, by month."""

    feature: str
    value: str
    old: Mapping[str, int]
    new: Mapping[str, int]


@dataclass(frozen=True)
class Middle:
    """Amounts and ages that counted, and those of the delivery."""

    old_amounts: int
    new_amounts: int
    old_amount: float | None
    new_amount: float | None
    old_ages: int
    new_ages: int
    old_outside: int
    new_outside: int


@dataclass(frozen=True)
class Comparison:
    """A delivery of one kind, taken in one way (`sleutel` or `periode`), beside what counts now."""

    source: Source
    replaces: str
    changes: Changes
    until: date | None  # until which day the source was complete before
    months: tuple[Month, ...] = ()
    tallies: tuple[Tally, ...] = ()
    middle: Middle | None = None
    replaced: Replaced | None = None

    @property
    def delivered(self) -> list[str]:
        """The months of which the delivery has rows."""
        return [month.code for month in self.months if month.new]


@dataclass(frozen=True)
class Sides:
    """The queries of all stored rows and of the rows of the deliveries that come, with those deliveries."""

    old_rows: str
    old: Sequence[Delivery]
    new_rows: str
    new: Sequence[Delivery]

    @property
    def first(self) -> int:
        return min(item.number for item in self.new)


def can_replace_period(source: Source) -> bool:
    return span(source) is not None


def compare(
    database: Database, source: Source, sides: Sides, *, ways: Sequence[str], stated: date | None = None
) -> dict[str, Comparison]:
    """What changes when the new deliveries come in, per way. `stated`: until which day the source is complete."""
    database.create("before_row", _shape(source, counting(source, sides.old_rows, sides.old), sides.first))
    return {how: _compared(database, source, sides, how, stated) for how in ways}


def _compared(database: Database, source: Source, sides: Sides, replaces: str, stated: date | None) -> Comparison:
    replaced = _window(database, source, sides) if replaces == "periode" else None
    new = [replace(item, replaced=replaced) for item in sides.new]
    touched = _touched(source, sides, replaced)
    both = f"{touched} union all by name {sides.new_rows}"
    database.create("after_row", _shape(source, counting(source, both, [*sides.old, *new]), sides.first))
    keys = f"select {_key(source)} as row_key from ({touched})" if source.key else "select row_key from before_row"  # noqa: S608
    database.create("touched_row", keys)
    dated = (found := span(source)) is not None and found.dated
    months = tuple(Month(*row) for row in database.rows(query_file("intake", "months"))) if dated else ()
    until = stated or _until(months)
    changes = Changes(*database.rows(query_file("intake", "changes"), {"until": until})[0])
    if not dated:
        return Comparison(source, replaces, changes, until, replaced=replaced)
    middle = Middle(*database.rows(query_file("intake", "middle"), {"oldest": OLDEST})[0])
    return Comparison(source, replaces, changes, until, months, _tallies(database), middle, replaced)


def _touched(source: Source, sides: Sides, replaced: Replaced | None) -> str:
    """The stored rows that the deliveries can change: the rest of a large store need not be ranked once more."""
    needs_all = source.delivery.within and any(item.replaced for item in sides.old)
    if not source.key or needs_all:
        return sides.old_rows
    same = f"{_key(source)} in (select {_key(source)} from ({sides.new_rows}))"  # noqa: S608 - checked names
    some = [same, inside(source, replaced)] if replaced else [same]
    return f"select * from ({sides.old_rows}) where {' or '.join(some)}"  # noqa: S608 - checked names


def _key(source: Source) -> str:
    return f"hash({', '.join(map(checked, source.key))})"


def told(comparison: Comparison) -> dict[str, int]:
    """The counts of a comparison, for a report."""
    return asdict(comparison.changes)


def _until(months: Sequence[Month]) -> date | None:
    known = {date.fromisoformat(f"{month.code}-01"): month.old for month in months if month.old}
    return last_complete(known) if known else None


def _window(database: Database, source: Source, sides: Sides) -> Replaced | None:
    """The months from the first to the last row of the deliveries; None where they hold no day at all."""
    found = span(source)
    if found is None:
        return None
    first, last = database.rows(f"select min({found.first}), max({found.last}) from ({sides.new_rows})")[0]  # noqa: S608
    return Replaced(f"{first:%Y-%m}", f"{last:%Y-%m}", sides.first) if first else None


def _tallies(database: Database) -> tuple[Tally, ...]:
    old: dict[tuple[str, str], dict[str, int]] = {}
    new: dict[tuple[str, str], dict[str, int]] = {}
    for feature, value, month, old_rows, new_rows in database.rows(query_file("intake", "tally")):
        for side, count in ((old, old_rows), (new, new_rows)):
            counts = side.setdefault((feature, value), {})
            if count:
                counts[month] = int(count)
    return tuple(Tally(*key, counts, new[key]) for key, counts in old.items())


def _shape(source: Source, rows: str, first: int) -> str:
    """What the queries of `queries/intake` read: a row's key, content, month and features, whatever its source."""
    names = {column.name for column in source.columns}
    found = span(source)
    day = found.first if found else "cast(null as date)"
    content = f"hash({', '.join(checked(column.name) for column in source.columns)})"
    key = (
        _key(source)
        if source.key
        # without a key rows are the same when all of them is, each as often as it occurs
        else (f"hash({content}, row_number() over (partition by {content}))")
    )
    shape: dict[str, Any] = {
        "row_key": key,
        "content": content,
        "day": day,
        "month": f"strftime({day}, '%Y-%m')",
        "features": _features(source),
        "amount": _amount(source),
        "age": _age(names, day),
        "is_new": f"row_id >= {first * DELIVERY_ROWS}",
    }
    return f"select {', '.join(f'{what} as {name}' for name, what in shape.items())} from ({rows})"  # noqa: S608


def _features(source: Source) -> str:
    named = [*filter(None, [source.delivery.location]), *source.delivery.codes]
    each = [f"{{'name': '{checked(name)}', 'value': cast({checked(name)} as varchar)}}" for name in named]
    return f"[{', '.join(each)}]" if each else "cast([] as struct(name varchar, value varchar)[])"


def _amount(source: Source) -> str:
    """The size of the amount that is compared with what is usual, per unit where the row says of how many."""
    for column in sorted(source.columns, key=lambda column: not column.required):
        if column.usual_for:
            amount = f"abs({checked(column.name)})"
            return f"{amount} / coalesce(nullif(abs({checked(column.per)}), 0), 1)" if column.per else amount
    return "cast(null as double)"


def _age(names: set[str], day: str) -> str:
    ages = ["leeftijd"] * ("leeftijd" in names) + [f"extract(year from {day}) - geboortejaar"] * (
        "geboortejaar" in names
    )
    return f"coalesce({', '.join(ages)}, null)" if ages else "cast(null as bigint)"
