"""The builder's own DuckDB: in memory, closed to the network and to every folder but the home's own two."""

import re
from pathlib import Path
from typing import Any

import duckdb

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.indicator import split_header

QUERIES = ROOT / "queries"
MEMORY_LIMIT = "3GB"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Database:
    """A connection that runs the files of `queries/`. Spilled pages go to `records/`, never to a shared folder."""

    def __init__(self, home: Home, *, threads: int = 2) -> None:
        spill = home.records / "tmp"
        spill.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.connection = duckdb.connect(
            config={
                "memory_limit": MEMORY_LIMIT, "threads": str(threads), "temp_directory": str(spill),
                "autoload_known_extensions": "false", "autoinstall_known_extensions": "false",
                "python_enable_replacements": "false", "preserve_insertion_order": "false",
            }
        )  # fmt: skip
        self.execute(f"set allowed_directories = [{literal(home.records)}, {literal(home.published)}]")
        self.execute("set enable_external_access = false")
        self.execute("set lock_configuration = true")

    def execute(self, sql: str, params: dict[str, Any] | list[Any] | None = None) -> Any:
        return self.connection.execute(sql, params)

    def rows(self, sql: str, params: dict[str, Any] | list[Any] | None = None) -> list[Any]:
        return list(self.execute(sql, params).fetchall())

    def create(self, name: str, query: str, params: dict[str, Any] | None = None) -> None:
        """Make a table of a query from our own files. Names come from file names and are checked."""
        self.execute(f"create or replace table {checked(name)} as {query}", params)

    def view(self, name: str, query: str) -> None:
        self.execute(f"create or replace view {checked(name)} as {query}")

    def close(self) -> None:
        self.connection.close()


def checked(name: str) -> str:
    """A table name, refused unless it is a plain word: nothing from outside becomes part of a statement."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a table name")
    return name


def query_file(folder: str, name: str) -> str:
    """The SELECT of `queries/<folder>/<name>.sql`, without its header."""
    path = QUERIES / folder / f"{name}.sql"
    return split_header(path.read_text(encoding="utf-8"), path.name)[1]


def literal(path: Path) -> str:
    """A path as an SQL text literal."""
    return "'" + str(path).replace("'", "''") + "'"
