"""Gebeurtenissen: what stands in charts because it touches the figures, and the register that keeps it."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.events import form, listing

chosen = controls.selection()

st.title("Gebeurtenissen", anchor=False)
st.write("Wat de cijfers raakt, staat als lijn of band in elke grafiek van dat gebied. Een breuk knipt een reeks door.")
listing.show(chosen)
form.show(chosen)
