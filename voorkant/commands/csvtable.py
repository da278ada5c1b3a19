"""Any table as CSV, read strictly for `analyse`: named columns, and messages that name a line and never a value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from voorkant.builder.ingest.dates import date_reader
from voorkant.builder.ingest.decode import MAX_BYTES, decode
from voorkant.builder.ingest.header import find_header, plain
from voorkant.builder.ingest.numbers import number_reader
from voorkant.builder.ingest.outcome import Fault, Mended, is_missing
from voorkant.builder.ingest.rules import Stopped, note, rule_text
from voorkant.builder.ingest.table import TextTable, read_table
from voorkant.declare.strict import nearest
from voorkant.domain.problem import DataRefused, Problem

HIDDEN_RULE = "getal_afgeschermd"
NOT_THERE = frozenset({"na"})
"""How statistical software writes a missing value; in an export of a supplier it could be a word."""


@dataclass(frozen=True)
class CsvTable:
    """The rows below the header: texts by column, and the physical line of each row."""

    file: str
    table: TextTable

    @property
    def lines(self) -> list[int]:
        return [int(line) for line in self.table.line]

    def texts(self, column: str) -> list[str]:
        """A column as text, without outer spaces. Problem when it is not there."""
        names = self.table.header.names
        places = [place for place, name in enumerate(names) if plain(name) == plain(column)]
        if not places:
            raise Problem(f"De kolom '{column}' staat niet in {self.file}.{nearest(column, [n for n in names if n])}")
        return [(text or "").strip() for text in self.table.columns[places[0]].to_pylist()]

    def refuse(self, row: int, column: str, why: str) -> DataRefused:
        return DataRefused(f"{self.file}, regel {self.lines[row]}, kolom '{column}': {why}")

    def amounts(self, column: str, *, whole: bool) -> tuple[np.ndarray, int]:
        """Numbers of 0 or more, missing where the cell is empty or hidden, and how many are hidden (`<5`)."""
        texts = self.texts(column)
        filled = {text for text in texts if not is_missing(text, NOT_THERE)}
        read = number_reader(filled, whole=whole)
        found, hidden = np.full(len(texts), np.nan), 0
        for row, text in enumerate(texts):
            value = read(text) if text in filled else None
            if isinstance(value, Fault) and value.rule == HIDDEN_RULE:
                hidden += 1
            elif value is not None:
                found[row] = self._amount(row, column, value)
        return found, hidden

    def _amount(self, row: int, column: str, value: object) -> float:
        if isinstance(value, Fault):
            raise self.refuse(row, column, f"{_told(value)} {value.suggestion}")
        if not isinstance(value, int | float) or value < 0:
            raise self.refuse(row, column, "een aantal kan niet onder nul zijn. Verbeter het bij de bron.")
        return float(value)

    def dates(self, texts: Sequence[str]) -> Callable[[str], object]:
        """The reader of a column's dates: a day as people write it, or a Fault."""
        read = date_reader({text for text in texts if text})[0]

        def plainly(text: str) -> object:
            value = read(text)
            return value.value if isinstance(value, Mended) else value

        return plainly


def _told(fault: Fault) -> str:
    """The sentence of a fault in one cell."""
    return rule_text(note(fault.rule, fault.suggestion))


def read_csv(path: Path, wanted: Sequence[str]) -> CsvTable:
    """The table of a file whose header holds the wanted columns. DataRefused when a row cannot be told apart."""
    if not path.is_file():
        raise Problem(f"{path}: dit bestand bestaat niet. Controleer de naam en de map.")
    if path.stat().st_size > MAX_BYTES:
        raise DataRefused(f"{path.name} is groter dan {MAX_BYTES // 10**9} GB. Splits het bestand.")
    try:
        text = decode(path.read_bytes()).data
        table = read_table(text, find_header(text, frozenset(plain(name) for name in wanted)))
    except Stopped as stopped:
        found = stopped.findings[0]
        raise DataRefused(f"{path.name}: {rule_text(found)} {found.suggestion}") from None
    if table.odd.refused:
        line = min(table.odd.refused)
        raise DataRefused(
            f"{path.name}, regel {line}: meer of minder velden dan de kop, of een los aanhalingsteken. Verbeter die "
            "regel; er wordt niets geteld zolang niet zeker is in welke kolom een getal staat."
        )
    if not len(table.line):
        raise DataRefused(f"{path.name}: er staan geen rijen onder de kop.")
    return CsvTable(path.name, table)
