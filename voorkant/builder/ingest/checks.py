"""Checks over whole rows: required cells, begin before end, and the same key twice."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Ledger, Rows
from voorkant.declare.source import Source
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


def check_doubles(draft: Draft, table: pa.Table) -> None:
    """Of equal rows the first is used; rows with the same key and other content are all refused.

    Rows of a source without a key may be equal: two answers to a question often are.
    """
    source, ledger = draft.source, draft.ledger
    if not source.key:
        return
    used = np.flatnonzero(ledger.used())
    again = repeated(draft.source, table, used=used)
    if not len(again):
        return
    groups: dict[tuple[object, ...], list[int]] = {}
    content: dict[tuple[object, ...], set[str]] = {}
    for row, cells in zip(again, table.drop(["line"]).take(pa.array(again)).to_pylist(), strict=True):
        key = tuple(cells[name] for name in source.key)
        groups.setdefault(key, []).append(int(row))
        content.setdefault(key, set()).add(repr(cells))
    equal = [row for key, rows in groups.items() if len(content[key]) == 1 for row in rows[1:]]
    other = [row for key, rows in groups.items() if len(content[key]) > 1 for row in rows]
    column = source.key[0]
    ledger.add(
        "dubbele_rij",
        np.array(sorted(equal), int),
        suggestion="Controleer of de export dubbel is gedraaid.",
        column=column,
    )
    advice = "Vraag de leverancier welke rij juist is en lever alleen die aan."
    ledger.add("dubbele_sleutel", np.array(sorted(other), int), suggestion=advice, column=column)


def repeated(source: Source, table: pa.Table, *, used: Rows) -> Rows:
    """The used rows whose key occurs more than once among them."""
    whole = len(used) == len(table)
    keys = np.zeros(len(used), np.int64)
    for name in source.key:
        column = table[name] if whole else table[name].take(pa.array(used))
        if len(source.key) == 1 and _all_distinct(column):
            return np.zeros(0, np.intp)
        codes = pc.fill_null(_codes(column), -1).to_numpy() + 1
        _, keys = np.unique(keys * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)
    counts = np.bincount(keys, minlength=1)
    return used[counts[keys] > 1] if len(used) else used


def _all_distinct(column: pa.ChunkedArray) -> bool:
    """Keys that rise from row to row are distinct, which costs a tenth of counting them."""
    if column.type == pa.string() and len(column) > 1 and not column.null_count:
        rising = pc.less(column.slice(0, len(column) - 1), column.slice(1))
        if pc.all(rising).as_py():
            return True
    codes = _codes(column) if pa.types.is_dictionary(column.type) else column
    return bool(pc.count_distinct(codes, mode="all").as_py() == len(column))


def _codes(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    encoded = whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()
    return encoded.indices.cast(pa.int64())


def note_empty_figures(draft: Draft, table: pa.Table) -> None:
    """A published table: areas without any figure are used, and named in one finding."""
    source, ledger = draft.source, draft.ledger
    figures = [column.name for column in source.columns if column.type in {"integer", "decimal"}]
    empty = np.logical_and.reduce([_null(table[name]) for name in figures])
    rows = np.flatnonzero(empty & ledger.used())
    name = table[source.key[0]].take(pa.array(rows[:12])).to_pylist()
    value = ", ".join(map(str, name)) + (", …" if len(rows) > len(name) else "")
    ledger.add("geen_cijfer", rows, suggestion="Er hoeft niets te gebeuren.", column=figures[0], value=value)
