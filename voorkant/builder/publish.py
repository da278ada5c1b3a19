"""Writing a publication: one read-only cube per scope and protection level, swapped in by one pointer."""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from voorkant.builder.database import Database, literal
from voorkant.builder.store.history import write_atomically
from voorkant.cube.format import FORMAT, TABLES
from voorkant.cube.reader import REGIO
from voorkant.declare.indicator import DENOMINATORS, Indicator
from voorkant.declare.settings import Settings
from voorkant.domain.protection import Protection

BLOCK_SIZE = 16384
"""The smallest block that DuckDB knows: a gemeente's cube is a few hundred kB instead of several MB."""


@dataclass(frozen=True)
class Scope:
    """Whose cube: a gemeente by its code, or the region."""

    code: str
    name: str


def scopes(database: Database) -> list[Scope]:
    """The region, and every gemeente that belongs to it."""
    region = database.rows("select name from region")[0][0]
    return [Scope(REGIO, region), *(Scope(*row) for row in database.rows("select code, name from region_gemeente order by code"))]


def indicator_rows(indicators: Iterable[Indicator], source_titles: Mapping[str, str]) -> list[tuple[object, ...]]:
    """The rows of a cube's `indicator` table, in its column order."""
    return [
        (
            number, item.slug, item.title, item.definition, item.ladder, item.better, item.counts, item.shape,
            item.numerator, item.denominator, DENOMINATORS[item.denominator], item.per, item.unit,
            ",".join(item.sources), ", ".join(source_titles[source] for source in item.sources), item.lag_weeks,
            ",".join(item.splits), item.query,
        )
        for number, item in enumerate(indicators, 1)
    ]  # fmt: skip


AREAS = {
    # the region's cube: the country, the region and gemeenten; of wijken only what the CBS published
    True: """
        select area.* from area
        where area.level in ('land', 'regio', 'gemeente')
            or (area.level = 'wijk' and exists (
                select 1 from cells where cells.area_id = area.area_id and cells.shape = 'published'))
    """,
    False: """
        select area.* from area
        where area.gemeente_code = $scope and (not $is_public or area.level in ('gemeente', 'wijk', 'kern'))
    """,
}


def write_cube(database: Database, path: Path, scope: Scope, protection: Protection, *, meta: Mapping[str, str]) -> None:
    """Write one cube file. Expects the tables that `build` has made."""
    database.execute(f"attach {literal(path)} as target (block_size {BLOCK_SIZE})")
    for table, columns in TABLES.items():
        database.execute(f"create table target.{table} ({columns})")
    database.view("cells", f"select * from cell_{protection.value}")
    is_region, is_public = scope.code == REGIO, protection is Protection.OPENBAAR
    database.create("scope_area", AREAS[is_region], None if is_region else {"scope": scope.code, "is_public": is_public})
    entries = dict(meta) | {"format": str(FORMAT), "scope": scope.code, "scope_name": scope.name, "protection": protection.value}
    database.connection.executemany("insert into target.meta values (?, ?)", sorted(entries.items()))
    _copy(database, is_region=is_region, is_public=is_public, protection=protection)
    database.execute("detach target")
    path.chmod(0o444)


def _copy(database: Database, *, is_region: bool, is_public: bool, protection: Protection) -> None:
    database.execute("""
        insert into target.area
        select scope_area.area_id, scope_area.code, scope_area.name, scope_area.level, parent.area_id, null, null
        from scope_area left join scope_area as parent on scope_area.parent_code = parent.code
        order by scope_area.area_id
    """)
    database.execute(
        """
        insert into target.cell
        select indicator_id, programme_id, cells.area_id, period_id, split_id, numerator, numerator_low,
            numerator_high, denominator, value, low, high, status, reason
        from cells inner join scope_area using (area_id)
        where not $is_region or scope_area.level <> 'wijk' or cells.shape = 'published'
        order by indicator_id, programme_id, cells.area_id, period_id, split_id
        """,
        {"is_region": is_region},
    )
    database.execute('insert into target.period select period_id, type, code, "start", "end" from period order by period_id')
    database.execute("insert into target.indicator select * from indicator_row order by indicator_id")
    database.execute("insert into target.programme select programme_id, slug, title, unit "
                     "from programme_number inner join programme using (slug) order by programme_id")  # fmt: skip
    database.execute("insert into target.split select split_id, dimension, value from split_number order by split_id")
    database.execute(
        """
        insert into target.event
        select title, first_day, last_day, area_code, kind, note, source, indicator, breaks
        from all_event
        where (is_public or not $is_public)
            and (area_code is null or $is_region or area_code in ('NL00', 'RG01') or area_code in (select code from scope_area))
        order by first_day, title
        """,
        {"is_public": is_public, "is_region": is_region},
    )
    database.execute("insert into target.quality select topic, source, item, period, value, text "
                     "from quality_row where protection = $protection", {"protection": protection.value})  # fmt: skip


class Draft:
    """A publication in the making: a folder that no reader knows until `publish` renames it and moves the pointer."""

    def __init__(self, published: Path) -> None:
        self.published = published
        published.mkdir(parents=True, exist_ok=True)
        for leftover in published.glob(".draft-*"):
            shutil.rmtree(leftover)
        numbers = [int(path.name) for path in published.iterdir() if path.name.isdigit()]
        self.name = f"{max(numbers, default=0) + 1:06d}"
        self.folder = published / f".draft-{self.name}"
        self.folder.mkdir()

    def cube_path(self, scope: Scope, protection: Protection) -> Path:
        (self.folder / scope.code).mkdir(exist_ok=True)
        return self.folder / scope.code / f"{protection.value}.duckdb"

    def publish(self, fingerprint: str) -> None:
        """Make it the publication in force. The pointer is replaced last, in one step."""
        _sync(self.folder)
        self.folder.rename(self.published / self.name)
        write_atomically(self.published / "current.json", json.dumps({"publication": self.name, "fingerprint": fingerprint}))

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


def describe_meta(settings: Settings, protection: Protection, *, publication: str, made_at: str, until: str) -> dict[str, str]:
    """The `meta` rows that every cube of a level shares."""
    rule = settings.rules[protection]
    return {
        "publication": publication, "made_at": made_at, "data_until": until,
        "threshold": str(rule.threshold), "base": str(rule.base),
        "linked": "ja" if settings.linked_sources else "nee",
    }  # fmt: skip
