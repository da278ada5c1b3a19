"""The files of a figure: the public version, and the internal one as a separate and marked choice."""

import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.figure import Figure
from voorkant.report.sheet import figure_csv, file_name
from voorkant.ui import access
from voorkant.ui.panels import answers

CSV = "text/csv"
NO_PUBLIC = "Dit beeld heeft geen openbare versie: kies daarvoor een hoger niveau of een langere periode."


@access.requires("download")
def public_csv(chosen: Selection, slug: str) -> bytes:
    """The public version, asked of the public cube when someone wants it."""
    found = answers.figures(answers.at(chosen, Protection.OPENBAAR), [slug]).get(slug)
    if found is None:
        raise Problem(NO_PUBLIC)
    return figure_csv(found)


@access.requires("download")
def internal_csv(figure: Figure) -> bytes:
    return figure_csv(figure)


def downloads(figure: Figure, chosen: Selection) -> None:
    """Two buttons at most; only the second can leave the house with more detail than the public may see."""
    slug = figure.header.slug
    public = answers.publication(answers.at(chosen, Protection.OPENBAAR))
    if answers.is_public(chosen):
        name = file_name(slug, figure.place, public, "csv")
        st.download_button(
            "Download CSV (openbaar)", lambda: public_csv(chosen, slug), name, CSV, key=f"csv-{slug}", on_click="ignore"
        )
    else:
        st.html(f'<p class="vk-axis">{NO_PUBLIC}</p>')
    if figure.publication.protection == Protection.INTERN:
        with st.popover("Interne versie"):
            st.write("Minder sterk beschermd. Alleen voor gebruik binnen de gemeente; het bestand heet INTERN.")
            name = file_name(slug, figure.place, figure.publication, "csv")
            st.download_button(
                "Download CSV (intern)", lambda: internal_csv(figure), name, CSV, key=f"csv-intern-{slug}",
                on_click="ignore",
            )  # fmt: skip
