"""One box that finds measures, questions, pilots, places and pages, each with a link to exactly that."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.domain.area import Level
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.search import SHORTEST, Hits, Thing, find
from voorkant.ui import access, cache, choices, controls
from voorkant.ui.choices import Offer
from voorkant.ui.panels import answers
from voorkant.ui.panels.tile import MEASURE_PAGE, PAIR_PAGE
from voorkant.ui.questions import keeping

KEY = "opzoeken"
KINDS = {Level.WIJK: "Wijken", Level.KERN: "Kernen", Level.PRAKTIJK: "Praktijken", Level.SCHOOL: "Scholen"}
INSIDE = frozenset({Level.PRAKTIJK, Level.SCHOOL})
ALL, FEW = "Zoek een maat, vraag, pilot, wijk of praktijk", "Zoek een vraag of een gemeente"
"""What can be found: who may open no page of measures finds none."""
NOTHING = "Niets gevonden met ‘{wanted}’. Zoek op een ander woord, of op een deel ervan."


@st.fragment
def box(chosen: Selection) -> None:
    """The box, and under it what was found; only this part is drawn anew when someone types."""
    wanted = st.text_input(
        ALL if access.opens(MEASURE_PAGE) else FEW, placeholder="Bijvoorbeeld: verwijzingen", key=KEY,
        width=480, bind="query-params", max_chars=100,
    )  # fmt: skip
    if wanted:
        known = (item for item in things(chosen) if item.address)
        st.html(markup(find(known, wanted), wanted))


def markup(found: list[Hits], wanted: str) -> str:
    """HTML of what was found by kind, or that nothing was; said aloud when it changes."""
    if not found:
        short = len(wanted.strip()) < SHORTEST
        words = f"Typ ten minste {SHORTEST} letters." if short else NOTHING.format(wanted=wanted)
        return f'<p class="vk-found" role="status">{escape(words)}</p>'
    count = sum(len(hits.things) + hits.more for hits in found)
    parts = "".join(f"<h3>{escape(hits.kind)}</h3><ul>{_lines(hits)}</ul>" for hits in found)
    return f'<section class="vk-found" aria-label="Gevonden"><p role="status">{count} gevonden</p>{parts}</section>'


def _lines(hits: Hits) -> str:
    lines = "".join(
        f'<li><a href="{escape(item.address)}" target="_self">{escape(item.name)}</a></li>' for item in hits.things
    )
    return lines + (f"<li>en nog {hits.more}; maak het zoekwoord langer</li>" if hits.more else "")


def things(chosen: Selection) -> Iterator[Thing]:
    """All that can be found, at the level of the screen."""
    yield from _measures(chosen)
    for slug, question in keeping.here(chosen.gemeente).items():
        yield Thing("Vragen van de raad", question.title, "", _also(controls.link(chosen, "vragen"), f"vraag={slug}"))
    offer = Offer(chosen.gemeente, chosen.protection)
    for slug, title in offer.pilots().items():
        yield Thing("Pilots", title, slug, controls.link(replace(chosen, pilot=slug), "pilot"))
    yield from _places(offer, chosen)
    for code, name in choices.gemeenten().items():
        yield Thing("Gemeenten", name, code, controls.link(replace(chosen.whole(), gemeente=code, area=code), ""))
    for rule in access.menu():
        yield Thing("Pagina's", rule.title, rule.section, controls.link(chosen, _path(rule)))


def _also(address: str, more: str) -> str:
    """A link with one thing more; none where there is none."""
    return address and f"{address}&{more}"


def _path(rule: access.PageRule) -> str:
    """The first page of the menu has no path of its own."""
    return "" if rule == access.menu()[0] else rule.file.stem


def _measures(chosen: Selection) -> Iterator[Thing]:
    """A measure of a programme is found under both names; it leads to its own page."""
    offered = Offer(chosen.gemeente, chosen.protection).indicators
    known = answers.headers(chosen, [row["indicator"] for row in offered])
    for row in offered:
        slug = row["indicator"]
        title = f"{row['title']} ({row['programme_title']})" if row["programme"] else str(row["title"])
        wanted = replace(chosen.whole(), programme=row["programme"] or chosen.programme, measure=slug)
        address = controls.link(wanted, MEASURE_PAGE)
        words = f"{slug} {known[slug].definition}" if slug in known else slug
        yield Thing("Cijfers", title, words, address)


def _places(offer: Offer, chosen: Selection) -> Iterator[Thing]:
    """Places that this level may see: practices and schools stand in no public cube."""
    for level, kind in KINDS.items():
        if offer.protection == Protection.OPENBAAR and level in INSIDE:
            continue
        found = cache.rows(offer.gemeente, offer.protection, "options_areas", level=level).named()
        for row in found:
            wanted = replace(chosen.whole(), level=level, area=row["code"])
            # a link without a period names no level
            address = _also(controls.link(wanted, PAIR_PAGE), f"niveau={level}")
            yield Thing(kind, str(row["name"]), str(row["code"]), address)
