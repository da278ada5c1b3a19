"""Of rows with the same key the latest is the one that counts, where a source says what makes a row the latest."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.doubles import alike
from voorkant.builder.ingest.draft import Draft
from voorkant.declare.source import Source

SUPERSEDED = "latere versie in dit bestand"


def skip_superseded(draft: Draft, table: pa.Table) -> None:
    """Of rows with one key, those before the latest are skipped; equally late ones are left to the check of doubles.

    A key of which a row does not say when is left as it is: nothing shows which row is the latest.
    """
    source = draft.source
    if not (source.delivery.latest_by or source.delivery.removed_when):
        return
    again = alike(source, table, draft.ledger.used())
    for place in _older(table.take(pa.array(again)), source):
        draft.ledger.skipped[int(again[place])] = SUPERSEDED
    _note_removals(draft, table)


def _older(rows: pa.Table, source: Source) -> list[int]:
    """Places of the rows that a later one of the same key overrules."""
    delivery = source.delivery
    groups: dict[tuple[object, ...], list[tuple[tuple[object, ...], int]]] = {}
    removing = _removing(rows, source)
    for place, cells in enumerate(rows.select([*source.key, *delivery.latest_by]).to_pylist()):
        moment = tuple(cells[name] for name in delivery.latest_by)
        groups.setdefault(tuple(cells[name] for name in source.key), []).append(
            ((*moment, bool(removing[place])), place)
        )
    return [place for group in groups.values() for place in _overruled(group)]


def _overruled(group: list[tuple[tuple[object, ...], int]]) -> list[int]:
    moments = [moment for moment, _ in group]
    stated = [all(moment[part] is not None for moment in moments) for part in range(len(moments[0]))]
    ranks = [tuple(part for part, known in zip(moment, stated, strict=True) if known) for moment in moments]
    latest = max(ranks)  # type: ignore[type-var]
    return [place for rank, (_, place) in zip(ranks, group, strict=True) if rank != latest]


def _removing(rows: pa.Table, source: Source) -> np.ndarray:
    """Which rows take away what was delivered under their key."""
    found = np.zeros(rows.num_rows, bool)
    for name, values in source.delivery.removed_when.items():
        is_in = pc.is_in(rows[name].cast(pa.string()), value_set=pa.array(values, pa.string()))
        found |= is_in.to_numpy(zero_copy_only=False)
    return found


def _note_removals(draft: Draft, table: pa.Table) -> None:
    used = draft.ledger.used()
    for name in draft.source.delivery.removed_when:
        values = pa.array(draft.source.delivery.removed_when[name], pa.string())
        rows = np.flatnonzero(pc.is_in(table[name].cast(pa.string()), value_set=values).to_numpy(zero_copy_only=False))
        draft.ledger.add("verwijderbericht", rows[used[rows]], suggestion="Er hoeft niets te gebeuren.", column=name)
