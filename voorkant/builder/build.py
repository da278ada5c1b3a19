"""`voorkant build`: what is new in `exports/` is read, stored, measured, protected and published, or nothing is."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from filelock import FileLock, Timeout

from voorkant.builder import cells, marts, measure, protect, publish, quality, quality_rules, region, supply
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared, Progress, fingerprint, read_declared
from voorkant.builder.intake import take_in, without_read_again
from voorkant.builder.store.history import Delivery, read_history, write_history
from voorkant.builder.store.records import relate
from voorkant.cube import reader
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection

DONE, REFUSED, NOTHING_NEW = 0, 2, 3
QUALITY = f"protection varchar, {publish.TABLES['quality']}"


@dataclass
class Outcome:
    """What a build did. `publication` is None when nothing was published."""

    files: list[dict[str, Any]] = field(default_factory=list)
    publication: str | None = None
    cubes: list[str] = field(default_factory=list)
    exit_code: int = DONE


def build(home: Home, progress: Progress) -> Outcome:
    """Publish what the home's exports hold. Problem when there is nothing to read or a declaration is wrong."""
    declared = read_declared(home)
    with _alone(home):
        known = read_history(home.records)
        new = take_in(home, declared, known, progress)
        known = without_read_again(known, new)
        outcome = _outcome(home, declared, known=known, new=new, progress=progress)
        if new:  # last, so that a build that was stopped or broke off has taken nothing in
            write_history(home.records, [*known, *new])
    return outcome


def _outcome(
    home: Home, declared: Declared, *, known: list[Delivery], new: list[Delivery], progress: Progress
) -> Outcome:
    history = [*known, *new]
    outcome = Outcome([item.report for item in new], exit_code=DONE if all(item.used for item in new) else REFUSED)
    if not any(item.used for item in history):
        return Outcome([item.report for item in history], exit_code=REFUSED)
    made_from = fingerprint(home, history)
    current = reader.current(home.published)
    if current and current.fingerprint == made_from:
        outcome.exit_code = outcome.exit_code or NOTHING_NEW
    else:
        outcome.publication, outcome.cubes = _publish(home, declared, history, made_from, progress)
    return outcome


@contextmanager
def _alone(home: Home) -> Iterator[None]:
    """One build at a time per home. The lock is the operating system's own, so a killed build leaves none behind."""
    try:
        home.records.mkdir(parents=True, exist_ok=True, mode=0o700)
        home.records.chmod(0o700)
        with FileLock(home.records / "build.lock", timeout=0):
            shutil.rmtree(home.records / "tmp", ignore_errors=True)
            yield
    except Timeout as error:
        raise Problem(
            "Er draait al een publicatie voor deze map. Wacht tot die klaar is en probeer het opnieuw."
        ) from error
    except PermissionError as error:
        raise Problem(
            f"Geen schrijfrechten voor {error.filename}. "
            f"Geef de gebruiker die publiceert schrijfrechten op {home.path}."
        ) from error


def _publish(
    home: Home, declared: Declared, history: list[Delivery], made_from: str, progress: Progress
) -> tuple[str, list[str]]:
    draft = publish.Draft(home.published)
    database = Database(home)
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
        written = _write(database, draft, declared, windows)
        draft.publish(made_from)
    except BaseException:
        draft.discard()
        raise
    finally:
        database.close()
    return draft.name, written


def _prepare(
    database: Database, home: Home, declared: Declared, history: list[Delivery]
) -> Mapping[str, region.Window]:
    for source in declared.sources.values():
        delivered = [item for item in history if item.used and item.kind == source.slug]
        relate(database, home.records / "rows", source, delivered)
    marts.build_marts(database, home, declared.programmes.values())
    region.define_region(database, declared.settings)
    windows = region.source_windows(database, declared.sources, declared.settings.data_until)
    region.define_periods(database, region.measured_windows(windows, declared.indicators))
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
    filled = {slug for slug in declared.sources if database.has_rows(f"src_{slug}")}
    shown = [item.without_empty(filled) for item in declared.indicators]
    database.fill("indicator_row", publish.TABLES["indicator"], publish.indicator_rows(shown, titles))
    marts.add_events(database)
    database.fill("quality_row", QUALITY, [])
    for protection in Protection:
        rule = declared.settings.rules[protection]
        found = [
            *quality.delivery_rows(history, rule),
            *quality_rules.rule_off_rows(declared.rules_off, history, rule),
            *supply.supply_rows(database, declared, history, windows),
            *quality.setting_rows(declared.settings, declared.sources),
            *quality.completeness_rows(database, windows, declared.sources),
            *quality.gap_rows(database, declared.indicators, declared.sources, rule),
        ]
        database.add("quality_row", [(protection.value, *row) for row in found])


def _write(
    database: Database, draft: publish.Draft, declared: Declared, windows: Mapping[str, region.Window]
) -> list[str]:
    stamp = {
        "publication": draft.name,
        "made_at": datetime.now().astimezone().isoformat(timespec="minutes"),
        "data_until": quality.data_until(region.measured_windows(windows, declared.indicators)),
    }
    written = []
    for scope in publish.scopes(database):
        for protection in Protection:
            meta = stamp | publish.rule_meta(declared.settings, protection)
            publish.write_cube(database, draft.cube_path(scope, protection), scope, protection, meta=meta)
            written.append(f"{scope.code}/{protection.value}")
    return written
