"""The builder's own DuckDB: in memory, closed to the network and to every folder but the home's own two."""

import errno
import re
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.indicator import split_header
from voorkant.domain.problem import Problem

QUERIES = ROOT / "queries"
MEMORY_LIMIT = "2.5GB"
THREADS, MUCH = 2, 10_000_000
"""A second thread has work only where there is much to read (bytes of kept rows): DuckDB shares rows out by 122,880.

With less it costs up to a quarter more computing, and no build ends sooner.
"""
MINUTES = 60
"""How long one statement may take."""
LOOK = 1.0
"""Seconds between two looks at how long the statement of now has taken."""
_TOGETHER = 200
"""Rows that one statement adds."""
_FILE = "parquet_version v2, compression uncompressed"
"""How a table is kept as a file: small by dictionaries and packed numbers alone, which costs no time to read."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Database:
    """A connection that runs the files of `queries/`. Spilled pages go to `records/`, never to a shared folder."""

    def __init__(self, home: Home, *, folder: str = "tmp") -> None:
        self._spill = home.records / folder
        self._spill.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._kept: dict[str, Path] = {}
        self._number = 0
        self.connection = duckdb.connect(
            config={
                "memory_limit": MEMORY_LIMIT, "threads": str(_threads(home)), "temp_directory": str(self._spill),
                "autoload_known_extensions": "false", "autoinstall_known_extensions": "false",
                "allow_community_extensions": "false", "allow_persistent_secrets": "false",
                "python_enable_replacements": "false", "preserve_insertion_order": "false",
            }
        )  # fmt: skip
        self._ends = float("inf")
        # one watch for all statements: a timer for each would cost a tenth of a small build
        threading.Thread(target=_watch, args=[weakref.ref(self)], daemon=True).start()
        self.execute(f"set allowed_directories = [{literal(home.records)}, {literal(home.published)}]")
        self.execute("set enable_external_access = false")
        self.execute("set lock_configuration = true")

    def execute(self, sql: str, params: dict[str, Any] | list[Any] | None = None) -> Any:
        with _as_usual(), self._in_time():
            return self.connection.execute(sql, params)

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        """A statement that files from outside make endless is stopped, so that the lock comes free again."""
        self._ends = time.monotonic() + MINUTES * 60
        try:
            yield
        except duckdb.InterruptException as error:
            raise Problem(
                f"Het verwerken is gestopt: een stap duurde langer dan {MINUTES} minuten. Lever minder rijen in een "
                "keer aan, of gebruik een computer met meer geheugen en rekenkracht."
            ) from error
        finally:
            self._ends = float("inf")

    def stop_late(self) -> None:
        """Stop the statement of now when its time is over."""
        if time.monotonic() > self._ends:
            self.connection.interrupt()

    def rows(self, sql: str, params: dict[str, Any] | list[Any] | None = None) -> list[Any]:
        return list(self.execute(sql, params).fetchall())

    def create(self, name: str, query: str, params: dict[str, Any] | None = None) -> None:
        """Make a table of a query from our own files. Names come from file names and are checked."""
        self.execute(f"create or replace table {_table(name)} as {query}", params)

    def keep(self, name: str, query: str) -> None:
        """Make a table of what may be millions of rows: in a file among the spilled pages, so that it takes no memory.

        It costs no more time than a table, and has the columns and types of one; but no ENUM and no HUGEINT.
        """
        self._number += 1  # never a name anew: what is known of a file goes by its name
        path = self._spill / f"{checked(name)}.{self._number}.parquet"
        self.execute(f"copy ({query}) to {literal(path)} (format parquet, {_FILE})")
        self.view(name, f"select * from read_parquet({literal(path)})")  # noqa: S608 - a checked name
        self._forget(name)
        self._kept[name] = path

    def _forget(self, name: str) -> None:
        if path := self._kept.pop(name, None):
            path.unlink()

    def view(self, name: str, query: str) -> None:
        self.execute(f"create or replace view {checked(name)} as {query}")

    def insert(self, name: str, query: str, params: dict[str, Any] | None = None) -> None:
        """Add the rows of a query from our own files to a table."""
        self.execute(f"insert into {_table(name)} {query}", params)

    def fill(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """Make a table with these column definitions and rows."""
        self.execute(f"create or replace table {_table(name)} ({columns})")
        self.add(name, rows)

    def add(self, name: str, rows: Sequence[Sequence[Any]]) -> None:
        """Add rows to a table, as bound values in the order of its columns; many at a time, which is far quicker."""
        for start in range(0, len(rows), _TOGETHER):
            part = rows[start : start + _TOGETHER]
            marks = ", ".join(f"({', '.join('?' * len(row))})" for row in part)
            values = [value for row in part for value in row]
            self.execute(f"insert into {_table(name)} values {marks}", values)  # noqa: S608 - a checked name

    def add_frame(self, name: str, frame: Any) -> None:
        """Make a table of a frame's rows."""
        self.connection.register("frame_to_add", frame)
        self.create(name, "select * from frame_to_add")
        self.connection.unregister("frame_to_add")

    def has_rows(self, name: str) -> bool:
        return bool(self.rows(f"select 1 from {checked(name)} limit 1"))  # noqa: S608 - a checked name

    @contextmanager
    def attached(self, path: Path, block_size: int) -> Iterator[None]:
        """A new database file called `target`, whole on disk afterwards. Only `target` may be written inside."""
        self.execute(f"attach {literal(path)} as target (block_size {block_size})")
        self.execute("begin")  # one transaction: a log entry per statement would wait for the disk each time
        try:
            yield
        except BaseException:
            self.execute("rollback")
            raise
        else:
            self.execute("commit")  # one that fails leaves nothing to roll back
        finally:
            self.execute("detach target")

    def close(self) -> None:
        self.connection.close()
        for name in list(self._kept):
            self._forget(name)


def _threads(home: Home) -> int:
    kept = sum(path.stat().st_size for path in (home.records / "rows").glob("*.parquet"))
    return THREADS if kept > MUCH else 1


def _watch(watched: "weakref.ref[Database]") -> None:
    """Stop each late statement, as long as anyone has the database."""
    pause = threading.Event()
    while database := watched():
        database.stop_late()
        del database
        pause.wait(LOOK)


@contextmanager
def _as_usual() -> Iterator[None]:
    """Ctrl+C is Ctrl+C in the middle of a query too, and a full disk a full disk: DuckDB has other errors for them."""
    try:
        yield
    except RuntimeError as error:
        if str(error) == "Query interrupted":
            raise KeyboardInterrupt from error
        raise
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
        full = "No space left" in str(error)
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error).splitlines()[0]) from error


def _table(name: str) -> str:
    return ".".join(checked(part) for part in name.split("."))


def checked(name: str) -> str:
    """A table name, refused unless it is a plain word: nothing from outside becomes part of a statement."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a table name")
    return name


@cache
def query_file(folder: str, name: str) -> str:
    """The SELECT of `queries/<folder>/<name>.sql`, without its header: of this version, as its code, until it ends."""
    path = QUERIES / folder / f"{name}.sql"
    return split_header(path.read_text(encoding="utf-8"), path.name)[1]


def literal(path: Path) -> str:
    """A path as an SQL text literal."""
    return "'" + str(path).replace("'", "''") + "'"
