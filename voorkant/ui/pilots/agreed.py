"""What was agreed beforehand, what was foreseen, and how it was changed since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from math import isfinite

from voorkant.declare.pilot import Unit
from voorkant.declare.register import Entry, State
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.pilot import At, Pilot
from voorkant.text.also import NOT_WATCHED
from voorkant.text.methods import AT_ONCE
from voorkant.text.numbers import number
from voorkant.text.periods import day, moment, period, span
from voorkant.text.pilotfields import FIELDS
from voorkant.text.pilotstory import margin_words, refused
from voorkant.ui import cache
from voorkant.ui.panels import answers, overview
from voorkant.ui.pilots import around, card, read

UNITS = {
    "praktijk": "praktijken", "school": "wijken, van jeugdigen in de leeftijd van de school", "wijk": "wijken",
    "kern": "wijken van die kernen", "gemeente": "gemeenten", "gezin": "gezinnen",
}  # fmt: skip
DILUTED = "Gemeten per wijk, niet per school: een verschil wordt daardoor verdund."
COMPARED = {
    "not_yet": "met eenheden van dezelfde gemeenten die nog niet of niet zijn begonnen",
    "listed": "alleen met eenheden die de pilot zelf noemt",
}
COMPARING = frozenset(
    {"Starts", "Vergeleken", "Kleinste relevante daling", "Wat er te zien is", "Marge van een oordeel", "Berekend met"}
)
"""What says nothing of families: they are not compared."""
NO_EFFORT = "Nog geen cijfers over de inzet. Lever contacten of bereik van dit programma aan bij Gegevens inladen."
LATE = "Dat was na het eerste moment: een verwachting vooraf is het niet."
STATES = {
    State.DRAFT: "Concept: nog niet vastgelegd. Er wordt niets uitgerekend behalve wat er te zien zal zijn.",
    State.OPEN: "Niet vooraf vastgelegd in het register: deze pilot staat in een bestand van de gemeente.",
    State.LOCKED: "Vastgelegd in het register.",
    State.CHANGED: "Gewijzigd buiten het register om: het bestand is niet meer wat er is vastgelegd.",
}
PLANS = {
    "gezien": "met de cijfers van nu",
    "zoals_gepland": "tot het eind van het venster",
    "jaar_langer": "een jaar langer",
    "helft_meer_eenheden": "de helft meer eenheden",
}
NO_VERDICT = "Zo komt er geen oordeel."
NOT_FORESEEN = {
    "niet_te_voorspellen": "Nog niet te voorspellen: er zijn te weinig maanden voor de eerste start.",
    "alles_tegelijk": f"{AT_ONCE} Wat helpt: laat ze na elkaar beginnen, of neem eenheden op die niet beginnen.",
    "alleen_te_beschrijven": "Het gaat om gezinnen: er is niets te voorspellen, alleen te beschrijven.",
    "te_weinig_herleid": "Te weinig verwijzingen horen bij een praktijk om iets te kunnen voorspellen.",
    "geen_maanden": "Er zijn geen cijfers binnen het venster om op te bouwen.",
}


def effort(pilot: Pilot, chosen: Selection) -> str:
    """HTML of what the programme does, kept apart from what changes."""
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in _effort(pilot, chosen))


def _effort(pilot: Pilot, chosen: Selection) -> Iterator[str]:
    """The sentences, and the tiles of the gemeente when it takes part."""
    units = card.basis(pilot).units or pilot.now.units
    begun = f"Begonnen: {number(units[1])} van {number(units[0])} {UNITS[pilot.declared.unit]}." if units else ""
    diluted = DILUTED if pilot.declared.unit == "school" else ""
    if said := " ".join(filter(None, (begun, _hours(pilot) if units else "", diluted))):
        yield said
    if not read.takes_part(chosen, pilot):
        yield f"Kies in de zijbalk een gemeente van de pilot voor cijfers over de inzet: {escape(read.places(pilot))}."
        return
    slugs = around.effort(pilot, chosen)
    beside = around.slugs(pilot)
    tiles = overview.of_programme(chosen, pilot.declared.programme, slugs, beside=beside) if slugs else ""
    if tiles:
        place = answers.place_name(replace(chosen, area=chosen.gemeente))
        yield f'<p class="vk-process"><strong>In {escape(place)}</strong></p>'
    yield tiles or NO_EFFORT


def _hours(pilot: Pilot) -> str:
    """The dose, where it is stated."""
    hours = pilot.now.value("uren")
    return f"Gemiddeld {number(hours, 1)} uur per week bij wie begonnen is." if isfinite(hours) else ""


def agreement(pilot: Pilot, chosen: Selection) -> str:
    """HTML of what was laid down, and of every change of it."""
    declared = pilot.declared
    facts = {
        "Hoofduitkomst": declared.indicator_title,
        "Eenheden": UNITS[declared.unit],
        "Starts": _starts(pilot, chosen),
        "Vergeleken": COMPARED[declared.comparison],
        "Kleinste relevante daling": f"{number((1 - declared.relevant) * 100)}%",
        "Venster": span(declared.first, declared.last),
        "Evaluatiemomenten": ", ".join(period(item) for item in declared.planned),
        "Marge van een oordeel": margin_words(len(declared.planned)),
        "Let op": _watched(pilot),
        "Budget": f"€ {number(declared.budget)}" if declared.budget else "niet opgegeven",
        "Wat er te zien is": in_words(pilot.plan) or "niet vooruitgerekend",
        "Register": _registered(pilot),
        "Berekend met": computed(cache.about(*read.source(chosen, pilot))),
    }
    asked = declared.unit != "gezin"
    shown = {name: words for name, words in facts.items() if words and (asked or name not in COMPARING)}
    listed = "".join(f"<div><dt>{name}</dt><dd>{escape(words)}</dd></div>" for name, words in shown.items())
    entries = read.register().entries(declared.slug) if read.is_own(pilot) else []
    return f'<dl class="vk-agreed">{listed}</dl>{_history(entries)}'


def _starts(pilot: Pilot, chosen: Selection) -> str:
    """Where the starts come from, and those that the pilot names itself; for its own gemeenten, and not in public."""
    if chosen.protection is not Protection.INTERN or not read.is_own(pilot):
        return ""
    known = read.declared(pilot)
    named = [_start(unit) for unit in known.units] if known else []
    return f"zoals in de uitrol; door de pilot genoemd: {'; '.join(named)}" if named else "zoals in de uitrol"


def _start(unit: Unit) -> str:
    """`01234567 (1 september 2026 tot en met 31 december 2027, 8 uur per week)`."""
    days = " tot en met ".join(day(item) for item in (unit.start, unit.end) if item)
    hours = f"{number(unit.hours, 0 if unit.hours == round(unit.hours) else 1)} uur per week" if unit.hours else ""
    said = ", ".join(filter(None, (days, hours)))
    return f"{unit.code} ({said})" if said else unit.code


def computed(about: Mapping[str, str]) -> str:
    """With what anyone can repeat the estimates, bit for bit, from the same data."""
    version, seed, draws = (about.get(key, "onbekend") for key in ("version", "seed", "draws"))
    return f"Voorkant {version}, startgetal {seed}, hooguit {draws} verdelingen van de starts"


def _watched(pilot: Pilot) -> str:
    """Measures to watch; one that is not measured is said to be so."""
    without = {item.name: NOT_WATCHED[item.code] for item in pilot.now.watched if item.after is None}
    named = [
        f"{item.replace('_', ' ')}{f' ({without[item]})' if item in without else ''}"
        for item in pilot.declared.guardrails.split(",")
        if item
    ]
    return ", ".join(named) or "geen maten afgesproken"


def _registered(pilot: Pilot) -> str:
    """How firm it is; a lock that came after the first moment foretold nothing."""
    entries = read.register().entries(pilot.declared.slug)
    late = bool(entries) and entries[0].at[:7] > pilot.declared.planned[0]
    return f"{STATES[State(pilot.declared.state)]}{f' {LATE}' if late else ''}"


def _history(entries: list[Entry]) -> str:
    """The lock and every amendment, with its reason."""
    lines = []
    for place, item in enumerate(entries):
        did = "Vastgelegd" if not place else f"Gewijzigd ({', '.join(FIELDS.get(key, key) for key in item.keys)})"
        why = f" Reden: {item.reason}" if item.reason else ""
        why += f" Toen vooruitgerekend: {item.foreseen}" if item.foreseen else ""
        lines.append(
            f"<li>{escape(did)} op {escape(moment(item.at))} door {escape(item.who)}, kenmerk "
            f"<code>{escape(item.digest)}</code>.{escape(why)}</li>"
        )
    return f'<ol class="vk-story">{"".join(lines)}</ol>' if lines else ""


def foreseen(plan: At) -> str:
    """HTML of what the pilot will be able to show, by variant, and what stands in its way; empty when unknown."""
    if code := plan.text("plan_reden"):
        return f"<p>{escape(NOT_FORESEEN[code])}</p>{_in_the_way(plan)}"
    lines = "".join(f"<li>{escape(words)}</li>" for words in _falls(plan))
    shown = f"<p>Kleinste zichtbare daling:</p><ul>{lines}</ul>" if lines else ""
    return f"{_in_the_way(plan)}{shown}{''.join(f'<p>{escape(words)}</p>' for words in _when(plan))}"


def _in_the_way(plan: At) -> str:
    lines = "".join(
        f"<li>{escape(why)} <em>Wat helpt: {escape(mend[:1].lower() + mend[1:])}</em></li>"
        for why, mend in refused(plan.lacking)
    )
    return f"<p><strong>{NO_VERDICT}</strong></p><ul>{lines}</ul>" if lines else ""


def in_words(plan: At) -> str:
    """The same as plain text, to keep with the lock."""
    lacks = " ".join(why for why, _ in refused(plan.lacking))
    way = f"{NO_VERDICT} {lacks}" if lacks else ""
    if code := plan.text("plan_reden"):
        return " ".join(filter(None, (NOT_FORESEEN[code], way)))
    falls = "; ".join(_falls(plan))
    return " ".join([f"Kleinste zichtbare daling: {falls}.", *_when(plan), *([way] if way else [])]) if falls else ""


def _when(plan: At) -> list[str]:
    """From when there is enough, where that is known."""
    if plan.text("plan_genoeg_nu"):
        return ["Er zijn nu al genoeg gegevens."]
    month = plan.text("plan_genoeg")
    return [f"Genoeg gegevens rond {period(month)}."] if month else []


def _falls(plan: At) -> list[str]:
    found = [row for row in plan.rows if row.name == "plan" and row.value is not None]
    ordered = sorted(found, key=lambda row: list(PLANS).index(row.scope))
    return [f"{PLANS[row.scope]}: {number((row.value or 0.0) * 100)}%" for row in ordered]
