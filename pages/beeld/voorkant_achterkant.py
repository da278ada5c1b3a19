"""Voorkant & achterkant: preventive and specialist care above each other, on one time axis."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.panels import answers, pair
from voorkant.ui.stories import beside

chosen = controls.selection()

st.title(f"Voorkant en achterkant in {answers.place_name(chosen)}", anchor=False)
pair.show(chosen)
beside.figures(chosen)
