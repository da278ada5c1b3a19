"""Words for where and since when a programme works: places, hours, and how far it has spread."""

from datetime import date

from babel.dates import format_date

from voorkant.text.numbers import number
from voorkant.text.periods import day

PLACES = {
    "praktijk": ("praktijk", "praktijken"),
    "school": ("school", "scholen"),
    "kern": ("kern", "kernen"),
    "wijk": ("wijk", "wijken"),
    "gemeente": ("gemeente", "gemeenten"),
}
"""The units of a programme that are places: one, and several."""
STATES = ("doet mee", "gestopt", "nog niet gestart")
"""What a place does, by its number (`report/rollout.state`)."""
NOT_BEGUN = "nog niet gestart"
TOO_FEW_SINCE = "te weinig om te vergelijken"
SINCE_START = (
    "Sinds de eigen start: vergeleken met wat een pilot zonder het programma verwachtte. Lager of hoger is geen "
    "oordeel over een plek, en zegt niet of het programma werkt."
)
NO_PERSONS = "Alles wordt getoond: start, stop en uren gaan niet over personen."
ORDER = "De volgorde is die van de start, of van de naam. Ze zegt niet wie het goed doet."


def began_words(unit: str, count: int) -> str:
    """`bij 17 begonnen praktijken`; empty of what is no place."""
    one, several = PLACES.get(unit, ("", ""))
    if not one or not count:
        return ""
    return f"bij {number(count)} begonnen {one if count == 1 else several}"


def places(count: int, unit: str) -> str:
    """`1 praktijk`, `14 praktijken`."""
    one, several = PLACES[unit]
    return f"{number(count)} {one if count == 1 else several}"


def on_map(title: str, count: int, unit: str) -> str:
    """What the signs on a map are."""
    if not count:
        return f"Van geen {PLACES[unit][0]} is bekend waar die ligt."
    return f"De tekens zijn {places(count, unit)}; {title} doet mee waar een gevulde stip staat."


def month(value: date) -> str:
    """`maart 2019`."""
    return format_date(value, "MMMM y", locale="nl")


def since(start: date | None, stop: date | None, until: date) -> str:
    """When a programme worked at a place, seen from the last day of the data."""
    if start is None:
        return NOT_BEGUN
    if start > until:
        return f"{NOT_BEGUN}; gepland: {month(start)}"
    if stop is None:
        return f"sinds {month(start)}"
    return f"{month(start)} tot en met {month(stop)}"


def hours(value: float | None) -> str:
    return "uren niet bekend" if value is None else f"{number(value)} uur per maand"


def _is_whole(running: int, all_places: int, unit: str) -> bool:
    """Whether there is nothing to spread over: the programme is for a gemeente as a whole."""
    return unit == "gemeente" and running == all_places == 1


def spread_title(running: int, all_places: int, unit: str) -> str:
    if _is_whole(running, all_places, unit):
        return "Uitrol: het programma werkt in de hele gemeente"
    return f"Uitrol: het programma werkt bij {number(running)} van de {places(all_places, unit)}"


def spread_sentence(counted: tuple[int, int, int], first: date | None, *, unit: str, until: date) -> str:
    """`counted`: places where it works, where it stopped, and where it has not begun."""
    running, stopped, waiting = counted
    whole = _is_whole(running, sum(counted), unit)
    where = "in de hele gemeente" if whole else f"bij {places(running, unit)}"
    told = [f"Op {day(until)} werkte het programma {where}."]
    if first and whole:
        return f"{told[0]} Het begon in {month(first)}."
    if first:
        told.append(f"De eerste begon in {month(first)}.")
    if stopped:
        told.append(f"Bij {places(stopped, unit)} is het gestopt.")
    told.append(f"{_waiting(waiting, unit)} {ORDER}")
    return " ".join(told)


def _waiting(count: int, unit: str) -> str:
    if not count:
        return f"Alle {PLACES[unit][1]} zijn begonnen."
    return f"{places(count, unit)} {'is' if count == 1 else 'zijn'} nog niet begonnen."


def public(title: str, running: int, all_places: int, *, unit: str, until: date) -> str:
    """What is known where no practices may be shown."""
    if _is_whole(running, all_places, unit):
        return f"{title} werkte op {day(until)} in de hele gemeente."
    return f"{title} werkte op {day(until)} bij {number(running)} van de {places(all_places, unit)}."
