"""The list of all events that charts of a gemeente can show."""

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report.eventlist import HEADERS, Delivered, lines
from voorkant.report.rows import rows
from voorkant.ui import cache, choices
from voorkant.ui.events import register
from voorkant.ui.table import stacked


def indicators(chosen: Selection) -> dict[str, str]:
    """Slug -> title."""
    found = cache.rows(chosen.gemeente, chosen.protection, "event_indicators").named()
    return {row["slug"]: row["title"] for row in found}


def show(chosen: Selection) -> None:
    delivered = rows(cache.rows(chosen.gemeente, chosen.protection, "event_register"), Delivered)
    found = lines(delivered, register.kept(chosen.protection), choices.gemeenten(), indicators(chosen))
    if not found:
        st.write("Er is nog geen gebeurtenis bekend.")
        return
    stacked(HEADERS, found, caption="Gebeurtenissen, de oudste eerst")
