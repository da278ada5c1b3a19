"""`voorkant build`: what is new in `exports/` is read, stored, measured, protected and published, or nothing is."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from voorkant import ROOT, __version__
from voorkant.builder import cells, marts, measure, protect, publish, quality, region
from voorkant.builder.database import QUERIES, Database
from voorkant.builder.ingest.read import read_file
from voorkant.builder.ingest.report import report_json
from voorkant.builder.ingest.rekey import rekey
from voorkant.builder.store import keys
from voorkant.builder.store.history import Delivery, read_history, write_history
from voorkant.builder.store.records import relate, write_rows
from voorkant.cube import reader
from voorkant.declare.cubeplan import PlanTable, read_cubeplan
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator, read_indicators
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.settings import Settings, read_settings
from voorkant.declare.source import Source, read_sources
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection

Progress = Callable[[str], None]
QUALITY = f"protection varchar, {publish.TABLES['quality']}"
IGNORED = frozenset({".toml", ".md", ".lock"})


@dataclass(frozen=True)
class Declared:
    """All that the declarations of the checkout and the home say."""

    settings: Settings
    sources: Mapping[str, Source]
    programmes: Mapping[str, Programme]
    indicators: tuple[Indicator, ...]
    plan: tuple[PlanTable, ...]


@dataclass
class Outcome:
    """What a build did. `publication` is None when nothing was published."""

    files: list[dict[str, Any]] = field(default_factory=list)
    publication: str | None = None
    cubes: list[str] = field(default_factory=list)
    exit_code: int = 0


def read_declared(home: Home) -> Declared:
    return Declared(
        settings=read_settings(home.settings),
        sources=read_sources(*home.declared("sources")),
        programmes=read_programmes(*home.declared("programmes")),
        indicators=tuple(read_indicators(QUERIES / "indicators").values()),
        plan=read_cubeplan(ROOT / "data" / "cubeplan.toml"),
    )


def build(home: Home, progress: Progress) -> Outcome:
    """Publish what the home's exports hold. Problem when there is nothing to read or a declaration is wrong."""
    declared = read_declared(home)
    files = inbox(home)
    with _alone(home):
        history = read_history(home.records)
        new = _take_in(home, declared, files, history, progress)
        current = reader.current(home.published)
        fingerprint = _fingerprint(home, history)
        refused = any(not item.used for item in new)
        if current and current.fingerprint == fingerprint:
            return Outcome([item.report for item in new], exit_code=2 if refused else 3)
        outcome = Outcome([item.report for item in new], exit_code=2 if refused else 0)
        if not any(item.used for item in history):
            write_history(home.records, history)
            outcome.files = outcome.files or [item.report for item in history]
            outcome.exit_code = 2
            return outcome
        write_history(home.records, history)
        outcome.publication, outcome.cubes = _publish(
            home, declared, history, fingerprint=fingerprint, progress=progress
        )
    return outcome


def inbox(home: Home) -> list[Path]:
    """The files that people put in `exports/`. Problem when there are none."""
    found = sorted(
        path for path in home.exports.rglob("*")
        if path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.lower() not in IGNORED
    ) if home.exports.is_dir() else []  # fmt: skip
    if not found:
        raise Problem(
            f"Er staan geen bestanden in {home.exports}. Zet de CSV-exports in die map en draai 'voorkant build' opnieuw, "
            "of maak eerst de demo met 'voorkant demo --out MAP'."
        )
    return found


@contextmanager
def _alone(home: Home) -> Any:
    """One build at a time per home. The lock is the operating system's own, so a killed build leaves none behind."""
    try:
        home.records.mkdir(parents=True, exist_ok=True, mode=0o700)
        home.records.chmod(0o700)
        lock = FileLock(home.records / "build.lock", timeout=0)
        with lock:
            shutil.rmtree(home.records / "tmp", ignore_errors=True)
            yield
    except Timeout as error:
        raise Problem(
            "Er draait al een publicatie voor deze map. Wacht tot die klaar is en probeer het opnieuw."
        ) from error
    except PermissionError as error:
        raise Problem(
            f"Geen schrijfrechten voor {error.filename}. Geef de gebruiker die publiceert schrijfrechten op {home.path}."
        ) from error


def _take_in(
    home: Home, declared: Declared, files: list[Path], history: list[Delivery], progress: Progress
) -> list[Delivery]:
    """Read every file that is not known yet, store its rows, and add it to the history (in memory)."""
    known = {item.sha256 for item in history}
    new = []
    for path in files:
        digest = _sha256(path)
        if digest in known:
            continue
        known.add(digest)
        progress(f"Lezen: {path.name}")
        new.append(
            _read(home, declared, path, digest=digest, number=max((item.number for item in history), default=0) + 1)
        )
        history.append(new[-1])
    return new


def _read(home: Home, declared: Declared, path: Path, *, digest: str, number: int) -> Delivery:
    report = read_file(path, declared.sources, extra_areas=declared.settings.gemeenten)
    summary = report_json(report)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    if report.table is not None:
        source = declared.sources[report.kind]
        domain = "koppeling" if source.slug in declared.settings.linked_sources else source.slug
        table = rekey(report.table, source, keys.load(home), domain)
        folder = home.records / "rows"
        folder.mkdir(exist_ok=True)
        write_rows(folder / f"{number:06d}.parquet", table, source, number)
    return Delivery(number, path.name, digest, report.kind, now, summary, used=report.table is not None)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(home: Home, history: list[Delivery]) -> str:
    """What a publication is made from: the deliveries, the declarations and this version's own queries."""
    digest = hashlib.sha256(__version__.encode())
    for item in history:
        digest.update(f"{item.sha256}{item.used}".encode())
    declarations = [*home.path.glob("*.toml"), *home.path.glob("*.csv"), *home.path.glob("*/*.toml"),
                    *(ROOT / "data").glob("*/*.toml"), *(ROOT / "data").glob("*.*"), *(ROOT / "data" / "codes").glob("*.csv"),
                    *QUERIES.glob("*/*.sql")]  # fmt: skip
    for path in sorted(declarations):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _publish(
    home: Home, declared: Declared, history: list[Delivery], *, fingerprint: str, progress: Progress
) -> tuple[str, list[str]]:
    database = Database(home)
    draft = publish.Draft(home.published)
    try:
        windows = _prepare(database, home, declared, history)
        for indicator in declared.indicators:
            progress(f"Meten en beschermen: {indicator.title}")
            _measure(database, declared, indicator, windows)
        progress("Publiceren")
        cells.number(database, declared.plan, list(declared.indicators))
        for protection in Protection:
            cells.finish(database, protection)
        _describe(database, declared, history, windows)
        paths = _write(database, draft, declared.settings, windows)
        draft.publish(fingerprint)
    except BaseException:
        draft.discard()
        raise
    finally:
        database.close()
    return draft.name, paths


def _prepare(database: Database, home: Home, declared: Declared, history: list[Delivery]) -> dict[str, region.Window]:
    for source in declared.sources.values():
        relate(
            database,
            home.records / "rows",
            source,
            [item for item in history if item.used and item.kind == source.slug],
        )
    marts.build_marts(database, home, declared.programmes.values())
    region.define_region(database, declared.settings)
    windows = region.source_windows(database, declared.sources, declared.settings.data_until)
    region.define_periods(database, windows)
    measure.prepare(database)
    protect.prepare(database)
    return windows


def _measure(
    database: Database, declared: Declared, indicator: Indicator, windows: Mapping[str, region.Window]
) -> None:
    if indicator.shape == "published":
        measure.observe(database, indicator)
        protect.add_published(database, indicator)
        return
    measured = measure.measure(database, indicator, plan=declared.plan, windows=windows)
    if measured:
        protect.protect(database, indicator, declared.settings, unknown_keys=measured.unknown_keys)


def _describe(
    database: Database, declared: Declared, history: list[Delivery], windows: Mapping[str, region.Window]
) -> None:
    """Make the tables of a cube that are not cells: indicators, events and quality."""
    titles = {slug: source.title for slug, source in declared.sources.items()}
    rows = publish.indicator_rows(declared.indicators, titles)
    database.fill("indicator_row", publish.TABLES["indicator"], rows)
    marts.add_events(database)
    database.fill("quality_row", QUALITY, [])
    for protection in Protection:
        rule = declared.settings.rules[protection]
        found = [
            *quality.delivery_rows(history, rule),
            *quality.setting_rows(declared.settings, protection),
            *quality.completeness_rows(database, windows, declared.sources),
            *quality.gap_rows(database, declared.indicators, windows, rule, declared.sources),
        ]
        database.add("quality_row", [(protection.value, *row) for row in found])


def _write(
    database: Database, draft: publish.Draft, settings: Settings, windows: Mapping[str, region.Window]
) -> list[str]:
    made_at = datetime.now().astimezone().isoformat(timespec="minutes")
    written = []
    for scope in publish.scopes(database):
        for protection in Protection:
            meta = publish.describe_meta(settings, protection, publication=draft.name, made_at=made_at,
                                         until=quality.data_until(windows))  # fmt: skip
            publish.write_cube(database, draft.cube_path(scope, protection), scope, protection, meta=meta)
            written.append(f"{scope.code}/{protection.value}")
    return written
