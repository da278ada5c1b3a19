"""The file of a picture that has no public version: an internal one, put on record before it is given."""

from dataclasses import asdict
from functools import partial

import streamlit as st

from voorkant.charts.told import Told
from voorkant.declare.auditlog import Action
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.sheet import file_name, told_csv
from voorkant.ui import access, audit
from voorkant.ui.panels import answers
from voorkant.ui.panels.download import FILTER
from voorkant.ui.panels.notice import notice

NO_PUBLIC = "Dit beeld heeft geen openbare versie: praktijken en scholen staan alleen in de interne versie."


@access.requires("download")
def internal_file(told: Told, chosen: Selection) -> bytes:
    """The picture's table, once it is on record who took it. Problem where that cannot be written down."""
    about = {key: value for key, value in asdict(chosen).items() if value and key in FILTER}
    audit.log(Action.DOWNLOAD, indicator=told.key, bestand="csv", **about)
    return told_csv(told, answers.publication(chosen))


def file(told: Told, chosen: Selection) -> None:
    st.html(f'<p class="vk-axis">{NO_PUBLIC}</p>')
    if chosen.protection == Protection.INTERN:
        _internal(told, chosen)


@st.fragment
def _internal(told: Told, chosen: Selection) -> None:
    part = st.popover("Interne versie", key=f"intern-{told.key}", on_change="rerun")
    if part.open:
        with part:
            if why := audit.objection():
                notice("De interne versie is er nu niet", why)
                return
            st.write("Minder sterk beschermd. Alleen voor gebruik binnen de gemeente; het bestand heet INTERN.")
            name = file_name(told.key, answers.place_name(chosen), answers.publication(chosen), "csv")
            st.download_button(
                "Download CSV (intern)",
                partial(internal_file, told, chosen),
                name,
                "text/csv",
                key=f"csv-intern-{told.key}",
                on_click="ignore",
            )
