"""Writing large CSV files quickly, in the looks that suppliers give them."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Look:
    """How a supplier writes CSV."""

    bom: bool = False
    crlf: bool = False
    delimiter: str = ";"
    quoted: bool = False
    footer: tuple[str, ...] = ()


class CsvFile:
    """One CSV file, written table by table."""

    def __init__(self, path: Path, columns: list[str], look: Look) -> None:
        self.rows = 0
        self._columns, self._look = columns, look
        self._eol = "\r\n" if look.crlf else "\n"
        style = "all_valid" if look.quoted else "none"
        self._options = pacsv.WriteOptions(
            include_header=False, delimiter=look.delimiter, eol=self._eol, quoting_style=style, batch_size=65_536
        )
        self._file = path.open("wb")
        self._file.write(BOM if look.bom else b"")
        self._line(look.delimiter.join(f'"{name}"' if look.quoted else name for name in columns))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            for text in self._look.footer:
                self._line(text)
        self._file.close()

    def write(self, table: pa.Table) -> None:
        pacsv.write_csv(table.select(self._columns), self._file, self._options)
        self.rows += table.num_rows

    def _line(self, text: str) -> None:
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
