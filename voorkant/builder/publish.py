"""Writing a publication: one read-only cube per scope and protection level, swapped in by one pointer."""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from voorkant.builder.database import Database, query_file
from voorkant.cube.format import FORMAT, TABLES
from voorkant.cube.reader import DETAIL, DIGESTS, REGIO, digest_of
from voorkant.declare.atomic import write_atomically
from voorkant.declare.indicator import DENOMINATORS, Indicator
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection

BLOCK_SIZE = 16384
"""The smallest block that DuckDB knows: a gemeente's cube is a few hundred kB instead of several MB."""
READABLE = 0o750
"""App and builder may be two users of one group: the app reads what was published, and changes nothing of it."""


CELLS = {
    Protection.INTERN: "select * from cell_intern",
    Protection.OPENBAAR: "select * from cell_openbaar",
}
DETAIL_CELLS = "select *, 'count' as shape from detail_cell where programme in (select programme from detail_wanted)"
FILLED = frozenset(TABLES) - {"meta"}


@dataclass(frozen=True)
class Scope:
    """Whose cube: a gemeente by its code, or the region."""

    code: str
    name: str


def scopes(database: Database) -> list[Scope]:
    """The region, and every gemeente that belongs to it."""
    region = database.rows("select name from region")[0][0]
    return [
        Scope(REGIO, region),
        *(Scope(*row) for row in database.rows("select code, name from region_gemeente order by code")),
    ]


def indicator_rows(indicators: Iterable[Indicator], source_titles: Mapping[str, str]) -> list[tuple[object, ...]]:
    """The rows of a cube's `indicator` table, in its column order."""
    return [
        (
            number, item.slug, item.title, item.definition, item.ladder, item.better, item.counts, item.shape,
            item.numerator, item.denominator, DENOMINATORS[item.denominator], item.per, item.unit,
            ",".join(item.sources), ", ".join(source_titles[source] for source in item.sources), item.complete_weeks,
            ",".join(item.splits), item.query,
        )
        for number, item in enumerate(indicators, 1)
    ]  # fmt: skip


def write_cube(database: Database, path: Path, scope: Scope, protection: str, *, meta: Mapping[str, str]) -> None:
    """Write one cube file from the tables that `build` has made; `queries/publish` has a file for each table.

    `protection`: a level, or the name of a cube with true counts.
    """
    is_region, is_public = scope.code == REGIO, protection == Protection.OPENBAAR
    row = (scope.code, is_region, is_public, str(protection), meta["data_until"] or None)
    columns = "code varchar, is_region boolean, is_public boolean, protection varchar, data_until date"
    database.fill("cube_scope", columns, [row])
    database.view("cells", DETAIL_CELLS if protection.startswith(DETAIL) else CELLS[Protection(protection)])
    database.create("scope_area", query_file("publish", "scope_area"))
    began = database.rows(query_file("publish", "since"))
    entries = dict(meta) | {
        "format": str(FORMAT),
        "scope": scope.code,
        "scope_name": scope.name,
        "protection": str(protection),
        **{f"since_{programme}": day.isoformat() for programme, day in began},
    }
    with database.attached(path, BLOCK_SIZE):
        for table, columns in TABLES.items():
            database.fill(f"target.{table}", columns, sorted(entries.items()) if table == "meta" else [])
            if table in FILLED:
                database.insert(f"target.{table}", query_file("publish", table))
    path.chmod(0o444)


class Draft:
    """A publication in the making: a folder that no reader knows until `publish` renames it and moves the pointer."""

    def __init__(self, published: Path) -> None:
        self.published = published
        published.mkdir(parents=True, exist_ok=True, mode=READABLE)
        for leftover in published.glob(".draft-*"):
            shutil.rmtree(leftover)
        numbers = [int(path.name) for path in published.iterdir() if path.name.isdigit()]
        self.name = f"{max(numbers, default=0) + 1:06d}"
        self.folder = published / f".draft-{self.name}"
        self.folder.mkdir(mode=READABLE)

    def cube_path(self, scope: Scope, protection: str) -> Path:
        (self.folder / scope.code).mkdir(exist_ok=True, mode=READABLE)
        return self.folder / scope.code / f"{protection}.duckdb"

    def publish(self, fingerprint: str) -> None:
        """Make it the publication in force. The pointer is replaced last, in one step."""
        cubes = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.duckdb"))
        lines = [f"{digest_of(self.folder / name)}  {name}\n" for name in cubes]
        write_atomically(self.folder / DIGESTS, "".join(lines))
        _sync(self.folder)
        self.folder.rename(self.published / self.name)
        write_atomically(
            self.published / "current.json", json.dumps({"publication": self.name, "fingerprint": fingerprint})
        )

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Have the files on disk before the pointer names them."""
    for path in folder.rglob("*.duckdb"):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def rule_meta(settings: Settings, protection: Protection) -> dict[str, str]:
    """What a cube's `meta` says of its protection."""
    rule, intern = settings.rules[protection], settings.rules[Protection.INTERN]
    limit = rule.hidden_limit(None if protection is Protection.INTERN else intern)
    return {
        "threshold": str(rule.threshold),
        "base": str(rule.base),
        "hidden_limit": str(limit),
        "linked": "ja" if settings.linked_sources else "nee",
    }
