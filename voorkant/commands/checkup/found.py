"""One thing that was looked at, and what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it is. `onbekend`: this user may not look, and that can be as it should be."""

    GOOD = "goed"
    WARNING = "let op"
    WRONG = "fout"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Found:
    """`name`: what was looked at; `text`: what was seen; `advice`: what to do, empty where nothing has to be done."""

    name: str
    state: State
    text: str
    advice: str = ""


def careful(name: str, look: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    """What a look finds; a place that this user may not open is told, and the others are looked at all the same."""
    try:
        yield from look()
    except PermissionError as error:
        yield Found(
            name, State.UNKNOWN, f"{error.filename} is niet te openen voor deze gebruiker.",
            "Dat hoort zo voor de app. Draai 'voorkant doctor' ook als de gebruiker die publiceert.",
        )  # fmt: skip
    except OSError as error:
        yield Found(
            name, State.WRONG, f"{error.filename or 'De schijf'} is niet te lezen ({error.strerror}).",
            "Kijk of de schijf er is en heel is.",
        )  # fmt: skip
