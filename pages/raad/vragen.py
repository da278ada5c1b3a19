"""Vragen van de raad: preset and own questions, each with an answer from the public figures."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.panels import answers, overview
from voorkant.ui.questions import page

chosen = controls.selection()

st.title(f"Vragen van de raad van {answers.place_name(overview.yearly(chosen))}", anchor=False)
page.show(chosen)
