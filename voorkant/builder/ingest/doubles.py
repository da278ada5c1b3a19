"""The same key twice in one file: looked for by a number for each key, and then told apart exactly."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import Rows
from voorkant.declare.source import Source

_WORD, _MOST = 8, 256
"""Bytes at a time, and how many of a cell are looked at before it is told apart exactly."""
_LOW = np.array([(1 << 8 * count) - 1 for count in range(_WORD + 1)], np.uint64)
_FACTOR, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)

Marks = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]


def check_doubles(draft: Draft, table: pa.Table) -> None:
    """Of equal rows the first is used; rows with the same key and other content are all refused.

    Rows of a source without a key may be equal: two answers to a question often are.
    """
    source, ledger = draft.source, draft.ledger
    again = alike(source, table, ledger.used()) if source.key else np.zeros(0, np.intp)
    if not len(again):
        return
    group = _groups(source, table, again)
    first = np.unique(group, return_index=True)[1][group]
    has_other = np.zeros(len(again), bool)
    has_other[group[_differs(table, again, again[first])]] = True
    other = has_other[group]
    equal = ~other & (first != np.arange(len(again)))
    advice = "Controleer of de export dubbel is gedraaid."
    ledger.add("dubbele_rij", again[equal], suggestion=advice, column=source.key[0])
    advice = "Vraag de leverancier welke rij juist is en lever alleen die aan."
    ledger.add("dubbele_sleutel", again[other], suggestion=advice, column=source.key[0])


def alike(source: Source, table: pa.Table, used: npt.NDArray[np.bool_]) -> Rows:
    """The used rows whose key may occur more than once among them, in their order."""
    if len(source.key) == 1 and _is_rising(table[source.key[0]]):
        return np.zeros(0, np.intp)
    marks = np.zeros(len(table), np.uint64)
    for name in source.key:
        marks = _mixed(marks, _marks(table[name]))
    rows = np.flatnonzero(used)
    ranked = np.sort(marks[rows])
    twice = np.unique(ranked[1:][ranked[1:] == ranked[:-1]])
    if not len(twice):
        return np.zeros(0, np.intp)
    del ranked
    place = np.minimum(np.searchsorted(twice, marks[rows]), len(twice) - 1)
    return rows[twice[place] == marks[rows]]


def _is_rising(column: pa.ChunkedArray) -> bool:
    """Keys that rise from row to row are distinct, which costs a tenth of looking for equal ones."""
    if column.type != pa.string() or column.null_count or len(column) < 2:  # noqa: PLR2004 - two are needed to rise
        return False
    return bool(pc.all(pc.less(column.slice(0, len(column) - 1), column.slice(1))).as_py())


def _mixed(marks: Marks, more: Marks) -> Marks:
    """Both as one number, spread by a multiplication and a shift; a number that overflows starts again at zero."""
    mixed: Marks = (marks ^ more) * _FACTOR
    return mixed ^ (mixed >> _HALF)


def _marks(column: pa.ChunkedArray) -> Marks:
    """A number for each cell: the same for equal cells, and hardly ever the same for others."""
    if column.type != pa.string():
        return _codes(column).astype(np.uint64)
    return np.concatenate([_text_marks(chunk) for chunk in column.chunks] or [np.zeros(0, np.uint64)])


def _text_marks(texts: pa.Array) -> Marks:
    ends = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1].astype(np.int64)
    start, length = ends[:-1] - ends[0], np.diff(ends)
    own = np.frombuffer(texts.buffers()[2] or b"", np.uint8)[ends[0] : ends[-1]]
    data = np.concatenate([own, np.zeros(_WORD, np.uint8)])
    words = np.ndarray((len(own) + 1,), "<u8", data.data, strides=(1,))  # the word that starts at each byte
    marks = length.astype(np.uint64)
    for done in range(0, min(int(length.max(initial=0)), _MOST), _WORD):
        word = words[np.minimum(start + done, len(own))] & _LOW[np.clip(length - done, 0, _WORD)]
        marks = _mixed(marks, word)
    return marks


def _codes(column: pa.ChunkedArray) -> Ints:
    """Which of the distinct cells each cell is, from 1; 0 for a cell that is empty."""
    whole = column.combine_chunks()
    encoded = whole if pa.types.is_dictionary(whole.type) else whole.dictionary_encode()
    codes: Ints = pc.fill_null(encoded.indices.cast(pa.int64()), -1).to_numpy() + 1
    return codes


def _groups(source: Source, table: pa.Table, rows: Rows) -> Ints:
    """The number of each row's key."""
    keys = np.zeros(len(rows), np.int64)
    for name in source.key:
        codes = _codes(table[name].take(pa.array(rows)))
        keys = np.unique(keys * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)[1]
    return keys


def _differs(table: pa.Table, rows: Rows, others: Rows) -> npt.NDArray[np.bool_]:
    """Whether a row has another content than the one beside it; where they stand in the file is no content."""
    found = np.zeros(len(rows), bool)
    for name in table.column_names:
        if name != "line":
            one, two = (_comparable(table[name].take(pa.array(places))) for places in (rows, others))
            one_empty = pc.xor(pc.is_null(one), pc.is_null(two))
            found |= pc.fill_null(pc.not_equal(one, two), one_empty).to_numpy(zero_copy_only=False)
    return found


def _comparable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        return pc.binary_join(column, "|")  # which no item holds: it parts them in the file
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
