"""Momentopnamen: memos as they were handed out, and what was revised since."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.snapshots import page

st.title("Momentopnamen", anchor=False)
page.show(controls.selection())
