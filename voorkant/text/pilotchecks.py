"""What was looked at beside a verdict on a pilot, in a sentence per outcome; no figure of what was counted."""

from voorkant.text.checks import STATE_WORDS, State
from voorkant.text.numbers import number

CHECKS: dict[str, dict[State, str]] = {
    "maanden_ervoor": {
        State.GOOD: "Bij elke begonnen eenheid zijn er minstens {value} maanden voor de start.",
        State.WARNING: "Bij een begonnen eenheid zijn er maar {value} maanden voor de start.",
    },
    "maanden_erna": {
        State.GOOD: "Bij de middelste eenheid zijn er {value} maanden na de start.",
        State.WARNING: "Bij de middelste eenheid zijn er nog maar {value} maanden na de start.",
    },
    "ontbrekend": {
        State.GOOD: "Van de maanden ontbreekt {percent}%.",
        State.WARNING: "Van de maanden ontbreekt {percent}%: te veel.",
    },
    "kleinste_daling": {
        State.GOOD: "Een daling vanaf {percent}% zou te zien zijn.",
        State.WARNING: "Pas een daling vanaf {percent}% zou te zien zijn: kleinere blijven onzichtbaar.",
    },
    "begonnen_bij_begin": {
        State.WARNING: "Eenheden die al begonnen waren toen de cijfers begonnen, en niet meetellen: {value}.",
    },
    "zonder_noemer": {State.WARNING: "Eenheden zonder noemer of zonder aantallen, die niet meetellen: {value}."},
    "niet_te_vergelijken": {State.WARNING: "Eenheden zonder een maand gemeen met de andere: {value}."},
    "maanden_zonder_vergelijking": {
        State.WARNING: "Maanden die niet meetellen, omdat iedereen toen al begonnen was: {value}.",
    },
    "registratie_stil": {State.WARNING: "Bij een of meer eenheden brak de registratie af of viel zij stil."},
    "interval_zonder_een": {
        State.GOOD: "Een marge uit steeds een eenheid weglaten zegt hetzelfde over toeval.",
        State.WARNING: "Een marge uit steeds een eenheid weglaten zegt iets anders over toeval: wees voorzichtig.",
    },
    "een_eenheid_weg": {
        State.GOOD: "Zonder een willekeurige eenheid wijst de uitkomst dezelfde kant op.",
        State.WARNING: "Een van de eenheden bepaalt de uitkomst: zonder haar wijst die de andere kant op.",
    },
    "maanden_vlak_ervoor": {
        State.GOOD: "Zonder de maanden vlak voor de start wijst de uitkomst dezelfde kant op.",
        State.WARNING: "Zonder de maanden vlak voor de start wijst de uitkomst de andere kant op.",
    },
    "start_een_jaar_eerder": {
        State.GOOD: "Met een verzonnen start een jaar eerder is er geen verschil. Dat sluit een trend niet uit.",
        State.WARNING: "Met een verzonnen start een jaar eerder is er ook een verschil: het liep al uiteen.",
    },
    "piek_vooraf": {
        State.GOOD: "Vlak voor de start was het cijfer niet opvallend hoog of laag.",
        State.WARNING: "Vlak voor de start week het cijfer al af, en het kan vanzelf zijn teruggegaan.",
    },
    "vergelijking": {State.WARNING: "Er is niets om mee te vergelijken: hooguit een aanwijzing."},
    "uitrol_anders": {State.WARNING: "Eenheden met een andere start of stop dan de uitrol: {value}. De uitrol geldt."},
}
UNKNOWN = {
    "maanden_vlak_ervoor": "Zonder de maanden vlak voor de start blijft er te weinig over om te vergelijken.",
    "start_een_jaar_eerder": "Er is te weinig van ervoor voor een verzonnen start een jaar eerder.",
    "piek_vooraf": "Er is te weinig van ervoor om een piek te herkennen.",
    "kleinste_daling": "Welke daling zichtbaar zou zijn, is met deze gegevens niet te bepalen.",
}
OTHER = "Hierover is met deze gegevens niets te zeggen."


LEFT_OUT = "een_eenheid_weg"


def left_out_words(found: tuple[float, float] | None) -> str:
    """How far the ratio moves when one unit is left out, without naming which."""
    if found is None:
        return ""
    low, high = (number(value, 2) for value in found)
    return f" Waargenomen gedeeld door verwacht ligt dan tussen {low} en {high}."


def check_words(name: str, state: State, value: float | None) -> str:
    """The sentence of a check; ValueError for a check that has none."""
    if name not in CHECKS:
        raise ValueError(f"no words for the check {name!r}")
    if state is State.UNKNOWN or (form := CHECKS[name].get(state)) is None:
        return UNKNOWN.get(name, OTHER)
    return form.format(value=_value(value), percent=number((value or 0.0) * 100))


def _value(value: float | None) -> str:
    return "" if value is None else number(value, 0 if value == round(value) else 1)


def mark(state: State) -> tuple[str, str]:
    """The sign of a state and its word."""
    sign, _, word = STATE_WORDS[state].partition(" ")
    return sign, word
