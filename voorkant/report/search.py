"""Looking something up by a word: which of many named things it means, the best first."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 2
MOST = 8
"""Of one kind: more would be a list to read instead of an answer."""


@dataclass(frozen=True)
class Thing:
    """Something that can be found: its kind and name as the reader sees them, more words, and where it is."""

    kind: str
    name: str
    words: str
    address: str


@dataclass(frozen=True)
class Hits:
    """What was found of one kind, and how many more there are."""

    kind: str
    things: tuple[Thing, ...]
    more: int


def plain(text: str) -> str:
    """Without case and accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def find(things: Iterable[Thing], wanted: str) -> list[Hits]:
    """By kind, in the order of the kinds: things that have every word; those whose name begins so come first."""
    words = plain(wanted).split()
    if len("".join(words)) < SHORTEST:
        return []
    found: dict[str, list[tuple[int, int, Thing]]] = {}
    for place, thing in enumerate(things):
        if (rank := _rank(thing, words)) is not None:
            found.setdefault(thing.kind, []).append((rank, place, thing))
    sorted_ = {kind: [item[-1] for item in sorted(hits, key=lambda hit: hit[:2])] for kind, hits in found.items()}
    return [Hits(kind, tuple(hits[:MOST]), max(len(hits) - MOST, 0)) for kind, hits in sorted_.items()]


def _rank(thing: Thing, words: list[str]) -> int | None:
    """0 = the name begins so, 1 = the name has every word, 2 = they stand elsewhere too; None = not all are there."""
    name, all_ = plain(thing.name), plain(f"{thing.name} {thing.words}")
    if not all(word in all_ for word in words):
        return None
    if name.startswith(" ".join(words)):
        return 0
    return 1 if all(word in name for word in words) else 2
