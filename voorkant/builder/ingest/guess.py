"""Proposals for a header: which column it may be, by its name and by what stands in it, with a confidence."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.outcome import Fault, is_missing
from voorkant.builder.ingest.privacy import looks_personal, shown_header
from voorkant.builder.ingest.recognise import match
from voorkant.builder.ingest.report import Glance
from voorkant.builder.ingest.values import reader_of
from voorkant.declare.mapping import FileMapping
from voorkant.declare.source import Column, Source
from voorkant.domain.names import plain

CERTAIN, REMEMBERED, LEAST = 1.0, 0.95, 0.3
_LOOKED_AT = 60  # texts per column: more would not change a proposal
_FIRST_SIGN = 0.4  # names that are less alike have nothing in common
_NAME = 0.85  # what a name that is wholly alike is worth
_LISTED, _NUMBERED = 0.6, 0.15  # words of a closed list prove much, its numbers hardly anything
_WORTH = {
    "date": 0.55, "wijk": 0.55, "agb": 0.55, "brin": 0.6, "gemeente": 0.5, "yesno": 0.5, "postcode4": 0.4,
    "birthyear": 0.4, "period": 0.4, "gebied": 0.4, "location": 0.4, "year": 0.3, "age": 0.15, "euro": 0.15,
    "integer": 0.1, "decimal": 0.1,
}  # fmt: skip
"""What it is worth that every text can be read as this type: little where almost any number can."""
_UNIQUE, _ENOUGH = 0.35, 20
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Guess:
    """`confidence` from 0 to 1; 1 is a name that the kind knows."""

    column: str
    confidence: float


@lru_cache(maxsize=1 << 15)
def alike(header: str, name: str) -> float:
    """How alike two names are: by their signs, or by the words that they share in whatever order."""
    one, other = plain(header), plain(name)
    return max(difflib.SequenceMatcher(None, one, other).ratio(), _shared(header, other), _shared(name, one))


def _shared(words: str, name: str) -> float:
    """The part of both that is made of words of the one found in the other: `datum van contact`, `contactdatum`."""
    parts = [plain(word) for word in _WORD.findall(words) if word.lower() not in {"van", "het", "een", "der"}]
    found = sum(len(word) for word in parts if word in name)
    return found / max(len(name), sum(map(len, parts)), 1)


class QuietNames(AreaNames):
    """Names of areas for who only tries: the nearest name to each wrong one would take nearly all of the time."""

    def _hint(self, _name: str) -> str:
        return ""


@dataclass(frozen=True)
class Guesser:
    """What is known of one file; `areas` best without hints. `before`: what was decided about other headers."""

    header: tuple[str, ...]
    glance: tuple[Glance, ...]
    areas: AreaNames
    before: tuple[FileMapping, ...] = ()

    def columns(self, source: Source) -> dict[int, Guess]:
        """Place -> the best proposal for it. Every column is proposed once; names that are known come first."""
        certain = {place: Guess(name, CERTAIN) for name, place in match(source, self.header).places.items()}
        free = [column for column in source.columns if column.fixed is None]
        free = [column for column in free if column.name not in {guess.column for guess in certain.values()}]
        offers = [
            (self._confidence(source, column, place), -place, column.name)
            for place in range(len(self.header))
            if place not in certain and self._is_open(place)
            for column in free
        ]
        return certain | _assigned(offers)

    def kind(self, source: Source) -> float:
        """How well the kind explains the file: what it requires counts more than what it can have."""
        found = self.columns(source)
        best = {guess.column: guess.confidence for guess in found.values()}
        needed = [(name,) for name in source.required if source.column(name).fixed is None] + list(source.one_of)
        met = [max(best.get(name, 0.0) for name in group) for group in needed]
        explained = sum(guess.confidence for guess in found.values()) / max(len(self.header), 1)
        return round(0.7 * (sum(met) / len(met) if met else 0.0) + 0.3 * explained, 2)

    def _is_open(self, place: int) -> bool:
        name = self.header[place]
        return bool(plain(name)) and shown_header(name) == name and not looks_personal(name)

    def _confidence(self, source: Source, column: Column, place: int) -> float:
        header = self.header[place]
        if any(item.kind == source.kind and item.decisions().get(plain(header)) == column.name for item in self.before):
            return REMEMBERED
        named = max(alike(header, name) for name in (column.name, *column.synonyms))
        sign = max(0.0, (named - _FIRST_SIGN) / (1 - _FIRST_SIGN))
        worth, share = self._content(source, column, place)
        if worth == 0.0:
            return round(_NAME * sign, 2)
        if share < 0.5:  # noqa: PLR2004 - most of it cannot be read so: the name alone does not make it so
            return round(_NAME * sign * share, 2)
        return round(1 - (1 - _NAME * sign) * (1 - worth * share), 2)

    def _content(self, source: Source, column: Column, place: int) -> tuple[float, float]:
        """(what the content is worth as a proof, the share of texts that can be read so); 0 when it says nothing."""
        seen = self.glance[place]
        if column.name in source.key and column.type == "id":
            unique = len(seen.texts) == seen.rows >= _ENOUGH
            return (_UNIQUE, 1.0) if unique else (0.0, 0.0)
        texts = [text for text in seen.texts if not is_missing(text)][:_LOOKED_AT]
        listed = _LISTED if any(_WORD.search(text) for text in texts) else _NUMBERED
        worth = listed if column.values else _WORTH.get(column.type, 0.0)
        return (worth, _readable(column, tuple(texts), self.areas)) if worth and texts else (0.0, 0.0)


@lru_cache(maxsize=1 << 12)
def _readable(column: Column, texts: tuple[str, ...], areas: AreaNames) -> float:
    read, _ = reader_of(column, texts, areas=areas)
    return sum(value is not None and not isinstance(value, Fault) for value in map(read, texts)) / len(texts)


def _assigned(offers: Iterable[tuple[float, int, str]]) -> dict[int, Guess]:
    """The best offer first; a place and a column are given away once."""
    given: dict[int, Guess] = {}
    for confidence, place, column in sorted(offers, reverse=True):
        if confidence >= LEAST and -place not in given and column not in {guess.column for guess in given.values()}:
            given[-place] = Guess(column, confidence)
    return given


def guess_code(column: Column, text: str) -> tuple[str, float]:
    """(code, confidence) of the listed value that a text most looks like; an empty code when none does."""
    words = {word: code for code, known in (dict.fromkeys(column.codes, ()) | dict(column.values)).items()
             for word in (code, *known)}  # fmt: skip
    best = max(words, key=lambda word: alike(text, word), default="")
    confidence = round(alike(text, best), 2) if best else 0.0
    return (words[best], confidence) if confidence >= 0.6 else ("", 0.0)  # noqa: PLR2004 - less alike is no proposal
