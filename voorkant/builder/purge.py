"""`voorkant purge`: what has outlived its term is removed from the record store, and what was made of it."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

import pyarrow as pa

from voorkant.builder import account, journal
from voorkant.builder.audit.memory import Memory
from voorkant.builder.build import alone
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared, read_declared
from voorkant.builder.intake import listed, sha256
from voorkant.builder.leaving import leaving, without
from voorkant.builder.store.history import Delivery, Purged, read_history, write_history
from voorkant.builder.store.records import sweep, write_anew
from voorkant.cube import reader
from voorkant.cube.reader import REGIO, Cube
from voorkant.declare import clock
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import Action, builder_log
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.retention import Term
from voorkant.domain.job import Job
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection

LONG = timedelta(days=366)
"""A clock so far beyond the last line of the log may be wrong, and what is removed does not come back."""


@dataclass
class Gone:
    """What was removed, or would be."""

    first_kept: dict[str, date] = field(default_factory=dict)  # source -> the first day of which rows are kept
    first_shown: dict[str, date] = field(default_factory=dict)  # indicator -> the first day of which figures are kept
    rows: dict[str, int] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    publications: list[str] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    in_exports: list[str] = field(default_factory=list)  # files that hold such rows and are for people to remove

    @property
    def is_nothing(self) -> bool:
        return not (self.rows or self.publications or self.jobs)


def purge(home: Home, *, day: date | None = None, dry_run: bool = False) -> Gone:
    """Remove what is older than its term on this day. Problem where the day cannot be right."""
    declared = read_declared(home)
    today = clock.now().date()
    if day and day > today:
        raise Problem(f"{day} ligt na vandaag ({today}). Er is niets verwijderd.")
    with alone(home):
        if day is None:
            _refuse_jump(home, today)
        gone = Gone()
        history = read_history(home.records)
        ids = _rows(home, declared, history, gone, day or today)
        _made(home, declared, gone, day or today)
        if not dry_run and not gone.is_nothing:
            history = _remove(home, history, ids, gone)
        lost = {item.file_sha256 for item in history if item.purged or item.number in ids}
        gone.in_exports = [path.name for path in listed(home) if sha256(path) in lost] if lost else []
        return gone


def _refuse_jump(home: Home, today: date) -> None:
    records = read_log(builder_log(home), "bouwer").records
    last = datetime.fromisoformat(records[-1]["at"]).date() if records else today
    if today - last > LONG:
        raise DataRefused(
            f"De klok van deze computer staat op {today}, meer dan een jaar na de laatste regel in het logboek "
            f"({last}). Er is niets verwijderd. Klopt de klok, draai dan 'voorkant purge --day {today}'."
        )


def _rows(home: Home, declared: Declared, history: Sequence[Delivery], gone: Gone, today: date) -> dict[int, pa.Array]:
    """Delivery number -> rows that leave."""
    ids: dict[int, pa.Array] = {}
    database = Database(home)
    try:
        for slug, term in declared.settings.terms.items():
            items = [item for item in history if item.used and item.kind == slug]
            gone.first_kept[slug] = term.first_kept(today)
            found = leaving(database, home.records / "rows", declared.sources[slug], items, gone.first_kept[slug])
            if found:
                gone.rows[slug] = sum(map(len, found.values()))
                gone.files += [item.file for item in items if item.number in found]
                ids |= found
    finally:
        database.close()
    used = {item.kind for item in history if item.used}
    for indicator in declared.indicators:
        own = [slug for slug in indicator.sources if slug in used]
        gone.first_shown[indicator.slug] = min((gone.first_kept.get(slug, date.min) for slug in own), default=date.min)
    return ids


def _made(home: Home, declared: Declared, gone: Gone, today: date) -> None:
    """Publications and jobs whose own term is over."""
    kept = declared.settings.kept
    if term := kept.get("publicaties"):
        gone.publications = [name for name, made in _former(home) if made < term.first_kept(today)]
    if term := kept.get("opdrachten"):
        gone.jobs = _done_before(Jobs(home), term, today)


def _former(home: Home) -> list[tuple[str, date]]:
    """(name, day it was made) of each publication but the one in force and the one before it."""
    current = reader.current(home.published)
    names = sorted(path.name for path in home.published.glob("*") if path.is_dir() and path.name.isdigit())
    former = [name for name in names if current and name < current.name][:-1]
    return [(name, _made_on(home, name)) for name in former]


def _made_on(home: Home, name: str) -> date:
    folder = home.published / name
    try:
        return datetime.fromisoformat(Cube(folder / REGIO / f"{Protection.OPENBAAR}.duckdb").meta["made_at"]).date()
    except DataRefused:  # of another version of the format
        return datetime.fromtimestamp(folder.stat().st_mtime).astimezone().date()


def _done_before(jobs: Jobs, term: Term, today: date) -> list[Job]:
    first = term.first_kept(today)
    return [
        job for job in jobs.all() if datetime.fromisoformat(job.at).date() < first and jobs.status(job).state.is_over
    ]


def _remove(home: Home, history: Sequence[Delivery], ids: Mapping[int, pa.Array], gone: Gone) -> list[Delivery]:
    """The history after it. The rows of before are in force until it is replaced, and are then removed."""
    folder = home.records / "rows"
    left = [
        _purged(write_anew(folder, item, partial(without, ids=ids[item.number])), len(ids[item.number]), gone)
        if item.number in ids
        else item
        for item in history
    ]
    write_history(home.records, left)
    sweep(folder, left)
    Memory(home.records / "audit").forget(gone.first_shown)
    for name in gone.publications:
        shutil.rmtree(home.published / name)
    for job in gone.jobs:
        Jobs(home).forget(job)
    account.write(home, left)
    about = {"rijen": gone.rows, "publicaties": gone.publications, "opdrachten": len(gone.jobs)}
    journal.log(home, Action.PURGE, **about)
    return left


def _purged(item: Delivery, rows: int, gone: Gone) -> Delivery:
    former = item.purged.rows if item.purged else 0
    before = gone.first_kept[item.kind or ""].isoformat()
    return replace(item, purged=Purged(before, former + rows, clock.now().isoformat(timespec="seconds")))
