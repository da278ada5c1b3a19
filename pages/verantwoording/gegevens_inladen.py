"""Gegevens inladen: from the files of a supplier to a publication, one step at a time."""

import streamlit as st

from voorkant.ui import rules
from voorkant.ui.intake import desk, switch, template

st.title("Gegevens inladen", anchor=False)
desk.show()

desk.care_classes()

st.header("Laatste leveringen", anchor=False)
desk.deliveries()

if rules.rules_off():
    st.header("Uitgezette regels", anchor=False)
    switch.switched()

st.header("Gegevens vragen", anchor=False)
template.template()
