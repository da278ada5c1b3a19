"""Writing large CSV files quickly, in the looks that suppliers give them."""

from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

BOM = b"\xef\xbb\xbf"


class CsvFile:
    """One CSV file, written table by table. The header and the rows are ours; nothing is quoted unless asked."""

    def __init__(self, path: Path, columns: list[str], *, bom: bool = False, crlf: bool = False) -> None:
        self.rows = 0
        self._columns = columns
        self._eol = "\r\n" if crlf else "\n"
        self._options = pacsv.WriteOptions(
            include_header=False, delimiter=";", eol=self._eol, quoting_style="none", batch_size=65_536
        )
        self._file = path.open("wb")
        self._file.write(BOM if bom else b"")
        self.line(";".join(columns))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, table: pa.Table) -> None:
        pacsv.write_csv(table.select(self._columns), self._file, self._options)
        self.rows += table.num_rows

    def line(self, text: str) -> None:
        """A line that is no row: a header, a total, a footer."""
        self._file.write(f"{text}{self._eol}".encode())


def numbered(prefix: str, numbers: np.ndarray, digits: int, empty: np.ndarray | None = None) -> pa.Array:
    """`K00000012` and so on, for millions at once: the bytes of all values stand in one array."""
    letters = np.empty((len(numbers), len(prefix) + digits), dtype=np.uint8)
    letters[:, : len(prefix)] = np.frombuffer(prefix.encode(), dtype=np.uint8)
    rest = numbers.astype(np.int64, copy=True)
    for place in range(len(prefix) + digits - 1, len(prefix) - 1, -1):
        rest, digit = np.divmod(rest, 10)
        letters[:, place] = digit + ord("0")
    ends = np.arange(len(numbers) + 1, dtype=np.int32) * letters.shape[1]
    valid = None if empty is None else pa.array(~empty).buffers()[1]
    return pa.StringArray.from_buffers(len(numbers), pa.py_buffer(ends), pa.py_buffer(letters), valid)


def words(values: tuple[str, ...] | list[str], chosen: np.ndarray, empty: np.ndarray | None = None) -> pa.Array:
    """The words at the chosen places of a short list."""
    return pa.array(list(values), pa.string()).take(pa.array(chosen, mask=empty))


def pick(chances: tuple[float, ...] | list[float], count: int, rng: np.random.Generator) -> np.ndarray:
    """`count` places in a list, drawn by their chances."""
    limits = np.cumsum(chances)
    return np.searchsorted(limits / limits[-1], rng.random(count), side="right")
