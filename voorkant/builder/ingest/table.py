"""From text to a table of text: regular records at the speed of Arrow, every other record by a strict reader, alone."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from voorkant.builder.ingest.census import Census, take_census
from voorkant.builder.ingest.header import Header
from voorkant.builder.ingest.odd import BLANK, TITLE, OddRecords, judge_odd
from voorkant.builder.ingest.rules import Stopped, stop

MAX_RECORD = 1 << 20
MAX_LINES, MAX_ODD = 60_000_000, 1_000_000
"""Lines of a file, and records that each need a look of their own; with more it is something else than it says."""
_MOST_FIELDS = 4_000
_CODES = pa.dictionary(pa.int32(), pa.string())


@dataclass
class TextTable:
    """All records below the header: rows of cells, and what is no row. Both know their physical line."""

    header: Header
    columns: list[pa.ChunkedArray]
    line: npt.NDArray[np.int32]
    odd: OddRecords

    @property
    def records(self) -> int:
        """Records below the header plus those above it."""
        return len(self.line) + len(self.odd.skipped) + len(self.odd.refused)


def read_table(data: bytes, header: Header, *, flat: Collection[int] = ()) -> TextTable:
    """Split the text that `header` was found in. `flat`: columns with mostly distinct cells, not worth a dictionary."""
    if data.count(b"\n") > MAX_LINES:
        raise stop("te_groot", f"Splits de export in bestanden van hooguit {MAX_LINES // 10**6} miljoen regels.")
    census = take_census(data, header.delimiter)
    if int(np.diff(census.starts).max()) > MAX_RECORD:
        line = int(census.lines[np.argmax(np.diff(census.starts))])
        raise stop("regel_te_lang", f"Regel {line} is langer dan 1 MB. Is dit de bedoelde export?", line=line)
    above = int(np.searchsorted(census.lines, header.line))
    below = int(np.searchsorted(census.lines, header.last_line, side="right"))
    width = _width(census, len(header.names), below=below)
    blank = np.diff(census.starts) == 1
    regular = census.clean & (census.fields == width) & ~blank
    regular[:below] = blank[above:below] = False
    columns = _parse(_joined(data, census, regular=regular), header, flat=flat, width=width, multiline=census.multiline)
    lines = census.lines[regular].astype(np.int32)
    if any(len(column) != len(lines) for column in columns):
        raise stop("lezen_mislukt", "Open het bestand in Excel, sla het op als 'CSV UTF-8' en probeer opnieuw.")
    odd = OddRecords(dict.fromkeys(census.lines[blank].tolist(), BLANK))
    irregular = np.flatnonzero(~regular & ~blank)
    if len(irregular) + int(blank.sum()) > MAX_ODD:
        raise _not_its_header()
    for place in irregular:
        record = data[census.starts[place] : census.starts[place + 1] - 1].decode()
        if place < above:
            odd.skipped[int(census.lines[place])] = TITLE if record.strip() else BLANK
        elif place >= below:
            judge_odd(odd, record, line=int(census.lines[place]), header=header)
    table = TextTable(header, columns[: len(header.names)], lines, odd)
    _drop_overfull(table, columns[len(header.names) :])
    if odd.rescued:
        _insert(table)
    return table


def _not_its_header() -> Stopped:
    return stop("kop_past_niet", "Controleer of dit de bedoelde export is en of de kop erbij hoort.")


def _width(census: Census, known: int, *, below: int) -> int:
    """The fields that a record usually has; exports that end every row with a delimiter have one more than names."""
    fields = census.fields[below:]
    usual = int(np.bincount(np.minimum(fields, _MOST_FIELDS)).argmax()) if len(fields) else known
    return usual if known < usual < _MOST_FIELDS else known


def _drop_overfull(table: TextTable, beyond: list[pa.ChunkedArray]) -> None:
    """Cells beyond the last name are empty, or their row is refused."""
    if not beyond:
        return
    filled = np.logical_or.reduce([pc.greater(pc.binary_length(_trimmed(column)), 0).to_numpy() for column in beyond])
    if int(filled.sum()) > MAX_ODD:
        raise _not_its_header()
    table.odd.padded.extend(table.line[~filled].tolist())
    table.odd.refused.update((line, ("te_veel_velden", [])) for line in table.line[filled].tolist())
    if filled.any():
        kept = pa.array(~filled)
        table.columns = [column.filter(kept) for column in table.columns]
        table.line = table.line[~filled]


def _trimmed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.utf8_trim_whitespace(column.cast(pa.string()))


def _joined(data: bytes, census: Census, *, regular: npt.NDArray[np.bool_]) -> pa.Buffer:
    """The bytes of the regular records: one slice when they stand together, which costs no copy."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], regular, [False]]).astype(np.int8)))
    runs = census.starts[edges].reshape(-1, 2)
    if len(runs) == 1:
        first, last = (int(place) for place in runs[0])
        return pa.py_buffer(data).slice(first, last - first)
    view = memoryview(data)
    return pa.py_buffer(b"".join(view[first:last] for first, last in runs))


def _parse(
    buffer: pa.Buffer, header: Header, *, flat: Collection[int], width: int, multiline: bool
) -> list[pa.ChunkedArray]:
    names = [str(number) for number in range(width)]
    types = {name: pa.string() if number in flat else _CODES for number, name in enumerate(names)}
    if buffer.size == 0:
        return [pa.chunked_array([], pa.string()) for _ in names]
    table = pa.csv.read_csv(
        pa.BufferReader(buffer),
        read_options=pa.csv.ReadOptions(column_names=names, block_size=1 << 22),
        parse_options=pa.csv.ParseOptions(
            delimiter=header.delimiter, newlines_in_values=multiline, ignore_empty_lines=False
        ),
        convert_options=pa.csv.ConvertOptions(column_types=types, strings_can_be_null=False, check_utf8=False),
    )
    return list(table.unify_dictionaries().columns)


def _insert(table: TextTable) -> None:
    """Put the rescued records where they stood."""
    lines, rows = zip(*sorted(table.odd.rescued.items()), strict=True)
    every = np.concatenate([table.line, np.asarray(lines, np.int32)])
    order = np.argsort(every, kind="stable")
    for number, cells in enumerate(zip(*rows, strict=True)):
        text = table.columns[number].cast(pa.string())
        both = pa.chunked_array([*text.chunks, pa.array(cells, pa.string())])
        table.columns[number] = both.take(pa.array(order))
    table.line = every[order]
