"""Vergelijken: gemeenten side by side, with the region, the country and those that are most alike."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.compare import beside

chosen = controls.selection()

st.title(f"Hoe staat {controls.words('gemeente').rpartition(' (')[0]} naast andere gemeenten?", anchor=False)
beside.show(chosen)
