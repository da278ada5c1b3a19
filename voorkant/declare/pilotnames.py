"""Whether what a pilot names exists and can be assessed; one that is wrong is named, and the others go on."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from voorkant import ROOT
from voorkant.declare.home import Home
from voorkant.declare.indicator import Indicator, read_indicators
from voorkant.declare.pilot import Pilot, pilot_files, read_pilot
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.settings import read_settings
from voorkant.declare.strict import nearest
from voorkant.domain.area import Level
from voorkant.domain.problem import DataRefused

FAMILY = "gezin"
REACHED = "bereikte_gezinnen"
"""What a programme counts when it is for families."""
MOST_LISTED = 20


@dataclass(frozen=True)
class Names:
    """All that a pilot can name."""

    programmes: Mapping[str, Programme]
    indicators: Mapping[str, Indicator]
    gemeenten: Collection[str]


@dataclass(frozen=True)
class Sorted:
    """The pilots of a home by slug, and why a file is none."""

    sound: Mapping[str, Pilot] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)


def read_names(home: Home) -> Names:
    """What the checkout and the home declare."""
    programmes = read_programmes(*home.declared("programmes"))
    return names(programmes, read_indicators(ROOT / "queries" / "indicators"), read_settings(home.settings).gemeenten)


def names(
    programmes: Mapping[str, Programme], indicators: Mapping[str, Indicator], gemeenten: Collection[str]
) -> Names:
    """Without a declared region any gemeente of the country can take part."""
    return Names(programmes, indicators, gemeenten or _gemeenten())


def _gemeenten() -> list[str]:
    with (ROOT / "data" / "codes" / "cbs_gemeenten.csv").open(encoding="utf-8", newline="") as lines:
        return [row["code"] for row in csv.DictReader(lines, delimiter=";")]


def read_sorted(home: Home, known: Names) -> Sorted:
    """Every pilot of a home that can be assessed; a file that is wrong stands in the way of no other."""
    sound, refused = {}, {}
    for slug, path in sorted(pilot_files(home).items()):
        try:
            pilot = read_pilot(path)
        except DataRefused as error:
            refused[slug] = str(error)
            continue
        if fault := wrong(pilot, known):
            refused[slug] = f"{path.name}: {fault}"
        else:
            sound[slug] = pilot
    return Sorted(sound, refused)


def outcomes(indicators: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """What a pilot can be about: counts of what changes, where there are any below a gemeente."""
    counts = {slug: item for slug, item in indicators.items() if item.ladder == "uitkomst" and item.shape == "count"}
    return {slug: item for slug, item in counts.items() if Level.PRAKTIJK in item.levels}


def wrong(pilot: Pilot, known: Names) -> str:
    """The first key that names what does not exist or cannot be assessed, with what to do; empty when all is well."""
    programme = known.programmes.get(pilot.programme)
    if programme is None:
        return (
            f"'programme': het programma '{pilot.programme}' bestaat niet.{nearest(pilot.programme, known.programmes)}"
        )
    for code in pilot.gemeenten:
        if code not in known.gemeenten:
            return (
                f"'gemeenten': '{code}' is geen gemeente van deze regio. Gebruik een code zoals die van de regio in "
                f"voorkant.toml.{_near(code, known.gemeenten)}"
            )
    return _unit(pilot, programme) or _outcomes(pilot, programme, known.indicators)


def _near(code: str, allowed: Collection[str]) -> str:
    """Of a few all, of many only what looks like it."""
    near = nearest(code, allowed)
    return near if near.startswith(" Bedoeld") or len(allowed) <= MOST_LISTED else ""


def _unit(pilot: Pilot, programme: Programme) -> str:
    """Starts stand in the roll-out by the unit of the programme; of another unit the pilot must state them itself."""
    fitting = {programme.unit} | ({FAMILY} if REACHED in programme.indicators else set())
    if pilot.unit in fitting or any(unit.start for unit in pilot.units):
        return ""
    return (
        f"'unit': {programme.title} werkt per {programme.unit}, niet per {pilot.unit}. Schrijf "
        f"{' of '.join(repr(item) for item in sorted(fitting))}, of noem onder [[units]] zelf wie wanneer begon."
    )


def _outcomes(pilot: Pilot, programme: Programme, indicators: Mapping[str, Indicator]) -> str:
    allowed = list(outcomes(indicators))
    first = [*allowed, *programme.indicators] if pilot.unit == FAMILY else allowed
    asked = [("primary", pilot.primary, first), *(("secondary", slug, allowed) for slug in pilot.secondary)]
    for key, slug, possible in asked:
        if slug not in indicators:
            return f"'{key}': de maat '{slug}' bestaat niet.{nearest(slug, possible)}"
        if slug not in possible:
            return (
                f"'{key}': van '{slug}' ({indicators[slug].title}) is geen verwachting per eenheid uit te rekenen. "
                f"Kies een van: {', '.join(possible)}."
            )
    return ""
