"""What someone may do with a pilot: one row of buttons, with the form of the one that is pressed under it.

One element in place of three folded parts and a heading: each costs the browser time at every change of the page.
"""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from voorkant.declare.register import State
from voorkant.domain.selection import Selection
from voorkant.report.pilot import Pilot
from voorkant.ui.pilots import keeping, manage
from voorkant.ui.stories import beside

KEY = "pilot_bijhouden"
CHANGE, DECIDE, TELL = "wijzigen", "besluiten", "verhaal"
Form = tuple[str, Callable[[], None]]


def show(pilot: Pilot, chosen: Selection, things: Mapping[str, str], *, under_way: bool) -> None:
    """`things`: what a story can be about. Nothing for who may do nothing, and no change while a job is at it."""
    forms: dict[str, Form] = {}
    may = keeping.may_change(pilot)
    if may and not under_way and keeping.is_declared(pilot.declared.slug):
        is_open = State(pilot.declared.state) is State.OPEN
        words = "Pilot vastleggen of wijzigen" if is_open else "Pilot wijzigen"
        forms[CHANGE] = words, partial(manage.change, pilot, may_lock=is_open)
    if may:
        forms[DECIDE] = "Een besluit vastleggen", partial(manage.decide, pilot, chosen)
    if beside.may_add(chosen, things):
        forms[TELL] = "Een verhaal toevoegen", partial(_tell, chosen, things)
    if forms:
        _offered(forms)


def _tell(chosen: Selection, things: Mapping[str, str]) -> None:
    st.html(f'<p class="vk-axis">{beside.APART}</p>')
    beside.form(chosen, "pilot", things)


@st.fragment
def _offered(forms: Mapping[str, Form]) -> None:
    asked = st.pills("Bijhouden", list(forms), format_func=lambda code: forms[code][0], key=KEY)
    if asked in forms:
        _, draw = forms[asked]
        draw()
