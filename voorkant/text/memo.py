"""The words of a council memo that no figure decides: headings, fixed notes, and how its author's changes are named."""

import re
from collections.abc import Iterable

HEADINGS = {
    "aanleiding": "Aanleiding",
    "kern": "De kern",
    "inzet": "Wat de inzet doet",
    "uitkomst": "Wat er verandert",
    "vergelijking": "Naast de regio en het land",
    "pilots": "Werkt het?",
    "vragen": "Vragen van de raad",
    "verhalen": "Verhalen",
    "onbekend": "Wat niet bekend is",
    "nodig": "Wat nodig is om het wel te weten",
    "vervolg": "Vervolg",
    "tabellen": "De cijfers",
    "verantwoording": "Verantwoording",
}
ONLY_EFFORT = "Dit is wat er is gedaan. Daaruit volgt nog niet of er minder verwijzingen zijn."
ONLY_SEEN = "Dit is wat er te zien is. Waardoor het verandert, volgt er niet uit."
APART = "Een verhaal laat zien hoe het kan gaan. Het telt nergens mee, en zegt niet hoe vaak iets gebeurt."
MORE_UNITS = (
    "Om te weten waardoor dit verandert, is een vergelijking nodig: leg op Pilots vast waar en wanneer iets begint."
)
NO_STATEMENT = "Van deze pilot is in deze publicatie niets te vertellen."
NO_FIGURE_THEN = "Per {kind} is hierover voor deze plek tot en met {period} niets gepubliceerd. De bron is: {source}."
ON_THE_MAP = "Op de kaart"
CONCEPT = "CONCEPT"
CHANGED = "Met de hand geschreven of veranderd:"
UNCHANGED = "Alle zinnen zijn zoals ze uit de cijfers volgen; er is niets met de hand veranderd."
LONGEST = 140
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def opening(kind: str, place: str, period: str) -> str:
    return (
        f"Dit stuk ({kind.lower()}) gaat over {place}, tot en met {period}. Het laat zien wat de cijfers zeggen over "
        f"preventieve jeugdhulp en over verwijzingen naar specialistische jeugdhulp. Wat de inzet doet en wat er "
        f"verandert staan apart."
    )


def protection(threshold: int, base: int) -> str:
    """How figures of this level are protected."""
    return (
        f"Alle cijfers zijn de openbare. Een aantal van minder dan {threshold} jeugdigen staat er als wat het kan "
        f"zijn. Andere aantallen zijn afgerond op {base}. Delen tellen daardoor niet altijd op tot hun totaal."
    )


def definition(told: str, counted: str, divided: str) -> str:
    """Of a gemeente, so without what is divided by of a practice or a school."""
    return f"{told} Teller: {counted}. Noemer: {divided.partition(' (bij een praktijk')[0]}."


def until(day: str, publication: str) -> str:
    return f"Peildatum: {day}. Publicatie: {publication}."


def short_of(period: str, last: str) -> str:
    return f"Over {period} is hier nog geen cijfer. Het nieuwste cijfer is van {last}."


def code_words(code: str, version: str) -> str:
    return (
        f"Kenmerk: {code}. Het kenmerk hoort bij precies deze woorden en cijfers: verandert er iets, dan is er een "
        f"ander kenmerk. Gemaakt met Voorkant {version}."
    )


def changed_sentences(text: str, proposal: str) -> list[str]:
    """The sentences that were not proposed, in short."""
    known = set(_SENTENCE.split(proposal))
    found = [part for line in text.splitlines() for part in _SENTENCE.split(line.strip()) if part and part not in known]
    return [f"{part[: LONGEST - 1]}…" if len(part) > LONGEST else part for part in found]


def hand(changes: Iterable[tuple[str, str, str]]) -> list[str]:
    """Of (heading, text, proposal): which sentences the author wrote, or that nothing but leaving out was done."""
    told = []
    for heading, text, proposal in changes:
        found = changed_sentences(text, proposal)
        quoted = " ".join(f"‘{part}’" for part in found) or "een voorgestelde zin is weggelaten."
        told.append(f"{heading}: {quoted}")
    return told
