"""Verwijsroutes: who refers to which help, in words first, then as a flow with its table."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.routes import show

chosen = controls.selection()

st.title("Langs welke weg komen jeugdigen bij hulp?", anchor=False)
show.show(chosen)
