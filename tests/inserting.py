"""Rows for a table of a test, all at once: one by one each takes as long as all of them."""

from collections.abc import Sequence
from typing import Any

import duckdb


def insert(connection: duckdb.DuckDBPyConnection, into: str, rows: Sequence[Sequence[Any]]) -> None:
    """`into`: a table, with its columns in brackets where not all are given."""
    if rows:
        marks = ", ".join(f"({', '.join('?' * len(row))})" for row in rows)
        connection.execute(f"insert into {into} values {marks}", [value for row in rows for value in row])
