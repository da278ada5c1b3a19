"""Detail per plek: true counts per practice or school and month, for who has a recorded ground."""

import streamlit as st

from voorkant.ui import controls
from voorkant.ui.detail import show

st.title("Detail per plek", anchor=False)
show.show(controls.selection())
