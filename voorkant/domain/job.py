"""A job: what the app asks of the worker, and how far the worker is with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

BROKEN_OFF = (
    "De verwerking is afgebroken. De cijfers op het scherm zijn heel. Kijk bij Laatste leveringen of deze bestanden er "
    "al bij staan, en probeer het anders opnieuw."
)
"""Of a job whose worker is gone: its last step may have been done, so it does not say that nothing happened."""


class Kind(StrEnum):
    """What can be asked."""

    CHECK = "check"
    PUBLISH = "publish"
    UNDO = "undo"
    ASSESS = "assess"


class State(StrEnum):
    """How far a job is."""

    WAITING = "wacht"
    BUSY = "bezig"
    DONE = "klaar"
    FAILED = "mislukt"
    STOPPED = "gestopt"

    @property
    def is_over(self) -> bool:
        return self in {State.DONE, State.FAILED, State.STOPPED}


@dataclass(frozen=True)
class JobFile:
    """A file that was brought in: the name its owner gave it, and where it lies below `work/uploads`."""

    name: str
    path: str


@dataclass(frozen=True)
class Asker:
    """Who asked for something, and as what; nobody where it came from the command line."""

    name: str = ""
    role: str = ""


NOBODY = Asker()


@dataclass(frozen=True)
class Job:
    """One thing to do. Jobs are taken in the order of their ids, which start with the time they were asked."""

    id: str
    kind: Kind
    files: tuple[JobFile, ...]
    who: str
    at: str  # ISO, to the second
    check: str = ""  # for a publication: the id of the check that it follows
    reasons: Mapping[str, str] = field(default_factory=dict)  # for a publication: why each warning is right, by its id
    replaces: Mapping[str, str] = field(default_factory=dict)  # for a publication: kind -> `sleutel` or `periode`
    publication: str = ""  # to undo: the publication that was on screen
    role: str = ""  # of who asked

    @property
    def asker(self) -> Asker:
        return Asker(self.who, self.role)


@dataclass(frozen=True)
class Status:
    """What the worker last said of a job. `step` is a Dutch sentence: what it is doing, or why it did not work."""

    state: State = State.WAITING
    step: str = ""
    percent: int = 0
    result: Mapping[str, Any] = field(default_factory=dict)
