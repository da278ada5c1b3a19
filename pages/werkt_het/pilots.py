"""Pilots: all that is tried, with what can be said of it and what asks for attention."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.pilots import listing

chosen = controls.selection()

st.title("Pilots", anchor=False)
st.write("Wat is er geprobeerd, wat is daarover te zeggen, en hoe zeker is dat?")
listing.show(chosen)
