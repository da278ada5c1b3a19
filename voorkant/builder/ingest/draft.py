"""A file half read: its table of text, what its columns mean, and the book of what was seen."""

from dataclasses import dataclass

import pyarrow as pa

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.ledger import Ledger
from voorkant.builder.ingest.recognise import Match
from voorkant.builder.ingest.table import TextTable
from voorkant.declare.source import Source


@dataclass(frozen=True)
class Draft:
    """What the steps of reading share; only the ledger grows."""

    table: TextTable
    match: Match
    ledger: Ledger
    areas: AreaNames

    @property
    def source(self) -> Source:
        return self.match.source

    def texts(self, name: str) -> pa.ChunkedArray:
        """The cells of a column that is in the file, as they stand there; of a fixed one what it holds in every row."""
        fixed = self.source.column(name).fixed
        if fixed is not None:
            rows = pa.array([0] * len(self.table.line), pa.int32())
            return pa.chunked_array([pa.DictionaryArray.from_arrays(rows, pa.array([fixed]))])
        return self.table.columns[self.match.places[name]]

    def header(self, name: str) -> str:
        """What a column is called in the file."""
        place = self.match.places.get(name)
        return name if place is None else self.table.header.names[place]
