"""The rules that protect, with their grounds, and how long everything is kept: as declared now."""

from collections.abc import Iterator

import streamlit as st

from voorkant.cube.reader import REGIO
from voorkant.declare.home import find_home
from voorkant.declare.programme import read_programmes
from voorkant.declare.settings import Settings, read_settings
from voorkant.domain.protection import Protection
from voorkant.text.numbers import number
from voorkant.ui import cache
from voorkant.ui.names import source_title
from voorkant.ui.permits import ROLE_NAMES
from voorkant.ui.table import stacked

NONE = "niet nodig"
KINDS = {"publicaties": "Publicaties die niet meer gelden", "opdrachten": "Opdrachten die klaar zijn"}
NO_TERM = "Er is geen bewaartermijn vastgelegd: niets wordt vanzelf verwijderd. Zet er een in voorkant.toml."
PURGE = "Verwijderen gebeurt met 'voorkant purge', en staat dan in het logboek."
LATER = "De instellingen zijn daarna gewijzigd: wat hier staat geldt vanaf de volgende publicatie."


def show() -> None:
    settings = read_settings(find_home().settings)
    if _differs(settings):
        st.info(LATER)
    stacked(("Regel", "Nu", "Grond"), _rules(settings), caption="Bescherming die nu geldt")


def _differs(settings: Settings) -> bool:
    """Whether the publication in force was made by another threshold or rounding."""
    about, rule = cache.about(REGIO, Protection.OPENBAAR), settings.rules[Protection.OPENBAAR]
    return (about["threshold"], about["base"]) != (str(rule.threshold), str(rule.base))


def _rules(settings: Settings) -> Iterator[tuple[str, str, str]]:
    for level, rule in settings.rules.items():
        further = settings.narrowings[level].words
        said = f"onder {rule.threshold} verborgen, andere aantallen afgerond op {rule.base}"
        yield f"Niveau {level}", f"{said}{f'; {further}' if further else ''}", settings.grounds.get(level, NONE)
    share = f"een bedrag dat voor meer dan {number(settings.dominance)}% van een jeugdige is, staat er niet"
    yield "Bedragen", share, NONE
    yield from _linking(settings)
    yield from _detail(settings)


def _linking(settings: Settings) -> Iterator[tuple[str, str, str]]:
    names = ", ".join(map(source_title, settings.linked_sources)) or "geen bronnen"
    ground = f"{settings.linking_ground} (DPIA: {settings.dpia})" if settings.linked_sources else NONE
    yield "Koppelen van bronnen", names, ground


def _detail(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Who sees true counts; nobody is a rule as well."""
    if not settings.detail:
        yield "Ware aantallen", "niemand: er is geen grond vastgelegd", NONE
    known = read_programmes(*find_home().declared("programmes"))
    for slug, ground in settings.detail.items():
        title = known[slug].title if slug in known else slug
        who = ", ".join(ROLE_NAMES[role].lower() for role in ground.roles)
        yield f"Ware aantallen: {title}", f"{who}, per plek en maand, alleen op het scherm", ground.words


def terms() -> None:
    settings = read_settings(find_home().settings)
    found = [(source_title(slug), str(term)) for slug, term in settings.terms.items()]
    found += [(KINDS[kind], str(term)) for kind, term in settings.kept.items()]
    if found:
        stacked(("Wat", "Hoe lang"), found, caption="Bewaartermijnen")
        st.caption(PURGE)
    else:
        st.write(NO_TERM)
