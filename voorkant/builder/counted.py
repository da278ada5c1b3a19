"""Figures that were delivered already counted, put beside those that are counted from rows."""

from collections.abc import Collection

from voorkant.builder.database import Database, query_file
from voorkant.declare.indicator import Indicator

SOURCE = "aggregaten"
SHOWN = "indicator varchar, row_id bigint"


def prepare(database: Database) -> None:
    """Make `counted_shown`: which delivered figures became a cell, so that the rest can be told by name."""
    database.fill("counted_shown", SHOWN, [])


def add_counted(database: Database, indicator: Indicator) -> bool:
    """Add delivered figures to `true_cell`, in the place of cells without rows; whether there are any."""
    if not database.has_rows(f"src_{SOURCE}"):
        return False
    stated = {
        "slug": indicator.slug,
        "denominator": indicator.denominator,
        "is_share": indicator.shape == "share",
        "lag_weeks": indicator.complete_weeks,
    }
    database.create("counted_cell", query_file("measure", "counted"), stated)
    if not database.has_rows("counted_cell"):
        return False
    database.execute(
        "delete from true_cell using counted_cell where true_cell.dimension = '' "
        "and true_cell.programme = counted_cell.programme and true_cell.area_id = counted_cell.area_id "
        "and true_cell.period_id = counted_cell.period_id"
    )
    database.insert("true_cell", "select * exclude (row_id) from counted_cell")
    database.insert(
        "counted_shown", "select cast($slug as varchar), row_id from counted_cell", {"slug": indicator.slug}
    )
    return True


def with_counted(database: Database, indicator: Indicator, filled: Collection[str]) -> Indicator:
    """The indicator with the delivered figures among its sources, where they are; `filled` are sources with rows."""
    used = database.rows("select 1 from counted_shown where indicator = ? limit 1", [indicator.slug])
    return indicator.also_from(SOURCE, filled) if used else indicator
