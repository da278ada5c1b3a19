"""Meetlat: the goals of a gemeente as steps, each with its own judgement and the figures beside it."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.meetlat import steps
from voorkant.ui.panels import answers, overview

chosen = controls.selection()

st.title(f"Meetlat van {answers.place_name(overview.yearly(chosen))}", anchor=False)
steps.show(chosen)
