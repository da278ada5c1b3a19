"""Practices and schools in the order of their names: where each stands as a class, and the small ones together."""

from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.ui import controls
from voorkant.ui.rollout import outcomes
from voorkant.ui.rollout.asked import asked

WORDS = (
    "Praktijken en scholen staan op naam en niet op volgorde: de meeste zijn zo klein dat een volgorde vooral toeval "
    "laat zien. Van elke plek staat er of zij lager, binnen verwachting of hoger ligt dan te verwachten was."
)


def show(chosen: Selection) -> None:
    """The list and the funnel that Uitrol has too, or why there is none."""
    if of := asked(chosen):
        address = escape(controls.link(chosen, "uitrol"))
        st.html(
            f'<p class="vk-pair">{WORDS} <a href="{address}" target="_self">Sinds wanneer elke plek meedoet, staat op '
            "Uitrol</a>.</p>"
        )
        outcomes.show(of)
