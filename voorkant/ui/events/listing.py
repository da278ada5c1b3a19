"""The list of all events that charts of a gemeente can show."""

import streamlit as st

from voorkant.domain.area import Level
from voorkant.domain.selection import Selection
from voorkant.report.eventlist import HEADERS, Delivered, lines
from voorkant.report.rows import rows
from voorkant.ui import cache, choices
from voorkant.ui.choices import Offer
from voorkant.ui.events import register
from voorkant.ui.table import stacked


def indicators(chosen: Selection) -> dict[str, str]:
    """Slug -> title."""
    found = cache.rows(chosen.gemeente, chosen.protection, "event_indicators").named()
    return {row["slug"]: row["title"] for row in found}


def places(chosen: Selection) -> dict[str, str]:
    """Code -> name of the practices and schools of the gemeente; none in public."""
    offer = Offer(chosen.gemeente, chosen.protection)
    return offer.areas(Level.PRAKTIJK) | offer.areas(Level.SCHOOL)


def show(chosen: Selection) -> None:
    delivered = rows(cache.rows(chosen.gemeente, chosen.protection, "event_register"), Delivered)
    own = places(chosen)
    kept = register.of_own(chosen.protection, own)
    found = lines(delivered, kept, choices.gemeenten() | own, indicators(chosen))
    if not found:
        st.write("Er is nog geen gebeurtenis bekend.")
        return
    stacked(HEADERS, found, caption="Gebeurtenissen, de oudste eerst")
