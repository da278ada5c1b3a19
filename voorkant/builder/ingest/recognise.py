"""Which kind of export this is, and which of its columns is which, from the header alone."""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from voorkant.builder.ingest.header import plain
from voorkant.declare.source import Column, Source


@dataclass(frozen=True)
class Match:
    """Column name -> place in the file, for one source. `doubles`: places that mean a column that is already found."""

    source: Source
    places: Mapping[str, int]
    doubles: tuple[tuple[str, int], ...]

    @property
    def missing(self) -> list[str]:
        """Required columns that are not there; of a group the first, followed by its alternatives."""
        alone = [name for name in self.source.required if name not in self.places]
        groups = [" of ".join(group) for group in self.source.one_of if not any(name in self.places for name in group)]
        return alone + groups


def vocabulary(sources: Collection[Source]) -> frozenset[str]:
    """Every name that some source knows, plain."""
    return frozenset(name for source in sources for column in source.columns for name in _names(column))


def _names(column: Column) -> list[str]:
    """The canonical name first, then the synonyms in the order of the declaration."""
    return list(dict.fromkeys(plain(name) for name in (column.name, *column.synonyms)))


def match(source: Source, header: Collection[str]) -> Match:
    """Own names go before synonyms, so that `datum` never takes the place of a column that is called by its name."""
    names = [plain(name) for name in header]
    places: dict[str, int] = {}
    doubles: list[tuple[str, int]] = []
    taken = {names.index(plain(column.name)) for column in source.columns if plain(column.name) in names}
    for column in source.columns:
        for wanted in _names(column):
            found = [place for place, name in enumerate(names) if name == wanted]
            free = [place for place in found if place not in taken or wanted == plain(column.name)]
            for place in free:
                taken.add(place)
                if column.name in places:
                    doubles.append((column.name, place))
                else:
                    places[column.name] = place
    for column in source.columns:
        if column.of in places and column.name not in places:
            places[column.name] = places[column.of]
    return Match(source, places, tuple(doubles))


def recognise(sources: Mapping[str, Source], header: Collection[str]) -> Match | None:
    """The source that explains the header best; None when none has at least half of what it requires."""
    matches = [match(source, header) for source in sources.values()]
    fitting = [found for found in matches if _fits(found)]
    return max(fitting, key=lambda found: (not found.missing, len(set(found.places.values()))), default=None)


def _fits(found: Match) -> bool:
    wanted = len(found.source.required) + len(found.source.one_of)
    present = wanted - len(found.missing)
    return len(set(found.places.values())) > 1 and 2 * present >= wanted and present > 0


def nearest_header(name: str, header: Collection[str]) -> str | None:
    """The header that looks most like a missing column."""
    by_plain = {plain(text): text for text in header}
    close = difflib.get_close_matches(plain(name.partition(" of ")[0]), by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else None
