"""Practices and schools are in no order: where each stands as a class, and the small ones together."""

from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.ui import controls

WORDS = (
    "Praktijken en scholen staan niet op volgorde: de meeste zijn zo klein dat een volgorde vooral toeval laat zien. "
    "Op Uitrol staat van elke plek, op naam, of zij lager, binnen verwachting of hoger ligt dan te verwachten was, met "
    "grenzen van 99,8%. Kleine plekken staan er samen."
)


def show(chosen: Selection) -> None:
    address = escape(controls.link(chosen, "uitrol"))
    st.html(
        f'<section class="vk-notice"><h2>Per plek, als klasse</h2><p>{WORDS}</p>'
        f'<p><a href="{address}" target="_self">Bekijk de plekken op Uitrol ›</a></p></section>'
    )
