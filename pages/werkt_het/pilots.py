"""Pilots: all that is tried, with what can be said of it and what asks for attention."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.pilots import busy, form, keeping, listing

chosen = controls.selection()

st.title("Pilots", anchor=False)
st.write("Wat is er geprobeerd, wat is daarover te zeggen, en hoe zeker is dat?")
under_way = busy.show()
listing.show(chosen)

if keeping.may() and not under_way:
    st.header("Een pilot vastleggen", anchor=False)
    form.show(chosen.gemeente)
