"""Stories that stand beside what is on screen, apart from every figure, and the form to add one."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from voorkant.declare.storyfile import LONGEST, TELLERS, Story
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text.days import typed_day
from voorkant.text.periods import day
from voorkant.ui import access
from voorkant.ui.heading import heading
from voorkant.ui.intake.act import act, attempt
from voorkant.ui.literally import literally
from voorkant.ui.panels import answers
from voorkant.ui.stories import keeping

APART = "Een verhaal laat zien hoe het kan gaan. Het telt nergens mee, en zegt niet hoe vaak iets gebeurt."
CONSENT = "Wat is er afgesproken met wie dit vertelt?"
ADDED = "verhalen_toegevoegd"


def figures(chosen: Selection) -> None:
    """The stories beside the two figures of a page."""
    known = answers.headers(chosen, [chosen.inzet, chosen.uitkomst])
    show(chosen, "figuur", {slug: header.title for slug, header in known.items()})


def show(chosen: Selection, pin: str, things: Mapping[str, str]) -> None:
    """`things`: slug -> title of what is on screen. Nothing where there is no story and none may be added."""
    may = may_add(chosen, things)
    if not told(chosen, pin, things) and may:
        heading("Verhalen", APART)
    if may:
        _add(chosen, pin, things)


def may_add(chosen: Selection, things: Mapping[str, str]) -> bool:
    return access.current_user().may(keeping.ACTION) and _level(chosen) == Protection.INTERN and bool(things)


def _level(chosen: Selection) -> Protection:
    return Protection(answers.publication(chosen).protection)


def told(chosen: Selection, pin: str, things: Mapping[str, str]) -> bool:
    """The stories that there are, under their heading; whether there is one."""
    found = keeping.pinned(chosen.gemeente, _level(chosen), pin, things)
    if found:
        heading("Verhalen", APART)
    for story in found:
        _story(story, things[story.pinned], may=may_add(chosen, things))
    return bool(found)


def _story(story: Story, thing: str, *, may: bool) -> None:
    said = f"{TELLERS[story.teller].capitalize()}, {day(story.told)}. Bij: {thing}."
    st.html(
        f'<figure class="vk-anecdote"><blockquote>{escape(story.text)}</blockquote>'
        f"<figcaption>Verhaal. {escape(said)}</figcaption></figure>"
    )
    if may:
        with st.popover("Verwijderen", key=f"verhaal_weg_{story.id}"):
            st.write(f"Afgesproken: {literally(story.consent)}")
            act("Ja, verwijder dit verhaal", f"verhaal_weg_ja_{story.id}", lambda: keeping.remove(story))


@st.fragment
def _add(chosen: Selection, pin: str, things: Mapping[str, str]) -> None:
    """Folded away until someone wants it."""
    part = st.expander("Een verhaal toevoegen", key="verhaal_toevoegen", on_change="rerun")
    if part.open:
        with part:
            form(chosen, pin, things)


def form(chosen: Selection, pin: str, things: Mapping[str, str]) -> None:
    """Room for one more story."""
    name = f"verhaal_{st.session_state.get(ADDED, 0)}"
    slugs = list(things)
    with st.form(name, enter_to_submit=False, border=False):
        text = st.text_area("Het verhaal, zonder namen en plaatsen", key=f"{name}_tekst", max_chars=LONGEST, height=140)
        left, right = st.columns(2)
        teller = left.selectbox(
            "Wie vertelt dit?", list(TELLERS), format_func=lambda code: TELLERS[code], key=f"{name}_wie"
        )
        told = right.text_input("Op welke dag is het verteld?", key=f"{name}_dag", placeholder="1-3-2024")
        pinned = st.selectbox("Waar hoort het bij?", slugs, format_func=lambda slug: things[slug], key=f"{name}_bij")
        consent = st.text_input(CONSENT, key=f"{name}_afspraak", placeholder="Mag in interne stukken, zonder naam.")
        public = st.checkbox("Mag ook in de openbare versie", key=f"{name}_openbaar")
        sent = st.form_submit_button("Verhaal bewaren", key=f"{name}_bewaren", type="primary")
    if sent:
        wish = {"text": text, "teller": teller, "consent": consent, "pin": pin, "pinned": pinned}
        attempt(lambda: _keep(wish, told, chosen.gemeente, public=public))


def _keep(wish: Mapping[str, str], told: str, gemeente: str, *, public: bool) -> None:
    """What was typed stays until it could be kept. Problem for a day that cannot be read."""
    on = typed_day(told)
    if on is None:
        raise Problem("Vul in op welke dag het is verteld, zoals 1-3-2024.")
    keeping.keep(Story(id="", told=on, gemeente=gemeente, public=public, **wish))
    st.session_state[ADDED] = st.session_state.get(ADDED, 0) + 1
