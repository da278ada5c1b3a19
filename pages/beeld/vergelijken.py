"""Vergelijken: gemeenten, the wijken of one, or groups of youths side by side."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.compare import beside

chosen = controls.selection()

st.title(beside.title(controls.words("gemeente").rpartition(" (")[0], chosen), anchor=False)
beside.show(chosen)
