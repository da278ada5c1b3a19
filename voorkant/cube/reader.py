"""Opening a publication read-only, and asking it the queries in `queries/panels`."""

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import pandas as pd

from voorkant import ROOT
from voorkant.cube.format import FORMAT, TABLES
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import DataRefused

PANELS = ROOT / "queries" / "panels"
REGIO = "regio"
DETAIL = "detail-"
"""What the cube with the true counts of one programme is called, before its slug."""
POINTER = "current.json"
"""The file of `published/` that names the publication in force; replaced as a whole."""
DIGESTS = "cubes.sha256"
"""What each cube of a publication was when it was put in force, as `sha256sum -c` reads it."""
WORN = 200
"""After how many queries a cube is opened anew: DuckDB keeps some 6 kB of each, and opening takes as long as one."""
_SCOPE = re.compile(r"regio|GM\d{4}")
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "read_only", "enable_external_access": "false", "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false", "python_enable_replacements": "false", "threads": "1",
    "memory_limit": "512MB", "max_temp_directory_size": "0GB", "lock_configuration": "true",
    # A tenth of the time of a panel: with some thousands of cells they cost more than they save.
    "disabled_optimizers": "compressed_materialization,statistics_propagation",
}  # fmt: skip


@dataclass(frozen=True)
class Publication:
    """The publication that a home's pointer names."""

    name: str
    folder: Path
    fingerprint: str  # of all that it was made from

    def scopes(self) -> list[str]:
        """The scopes that have cubes: `regio` and gemeente codes."""
        return sorted(path.name for path in self.folder.iterdir() if path.is_dir() and _SCOPE.fullmatch(path.name))

    def cube(self, scope: str, protection: str) -> "Cube":
        """Open one cube. DataRefused when it is missing, damaged, of another version, or not what was published."""
        if not _SCOPE.fullmatch(scope):
            raise DataRefused(f"Onbekend gebied {scope!r}. Kies 'regio' of een gemeentecode zoals GM1969.")
        path = self.folder / scope / f"{protection}.duckdb"

        def check() -> None:
            if path.exists() and not self._is_as_published(path):
                raise self._other(scope, protection)

        cube = Cube(path, check)
        if (cube.meta.get("scope", scope), cube.meta.get("protection", protection)) != (scope, protection):
            raise self._other(scope, protection)
        return cube

    @property
    def is_whole(self) -> bool:
        """Whether every cube is the one that was published."""
        return all((path := self.folder / name).exists() and self._is_as_published(path) for name in self._digests)

    @cached_property
    def _digests(self) -> dict[str, str]:
        """The digest of every cube by its place in the folder; of older publications none."""
        listed = self.folder / DIGESTS
        lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
        return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}

    def _is_as_published(self, path: Path) -> bool:
        name = path.relative_to(self.folder).as_posix()
        return not self._digests or self._digests.get(name) == digest_of(path)

    def _other(self, scope: str, protection: str) -> DataRefused:
        return DataRefused(
            f"De cijfers van publicatie {self.name} ({scope}, {protection}) zijn niet die welke zijn gepubliceerd: het "
            "bestand is daarna veranderd of verwisseld. Draai 'voorkant build' om opnieuw te publiceren."
        )


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def current(published: Path) -> Publication | None:
    """The publication in force, or None when nothing was published yet. DataRefused for a damaged pointer."""
    try:
        return _pointed(published / POINTER)
    except FileNotFoundError:
        return None


@while_same  # every figure asks which publication it is of
def _pointed(pointer: Path) -> Publication:
    try:
        told = json.loads(pointer.read_text(encoding="utf-8"))
        name, fingerprint = told["publication"], told.get("fingerprint", "")
    except (ValueError, KeyError, TypeError) as error:
        raise DataRefused(
            "published/current.json is beschadigd. Draai 'voorkant build' opnieuw om een nieuwe publicatie te maken."
        ) from error
    return Publication(name, pointer.parent / name, fingerprint)


class Cube:
    """One opened cube. Every call takes its own cursor: a connection shared by threads mixes up rows.

    It is opened anew when it is worn and nobody is asking: while someone is, DuckDB hands out what is open already.
    `check` comes before each opening.
    """

    def __init__(self, path: Path, check: Callable[[], None] = lambda: None) -> None:
        self.path, self._check = path, check
        self._lock, self._asking = threading.Lock(), 0
        try:
            self._open()
            self.meta = dict(self._fetch("select key, value from meta"))
            tables = {name for (name,) in self._fetch("select table_name from duckdb_tables()")}
        except duckdb.Error as error:
            raise self._damaged() from error
        if self.meta.get("format") != str(FORMAT) or not tables >= TABLES.keys():
            raise DataRefused(
                f"De publicatie {path.parent.parent.name} is gemaakt door een andere versie van Voorkant "
                f"(indeling {self.meta.get('format')}, hier {FORMAT}). Draai 'voorkant build' om opnieuw te publiceren."
            )

    def _open(self) -> None:
        self._check()
        self._connection = duckdb.connect(str(self.path), config=_CONFIG)
        self._queries = 0

    def _fetch(self, sql: str) -> list[Any]:
        with self._connection.cursor() as cursor:
            return cursor.execute(sql).fetchall()

    @contextmanager
    def _asked(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own. DataRefused for a file that is damaged after it was opened."""
        try:
            self._begin()
            try:
                with self._connection.cursor() as cursor:
                    yield cursor
            finally:
                with self._lock:
                    self._asking -= 1
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            raise self._damaged() from error

    def _begin(self) -> None:
        """A file that is gone, of a publication that was removed meanwhile, stays open as it is."""
        with self._lock:
            if self._queries >= WORN and not self._asking and self.path.exists():
                self._connection.close()
                self._open()
            self._queries += 1
            self._asking += 1

    def _damaged(self) -> DataRefused:
        path = self.path
        return DataRefused(
            f"De publicatie {path.parent.parent.name} ({path.parent.name}, {path.stem}) ontbreekt of is "
            "beschadigd. Draai 'voorkant build' om opnieuw te publiceren."
        )

    def query(self, panel: str, **params: Any) -> pd.DataFrame:
        """The rows of `queries/panels/<panel>.sql`; parameters are the `$name` values that it declares."""
        with self._asked() as cursor:
            return cursor.execute(panel_sql(panel), params or None).df()

    def rows(self, panel: str, **params: Any) -> "Rows":
        """The same rows without pandas, for what becomes values of our own: a third of the time for small answers."""
        with self._asked() as cursor:
            found = cursor.execute(panel_sql(panel), params or None)
            return Rows(tuple(column[0] for column in found.description), tuple(found.fetchall()))


@dataclass(frozen=True, eq=False)
class Rows:
    """An answer as plain values: days are dates, and what is missing is None. One answer is equal to itself alone."""

    names: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    turned: dict[type, tuple[Any, ...]] = field(default_factory=dict, init=False, repr=False)  # made of them, by kind

    @cached_property
    def _named(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(MappingProxyType(dict(zip(self.names, row, strict=True))) for row in self.values)

    def named(self) -> Sequence[Mapping[str, Any]]:
        """Each row as column name -> value, made once: an answer is kept, and asked for at every change of a page."""
        return self._named


@lru_cache
def panel_sql(panel: str) -> str:
    """The text of a panel's query, header included."""
    if not re.fullmatch(r"[a-z0-9_]+", panel):
        raise ValueError(f"no panel is called {panel!r}")
    return (PANELS / f"{panel}.sql").read_text(encoding="utf-8")
