"""Adding, changing and removing an event of the register."""

from collections.abc import Collection, Mapping
from datetime import date

import streamlit as st

from voorkant.declare.eventfile import KINDS, LONGEST_NOTE, LONGEST_TITLE, KeptEvent
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text.days import as_typed, typed_day
from voorkant.ui import access, choices
from voorkant.ui.events import register
from voorkant.ui.events.listing import indicators, places
from voorkant.ui.intake.act import act, attempt
from voorkant.ui.literally import literally

NEW = "Nieuwe gebeurtenis"
ADDED = "gebeurtenissen_toegevoegd"
DAYS = "Schrijf een dag als 1-3-2024."
BLANK = KeptEvent("", "", date.min, None, "", "beleid", "", "", "", breaks=False, public=False)


def show(chosen: Selection) -> None:
    """For who may change the register; others read it above."""
    if not access.current_user().may(register.ACTION):
        return
    st.header("Toevoegen of wijzigen", anchor=False)
    own = places(chosen)
    kept = {item.id: item for item in register.of_own(Protection.INTERN, own) if register.may_place(item, own)}
    named = {"": NEW} | {item.id: f"{item.title} ({as_typed(item.start)})" for item in kept.values()}
    picked = st.selectbox("Welke gebeurtenis?", list(named), format_func=lambda name: named[name], key="welke")
    event = kept.get(picked or "", BLANK)
    _form(event, chosen)
    if event.id:
        with st.popover("Verwijderen", key=f"weg_{event.id}"):
            title = literally(event.title)
            st.write(f"‘{title}’ verdwijnt uit alle grafieken. In het logboek blijft staan dat dit is gedaan.")
            act("Ja, verwijder deze gebeurtenis", f"weg_ja_{event.id}", lambda: register.remove(event, own))


def _form(event: KeptEvent, chosen: Selection) -> None:
    name = event.id or f"nieuw_{st.session_state.get(ADDED, 0)}"
    with st.form(f"gebeurtenis_{name}", enter_to_submit=False):
        given = _what(event, name) | _where(event, name, chosen)
        sent = st.form_submit_button("Bewaren", type="primary")
    if sent:
        attempt(lambda: _keep(event, given, places(chosen)))


def _keep(event: KeptEvent, given: Mapping[str, str | bool], own: Collection[str]) -> None:
    """What was typed stays until it could be kept; then there is an empty form."""
    register.keep(_read(event, given), own)
    st.session_state[ADDED] = st.session_state.get(ADDED, 0) + 1


def _what(event: KeptEvent, name: str) -> dict[str, str | bool]:
    kinds = list(KINDS)
    start = as_typed(event.start) if event.id else ""
    title = st.text_input("Wat gebeurde er?", event.title, key=f"titel_{name}", max_chars=LONGEST_TITLE)
    left, right = st.columns(2)
    lower_left, lower_right = st.columns(2)  # so that on a phone the two days stand below each other
    return {
        "title": title,
        "start": left.text_input("Eerste dag", start, key=f"start_{name}", placeholder="1-3-2024"),
        "end": right.text_input(
            "Laatste dag (leeg bij een enkele dag)", as_typed(event.end), key=f"einde_{name}", placeholder="30-6-2024"
        ),
        "kind": lower_left.selectbox(
            "Soort", kinds, kinds.index(event.kind), format_func=lambda code: KINDS[code], key=f"soort_{name}"
        ),
        "source": lower_right.text_input("Bron", event.source, key=f"bron_{name}", max_chars=LONGEST_TITLE),
        "note": st.text_area("Toelichting", event.note, key=f"toelichting_{name}", max_chars=LONGEST_NOTE, height=80),
    }


def _where(event: KeptEvent, name: str, chosen: Selection) -> dict[str, str | bool]:
    user = access.current_user()
    areas = ({"": "Overal"} if user.holds_all else {}) | {
        code: name for code, name in choices.gemeenten().items() if user.holds(code)
    }
    areas |= {code: f"alleen {name}" for code, name in places(chosen).items()}
    about = {"": "Alle cijfers"} | indicators(chosen)
    left, right = st.columns(2)
    with left:
        area = _pick("Waar?", areas, event.area if event.id else next(iter(areas), ""), f"gebied_{name}")
    with right:
        indicator = _pick("Over welk cijfer?", about, event.indicator, f"indicator_{name}")
    return {
        "area": area,
        "indicator": indicator,
        "breaks": st.checkbox("Cijfers ervoor en erna zijn niet te vergelijken", event.breaks, key=f"breuk_{name}"),
        "public": st.checkbox("Ook in de openbare versie", event.public, key=f"openbaar_{name}"),
    }


def _pick(label: str, options: Mapping[str, str], now: str, key: str) -> str:
    """What an event has now stays on offer, also where the cube no longer knows it."""
    known = dict(options) if now in options else {**options, now: now}
    codes = list(known)
    return st.selectbox(label, codes, codes.index(now), format_func=lambda code: known[code], key=key)


def _read(event: KeptEvent, given: Mapping[str, str | bool]) -> KeptEvent:
    """Problem for a day that cannot be read."""
    start, end = typed_day(str(given["start"])), typed_day(str(given["end"]))
    if start is None or (str(given["end"]).strip() and end is None):
        raise Problem(f"De eerste of de laatste dag is niet te lezen. {DAYS}")
    texts = {key: " ".join(str(given[key]).split()) for key in ("title", "source", "note", "kind", "area", "indicator")}
    return KeptEvent(
        id=event.id, start=start, end=end, breaks=bool(given["breaks"]), public=bool(given["public"]), **texts
    )
