"""Overzicht: what changes, what is done and what people say of it, in at most five tiles; then all programmes."""

import streamlit as st

from voorkant.ui import controls, lookup, roles
from voorkant.ui.heading import heading
from voorkant.ui.panels import answers, experience, news, overview, programmes

CHANGES = ("verwijzingen_sggz", "verwijzingen_sggz_huisarts", "cbs_jeugdhulpgebruik")
EFFORT = (
    "bereikte_jeugdigen", "zonder_verwijzing", "dekking", "contacten", "begeleide_leerlingen", "bereikte_gezinnen",
    "doel_behaald", "weinig_betrokkenen", "looptijd_weken",
)  # fmt: skip

chosen = controls.selection()

with st.container(gap="xsmall"):
    st.title(f"Hoe staat het ervoor in {answers.place_name(overview.yearly(chosen))}?", anchor=False)

    lookup.box(chosen)
    roles.show(chosen)
    news.show(chosen)

    heading("Wat verandert er")
    overview.changes(chosen, CHANGES)

    heading("Wat doet de inzet")
    said = experience.of(chosen, chosen.programme)
    overview.effort(chosen, EFFORT, most=1 if said else 2)

    if said:
        experience.show(said)

    programmes.show(chosen)
