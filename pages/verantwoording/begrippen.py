"""Begrippen en methode: what every figure means, straight from its declaration, and how it is made."""

import streamlit as st

from voorkant.ui import controls, method, permit_table, privacy, wording

chosen = controls.selection()

st.title("Begrippen en methode", anchor=False)
search = st.text_input(
    "Zoek een maat", placeholder="Bijvoorbeeld: verwijzingen", key="zoek", width=480, bind="query-params"
)
method.indicators(chosen, search or "")

st.header("De woorden bij een cijfer", anchor=False)
wording.words(chosen)

st.header("Wie ziet wat?", anchor=False)
permit_table.show()

st.header(privacy.TITLE, anchor=False)
privacy.show()

st.header("Zo zijn de cijfers gemaakt", anchor=False)
wording.explanation()
