"""Kaart: one measure of all gemeenten of the region, or of the wijken of one, in shades with the table beside it."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.areamap import show

chosen = controls.selection()

st.title("Hoe ligt het op de kaart?", anchor=False)
show.show(chosen)
