"""Raadsbrief: a memo for the council, made of the public figures, arranged and worded by its author."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.memo import page

st.title("Raadsbrief", anchor=False)
page.show(controls.selection())
