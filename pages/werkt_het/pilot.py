"""Pilot: the question, what can be said, what led to it, and what was agreed and decided."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.heading import heading
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
        heading("Wat verandert er")
        outcome.story(pilot, chosen)
        outcome.charts(pilot, chosen)
        outcome.checks(pilot)
        outcome.also(pilot)

    heading("Wat doet de inzet")
    agreed.effort(pilot, chosen)
    yearly.show(pilot, chosen)

    if read.takes_part(chosen, pilot) and (said := experience.of(chosen, pilot.declared.programme)):
        experience.show(said)

    heading("Wat is er afgesproken")
    agreed.agreement(pilot)
    if not under_way:
        manage.change(pilot)

    heading("Wat is er besloten")
    manage.decisions(pilot, chosen)

    beside.show(chosen, "pilot", {pilot.declared.slug: pilot.declared.title})
