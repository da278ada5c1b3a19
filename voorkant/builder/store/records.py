"""Rows of deliveries: written once as Parquet, read back as one relation per kind of export."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from voorkant.builder.database import Database, checked, literal
from voorkant.builder.store.history import Delivery
from voorkant.declare.source import Source

_TYPES = {
    "date": pa.date32(), "integer": pa.int64(), "year": pa.int32(), "birthyear": pa.int32(), "age": pa.int32(),
    "decimal": pa.float64(), "euro": pa.float64(), "yesno": pa.bool_(), "star": pa.bool_(),
    "list": pa.list_(pa.string()),
}  # fmt: skip
FIGURES = ("decimal", "integer")
DELIVERY_ROWS = 1 << 32
"""Row ids are delivery number x this + line, so they stay unique however many deliveries there are."""


def schema(source: Source) -> pa.Schema:
    """The columns of a stored delivery: all of the source's, present or not, plus `row_id`."""
    columns = [
        (column.name, pa.int64() if column.name in source.rekey else _TYPES.get(column.type, pa.string()))
        for column in source.columns
    ]
    return pa.schema([*columns, ("row_id", pa.int64())])


def write_rows(path: Path, table: pa.Table, source: Source, number: int) -> None:
    """Write the used rows of a delivery. Columns that it lacks become empty ones."""
    wanted = schema(source)
    first = number * DELIVERY_ROWS
    ids = pa.array(table.column("line").to_numpy().astype("int64") + first)
    columns = [ids if field.name == "row_id" else _column(table, field) for field in wanted]
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    pq.write_table(pa.Table.from_arrays(columns, schema=wanted), temporary, compression="zstd", compression_level=1)
    temporary.replace(path)


def _column(table: pa.Table, field: pa.Field) -> pa.ChunkedArray | pa.Array:
    if field.name not in table.column_names:
        return pa.nulls(table.num_rows, field.type)
    return table.column(field.name).cast(field.type)


def relate(database: Database, folder: Path, source: Source, deliveries: Sequence[Delivery]) -> None:
    """Make `src_<slug>`: the rows of all deliveries of a kind, a later one replacing rows with the same key."""
    name = f"src_{source.slug}"
    if not deliveries:
        database.add_frame(name, schema(source).empty_table())
        return
    files = ", ".join(literal(folder / item.parquet) for item in deliveries)
    rows = f"select * from read_parquet([{files}])"  # noqa: S608 - our own paths, quoted
    if len(deliveries) == 1 or not source.key:
        database.view(name, rows)
        return
    key = [checked(column) for column in source.key]
    # a published table that leaves a cell open does not take away the figure of another table
    figures = [checked(column.name) for column in source.columns if source.published and column.type in FIGURES]
    filled = " or ".join(f"{column} is not null" for column in figures) or "true"
    newest = f"row_number() over (partition by {', '.join(key)} order by {filled} desc, row_id desc)"
    ranked = f"select *, {newest} as newest from ({rows})"  # noqa: S608 - checked names
    database.create(name, f"select * exclude (newest) from ({ranked}) where newest = 1")  # noqa: S608
