"""Kwaliteit: what came in, what was used, what is missing and which rules protect it."""

import streamlit as st

st.title("Kwaliteit", anchor=False)
