"""What a publication of checked files would change, per kind: beside what counts, and with nothing of it stored."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from voorkant.builder.compare import Comparison, Sides, can_replace_period, compare, told
from voorkant.builder.database import Database, checked
from voorkant.builder.declared import Declared
from voorkant.builder.ingest.report import FileReport
from voorkant.builder.intake import rekeyed
from voorkant.builder.plausible import implausible
from voorkant.builder.store import keys
from voorkant.builder.store.counting import DELIVERY_ROWS
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import rows_table, stored
from voorkant.builder.weigh import of_kind, way
from voorkant.declare.delivery import REPLACING
from voorkant.declare.home import Home
from voorkant.declare.source import Source

MOST = 100
"""Places and codes that are told: those that differ most."""
FOLDER = "check"
"""Where this database spills: a build clears its own folder."""


@dataclass(frozen=True)
class Brought:
    """The used rows of one table, which lie in `relation`."""

    file: str
    sha256: str
    kind: str
    relation: str


@dataclass
class Expected:
    """Gathers the used rows of checked files in a database of its own, and compares them when all are there."""

    home: Home
    declared: Declared
    history: Sequence[Delivery]
    database: Database | None = None
    brought: list[Brought] = field(default_factory=list)

    def __enter__(self) -> "Expected":
        shutil.rmtree(self.home.records / FOLDER, ignore_errors=True)
        if any(item.counts for item in self.history):
            self.database = Database(self.home, folder=FOLDER)
        return self

    def __exit__(self, *_: object) -> None:
        if self.database:
            self.database.close()
            shutil.rmtree(self.home.records / FOLDER, ignore_errors=True)

    def take(self, report: FileReport) -> None:
        """The rows of a table that a publication would take in; those of a new kind have nothing beside them."""
        table, kind = report.table, report.kind
        if self.database is None or table is None or not table.num_rows or kind is None:
            return
        source = self.declared.sources[kind]
        member = report.file.partition("!")[2]
        if not of_kind(self.history, source) or any(
            (item.sha256, item.file.partition("!")[2]) == (report.sha256, member) for item in self.brought
        ):
            return
        relation = f"brought_{len(self.brought)}"
        key = keys.load(self.home, self.history)
        rows = rows_table(rekeyed(self.declared, source, table, key), source, 0)
        self.database.add_frame(relation, rows)
        self.brought.append(Brought(report.file, report.sha256, kind, relation))

    def told(self) -> list[dict[str, Any]]:
        """Per kind what would change in each way that it can be taken in, and what stands out then."""
        return [
            self._kind(self.database, kind) for kind in sorted({item.kind for item in self.brought}) if self.database
        ]

    def _kind(self, database: Database, kind: str) -> dict[str, Any]:
        source, settings = self.declared.sources[kind], self.declared.settings
        sides = self._sides(database, source)
        ways = [
            how
            for how in REPLACING
            if (source.key or how == "periode") and (how == "sleutel" or can_replace_period(source))
        ]
        stated = settings.data_until.get(kind)
        found = compare(database, source, sides, ways=ways, stated=stated)
        usual = way(source, settings, {})
        delivered = found[usual].delivered
        return {
            "kind": kind,
            "files": [item.file for item in self.brought if item.kind == kind],
            "replaces": usual,
            "span": [delivered[0], delivered[-1]] if delivered else [],
            "ways": {how: _way(comparison) for how, comparison in found.items()},
            "months": [[month.code, month.old, month.new] for month in found[usual].months if month.new],
            "features": _features(found[usual]),
        }

    def _sides(self, database: Database, source: Source) -> Sides:
        """In the order in which a publication reads: by name."""
        old = of_kind(self.history, source)
        first = max(item.number for item in self.history) + 1
        own = sorted((item for item in self.brought if item.kind == source.slug), key=lambda item: item.file)
        new = [Delivery(first + place, item.file, item.sha256, item.kind, "") for place, item in enumerate(own)]
        rows = " union all by name ".join(
            f"select * replace (row_id + {delivery.number * DELIVERY_ROWS} as row_id) from {checked(item.relation)}"  # noqa: S608
            for delivery, item in zip(new, own, strict=True)
        )
        return Sides(stored(database, self.home.records / "rows", source, old), old, rows, new)


def _way(found: Comparison) -> dict[str, Any]:
    replaced = [found.replaced.first, found.replaced.last] if found.replaced else []
    concerns = [concern.told() for concern in implausible(found)]
    return {"changes": told(found), "replaced": replaced, "warnings": concerns}


def _features(found: Comparison) -> list[list[Any]]:
    """Column, value, rows that counted in the months of the delivery, and rows that it holds."""
    months = found.delivered
    rows = [
        [tally.feature, tally.value, sum(tally.old.get(month, 0) for month in months), sum(tally.new.values())]
        for tally in found.tallies
    ]
    some = [row for row in rows if row[2] or row[3]]
    return sorted(some, key=lambda row: -abs(row[3] - row[2]))[:MOST]
