"""What youths and parents say of a programme: beside the figures, under a heading of its own."""

from dataclasses import replace

import streamlit as st

from voorkant.domain.protection import Reason
from voorkant.domain.selection import Selection
from voorkant.report.byyear import by_year
from voorkant.ui.panels import answers, overview
from voorkant.ui.panels.tile import article
from voorkant.ui.table import table

SLUG = "ervaring"
BESIDE = (
    "Ervaringen staan naast de cijfers en tellen er niet in mee. Alleen wie wilde, vulde iets in: "
    "het zegt niet wat alle jongeren en ouders vinden."
)


def show(chosen: Selection, programme: str) -> None:
    """Nothing where the programme asks nobody, or does not work here."""
    wanted = replace(overview.yearly(chosen), programme=programme)
    found = answers.findings(wanted, [SLUG]).get(SLUG)
    if found is None or found.latest.reason == Reason.NVT:
        return
    known = answers.headers(wanted, [SLUG])[SLUG]
    st.header("Wat vinden jongeren en ouders", anchor=False)
    st.html(f'<p class="vk-process">{BESIDE}</p><div class="vk-tiles">{article(known, found, wanted)}</div>')
    headers, lines = by_year(list(answers.figures(wanted, [SLUG]).values()))
    table(headers, lines, caption=f"{known.title} per jaar")
