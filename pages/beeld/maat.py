"""Eén maat: all there is of one indicator, from its newest value to where else it stands."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.measure import show

with st.container(gap="xsmall"):
    show.show(controls.selection())
