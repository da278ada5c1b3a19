"""What comes first for each role: a line and a link each, on the first page."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.ui import access, controls, own
from voorkant.ui.permits import ROLE_NAMES as NAMES

KEY = "rol"


@dataclass(frozen=True)
class Step:
    """A page by its title in the menu, and what this role does there."""

    page: str
    words: str


FIRST: dict[str, tuple[Step, ...]] = {
    "wethouder": (
        Step("Vragen van de raad", "antwoorden van drie zinnen, met hoe zeker ze zijn"),
        Step("Pilots", "wat er werkt, en waarvan het nog niet te zeggen is"),
        Step("Voorkant & achterkant", "de inzet en de verwijzingen boven elkaar"),
        Step("Meetlat", "hoe ver de gemeente is met haar eigen doelen"),
    ),
    "beleidsmedewerker": (
        Step("Vergelijken", "naast vergelijkbare gemeenten, tussen wijken en naar groepen"),
        Step("Raadsbrief", "een brief met figuren, bronnen en kanttekeningen"),
        Step("Vragen van de raad", "antwoorden nakijken, en eigen vragen toevoegen"),
        Step("Begrippen en methode", "wat elk woord en elk cijfer betekent"),
    ),
    "manager": (
        Step("Pilot", "het oordeel met zijn redenen, en wat er is afgesproken"),
        Step("Uitrol", "welke plekken meedoen, sinds wanneer en met hoeveel bereik"),
        Step("Kosten", "wat het kost, en vanaf hoeveel minder verwijzingen het loont"),
        Step("Voorkant & achterkant", "of de laatste maand een gewone schommeling is"),
    ),
    "gegevensbeheerder": (
        Step("Gegevens inladen", "bestanden nakijken, koppelen en publiceren"),
        Step("Kwaliteit", "wat er is geleverd, wat ontbreekt en wat daartegen helpt"),
        Step("Gebeurtenissen", "wat de cijfers raakt, zoals een andere telling"),
    ),
    "functionaris": (
        Step("Bescherming", "welke regels gelden, wat verborgen is en wie wat deed"),
        Step("Kwaliteit", "wat er is geleverd, en of kleine aantallen te herleiden zijn"),
        Step("Begrippen en methode", "wie wat mag, en wat elk cijfer betekent"),
    ),
    "regio": (
        Step("Vergelijken", "de gemeenten van de regio naast elkaar, in openbare cijfers"),
        Step("Pilots", "wat er werkt, en waarvan het nog niet te zeggen is"),
        Step("Kaart", "waar de cijfers hoger of lager zijn"),
    ),
    "raad": (
        Step("Vragen van de raad", "antwoorden van drie zinnen, met hoe zeker ze zijn"),
        Step("Momentopnamen", "stukken zoals ze toen zijn gegeven, met wat er sindsdien veranderde"),
    ),
}


@st.fragment
def show(chosen: Selection) -> None:
    """The steps of the role that someone has; who has more than one chooses, and the choice stands in the URL."""
    roles = access.current_user().roles
    mine = {role: name for role, name in NAMES.items() if role in roles}
    if mine:
        st.html(markup(own.choice(KEY, "Ik kijk als", mine), chosen))


def markup(role: str, chosen: Selection) -> str:
    """HTML of the pages that exist and that the user may open, in the order of the role."""
    there = {rule.title: rule for rule in access.menu()}
    lines = "".join(
        f'<li><a href="{escape(controls.link(chosen, there[step.page].file.stem))}" target="_self">'
        f"{escape(step.page)}</a> <span>{escape(step.words)}</span></li>"
        for step in FIRST[role]
        if step.page in there
    )
    return f'<nav class="vk-first" aria-label="Begin hier als {role}"><ul>{lines}</ul></nav>'
