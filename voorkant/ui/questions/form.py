"""Adding an own question: what it asks, which kind of answer, and of which measure, place and period."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from voorkant.declare.questionfile import ANSWERS, LONGEST, PERIODS, Question
from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text.periods import TYPES
from voorkant.ui import access, cache, own
from voorkant.ui.choices import Offer
from voorkant.ui.intake.act import attempt
from voorkant.ui.method import SPLITS
from voorkant.ui.pilots import read
from voorkant.ui.questions import keeping

NAME = "nieuwe_vraag"
ADDED = "vragen_toegevoegd"
NOTHING = "Er is hier niets om uit te kiezen. Publiceer eerst cijfers, of kies een ander soort antwoord."


def show(chosen: Selection) -> None:
    """For who may add questions; others read them above."""
    if access.current_user().may(keeping.ACTION):
        _folded(chosen)


@st.fragment
def _folded(chosen: Selection) -> None:
    """Folded away until someone wants it."""
    part = st.expander("Een eigen vraag toevoegen", key="vraag_toevoegen", on_change="rerun")
    if part.open:
        with part:
            kind = st.selectbox(
                "Waar gaat het antwoord over?",
                list(ANSWERS),
                format_func=lambda code: ANSWERS[code],
                key=f"{NAME}_soort",
            )
            _form(kind, chosen)


def _form(kind: str, chosen: Selection) -> None:
    offer = Offer(chosen.gemeente, Protection.OPENBAAR)
    name = f"{NAME}_{st.session_state.get(ADDED, 0)}"
    with st.form(name, enter_to_submit=False, border=False):
        title = st.text_input("De vraag", key=f"{name}_titel", max_chars=LONGEST, placeholder="Stijgt ...?")
        given = _pilot(chosen) if kind == "effect" else _measures(kind, offer)
        where = {} if kind in ("effect", "places") else _where(kind, chosen)
        sent = st.form_submit_button("Vraag bewaren", key=f"{NAME}_bewaren", type="primary")
    if sent:
        wish = Question("", " ".join(title.split()), kind, gemeente=chosen.gemeente, **given | where)
        attempt(lambda: _keep(wish))


def _keep(wish: Question) -> None:
    """What was typed stays until it could be kept; then the page shows the new question."""
    own.put("vraag", keeping.keep(wish))
    st.session_state[ADDED] = st.session_state.get(ADDED, 0) + 1


def _pilot(chosen: Selection) -> dict[str, Any]:
    """One in which the gemeente takes part: of another it could not tell the outcome here."""
    own_pilots = read.own(replace(chosen, protection=Protection.OPENBAAR))
    titles = {item.declared.slug: item.declared.title for item in own_pilots}
    return {"pilot": _pick("Welke pilot?", titles, "pilot")}


def _measures(kind: str, offer: Offer) -> dict[str, Any]:
    """The measure, of a programme or of none; for wijken one of each side."""
    known = {f"{row['programme']} {row['indicator']}": row for row in offer.indicators}
    words = {code: _words(row) for code, row in known.items()}
    if kind != "places":
        row = known.get(_pick("Welke maat?", words, "maat"), {})
        return {"indicators": tuple(filter(None, [row.get("indicator")])), "programme": row.get("programme", "")}
    sides = [
        {code: words[code] for code, row in known.items() if row["ladder"] == side} for side in ("inzet", "uitkomst")
    ]
    front = known.get(_pick("Welke inzet?", sides[0], "inzet"), {})
    back = known.get(_pick("Welke uitkomst?", sides[1], "uitkomst"), {})
    pair = tuple(row["indicator"] for row in (front, back) if row)
    return {"indicators": pair, "programme": front.get("programme", "")}


def _words(row: Mapping[str, Any]) -> str:
    return f"{row['title']} ({row['programme_title']})" if row["programme"] else str(row["title"])


def _where(kind: str, chosen: Selection) -> dict[str, Any]:
    """Its place and its period; groups are there by year alone."""
    found = cache.rows(chosen.gemeente, Protection.OPENBAAR, "options_areas", level=Level.WIJK).named()
    areas = {"": "De hele gemeente"} | {row["code"]: row["name"] for row in found}
    if kind == "parts":
        return {"split": _pick("Naar welke groepen?", SPLITS, "groep")}
    kinds = {code: TYPES[PeriodType(code)].capitalize() for code in PERIODS}
    return {"area": _pick("Waar?", areas, "gebied"), "period": _pick("Per welke periode?", kinds, "periode")}


def _pick(label: str, options: Mapping[str, str], name: str) -> str:
    codes = list(options)
    if not codes:
        st.caption(NOTHING)
        return ""
    return st.selectbox(label, codes, format_func=lambda code: options[code], key=f"{NAME}_{name}")
