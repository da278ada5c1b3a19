"""Numbering protected cells and giving them their 95% intervals, all computed from what is protected already."""

import numpy as np
import pandas as pd

from voorkant.analysis.intervals import Floats, poisson_interval, wilson
from voorkant.builder.database import Database, query_file
from voorkant.declare.cubeplan import PlanTable, grains
from voorkant.declare.indicator import Indicator
from voorkant.domain.protection import Protection


def number(database: Database, indicators: list[Indicator]) -> None:
    """Give indicators, programmes and splits their numbers; programme 0 and split 0 stand for none."""
    _numbers(database, "indicator_number", ["slug"], [(item.slug,) for item in indicators], first=1)
    slugs = database.rows("select slug from programme where slug <> '' order by slug")
    _numbers(database, "programme_number", ["slug"], [("",), *slugs], first=0)
    splits = database.rows(
        "select distinct dimension, split_value from protected_cell where dimension <> '' order by 1, 2"
    )
    _numbers(database, "split_number", ["dimension", "value"], [("", ""), *splits], first=0)


def plan_grains(database: Database, plan: tuple[PlanTable, ...], indicators: list[Indicator]) -> None:
    """Make `plan_grain`: the tables that the plan gives each indicator at each level."""
    rows = [
        (item.slug, grain.level, grain.period_type, grain.dimension, protection.value)
        for protection in Protection
        for item in indicators
        for grain in grains(plan, item, protection)
    ]
    columns = "indicator varchar, level varchar, type varchar, dimension varchar, protection varchar"
    database.fill("plan_grain", columns, rows)


def _numbers(database: Database, name: str, columns: list[str], rows: list[tuple[str, ...]], *, first: int) -> None:
    frame = pd.DataFrame(rows, columns=columns)
    frame.insert(0, name.replace("_number", "_id"), np.arange(first, first + len(rows), dtype="int32"))
    database.add_frame(name, frame)


def finish(database: Database, protection: Protection) -> None:
    """Make `cell_<protection>`: numbered cells with upper bounds of hidden counts and intervals of values."""
    database.create("numbered_cell", query_file("protect", "cell"), {"protection": protection.value})
    database.create("cell_bound", query_file("protect", "bound"))
    cells = database.execute(query_file("protect", "interval_input")).df()
    database.add_frame("cell_interval", intervals(cells))
    database.create(f"cell_{protection.value}", query_file("protect", "finished"))


def intervals(cells: pd.DataFrame) -> pd.DataFrame:
    """`cell_id, low, high` of cells with `numerator, denominator, per, shape`: Wilson for shares, else Poisson.

    A ratio of two counts is a/b, and a share a/(a + b) of them together: its interval is that share's, as odds.
    """
    count, total, per = (cells[name].to_numpy(dtype="float64") for name in ("numerator", "denominator", "per"))
    share, ratio = (~cells["shape"].isin(["count", "ratio"])).to_numpy(), (cells["shape"] == "ratio").to_numpy()
    low, high = np.empty_like(count), np.empty_like(count)
    low[share], high[share] = wilson(np.minimum(count[share], total[share]), total[share])
    rate = ~share & ~ratio
    low[rate], high[rate] = _rates(count[rate], total[rate])
    parts = wilson(count[ratio], count[ratio] + total[ratio])
    low[ratio], high[ratio] = (part / (1 - part) for part in parts)
    return pd.DataFrame({"cell_id": cells["cell_id"], "low": low * per, "high": high * per})


def _rates(count: Floats, total: Floats) -> tuple[Floats, Floats]:
    low, high = poisson_interval(count)
    return low / total, high / total
