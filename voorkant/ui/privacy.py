"""What Voorkant notes about who uses it, for how long and on which ground: before and after signing in."""

from html import escape

import streamlit as st

from voorkant.declare.login import Login
from voorkant.ui import signed

TITLE = "Wat Voorkant over jou bijhoudt"
LOCAL = (
    "In de lokale modus logt niemand in: Voorkant weet niet wie je bent. In het logboek staat ‘lokale modus’ bij wat "
    "er is gedaan. Het blijft op deze computer."
)
NOTED = (
    "Je naam, je rollen en je gemeenten, zoals de inlogdienst van je organisatie ze doorgeeft. Wanneer je in- en "
    "uitlogt, en wat je vroeg terwijl het niet mocht. Wat je bewaart, wijzigt of publiceert. Welke interne versie je "
    "downloadt, en welke ware aantallen je opent: van welke gemeente en welke maat. Wanneer je een gemeente het laatst "
    "bekeek, en je concepten van raadsbrieven. Bij elk verzoek: het adres van je computer en van de pagina, zonder je "
    "naam en je keuzes."
)
NOT = (
    "Welke cijfers je bekijkt, op ware aantallen na. Voorkant volgt je nergens, en geeft niets aan anderen door. "
    "Cookies zijn er alleen om in te loggen en veilig te werken."
)
SEEN = (
    "De functionaris gegevensbescherming en de gegevensbeheerder, op de pagina Bescherming. Beheerders van de server "
    "kunnen bij het logboek. Je naam staat ook bij wat je bewaart; dat zien collega's van je gemeente."
)
RIGHTS = (
    "Je mag vragen wat er over jou staat, en het laten verbeteren of verwijderen. Een regel van het logboek gaat "
    "meestal niet weg: dan is niet meer te zien wie iets deed. Ben je het niet eens, ga dan naar de Autoriteit "
    "Persoonsgegevens."
)


def show() -> None:
    """For a page, under its own heading."""
    login = signed.settings()
    st.html(statement(login) if login else f"<p>{LOCAL}</p>")


def folded(login: Login) -> str:
    """HTML of the same, behind one line."""
    return f'<details class="vk-origin"><summary>{TITLE}</summary>{statement(login)}</details>'


def statement(login: Login) -> str:
    """HTML of who, what, why, how long, and whom to ask."""
    said = login.privacy
    who = said.controller or "je gemeente of regio"
    asked = escape(said.contact or login.ask)
    link = (
        f' De hele verklaring staat op <a href="{escape(said.statement)}" rel="noopener">{escape(said.statement)}</a>.'
        if said.statement else ""
    )  # fmt: skip
    ground = said.ground or f"De grond staat in de privacyverklaring van {who}."
    idle, hours = (int(time.total_seconds()) for time in (login.idle, login.longest))
    kept = f"Het logboek blijft {said.kept}." if said.kept else f"Hoe lang het logboek blijft, bepaalt {who}."
    parts = {
        "Wie": f"{escape(who[0].upper() + who[1:])} is verantwoordelijk.",
        "Wat wel": NOTED,
        "Wat niet": NOT,
        "Waarom": f"Om na te gaan of alleen wie dat mag bij cijfers over jeugdigen komt. {escape(ground)}",
        "Hoe lang": f"Je sessie eindigt na {idle // 60} minuten stilte, en na hooguit {hours // 3600} uur. "
        f"{escape(kept)} Voorkant haalt er zelf niets uit weg.",
        "Wie het ziet": SEEN,
        "Jouw rechten": f"{RIGHTS} Vraag het aan: {asked}.{link}",
    }
    return f'<dl class="vk-method">{"".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in parts.items())}</dl>'
