"""Consent to shorten what is too precise to keep: dates of birth to the year, postcodes to their four digits."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared
from voorkant.declare.source import Source
from voorkant.declare.strict import Table, read_toml


@dataclass(frozen=True)
class Reducible:
    """Which type of column keeps what is left, and what a column with the whole value is called."""

    type: str
    headers: tuple[str, ...]


REDUCIBLE = {
    "geboortedatum": Reducible(
        "birthyear", ("geboortedatum", "geboorte datum", "datum geboorte", "geb datum", "gebdat", "dob")
    ),
    "postcode6": Reducible("postcode4", ("postcode6", "postcode 6", "pc6", "zescijferige postcode")),
}
Consents = Mapping[str, tuple[str, ...]]
"""Source -> what of it may be shortened."""


def take_consent(table: Table) -> tuple[str, ...]:
    """What a declaration allows. DataRefused without a reason on record, or for what cannot be shortened."""
    names, ground = table.texts("verkort", ()), table.take("grond", str, "").strip()
    if unknown := [name for name in names if name not in REDUCIBLE]:
        raise table.refuse(f"'verkort' noemt '{unknown[0]}'; wat kan, is: {', '.join(REDUCIBLE)}.")
    if names and not ground:
        raise table.refuse("verkorten mag alleen met een vastgelegde 'grond'. Vul die in of laat 'verkort' weg.")
    return names


def consents(home: Home, declared: Consents) -> Consents:
    """What `voorkant.toml` allows, and what was allowed on the page."""
    found = dict(declared)
    for path in sorted((home.work / "verkort").glob("*.toml")):
        table, slug = read_toml(path), path.name.partition(".")[0]
        found[slug] = (*found.get(slug, ()), *take_consent(table))
        for about in ("wie", "op"):
            table.take(about, str, "")
        table.done()
    return found


def write_consent(home: Home, slug: str, names: Collection[str], **about: str) -> None:
    """Put on record what may be shortened of a source, each with its own reason; `about`: grond, wie, op."""
    folder = home.work / "verkort"
    make_shared(folder)
    for name in names:
        lines = {"verkort": [name]} | about
        text = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items())
        write_atomically(folder / f"{slug}.{name}.toml", text)


def with_consent(sources: Mapping[str, Source], given: Consents) -> dict[str, Source]:
    """The sources, of which the columns named are shortened while they are read."""
    return {slug: _reduced(source, given.get(slug, ())) for slug, source in sources.items()}


def _reduced(source: Source, names: Collection[str]) -> Source:
    wanted = {REDUCIBLE[name].type: REDUCIBLE[name] for name in names}
    columns = (
        replace(column, reduce=True, synonyms=(*column.synonyms, *wanted[column.type].headers))
        if column.type in wanted
        else column
        for column in source.columns
    )
    return replace(source, columns=tuple(columns)) if wanted else source
