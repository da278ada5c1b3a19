"""Undoing the last publication that took deliveries in: they no longer count, and the former figures come back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from voorkant.builder import journal
from voorkant.builder.build import Outcome, alone, make
from voorkant.builder.declared import Progress, read_declared
from voorkant.builder.store import keys
from voorkant.builder.store.history import Delivery, Undone, read_history
from voorkant.builder.track import Track
from voorkant.cube import reader
from voorkant.declare.auditlog import Action
from voorkant.declare.home import Home
from voorkant.domain.job import NOBODY, Asker, Job
from voorkant.domain.problem import Problem


@dataclass(frozen=True)
class Taken:
    """What was taken back, and the publication that was made without it."""

    files: list[str]
    publication: str  # the one that had taken them in
    outcome: Outcome


def last_taken_in(history: Sequence[Delivery]) -> str:
    """The last publication that took in deliveries that still count. Problem when going back is not possible."""
    counting = [item for item in history if item.undone is None]
    if not counting or not counting[-1].publication:
        raise Problem("Er is geen publicatie die ongedaan kan worden gemaakt.")
    last = counting[-1].publication
    if any(item.purged for item in counting if item.publication == last):
        raise Problem(
            "De laatste publicatie kan niet ongedaan worden gemaakt: van haar leveringen zijn rijen na hun "
            "bewaartermijn verwijderd. Lever een verbeterd bestand."
        )
    if not any(item.counts for item in counting if item.publication != last):
        raise Problem("Dit is de eerste publicatie; er zijn geen eerdere cijfers om naar terug te gaan.")
    return last


def undo(home: Home, progress: Progress, *, asker: Asker = NOBODY, seen: str | None = None) -> Taken:
    """Take the last deliveries out of the figures. `seen`: the publication that was on screen when it was asked."""
    declared = read_declared(home)
    with alone(home):
        current = reader.current(home.published)
        if seen is not None and (current is None or current.name != seen):
            raise Problem("Er is intussen opnieuw gepubliceerd. Bekijk eerst wat er nu ongedaan wordt gemaakt.")
        history = read_history(home.records)
        keys.load(home, history)  # nothing is published while the key is in doubt
        last = last_taken_in(history)
        mark = Undone(asker.name, datetime.now().astimezone().isoformat(timespec="seconds"))
        gone = {item.number for item in history if item.publication == last and item.undone is None}
        left = [replace(item, undone=mark) if item.number in gone else item for item in history]
        outcome = make(home, declared, left, fresh=frozenset(), progress=progress)
        journal.published(home, declared.settings, outcome.publication, asker=asker, action=Action.UNDO)
        return Taken([item.file for item in history if item.number in gone], last, outcome)


def undo_job(home: Home, job: Job, track: Track) -> dict[str, Any]:
    """The same, as the page asks for it."""
    track.expected = len(read_declared(home).indicators) + 2
    taken = undo(home, track, asker=job.asker, seen=job.publication)
    return {"undone": taken.publication, "files": taken.files, "publication": taken.outcome.publication}
