"""What stands around every page: menu, header line, calm problems and the page for an empty home."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.domain.selection import Selection
from voorkant.ui import access, cache, controls
from voorkant.ui.access import PageRule

LEVEL_WORDS = {"intern": "Interne versie", "openbaar": "Openbaar"}


def navigation() -> tuple[Any, PageRule]:
    """The menu of the current user; (the page that was asked for, its rule)."""
    sections: dict[str, list[Any]] = {}
    rules = {}
    for rule in access.menu():
        page = st.Page(rule.file, title=rule.title)
        sections.setdefault(rule.section, []).append(page)
        rules[rule.title] = rule
    chosen = st.navigation(sections)
    st.set_page_config(page_title=f"{chosen.title} · Voorkant", layout="wide")
    return chosen, rules[chosen.title]


@contextmanager
def calm() -> Iterator[None]:
    """A problem becomes its Dutch sentence on an otherwise quiet page."""
    try:
        yield
    except Problem as problem:
        st.html(
            f'<section class="vk-notice" role="alert"><h1>Dit lukt nu niet</h1><p>{escape(str(problem))}</p></section>'
        )


def header(chosen: Selection, unknown: list[str]) -> None:
    """One line: whose figures, which publication, at which level, and the link to exactly this view."""
    about = cache.about(chosen.gemeente, chosen.protection)
    level = about.get("protection", chosen.protection)
    place = f"{about.get('scope_name', chosen.gemeente)}"
    st.html(
        '<div class="vk-header"><div class="vk-where">'
        f"<strong>{escape(place)}</strong><span>Publicatie {escape(about.get('publication', ''))}</span>"
        f'<span class="vk-level vk-{escape(level)}">{LEVEL_WORDS.get(level, level)}</span>'
        f"<span>{escape(access.current_user().name)}</span></div>{copy_link(controls.link(chosen))}</div>"
    )
    if unknown:
        st.info("De link noemt iets dat hier niet (meer) bestaat: " + "; ".join(unknown) + ".")


def copy_link(link: str) -> str:
    """HTML of a button that copies a link; the script of the shell says so, or shows the link to copy by hand."""
    return (
        '<div class="vk-copying">'
        f'<button type="button" class="vk-copy" data-link="{escape(link)}">Kopieer link</button>'
        f'<input class="vk-link" type="text" readonly hidden aria-label="Link naar dit beeld" value="{escape(link)}">'
        '<span role="status" class="vk-said"></span></div>'
    )
