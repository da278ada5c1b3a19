"""The register of pilots in `work/`: what was locked, by whom, how it was changed since, and what was decided.

A lock holds the digest of what was laid down and the whole text of it, so that a later change of the file shows. A
change of something locked is an amendment: it has a reason and a time, and what was there before stays readable.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from filelock import FileLock

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared
from voorkant.declare.pilot import Pilot, changed, pilot_folders, values
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import DataRefused, Problem


class State(StrEnum):
    """How firm a pilot is. Of a draft nothing is computed but what it will be able to show."""

    DRAFT = "concept"  # made with the form, not locked
    OPEN = "niet_vastgelegd"  # a file of the home that nobody locked
    LOCKED = "vastgelegd"
    CHANGED = "buiten_het_register_gewijzigd"  # the file is not what was locked or amended


class Choice(StrEnum):
    """What can be decided on a pilot."""

    GO_ON = "doorgaan"
    WIDEN = "uitbreiden"
    ADAPT = "aanpassen"
    STOP = "stoppen"
    WAIT = "wachten"


@dataclass(frozen=True)
class Entry:
    """One act: the lock itself, or an amendment with its reason and the keys that it changed."""

    at: str
    who: str
    digest: str
    toml: str
    reason: str = ""
    keys: tuple[str, ...] = ()
    foreseen: str = ""  # what it would be able to show, as it was told then


@dataclass(frozen=True)
class Decision:
    """What was decided, on which publication and verdict."""

    at: str
    who: str
    choice: str
    why: str
    publication: str = ""
    verdict: str = ""


class Register:
    """The register of one home. Every file is replaced as a whole."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.folder = home.work / "pilots"
        self.decisions_folder = home.work / "decisions"

    def entries(self, slug: str) -> list[Entry]:
        """The lock and its amendments, oldest first; empty when it was never locked. DataRefused when damaged."""
        return [Entry(**item | {"keys": tuple(item["keys"])}) for item in _read(self.folder / f"{slug}.json")]

    def state(self, pilot: Pilot) -> State:
        entries = self.entries(pilot.slug)
        if entries:
            return State.LOCKED if entries[-1].digest == pilot.digest else State.CHANGED
        return State.DRAFT if (self.folder / f"{pilot.slug}.toml").exists() else State.OPEN

    def save_draft(self, pilot: Pilot) -> None:
        """Write a pilot that a form made. Problem when that name is taken by a file, or was locked."""
        if self.entries(pilot.slug):
            raise Problem("Deze pilot is vastgelegd. Leg een wijziging vast, met een reden.")
        if (pilot_folders(self.home)[0] / f"{pilot.slug}.toml").exists():
            raise Problem(f"Er is al een bestand pilots/{pilot.slug}.toml. Kies een andere titel.")
        self._write(pilot)

    def lock(self, pilot: Pilot, *, who: str, at: str, foreseen: str = "") -> None:
        """Lay it down. Problem when that was done already."""
        with self._alone():
            if self.entries(pilot.slug):
                raise Problem("Deze pilot is al vastgelegd.")
            self._keep(pilot.slug, [Entry(at, who, pilot.digest, to_toml(values(pilot)), foreseen=foreseen)])

    def amend(self, before: Pilot, after: Pilot, entry: Entry) -> None:
        """Change what was locked; `entry` says who, when and why. Problem when nothing changed, or without a reason."""
        keys = tuple(changed(before, after))
        if not entry.reason.strip():
            raise Problem("Schrijf waarom de pilot wordt gewijzigd. De reden blijft zichtbaar.")
        if not keys:
            raise Problem("Er is niets gewijzigd.")
        with self._alone():
            entries = self.entries(before.slug)
            if not entries:
                raise Problem("Deze pilot is nog niet vastgelegd. Wijzig het concept.")
            self._write(after)
            fresh = replace(entry, digest=after.digest, toml=to_toml(values(after)), keys=keys)
            self._keep(before.slug, [*entries, fresh])

    def decisions(self, slug: str) -> list[Decision]:
        """What was decided, newest first."""
        return [Decision(**item) for item in reversed(_read(self.decisions_folder / f"{slug}.json"))]

    def decide(self, slug: str, decision: Decision) -> None:
        if decision.choice not in set(Choice):
            raise ValueError(f"no decision is called {decision.choice!r}")
        if not decision.why.strip():
            raise Problem("Schrijf erbij waarom. Zo is het besluit later te begrijpen.")
        path = self.decisions_folder / f"{slug}.json"
        with self._alone():
            write_atomically(path, _text([*_read(path), asdict(decision)]))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One who writes at a time, or what another added meanwhile would be gone."""
        make_shared(self.decisions_folder)
        with FileLock(self.decisions_folder / ".lock"):
            yield

    def _write(self, pilot: Pilot) -> None:
        make_shared(self.folder)
        write_atomically(self.folder / f"{pilot.slug}.toml", to_toml(values(pilot)) + "\n")

    def _keep(self, slug: str, entries: list[Entry]) -> None:
        make_shared(self.folder)
        write_atomically(self.folder / f"{slug}.json", _text([asdict(item) for item in entries]))


def _text(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=1)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        return list(_items(json.loads(path.read_text(encoding="utf-8")), path))
    except FileNotFoundError:
        return []
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(path) from error


def _items(told: Any, path: Path) -> Iterator[dict[str, Any]]:
    if not isinstance(told, list) or not all(isinstance(item, dict) for item in told):
        raise _damaged(path)
    yield from told


def _damaged(path: Path) -> DataRefused:
    return DataRefused(f"{path.name} in work/ is beschadigd. Zet het bestand terug uit een reservekopie.")
