"""`voorkant build`: what is new in `exports/` is read, stored, measured, protected and published, or nothing is."""

import shutil
from collections.abc import Collection, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from filelock import FileLock, Timeout

from voorkant import __version__
from voorkant.analysis.randomisation import DRAWS, SEED
from voorkant.builder import (
    account,
    cells,
    detail,
    journal,
    marts,
    measure,
    protect,
    protecting,
    publish,
    quality,
    quality_rules,
    quality_terms,
    region,
    supply,
)
from voorkant.builder.audit.memory import Memory
from voorkant.builder.counted import with_counted
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared, Progress, fingerprint, read_declared
from voorkant.builder.intake import linked, take_in, without_read_again
from voorkant.builder.order import Order
from voorkant.builder.pilot.publish import add_pilots
from voorkant.builder.store.history import Delivery, prepare, read_history, settle, write_history
from voorkant.builder.store.records import relate, sweep
from voorkant.builder.watch import Watch
from voorkant.builder.weigh import of_kind, weigh
from voorkant.cube import reader
from voorkant.declare.auditlog import Action
from voorkant.declare.eventfile import read_events
from voorkant.declare.home import Home
from voorkant.declare.register import Register
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection

DONE, REFUSED, NOTHING_NEW = 0, 2, 3
PILOTS = "pilots"
QUALITY = f"protection varchar, {publish.TABLES['quality']}"


@dataclass
class Outcome:
    """What a build did. `publication` is None when nothing was published."""

    files: list[dict[str, Any]] = field(default_factory=list)
    publication: str | None = None
    cubes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)  # of protection, of the audit and of judging pilots
    exit_code: int = DONE
    refused_pilots: list[str] = field(default_factory=list)  # why a file in pilots/ is no pilot


def build(home: Home, progress: Progress, order: Order | None = None) -> Outcome:
    """Publish what the home's exports hold. Problem when there is nothing to read or a declaration is wrong."""
    asked = order or Order()
    declared = read_declared(home)
    with alone(home, clock_is_right=asked.clock_is_right):
        known = read_history(home.records)
        new = take_in(home, declared, known, progress, again=asked.again)
        known = without_read_again(known, new)
        new = weigh(home, declared, known=known, new=new, order=asked)
        outcome = make(home, declared, [*known, *new], fresh={item.number for item in new}, progress=progress)
        journal.published(home, declared.settings, outcome.publication, asker=asked.asker, action=Action.PUBLISH)
        return outcome


def make(home: Home, declared: Declared, history: list[Delivery], *, fresh: Set[int], progress: Progress) -> Outcome:
    """Publish what counts of a history, and have the two come in force together. `fresh`: numbers that are new."""
    new = [item for item in history if item.number in fresh]
    outcome = Outcome([told(item) for item in new], exit_code=DONE if all(item.used for item in new) else REFUSED)
    current = reader.current(home.published)
    if not any(item.counts for item in history):
        outcome = Outcome([told(item) for item in history], exit_code=REFUSED)
        write_history(home.records, history)
    elif current and current.is_whole and current.fingerprint == fingerprint(home, history):
        outcome.exit_code = outcome.exit_code or NOTHING_NEW
        write_history(home.records, [_first_in(item, current.name, fresh) for item in history])
    else:
        outcome.publication, outcome.cubes, outcome.seconds = _publish(home, declared, history, progress, fresh=fresh)
    account.write(home, read_history(home.records))
    outcome.refused_pilots = list(declared.refused_pilots.values())
    if outcome.refused_pilots:
        outcome.exit_code = REFUSED
    return outcome


def told(item: Delivery) -> dict[str, Any]:
    """A delivery as a script gets it."""
    return item.report | {"warnings": list(item.warnings), "changes": item.changes}


def _first_in(item: Delivery, publication: str, fresh: Set[int]) -> Delivery:
    return replace(item, publication=publication) if item.number in fresh else item


@contextmanager
def alone(home: Home, *, clock_is_right: bool = False) -> Iterator[None]:
    """One build at a time per home, and none that cannot be put on record.

    The lock is the operating system's own, so a killed build leaves none behind.
    """
    try:
        home.records.mkdir(parents=True, exist_ok=True, mode=0o700)
        home.records.chmod(0o700)
        with FileLock(home.records / "build.lock", timeout=0):
            shutil.rmtree(home.records / "tmp", ignore_errors=True)
            settle(home.records, _in_force(home))
            sweep(home.records / "rows", read_history(home.records))
            journal.ready(home, clock_is_right=clock_is_right)
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


def _in_force(home: Home) -> str | None:
    """The fingerprint of the publication that readers see; None as well where its pointer cannot be read."""
    try:
        current = reader.current(home.published)
    except DataRefused:
        return None
    return current.fingerprint if current else None


def _publish(
    home: Home, declared: Declared, history: list[Delivery], progress: Progress, *, fresh: Set[int]
) -> tuple[str, list[str], dict[str, float]]:
    draft = publish.Draft(home.published)
    database = Database(home)
    try:
        windows = _prepare(database, home, declared, history)
        guard = protecting.Guard(database, declared, Memory(home.records / "audit"), progress, Watch())
        judged = _measure(guard, windows, linked(declared, history))
        guarded = guard.protect(judged)
        progress("Publiceren")
        cells.number(database, list(declared.indicators))
        for protection in Protection:
            cells.finish(database, protection)
        _describe(database, declared, history, windows, guarded)
        marts.keep_events(database, read_events(home, strict=True))
        with guard.watch.of(PILOTS):
            add_pilots(guard, Register(home), windows)
        detail.prepare(database, declared, windows, linked(declared, history), progress)  # when all else is done
        written = _write(database, draft, declared, windows)
        made_from = fingerprint(home, history)
        prepare(home.records, [_first_in(item, draft.name, fresh) for item in history], made_from)
        guard.memory.write()  # before the pointer moves: what anyone may have seen is remembered
        draft.publish(made_from)
        settle(home.records, made_from)
    except BaseException:
        draft.discard()
        raise
    finally:
        database.close()
    return draft.name, written, guard.watch.seconds


def _prepare(
    database: Database, home: Home, declared: Declared, history: list[Delivery]
) -> Mapping[str, region.Window]:
    for source in declared.sources.values():
        relate(database, home.records / "rows", source, of_kind(history, source))
    marts.build_marts(database, home, declared.programmes.values())
    region.define_region(database, declared.settings)
    windows = region.source_windows(database, declared.sources, declared.settings.data_until)
    region.define_periods(database, region.measured_windows(windows, declared.indicators))
    measure.prepare(database)
    protect.prepare(database)
    return windows


def _measure(
    guard: protecting.Guard, windows: Mapping[str, region.Window], joined: Collection[str]
) -> list[protect.Judged]:
    """Measure all indicators and keep their intern cells; those that arrive counted are published as they are."""
    database, declared = guard.database, guard.declared
    judged = []
    for indicator in declared.indicators:
        guard.progress(f"Meten en beschermen: {indicator.title}")
        if indicator.shape == "published":
            measure.observe(database, indicator)
            protect.add_published(database, indicator)
        elif indicator.shape != "ratio" and (
            found := measure.measure(database, indicator, plan=declared.plan, windows=windows, linked=joined)
        ):
            judged.append(protect.Judged(indicator, found.unknown_keys))
            guard.intern(judged[-1])
    return judged


def _describe(
    database: Database,
    declared: Declared,
    history: list[Delivery],
    windows: Mapping[str, region.Window],
    guarded: Mapping[Protection, list[quality.Row]],
) -> None:
    """Make the tables of a cube that are not cells: indicators, events and quality."""
    titles = {slug: source.title for slug, source in declared.sources.items()}
    filled = quality.filled(database, declared.sources)
    shown = [with_counted(database, item.without_empty(filled), filled) for item in declared.indicators]
    database.fill("indicator_row", publish.TABLES["indicator"], publish.indicator_rows(shown, titles))
    marts.add_events(database)
    database.fill("quality_row", QUALITY, [])
    counted = [item for item in history if item.undone is None]
    complete = quality.completeness_rows(database, windows, declared.sources)
    gaps = quality.gaps(database, declared.indicators, declared.sources)
    unlinked = quality.unlinked_rows(database, declared.indicators, declared.sources, linked(declared, history))
    for protection in Protection:
        rule = declared.settings.rules[protection]
        found = [
            *quality.delivery_rows(counted, rule),
            *quality.concern_rows(counted),
            *quality_rules.rule_off_rows(declared.rules_off, counted, rule),
            *supply.supply_rows(database, declared, counted, windows),
            *quality.setting_rows(declared.settings, declared.sources),
            *quality_terms.term_rows(declared.settings.terms, counted, declared.sources),
            *complete,
            *unlinked,
            *quality.gap_rows(gaps, rule),
            *quality.pilot_rows(declared.refused_pilots, protection),
            *guarded[protection],
        ]
        database.add("quality_row", [(protection.value, *row) for row in found])


def _write(
    database: Database, draft: publish.Draft, declared: Declared, windows: Mapping[str, region.Window]
) -> list[str]:
    stamp = {
        "publication": draft.name,
        "made_at": datetime.now().astimezone().isoformat(timespec="minutes"),
        "data_until": quality.data_until(region.measured_windows(windows, declared.indicators)),
        # the same data with the same of these give the same estimates, bit for bit
        "version": __version__,
        "seed": str(SEED),
        "draws": str(DRAWS),
    }
    written = []
    for scope in publish.scopes(database):
        for protection in Protection:
            meta = stamp | publish.rule_meta(declared.settings, protection)
            publish.write_cube(database, draft.cube_path(scope, protection), scope, protection, meta=meta)
            written.append(f"{scope.code}/{protection.value}")
    about = publish.rule_meta(declared.settings, Protection.INTERN)
    return [*written, *detail.write(database, draft, stamp, about)]
