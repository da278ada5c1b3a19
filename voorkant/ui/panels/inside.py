"""The file of a picture that has no public version: an internal one, put on record before it is given."""

from functools import partial

import streamlit as st

from voorkant.charts.told import Told
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.sheet import file_name, told_csv
from voorkant.ui import access
from voorkant.ui.panels import answers
from voorkant.ui.panels.download import internal_part, on_record

NO_PUBLIC = "Dit beeld heeft geen openbare versie: praktijken en scholen staan alleen in de interne versie."


@access.requires("download")
def internal_file(told: Told, chosen: Selection) -> bytes:
    """The picture's table, once it is on record who took it. Problem where that cannot be written down."""
    on_record(chosen, told.key, "csv")
    return told_csv(told, answers.publication(chosen))


def file(told: Told, chosen: Selection) -> None:
    st.html(f'<p class="vk-axis">{NO_PUBLIC}</p>')
    if chosen.protection == Protection.INTERN:
        internal_part(told.key, partial(_button, told, chosen))


def _button(told: Told, chosen: Selection) -> None:
    name = file_name(told.key, answers.place_name(chosen), answers.publication(chosen), "csv")
    content = partial(internal_file, told, chosen)
    key = f"csv-intern-{told.key}"
    st.download_button("Download CSV (intern)", content, name, "text/csv", key=key, on_click="ignore")
