"""A glance at the first rows of a table: enough to propose what a column may be."""

import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.report import Glance
from voorkant.builder.ingest.table import TextTable

ROWS = 500


def glance(table: TextTable) -> tuple[Glance, ...]:
    """Per column of the header, in its order."""
    return tuple(_glance(column) for column in table.columns)


def _glance(column: pa.ChunkedArray) -> Glance:
    texts = pc.utf8_trim_whitespace(column.slice(0, ROWS).cast(pa.string()))
    return Glance(tuple(filter(None, texts.unique().to_pylist())), len(texts))
