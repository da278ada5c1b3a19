"""Which kind of export this is, and which of its columns is which, from the header alone."""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from voorkant.declare.source import Column, Source
from voorkant.domain.names import plain


@dataclass(frozen=True)
class Match:
    """Column name -> place in the file, for one source. `doubles`: places that mean a column that is already found."""

    source: Source
    places: Mapping[str, int]
    doubles: tuple[tuple[str, int], ...]

    @property
    def missing(self) -> list[str]:
        """Required columns that are not there; of a group the first, followed by its alternatives."""
        there = {*self.places, *(column.name for column in self.source.columns if column.fixed is not None)}
        alone = [name for name in self.source.required if name not in there]
        groups = [" of ".join(group) for group in self.source.one_of if not there.intersection(group)]
        return alone + groups


def vocabulary(sources: Collection[Source]) -> frozenset[str]:
    """Every name that some source knows, plain."""
    return frozenset(name for source in sources for column in source.columns for name in _names(column))


def _names(column: Column) -> list[str]:
    """The canonical name first, then the synonyms in the order of the declaration; none for a fixed value."""
    return (
        [] if column.fixed is not None else list(dict.fromkeys(plain(name) for name in (column.name, *column.synonyms)))
    )


def match(source: Source, header: Collection[str]) -> Match:
    """What each header means by its name."""
    places, doubles = by_name(source, header)
    return Match(source, with_derived(source, places), tuple(doubles))


def by_name(source: Source, header: Collection[str]) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """(places, doubles). Own names go before synonyms: `datum` never takes the place of a column called by its name."""
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
    return places, doubles


def with_derived(source: Source, places: dict[str, int]) -> dict[str, int]:
    """With the columns that are read from the cells of another, behind those that have cells of their own."""
    derived = {column.name: places[column.of] for column in source.columns if column.of in places}
    return places | {name: place for name, place in derived.items() if name not in places}


def recognise(sources: Mapping[str, Source], header: Collection[str]) -> Match | None:
    """The source that explains the header best; None when none has at least half of what it requires.

    None too when two forms of a kind explain it as well: which of their fixed values holds is not for us to guess.
    """
    names = {plain(text) for text in header}
    fitting = [found for source in sources.values() if _fits(found := match(source, header)) and _marked(source, names)]
    best = max(map(_rank, fitting), default=None)
    if best and not best[0] and any(_explained(match(source, header)) > best[1] for source in sources.values()):
        return None  # of two kinds that each miss a column the one with fewer names is no better a guess
    rivals = [found for found in fitting if _rank(found) == best]
    own = [found for found in rivals if not found.source.like]
    return own[0] if own else rivals[0] if len(rivals) == 1 else None


def _rank(found: Match) -> tuple[bool, int]:
    return not found.missing, _explained(found)


def _explained(found: Match) -> int:
    return len(set(found.places.values()))


def _marked(source: Source, names: Collection[str]) -> bool:
    """Whether a form of another kind has each header that it is known by."""
    return all(any(plain(text) in names for text in group) for group in source.marks)


def _fits(found: Match) -> bool:
    wanted = len(found.source.required) + len(found.source.one_of)
    present = wanted - len(found.missing)
    return len(set(found.places.values())) > 1 and 2 * present >= wanted and present > 0


def nearest_header(name: str, header: Collection[str]) -> str | None:
    """The header that looks most like a missing column."""
    by_plain = {plain(text): text for text in header}
    close = difflib.get_close_matches(plain(name.partition(" of ")[0]), by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else None
