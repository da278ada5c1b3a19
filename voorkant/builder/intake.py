"""Taking in exports: every file of the inbox that is not known yet is read, checked, re-keyed and stored."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from voorkant.builder.declared import Declared, Progress
from voorkant.builder.ingest.rekey import rekey
from voorkant.builder.ingest.report import FileReport, report_json
from voorkant.builder.store import keys
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import write_rows
from voorkant.declare.home import Home
from voorkant.declare.source import Source
from voorkant.domain.problem import Problem

LINKED = "koppeling"
IGNORED = frozenset({".toml", ".md", ".lock"})


def listed(home: Home) -> list[Path]:
    """The files that people put in `exports/`."""
    return sorted(
        path
        for path in home.exports.rglob("*")
        if path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.lower() not in IGNORED
    )


def inbox(home: Home) -> list[Path]:
    """The same. Problem when there are none."""
    found = listed(home)
    if not found:
        raise Problem(
            f"Er staan geen bestanden in {home.exports}. Zet de exports (CSV, Excel of zip) in die map en "
            "draai 'voorkant build' opnieuw, of maak eerst de demo met 'voorkant demo --out MAP'."
        )
    return found


def take_in(
    home: Home, declared: Declared, history: list[Delivery], progress: Progress, *, again: Collection[str] = ()
) -> list[Delivery]:
    """The deliveries of the files that `history` does not know; their rows are on disk when it returns."""
    key = keys.load(home, history)
    known = set(known_files(history, declared, again))
    number = max((item.number for item in history), default=0)
    new: list[Delivery] = []
    for path in listed(home) if history else inbox(home):  # what was taken in may have been removed by its owner
        digest = sha256(path)
        if digest in known:
            continue
        known.add(digest)
        progress(f"Lezen: {path.name}")
        new += [
            _store(home, declared, report, _delivery(declared, report, digest + _inside(path, report), place), key)
            for place, report in enumerate(declared.read(path), number + len(new) + 1)
        ]
        # Arrow keeps for itself what a file took and no longer needs: of ten million rows more than 2 GB
        pa.default_memory_pool().release_unused()
    return new


def known_files(history: Sequence[Delivery], declared: Declared, again: Collection[str] = ()) -> dict[str, Delivery]:
    """Files by their hash that do not come in by themselves, each with its delivery: one that counts, if there is one.

    What was refused is read again once files are read otherwise, and what was undone when it is asked for `again`.
    """
    known: dict[str, Delivery] = {}
    for item in history:
        looked_at = item.used or item.reading in {"", declared.reading}
        asked = item.undone is not None and item.file_sha256 in again
        former = known.get(item.file_sha256)
        if looked_at and not asked and (former is None or former.undone):
            known[item.file_sha256] = item
    return known


def without_read_again(history: Sequence[Delivery], new: Sequence[Delivery]) -> list[Delivery]:
    """The history without the refusals that a new look at the same file has replaced."""
    again = {item.file_sha256 for item in new}
    return [item for item in history if item.used or item.file_sha256 not in again]


def _inside(path: Path, report: FileReport) -> str:
    """Nothing, or the name of the sheet or file in it that a report is about, behind "!"."""
    return report.file.removeprefix(path.name)


def _delivery(declared: Declared, report: FileReport, digest: str, number: int) -> Delivery:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    used = report.table is not None
    told = report_json(report)
    return Delivery(number, report.file, digest, report.kind, now, told, used=used, reading=declared.reading)


def _store(home: Home, declared: Declared, report: FileReport, delivery: Delivery, key: bytes) -> Delivery:
    """The delivery with the id of its key; what may be used of it is on disk."""
    if report.table is None:
        return delivery
    source = declared.sources[report.kind]
    table = rekeyed(declared, source, report.table, key)
    write_rows(home.records / "rows" / delivery.parquet, table, source, delivery.number)
    return replace(delivery, key=keys.key_id(key), domain=domain_of(declared, source))


def rekeyed(declared: Declared, source: Source, table: pa.Table, key: bytes) -> pa.Table:
    """The rows of a file with the keys of youths as they may be kept."""
    return rekey(table, source, key, domain_of(declared, source))


def domain_of(declared: Declared, source: Source) -> str:
    """What the keys of a source are shared with."""
    return LINKED if source.slug in declared.settings.linked_sources else source.slug


def linked(declared: Declared, history: Sequence[Delivery]) -> list[str]:
    """The sources that may be linked and whose rows are all stored so; what came in before was not."""
    apart = {item.kind for item in history if item.counts and item.domain not in ("", LINKED)}
    return [slug for slug in declared.settings.linked_sources if slug not in apart]


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
