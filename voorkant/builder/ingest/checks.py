"""Checks over whole rows: required cells, begin before end, dates that lie ahead, and areas without figures."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Ledger
from voorkant.domain.finding import Severity

Mask = npt.NDArray[np.bool_]


def _null(column: pa.ChunkedArray) -> Mask:
    mask: Mask = pc.is_null(column).to_numpy(zero_copy_only=False)
    return mask


def check_required(draft: Draft, table: pa.Table) -> None:
    """A published table keeps its rows without figures: there only the key is required in every row."""
    source, ledger = draft.source, draft.ledger
    for name in source.required:
        column = table[name]
        if column.null_count and (not source.published or name in source.key):
            rows = np.flatnonzero(_null(column) & ~_faulty_in(ledger, name))
            ledger.add("verplicht_leeg", rows, suggestion=f"Vul '{name}' in bij de bron.", column=name)
    for group in source.one_of:
        if all(table[name].null_count for name in group):
            empty = np.logical_and.reduce([_null(table[name]) for name in group])
            for name in group:
                empty &= ~_faulty_in(ledger, name)
            ledger.add(
                "verplicht_leeg",
                np.flatnonzero(empty),
                suggestion=f"Vul een van {', '.join(group)} in.",
                column=group[0],
            )


def _faulty_in(ledger: Ledger, name: str) -> Mask:
    """Rows whose cell in this column is in the book already: it is unreadable, not empty."""
    mask = np.zeros(len(ledger.line), bool)
    for entry in ledger.entries:
        if entry.column == name and entry.severity is Severity.REFUSED:
            mask[entry.rows] = True
    return mask


def check_order(draft: Draft, table: pa.Table) -> None:
    for first, second in draft.source.order:
        wrong = pc.fill_null(pc.greater(table[first], table[second]), False).to_numpy(zero_copy_only=False)
        rows = np.flatnonzero(wrong & draft.ledger.used())
        draft.ledger.add("eind_voor_begin", rows, suggestion=f"Controleer '{first}' en '{second}'.", column=second)


def check_past(draft: Draft, table: pa.Table, today: date) -> None:
    """Dates of what has happened that lie ahead. The day of reading is used for this remark alone, for no figure."""
    for column in draft.source.columns:
        if column.past and column.name in draft.match.places:
            ahead = pc.fill_null(pc.greater(table[column.name], today), False).to_numpy(zero_copy_only=False)
            rows = np.flatnonzero(ahead & draft.ledger.used())
            draft.ledger.add("datum_toekomst", rows, suggestion="Controleer het jaar bij de bron.", column=column.name)


def note_empty_figures(draft: Draft, table: pa.Table) -> None:
    """A published table: areas without any figure are used, and named in one finding."""
    source, ledger = draft.source, draft.ledger
    figures = [column.name for column in source.columns if column.type in {"integer", "decimal"}]
    empty = np.logical_and.reduce([_null(table[name]) for name in figures])
    rows = np.flatnonzero(empty & ledger.used())
    name = table[source.key[0]].take(pa.array(rows[:12])).to_pylist()
    value = ", ".join(map(str, name)) + (", …" if len(rows) > len(name) else "")
    ledger.add("geen_cijfer", rows, suggestion="Er hoeft niets te gebeuren.", column=figures[0], value=value)
