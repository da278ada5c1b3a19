"""Rows of deliveries: written once as Parquet, read back as one relation per kind of export."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from voorkant.builder.database import Database, checked, literal
from voorkant.builder.store.counting import DELIVERY_ROWS, counting
from voorkant.builder.store.history import Delivery
from voorkant.declare.source import Source

_TYPES = {
    "date": pa.date32(), "integer": pa.int64(), "year": pa.int32(), "birthyear": pa.int32(), "age": pa.int32(),
    "decimal": pa.float64(), "euro": pa.float64(), "yesno": pa.bool_(), "star": pa.bool_(),
    "list": pa.list_(pa.string()),
}  # fmt: skip


def schema(source: Source) -> pa.Schema:
    """The columns of a stored delivery: all of the source's, present or not, plus `row_id`."""
    columns = [
        (column.name, pa.int64() if column.name in source.rekey else _TYPES.get(column.type, pa.string()))
        for column in source.columns
    ]
    return pa.schema([*columns, ("row_id", pa.int64())])


def write_rows(path: Path, table: pa.Table, source: Source, number: int) -> None:
    """Write the used rows of a delivery."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, rows_table(table, source, number))


def _write(path: Path, table: pa.Table) -> None:
    temporary = path.with_suffix(".tmp")
    pq.write_table(table, temporary, compression="zstd", compression_level=1)
    temporary.replace(path)


def write_anew(folder: Path, item: Delivery, change: Callable[[pa.Table], pa.Table]) -> Delivery:
    """The rows of a delivery, changed, as a file of their own: they come in force when the history names it."""
    anew = replace(item, version=item.version + 1)
    _write(folder / anew.parquet, change(pq.read_table(folder / item.parquet)))
    return anew


def sweep(folder: Path, history: Iterable[Delivery]) -> None:
    """Remove the rows of which the history names a later version: what was replaced, or should not be kept."""
    for item in history:
        for path in folder.glob(f"{item.number:06d}*.parquet") if item.version else ():
            if path.name != item.parquet:
                path.unlink()


def rows_table(table: pa.Table, source: Source, number: int) -> pa.Table:
    """The used rows of a delivery as they are stored. Columns that it lacks become empty ones."""
    wanted = schema(source)
    ids = pa.array(table.column("line").to_numpy().astype("int64") + number * DELIVERY_ROWS)
    columns = [ids if field.name == "row_id" else _column(table, field) for field in wanted]
    return pa.Table.from_arrays(columns, schema=wanted)


def _column(table: pa.Table, field: pa.Field) -> pa.ChunkedArray | pa.Array:
    if field.name not in table.column_names:
        return pa.nulls(table.num_rows, field.type)
    return table.column(field.name).cast(field.type)


def relate(database: Database, folder: Path, source: Source, deliveries: Sequence[Delivery]) -> None:
    """Make `src_<slug>`: the rows of all deliveries of a kind that count."""
    name = f"src_{source.slug}"
    if not deliveries:
        database.add_frame(name, schema(source).empty_table())
        return
    query = counting(source, stored(database, folder, source, deliveries), deliveries)
    if len(deliveries) == 1 or not source.key:
        database.view(name, query)
    else:
        database.keep(name, query)


def stored(database: Database, folder: Path, source: Source, deliveries: Sequence[Delivery]) -> str:
    """The query of every stored row of these deliveries, with a column that was declared later as an empty one."""
    empty = f"empty_{source.slug}"
    database.add_frame(empty, schema(source).empty_table())
    if not deliveries:
        return f"select * from {checked(empty)}"  # noqa: S608 - a checked name
    files = ", ".join(literal(folder / item.parquet) for item in deliveries)
    return (
        f"select * from {checked(empty)} union all by name "  # noqa: S608 - a checked name
        f"select * from read_parquet([{files}], union_by_name = true)"
    )
