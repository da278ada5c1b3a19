"""Bescherming: for who guards it: the rules in force, what they hide, the log, and how long everything is kept."""

import streamlit as st

from voorkant.domain.protection import Protection
from voorkant.ui import controls, permit_table, quality
from voorkant.ui.guard import hidden, logbook, rules
from voorkant.ui.panels import answers

chosen = answers.at(controls.selection(), Protection.OPENBAAR)

st.title("Bescherming", anchor=False)
st.write("Welke regels beschermen jeugdigen, wat verbergen die, en wie deed wat? Alle cijfers hier zijn openbaar.")

st.header("Welke regels gelden?", anchor=False)
rules.show()

st.header("Wat is verborgen, en waarom?", anchor=False)
hidden.show(chosen)

st.header("Is een klein aantal te herleiden?", anchor=False)
quality.audit(chosen)

st.header("Wie deed wat?", anchor=False)
logbook.show()

st.header("Hoe lang blijft wat bewaard?", anchor=False)
rules.terms()

st.header("Wie ziet wat?", anchor=False)
permit_table.show()
