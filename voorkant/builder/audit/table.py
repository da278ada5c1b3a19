"""The cells under audit and the relations between them, read from the builder's database into arrays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from voorkant.builder.audit.periods import Span, part_rows
from voorkant.builder.database import Database, query_file
from voorkant.domain.protection import Protection

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

Link = tuple[str, ...]
"""An indicator and what its header declares as `within`."""

KEY = ["indicator", "programme", "area_id", "period_id", "dimension", "split_value"]
PAIRS = ("pair_time", "pair_area", "pair_split", "pair_within")
PAIR = ["family", "form", "parent", "piece", "is_counted", "is_whole"]


@dataclass(frozen=True)
class Relations:
    """Wholes with their parts. Entry i says that `piece[i]` is a part in relation `relation[i]`."""

    parent: Ints  # per relation: the whole
    family: Ints  # per relation: those that hold or fail together
    form: NDArray[np.str_]  # per relation: sum, part, cover or group
    is_whole: Bools  # per relation: whether all its parts are there
    relation: Ints  # per entry
    piece: Ints  # per entry


@dataclass(frozen=True)
class Audited:
    """The counted cells of one protection level, in the order of their number, and their relations."""

    cells: pd.DataFrame
    relations: Relations


def read(database: Database, protection: Protection, within: list[Link]) -> Audited:
    """All that is audited at a level. `kept` holds its cells."""
    database.create("audit_cell", query_file("audit", "cell"), {"protection": protection.value})
    cells = database.execute("select * from audit_cell where is_counted order by cell").df()
    if cells.empty:
        return Audited(cells, relations_of(pd.DataFrame(columns=PAIR)))
    database.create("table_types", query_file("audit", "table_types"))
    spans = [Span.of(*row) for row in database.rows('select period_id, type, "start", "end" from period')]
    rows = [row for (types,) in database.rows("select distinct types from table_types")
            for row in part_rows(types, spans)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["types", "parent_id", "piece_id", "form", "pieces"])
    database.add_frame("period_part", frame)
    columns = "indicator varchar, whole varchar, dimension varchar, split_value varchar, own varchar, own_like varchar"
    database.fill("within_indicator", columns, within)
    pairs = pd.concat([database.execute(query_file("audit", name)).df() for name in PAIRS], ignore_index=True)
    return Audited(cells, relations_of(pairs))


def among(relations: Relations, kept: Bools) -> Relations:
    """Some of the relations."""
    entries, renumbered = kept[relations.relation], np.cumsum(kept) - 1
    return Relations(
        parent=relations.parent[kept],
        family=relations.family[kept],
        form=relations.form[kept],
        is_whole=relations.is_whole[kept],
        relation=renumbered[relations.relation[entries]],
        piece=relations.piece[entries],
    )


def only(audited: Audited, indicators: Iterable[str]) -> Audited:
    """The cells of these indicators with their relations. No relation may tie them to others."""
    own = audited.cells["indicator"].isin(list(indicators)).to_numpy()
    relations, number = among(audited.relations, own[audited.relations.parent]), np.cumsum(own) - 1
    return Audited(
        audited.cells[own].reset_index(drop=True),
        replace(relations, parent=number[relations.parent], piece=number[relations.piece]),
    )


def relations_of(pairs: pd.DataFrame) -> Relations:
    """In one order, however the engine had them: the search walks through equations as they come."""
    pairs = pairs.sort_values(["family", "form", "parent", "piece"], ignore_index=True)
    number = pairs.groupby(["family", "form", "parent"], sort=False).ngroup().to_numpy()
    first = pairs.drop_duplicates(["family", "form", "parent"])
    counted = pairs["is_counted"].to_numpy(dtype=bool)
    return Relations(
        parent=first["parent"].to_numpy(dtype=np.int64),
        family=pd.factorize(first["family"])[0].astype(np.int64),
        form=first["form"].to_numpy(dtype=str),
        is_whole=first["is_whole"].to_numpy(dtype=bool),
        relation=number[counted].astype(np.int64),
        piece=pairs["piece"].to_numpy(dtype=np.int64)[counted],
    )
