"""Taking in exports: every file of the inbox that is not known yet is read, checked, re-keyed and stored."""

import hashlib
from datetime import datetime
from pathlib import Path

from voorkant.builder.declared import Declared, Progress
from voorkant.builder.ingest.read import read_files
from voorkant.builder.ingest.rekey import rekey
from voorkant.builder.ingest.report import FileReport, report_json
from voorkant.builder.store import keys
from voorkant.builder.store.history import Delivery
from voorkant.builder.store.records import write_rows
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem

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


def take_in(home: Home, declared: Declared, history: list[Delivery], progress: Progress) -> list[Delivery]:
    """The deliveries of the files that `history` does not know; their rows are on disk when it returns."""
    known = {item.file_sha256 for item in history}
    number = max((item.number for item in history), default=0)
    new: list[Delivery] = []
    for path in inbox(home):
        digest = sha256(path)
        if digest in known:
            continue
        known.add(digest)
        progress(f"Lezen: {path.name}")
        for report in read_files(path, declared.sources, extra_areas=declared.settings.gemeenten):
            number += 1
            table = report.file.removeprefix(path.name)  # "" or the name of a sheet or file in it, behind "!"
            new.append(_store(home, declared, report, digest=digest + table, number=number))
    return new


def _store(home: Home, declared: Declared, report: FileReport, *, digest: str, number: int) -> Delivery:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    used = report.table is not None
    delivery = Delivery(number, report.file, digest, report.kind, now, report_json(report), used=used)
    if report.table is not None:
        source = declared.sources[report.kind]
        domain = "koppeling" if source.slug in declared.settings.linked_sources else source.slug
        table = rekey(report.table, source, keys.load(home), domain)
        write_rows(home.records / "rows" / delivery.parquet, table, source, number)
    return delivery


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
