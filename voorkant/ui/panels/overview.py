"""The tiles of the overview, in two groups that are never mixed: what changes, and what is done."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.domain.area import Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Reason
from voorkant.domain.selection import Selection
from voorkant.text.sentences import PROCESS_ONLY
from voorkant.ui.panels import answers
from voorkant.ui.panels.notice import notice
from voorkant.ui.panels.tile import article, tile
from voorkant.ui.snapshots import noted

NO_YEARS = (
    "Hiervan is er in deze gemeente nog geen heel jaar gepubliceerd. Op Kwaliteit staat wat er is geleverd en wat "
    "ontbreekt. Kortere perioden staan op Voorkant & achterkant."
)
ELSEWHERE = "Dit programma is er niet in deze gemeente. Kies in de zijbalk een ander programma."


def yearly(chosen: Selection) -> Selection:
    """The gemeente as a whole, per year: what everyone has, with the least noise."""
    return replace(
        chosen, area=chosen.gemeente, level=Level.GEMEENTE, period_type=PeriodType.YEAR, first="", last=""
    )  # fmt: skip


def changes(chosen: Selection, slugs: Sequence[str]) -> None:
    """Outcome and context."""
    _tiles(yearly(chosen), slugs, len(slugs), "uitkomst")


def effort(chosen: Selection, slugs: Sequence[str], most: int) -> None:
    """What the programme does, which is not yet what it changes."""
    noted.draw(f'<p class="vk-process">{escape(PROCESS_ONLY)}</p>')
    _tiles(yearly(chosen), slugs, most, "inzet")


def of_programme(chosen: Selection, programme: str, slugs: Sequence[str], *, beside: Sequence[str] = ()) -> str:
    """HTML of the tiles of one programme, whatever was chosen in the sidebar: one element beside charts is enough.

    `beside` is asked along for another part of the page: one question costs less than two.
    """
    wanted = replace(yearly(chosen), programme=programme)
    found, known = answers.findings(wanted, [*slugs, *beside]), answers.headers(wanted, slugs)
    shown = [slug for slug in slugs if slug in found and slug in known and found[slug].latest.reason != Reason.NVT]
    tiles = "".join(article(known[slug], found[slug], wanted) for slug in shown)
    return f'<p class="vk-process">{escape(PROCESS_ONLY)}</p><div class="vk-tiles">{tiles}</div>' if tiles else ""


def _tiles(chosen: Selection, slugs: Sequence[str], most: int, group: str) -> None:
    found = answers.findings(chosen, slugs)
    known = answers.headers(chosen, slugs)
    there = [slug for slug in slugs if slug in found and slug in known]
    shown = [slug for slug in there if found[slug].latest.reason != Reason.NVT][:most]
    if not there:
        notice("Nog geen cijfers", NO_YEARS)
    elif not shown:
        notice("Niet van toepassing", ELSEWHERE)
    with st.container(key=f"tegels-{group}", horizontal=True, gap="small"):
        for slug in shown:
            tile(known[slug], found[slug], chosen)
