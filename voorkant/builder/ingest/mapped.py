"""A header that a steward has mapped: the decisions first, the names for what was left open."""

from collections.abc import Collection, Iterable

from voorkant.builder.ingest.privacy import looks_personal, shown_header
from voorkant.builder.ingest.recognise import Match, by_name, with_derived
from voorkant.builder.ingest.rules import note
from voorkant.declare.mapping import FileMapping, stale, with_words
from voorkant.declare.source import Source
from voorkant.domain.finding import Finding
from voorkant.domain.names import plain

_GONE = "Kies op Gegevens inladen opnieuw, bij Kolommen koppelen, en bewaar."


def match_mapped(source: Source, header: Collection[str], mapping: FileMapping) -> Match:
    """A header that looks personal is never taken by decision: it stays unknown, for the privacy stop to judge."""
    columns = {column.name for column in source.columns if column.fixed is None} | {""}
    decisions = {name: column for name, column in mapping.decisions().items() if column in columns}
    decided = {
        place: decisions[plain(name)]
        for place, name in enumerate(header)
        if plain(name) in decisions and not looks_personal(name)
    }
    places: dict[str, int] = {}
    doubles = []
    for place, column in decided.items():
        if column in places:
            doubles.append((column, place))
        elif column:
            places[column] = place
    named, more = by_name(source, ["" if place in decided else name for place, name in enumerate(header)])
    doubles += [*more, *((column, place) for column, place in named.items() if column in places)]
    return Match(with_words(source, mapping.values), with_derived(source, named | places), tuple(doubles))


def known_headers(mappings: Iterable[FileMapping]) -> frozenset[str]:
    """Names by which a header is found in its file; a bare number may be a cell of any row."""
    names = {name for mapping in mappings for name in mapping.decisions()}
    return frozenset(name for name in names if name and not name.isdigit())


def notes(mapping: FileMapping, source: Source | None, *, line: int) -> list[Finding]:
    """That a mapping was used, and what in it can no longer be."""
    if source is None:
        return [note("koppeling_soort", f"Die soort heet '{mapping.kind}'. {_GONE}", line=line)]
    used = note("koppeling_gebruikt", "Wijzigen kan op Gegevens inladen, bij Kolommen koppelen.", line=line)
    gone = [
        note(rule, f"Het gaat om '{name}'. {_GONE}", column=shown_header(where), line=line)
        for rule, where, name in stale(mapping, source)
    ]
    return [used, *gone]
