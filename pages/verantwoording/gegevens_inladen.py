"""Gegevens inladen: from the files of a supplier to a publication, one step at a time."""

import streamlit as st

from voorkant.ui.intake import desk

st.title("Gegevens inladen", anchor=False)
desk.show()

desk.care_classes()

st.header("Laatste leveringen", anchor=False)
desk.deliveries()
