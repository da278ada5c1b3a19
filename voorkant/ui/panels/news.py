"""What is new since someone's last visit, on the overview: a few clear signals, or one calm line."""

import logging
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.declare import visitfile
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.visitfile import Visit
from voorkant.domain.selection import Selection
from voorkant.report import signals
from voorkant.report.pilot import Pilot
from voorkant.report.signals import Measures, Signal
from voorkant.text import periods
from voorkant.text import signals as words
from voorkant.ui import access, cache, controls
from voorkant.ui.choices import Offer
from voorkant.ui.panels import answers
from voorkant.ui.panels.overview import yearly
from voorkant.ui.panels.tile import PAIR_PAGE
from voorkant.ui.pilots import read

log = logging.getLogger(__name__)
SEEN = "_bezoeken"
"""By gemeente, the visit before this session: what is new stays on screen until the next one."""


def show(chosen: Selection) -> None:
    """Nothing at a first visit, nor while the publication is the one that was seen."""
    name, seen = cache.required().name, st.session_state.setdefault(SEEN, {})
    if chosen.gemeente not in seen:
        seen[chosen.gemeente] = visitfile.read_visit(find_home(), access.current_user().owner, chosen.gemeente)
        if seen[chosen.gemeente] is None or seen[chosen.gemeente].publication != name:
            _remember(chosen, name)
    before = seen[chosen.gemeente]
    if before and before.publication != name:
        st.html(_told(before, chosen))


def _measures(chosen: Selection) -> Measures:
    """Those of the programme and of none, of the gemeente as a whole per year."""
    wanted = yearly(chosen)
    slugs = [row["indicator"] for row in Offer(chosen.gemeente, chosen.protection).indicators
             if row["programme"] in ("", chosen.programme)]  # fmt: skip
    found, known = answers.findings(wanted, slugs), answers.headers(wanted, slugs)
    return {slug: (known[slug], found[slug]) for slug in slugs if slug in found and slug in known}


def _remember(chosen: Selection, publication: str) -> None:
    periods_seen, moments = signals.newest(_measures(chosen), _pilots(chosen))
    visit = Visit(publication, now().date().isoformat(), periods_seen, moments)
    try:
        visitfile.keep(find_home(), access.current_user().owner, chosen.gemeente, visit)
    except OSError as error:  # who only reads needs no disk: it is what is new that cannot be told next time
        log.warning("a visit could not be kept: %s", error.strerror)


def _pilots(chosen: Selection) -> list[Pilot]:
    return read.own(chosen)


def _told(before: Visit, chosen: Selection) -> str:
    """HTML of the signals with links, or of the calm line."""
    found = signals.found(before, _measures(chosen), _pilots(chosen))
    since = periods.day(now().date().fromisoformat(before.day))
    lines = "".join(_line(item, chosen) for item in found.signals)
    counted = (found.newer, found.looked)
    note = words.chosen(len(found.signals), *counted) if lines else words.calm(*counted)
    listed = f"<ul>{lines}</ul>" if lines else ""
    return (
        f'<section class="vk-notice"><h2>Nieuw sinds uw laatste bezoek, op {escape(since)}</h2>{listed}'
        f"<p>{escape(note)}</p></section>"
    )


def _line(item: Signal, chosen: Selection) -> str:
    address = escape(_address(item, chosen))
    sign = f'<span aria-hidden="true">{item.sign}</span>'
    more = address and f' <a href="{address}" target="_self">Bekijk {escape(item.name)} ›</a>'
    return f"<li>{sign} {escape(item.text)}{more}</li>"


def _address(item: Signal, chosen: Selection) -> str:
    match item.ladder:
        case "":
            return controls.link(replace(chosen, pilot=item.slug), "pilot")
        case "inzet":
            return controls.link(replace(chosen, inzet=item.slug), PAIR_PAGE)
        case "uitkomst":
            return controls.link(replace(chosen, uitkomst=item.slug), PAIR_PAGE)
    return controls.link(chosen, "")
