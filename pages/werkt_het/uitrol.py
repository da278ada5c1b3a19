"""Uitrol: where a programme works and since when, what it does there since its start, and who has not begun."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.heading import heading
from voorkant.ui.rollout import outcomes, quarters, spread, years
from voorkant.ui.rollout.asked import asked

chosen = controls.selection()

st.title("Uitrol", anchor=False)
if of := asked(chosen):
    spread.show(of)

    heading("Wat doet de inzet sinds de start?")
    (years if of.programme.unit in years.YEARLY else quarters).show(of)

    heading("Wat verandert er per plek?")
    outcomes.show(of)
