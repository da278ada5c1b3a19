"""Which stored rows have outlived their term, and which would take the place of those."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.database import Database
from voorkant.builder.store.counting import DELIVERY_ROWS, counting
from voorkant.builder.store.days import span
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import stored
from voorkant.declare.source import Source


def leaving(
    database: Database, folder: Path, source: Source, items: Sequence[Delivery], first_kept: date
) -> dict[int, pa.Array]:
    """Delivery number -> the ids of its rows that have to go.

    Those from before the first day that is kept, of deliveries that were undone too. And rows that do not count now
    but would without them: a correction that leaves must not bring the row back that it corrected.
    """
    found = span(source)
    if found is None or not items:
        return {}
    database.create(
        "leaving",
        f"select row_id from ({stored(database, folder, source, items)}) "  # noqa: S608 - checked names
        f"where coalesce({found.last} < date '{first_kept}', false)",
    )
    counted = [item for item in items if item.counts]
    if counted:
        _without_return(database, source, stored(database, folder, source, counted), counted)
    ids = database.execute("select row_id from leaving order by row_id").fetchnumpy()["row_id"]
    numbers = ids // DELIVERY_ROWS
    return {int(number): pa.array(ids[numbers == number]) for number in sorted(set(numbers.tolist()))}


def _without_return(database: Database, source: Source, rows: str, counted: Sequence[Delivery]) -> None:
    """Add to `leaving` what would come back, until nothing does."""
    database.create("counts_now", f"select row_id from ({counting(source, rows, counted)})")  # noqa: S608
    left = f"select * from ({rows}) as every where row_id not in (select row_id from leaving)"  # noqa: S608
    would = f"select row_id from ({counting(source, left, counted)})"  # noqa: S608
    while True:
        database.create("back", f"{would} where row_id not in (select row_id from counts_now)")  # noqa: S608
        if not database.has_rows("back"):
            return
        database.insert("leaving", "select row_id from back")


def without(table: pa.Table, ids: pa.Array) -> pa.Table:
    """The stored rows of a delivery without these."""
    return table.filter(pc.invert(pc.is_in(table["row_id"], value_set=ids)))
