"""Pilot: the question, what can be said, what led to it, and what was agreed and decided."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.panels import experience
from voorkant.ui.panels.notice import notice
from voorkant.ui.pilots import agreed, busy, card, manage, outcome, read, yearly
from voorkant.ui.stories import beside

chosen = controls.selection()
pilot = read.one(chosen)

if pilot is None:
    st.title("Pilot", anchor=False)
    notice("Er is nog geen pilot", "Leg er een vast op de pagina Pilots, en publiceer daarna.")
else:
    st.title(pilot.declared.title, anchor=False)
    card.show(pilot)
    under_way = busy.show()
    if not under_way:
        manage.plan(pilot)

    if not pilot.is_draft:
        st.header("Wat verandert er", anchor=False)
        outcome.story(pilot, chosen)
        outcome.charts(pilot, chosen)
        outcome.checks(pilot)
        outcome.also(pilot)

    st.header("Wat doet de inzet", anchor=False)
    agreed.effort(pilot, chosen)
    yearly.show(pilot, chosen)

    if read.takes_part(chosen, pilot) and (said := experience.of(chosen, pilot.declared.programme)):
        experience.show(said)

    st.header("Wat is er afgesproken", anchor=False)
    agreed.agreement(pilot)
    if not under_way:
        manage.change(pilot)

    st.header("Wat is er besloten", anchor=False)
    manage.decisions(pilot, chosen)

    beside.show(chosen, "pilot", {pilot.declared.slug: pilot.declared.title})
