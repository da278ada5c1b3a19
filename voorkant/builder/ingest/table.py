"""From text to a table of text: regular records at the speed of Arrow, every other record by a strict reader, alone."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv

from voorkant.builder.ingest.census import Census, take_census
from voorkant.builder.ingest.header import Header
from voorkant.builder.ingest.odd import OddRecords, judge_odd
from voorkant.builder.ingest.rules import stop

MAX_RECORD = 1 << 20
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
    census = take_census(data, header.delimiter)
    if int(np.diff(census.starts).max()) > MAX_RECORD:
        line = int(census.lines[np.argmax(np.diff(census.starts))])
        raise stop("regel_te_lang", f"Regel {line} is langer dan 1 MB. Is dit de bedoelde export?", line=line)
    below = int(np.searchsorted(census.lines, header.last_line, side="right"))
    width = len(header.names)
    regular = census.clean & (census.fields == width)
    if width == 1:
        regular &= np.diff(census.starts) > 1
    regular[:below] = False
    records = _joined(data, census, regular=regular)
    columns = _parse(records, header, flat=flat, multiline=census.multiline)
    table = TextTable(
        header, columns, census.lines[regular].astype(np.int32), OddRecords(_above(data, census, header=header))
    )
    if any(len(column) != len(table.line) for column in columns):
        raise stop("lezen_mislukt", "Open het bestand in Excel, sla het op als 'CSV UTF-8' en probeer opnieuw.")
    for place in np.flatnonzero(~regular[below:]) + below:
        record = data[census.starts[place] : census.starts[place + 1] - 1].decode()
        judge_odd(table.odd, record, line=int(census.lines[place]), header=header)
    if table.odd.rescued:
        _insert(table)
    return table


def _above(data: bytes, census: Census, *, header: Header) -> dict[int, str]:
    above = census.lines[: np.searchsorted(census.lines, header.line)]
    starts = census.starts
    return {
        int(line): "titel boven de kop" if data[starts[n] : starts[n + 1]].strip() else "lege regel"
        for n, line in enumerate(above)
    }


def _joined(data: bytes, census: Census, *, regular: npt.NDArray[np.bool_]) -> pa.Buffer:
    """The bytes of the regular records: one slice when they stand together, which costs no copy."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], regular, [False]]).astype(np.int8)))
    runs = census.starts[edges].reshape(-1, 2)
    if len(runs) == 1:
        first, last = (int(place) for place in runs[0])
        return pa.py_buffer(data).slice(first, last - first)
    view = memoryview(data)
    return pa.py_buffer(b"".join(view[first:last] for first, last in runs))


def _parse(buffer: pa.Buffer, header: Header, *, flat: Collection[int], multiline: bool) -> list[pa.ChunkedArray]:
    names = [str(number) for number in range(len(header.names))]
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
