"""What stands around every page: menu, header line, the choices in one line, and words for what went wrong."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from voorkant.declare.keptfile import DAMAGED
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.text import periods
from voorkant.ui import access, cache, controls, own
from voorkant.ui.access import PageRule
from voorkant.ui.calm import notice
from voorkant.ui.copying import copy_link
from voorkant.ui.serverlog import REQUEST_ID
from voorkant.ui.snapshots import view

log = logging.getLogger(__name__)
LEVEL_WORDS = {"intern": "Interne versie", "openbaar": "Openbaar", "detail": "Detail: ware aantallen"}
TOLD = 8
"""Signs of a request's number that a person can say over the telephone; the log has them all."""
BROKEN = "Er ging iets mis in Voorkant. Probeer het opnieuw. Blijft het zo, meld dan wat er te zien was en hoe laat"


def navigation() -> tuple[Any, PageRule]:
    """The menu of the current user; (the page that was asked for, its rule)."""
    sections: dict[str, list[Any]] = {}
    rules = {}
    for rule in access.menu():
        sections.setdefault(rule.section, []).append(st.Page(rule.file, title=rule.title))
        rules[rule.title] = rule
    chosen = st.navigation(sections, expanded=True)
    st.set_page_config(page_title=f"{chosen.title} · Voorkant", layout="wide")
    return chosen, rules[chosen.title]


@contextmanager
def left_out() -> Iterator[None]:
    """Above a page that met damaged files: that there are. Which is not said: it may be of another gemeente."""
    place, met = st.empty(), dict[Path, str]()
    token = DAMAGED.set(met)
    try:
        yield
    finally:
        DAMAGED.reset(token)
    if met:
        many = "1 bestand" if len(met) == 1 else f"{len(met)} bestanden"
        place.warning(
            f"Van wat hier is bewaard, is {many} beschadigd. Wat daarin staat, telt niet mee. Waarschuw de beheerder: "
            "'voorkant doctor' noemt de naam, en zegt wat te doen is."
        )


def broken(error: Exception) -> bool:
    """An error of ours: the log has what happened, the page says so in Dutch. True: Streamlit adds nothing."""
    number = st.context.headers.get(REQUEST_ID, "")
    log.error("a page failed", exc_info=error, extra={"request_id": number})
    notice(f"{BROKEN}, met het nummer {number[:TOLD]}." if number else f"{BROKEN}.")
    return True


def header(chosen: Selection, unknown: list[str], rule: PageRule) -> None:
    """One line: whose figures, which publication, at which level, and the link to exactly this view."""
    about = cache.about(chosen.gemeente, Protection.OPENBAAR if rule.public else chosen.protection)
    level = "detail" if rule.detail else about["protection"]
    followed = " ".join(sorted(own.KEYS - {view.KEY} - controls.parameters(chosen).keys()))  # by links.js
    st.html(
        f'<div class="vk-header" data-own="{followed}"><div class="vk-where">'
        f"<strong>{escape(controls.words('gemeente'))}</strong><span>{escape(published(about))}</span>"
        f'<span class="vk-level vk-{escape(level)}">{LEVEL_WORDS[level]}</span>'
        f"<span>{escape(access.current_user().name)}</span></div>"
        f"{'' if rule.detail else view.markup(rule, chosen) + copy_link(controls.link(chosen))}</div>"
        f'<div class="vk-line"><span>{escape(controls.summary())}</span>'
        '<button type="button" class="vk-open">Keuzes</button></div>'
    )
    if unknown:
        named = ", ".join(unknown)
        st.info(f"De link noemt een keuze die hier niet (meer) bestaat, bij: {named}. De rest van de link is gebruikt.")


def published(about: dict[str, str]) -> str:
    """When the figures were published, and up to which day they go."""
    made, until = (about.get(key, "")[:10] for key in ("made_at", "data_until"))
    words = f"Publicatie van {periods.day(date.fromisoformat(made))}" if made else "Publicatie"
    return f"{words}, gegevens tot en met {periods.day(date.fromisoformat(until))}" if until else words
