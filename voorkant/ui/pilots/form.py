"""The form of a new pilot: it writes the same TOML that a file of the municipality would hold."""

import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from voorkant.declare.pilot import MOST_MOMENTS, MOST_SECONDARY, UNITS, Pilot
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import Problem
from voorkant.text.also import WATCHED
from voorkant.text.days import typed_day
from voorkant.text.pilotfields import FIELDS
from voorkant.ui import access, choices
from voorkant.ui.intake.act import attempt
from voorkant.ui.pilots import keeping
from voorkant.ui.pilots.agreed import COMPARED

TITLE = "Een nieuwe pilot opstellen"
WHY = (
    "Eerst wordt het een concept. Daarna is te zien wat deze pilot zal kunnen aantonen. Pas dan wordt hij vastgelegd, "
    "nog voor er een uitkomst is."
)
UNIT_LINES = "Eenheden met een eigen start (alleen wat nog niet in de uitrol staat)"
UNIT_HELP = "Een regel per eenheid: code; start; einde; uren per week. Bijvoorbeeld: 01234567; 1-9-2026; ; 8"
_KEY = re.compile(rf"'({'|'.join(FIELDS)})'")


@st.fragment
def show(gemeente: str) -> None:
    """Folded away until someone wants it; for the gemeente that is looked at, or others."""
    part = st.expander(TITLE, key="nieuwe_pilot", on_change="rerun")
    if part.open:
        with part:
            st.write(WHY)
            _form(gemeente)


def _form(gemeente: str) -> None:
    with st.form("pilot_opstellen", enter_to_submit=False, border=False):
        given = _what(gemeente) | _when()
        sent = st.form_submit_button("Concept bewaren en vooruitrekenen", key="pilot_bewaren", type="primary")
    if sent:
        attempt(lambda: _save(given))


def _what(gemeente: str) -> dict[str, Any]:
    programmes, outcomes = keeping.programmes(), keeping.outcomes()
    own = access.current_user().holds
    gemeenten = {code: words for code, words in choices.gemeenten().items() if own(code)}
    return {
        "title": st.text_input("Titel", key="pilot_titel", max_chars=120),
        "question": st.text_input("Vraag", key="pilot_vraag", max_chars=200),
        "programme": st.selectbox(
            "Programma", list(programmes), format_func=lambda slug: programmes[slug].title, key="pilot_programma"
        ),
        "gemeenten": st.multiselect(
            "Gemeenten",
            list(gemeenten),
            [gemeente] if gemeente in gemeenten else [],
            format_func=lambda code: gemeenten[code],
            key="pilot_gemeenten",
        ),
        "unit": st.selectbox("Eenheid", UNITS, key="pilot_eenheid"),
        "comparison": st.selectbox(
            "Vergeleken", list(COMPARED), format_func=lambda code: COMPARED[code], key="pilot_vergelijking"
        ),
        "primary": st.selectbox(
            "Hoofduitkomst", list(outcomes), format_func=lambda slug: outcomes[slug].title, key="pilot_uitkomst"
        ),
        "secondary": st.multiselect(
            f"Andere uitkomsten (hooguit {MOST_SECONDARY}, zonder oordeel)",
            list(outcomes),
            format_func=lambda slug: outcomes[slug].title,
            key="pilot_andere",
        ),
    }


def _when() -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        relevant = st.number_input("Kleinste relevante daling (%)", 1, 95, 20, key="pilot_relevant")
        first = st.text_input("Eerste maand van het venster", placeholder="2024-01", key="pilot_van")
        last = st.text_input("Laatste maand van het venster", placeholder="2029-12", key="pilot_tot")
    with right:
        budget = st.number_input("Budget in euro (0 = niet opgegeven)", 0, value=0, step=1000, key="pilot_budget")
        moments = st.text_input(
            f"Evaluatiemomenten (hooguit {MOST_MOMENTS}, met komma's)",
            placeholder="2027-12, 2028-12",
            key="pilot_momenten",
        )
        guardrails = st.multiselect(
            "Waar op te letten", list(WATCHED), format_func=lambda name: WATCHED[name][0], key="pilot_letop"
        )
    units = st.text_area(UNIT_LINES, help=UNIT_HELP, key="pilot_eenheden", height=120)
    return {
        "relevant_rr": round(1 - float(relevant) * 0.01, 2),
        "window": [first.strip(), last.strip()],
        "moments": _listed(moments),
        "guardrails": guardrails,
        "budget": budget,
        "units": units,
    }


def _listed(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _save(given: Mapping[str, Any]) -> None:
    """Through the text of its file, so that a form can write nothing that a file may not hold."""
    wanted = dict(given)
    if not wanted["title"].strip() or not wanted["question"].strip():
        raise Problem("Vul een titel en een vraag in.")
    budget, lines = wanted.pop("budget"), wanted.pop("units")
    if budget:
        wanted["budget"] = {"amount": int(budget)}
    if units := _units(lines):
        wanted["units"] = units
    keeping.draft(_parsed(to_toml(wanted), keeping.slug_of(given["title"])))


def _parsed(toml: str, slug: str) -> Pilot:
    """The pilot; Problem in the words of the form, where a file would be told its key."""
    try:
        return keeping.parsed(toml, slug)
    except Problem as problem:
        said = str(problem).removeprefix("pilot: ")
        raise Problem(_KEY.sub(lambda found: f"'{FIELDS[found[1]]}'", said)) from problem


def _units(lines: str) -> list[dict[str, Any]]:
    """Problem with the number of the line that cannot be read."""
    return [_unit(line, place) for place, line in enumerate(lines.splitlines(), 1) if line.strip()]


def _unit(line: str, place: int) -> dict[str, Any]:
    parts = [part.strip() for part in line.split(";")] + [""] * 3
    unit: dict[str, Any] = {"code": parts[0]}
    for key, part in (("start", parts[1]), ("end", parts[2])):
        if part:
            day = typed_day(part)
            if day is None:
                raise Problem(f"Eenheden, regel {place}: '{part}' is geen dag. Schrijf een dag als 1-9-2026.")
            unit[key] = day
    if parts[3]:
        try:
            unit["hours"] = float(parts[3].replace(",", "."))
        except ValueError as error:
            raise Problem(f"Eenheden, regel {place}: '{parts[3]}' is geen getal. Schrijf uren als 8 of 8,5.") from error
    return unit
