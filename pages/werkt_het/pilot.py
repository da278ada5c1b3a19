"""Pilot: the question, what can be said, what led to it, and what was agreed and decided."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.panels.notice import notice
from voorkant.ui.pilots import busy, manage, outcome, page, read, tend
from voorkant.ui.stories import beside

chosen = controls.selection()
pilot = read.one(chosen)

if pilot is None:
    st.title("Pilot", anchor=False)
    notice("Er is nog geen pilot", "Leg er een vast op de pagina Pilots, en publiceer daarna.")
else:
    under_way = busy.show()
    outcome.charts(pilot, chosen, opening=page.opening(pilot, chosen))
    if not under_way:
        manage.plan(pilot)
    st.html(page.rest(pilot, chosen))
    things = {pilot.declared.slug: pilot.declared.title}
    beside.told(chosen, "pilot", things)
    tend.show(pilot, chosen, things, under_way=under_way)
