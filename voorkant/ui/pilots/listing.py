"""The list of pilots: verdict, next moment, freshness, and what asks for attention."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.analysis.verdict import Verdict
from voorkant.declare.register import State
from voorkant.domain.selection import Selection
from voorkant.report.pilot import Pilot, months_left
from voorkant.text.periods import period
from voorkant.ui import cache, controls
from voorkant.ui.panels.notice import notice
from voorkant.ui.pilots import card, read
from voorkant.ui.snapshots import noted

PAGE = "pilot"
SOON = 3
"""So many months of figures before a moment it is worth saying."""


def show(chosen: Selection) -> None:
    """Those of the gemeente, then the others of the region."""
    mine, others = read.own(chosen), read.others(chosen)
    if not mine:
        notice("Geen pilots in deze gemeente", "Een pilot komt hier zodra hij is vastgelegd en er is gepubliceerd.")
    _cards(mine, chosen)
    for note in cache.ask(chosen.gemeente, chosen.protection, "quality_notes", topic="pilot").itertuples():
        notice(f"{note.item} is niet beoordeeld", str(note.text))
    if others:
        st.header("Elders in de regio", anchor=False)
        _cards(others, chosen)


def _cards(shown: Sequence[Pilot], chosen: Selection) -> None:
    if shown:
        noted.draw(f'<ul class="vk-pilots">{"".join(_card(pilot, chosen) for pilot in shown)}</ul>')


def _card(pilot: Pilot, chosen: Selection) -> str:
    declared = pilot.declared
    address = controls.link(replace(chosen, pilot=declared.slug), PAGE)
    until = pilot.now.text("cijfers_tot")
    facts = {
        "Programma": declared.programme_title,
        "Waar": read.places(pilot),
        "Volgend moment": period(pilot.coming) if pilot.coming else "alle momenten zijn geweest",
        "Cijfers tot en met": period(until) if until else "nog geen cijfers",
    }
    listed = "".join(f"<div><dt>{name}</dt><dd>{escape(words)}</dd></div>" for name, words in facts.items())
    asks = "".join(f"<li>{escape(words)}</li>" for words in attention(pilot))
    asking = f'<p class="vk-asks">Vraagt aandacht</p><ul>{asks}</ul>' if asks else ""
    return (
        f'<li class="vk-pilot"><h3><a href="{escape(address)}" target="_self">{escape(declared.title)}</a></h3>'
        f"{card.chip(pilot)}<p>{escape(declared.question)}</p><dl>{listed}</dl>{asking}</li>"
    )


def attention(pilot: Pilot) -> list[str]:
    """What someone should look at, most pressing first."""
    state = State(pilot.declared.state)
    undecided = read.is_own(pilot) and not read.decisions(pilot)
    left = months_left(pilot)
    found = {
        "Gewijzigd buiten het register om: kijk wat er is veranderd.": state is State.CHANGED,
        "Nog een concept: leg de pilot vast voor het eerste moment.": state is State.DRAFT,
        "Zoals hij is opgezet komt er geen oordeel: kijk wat er nodig is.": bool(pilot.plan.lacking)
        and not pilot.judged,
        "De verwachting is niet vooraf vastgelegd.": state is State.OPEN,
        "Er is een oordeel en nog geen besluit.": _has_verdict(pilot) and undecided,
        "De start of stop van een eenheid is anders dan in de uitrol.": any(
            item.name == "uitrol_anders" for item in pilot.now.checks
        ),
        "Het volgende moment is dichtbij.": left is not None and 0 < left <= SOON,
    }
    return [words for words, applies in found.items() if applies]


def _has_verdict(pilot: Pilot) -> bool:
    return pilot.judged is not None and pilot.judged.verdict is not Verdict.REFUSED
