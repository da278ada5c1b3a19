"""Kosten: what a pilot costs, what it avoids as a range, and when that pays."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.heading import heading
from voorkant.ui.panels.notice import notice
from voorkant.ui.pilots import costs, pricing, read

chosen = controls.selection()
pilot = read.one(chosen)

st.title("Kosten", anchor=False)
if pilot is None or pilot.is_draft:
    notice("Er is nog geen pilot met een uitkomst", "Kies een pilot in de zijbalk, of leg er een vast op Pilots.")
else:
    heading(pilot.declared.title)
    costs.show(pilot, chosen)
    if pricing.may(pilot):
        pricing.form(pilot, costs.beside(pilot, chosen))
