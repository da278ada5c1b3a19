"""A workbook to send to who is going to deliver: choose a kind of export and take its template."""

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.declare.settings import read_settings
from voorkant.declare.source import Source, in_cents, read_sources
from voorkant.report.template import template_xlsx
from voorkant.ui import access
from voorkant.ui.handing import later
from voorkant.ui.intake.supplier import XLSX


def template() -> None:
    """All kinds, also those of the municipality itself, by title."""
    st.write(
        "Nog geen export? Stuur de leverancier een sjabloon: een Excelbestand met de kolommen, wat er mag staan, "
        "voorbeeldrijen en wat er nooit in mag."
    )
    sources = sorted(_sources().values(), key=lambda source: source.title)
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    with left:
        source = st.selectbox("Sjabloon voor", sources, format_func=lambda source: source.title, key="sjabloon_soort")
    with right:
        st.download_button(
            "Sjabloon (Excel)", later(lambda: _xlsx(source)), f"voorkant_{source.slug}.xlsx", XLSX, key="sjabloon",
            on_click="ignore",
        )  # fmt: skip


def _sources() -> dict[str, Source]:
    home = find_home()
    return in_cents(read_sources(*home.declared("sources")), read_settings(home.settings).cents)


@access.requires("gegevens_inladen")
def _xlsx(source: Source) -> bytes:
    return template_xlsx(source)
