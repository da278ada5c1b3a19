"""Begrippen en methode: what every figure means."""

import streamlit as st

st.title("Begrippen en methode", anchor=False)
