"""Kwaliteit: what came in, what was used, what is missing and which rules protect it."""

import streamlit as st

from voorkant.ui import controls, quality, quality_rules, quality_supply

chosen = controls.selection()

st.title("Kwaliteit", anchor=False)
st.write("Welke gegevens zijn er, hoe volledig zijn ze, en wat is er niet mee te tonen? Aantallen zijn afgerond.")
quality.summary(chosen)

st.header("Wat is niet te tonen, en waarom?", anchor=False)
quality.missing(chosen)

st.header("Hoe volledig is elke bron?", anchor=False)
quality.months(chosen)

st.header("Wie leverde, en wie is te laat?", anchor=False)
quality_supply.supplies(chosen)

st.header("Wat is er geleverd?", anchor=False)
quality.deliveries(chosen)

st.header("Welke rijen vielen op?", anchor=False)
quality.findings(chosen)

st.header("Wat week af van eerdere leveringen?", anchor=False)
quality.deviations(chosen)

st.header("Welke regels staan uit?", anchor=False)
quality_rules.rules_off(chosen)

st.header("Welke bescherming geldt?", anchor=False)
quality.rules(chosen)

st.header("Is een klein aantal te herleiden?", anchor=False)
quality.audit(chosen)
