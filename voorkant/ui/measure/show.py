"""The page's own order: which measure, its newest value and course, its groups, what it means, and where to go on."""

from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report.figure import Figure
from voorkant.report.rows import Header
from voorkant.text import goals, sentences
from voorkant.ui import method, own
from voorkant.ui.alone import alone
from voorkant.ui.choices import Offer
from voorkant.ui.compare import groups
from voorkant.ui.heading import heading, part
from voorkant.ui.measure import further
from voorkant.ui.panels import answers, figure, noise, pair, tile, timeline
from voorkant.ui.panels.notice import markup, notice
from voorkant.ui.snapshots import noted

KEY = "maat"
KINDS = {"inzet": "Proces: wat doet de inzet", "uitkomst": "Uitkomst: wat verandert er", "context": "Context"}
NOTHING = "Van deze gemeente is er nog geen enkel cijfer gepubliceerd. Kies een andere gemeente."
NO_FIGURE = (
    "Van deze maat is er bij deze keuze niets gepubliceerd. Kies een andere maat, of kies in de zijbalk een ander "
    "programma of gebied."
)
PARTS = (
    "Van deze maat zijn de delen het cijfer, en het geheel telt wat een andere maat telt. Op Verwijsroutes staan de "
    "delen, met een zin en een tabel."
)
NO_GROUPS = (
    "Naar groepen zijn er van deze maat hier geen jaarcijfers. Nodig zijn kolommen als geboortejaar, verwijzer of "
    "hulpvraag in de leveringen. De meeste groepen zijn er van de hele gemeente."
)


def show(chosen: Selection) -> None:
    """All there is of the chosen measure; a message where the gemeente has none."""
    known = answers.headers(chosen, [chosen.measure])
    if chosen.measure not in known:
        st.html("<h1>Eén maat</h1>")
        notice("Nog geen cijfers", NOTHING)
        return
    header = known[chosen.measure]
    noted.draw(f"<h1>{escape(header.title)} in {escape(answers.place_name(chosen))}</h1>")
    offer, declared = Offer(chosen.gemeente, chosen.protection), method.declared(chosen, header)
    own.select(KEY, "Maat", offer.measures(), chosen.measure, told=True)
    row = offer.of(chosen.measure, chosen.programme) or {}
    kind = _kind(header, row.get("programme_title") or "")
    if not row.get("is_here"):
        noted.draw(kind + markup(sentences.ABSENT, pair.not_here(chosen)))
    elif declared["splits"] in further.BY_PARTS:
        noted.draw(kind + markup("De delen zijn hier het cijfer", PARTS))
    else:
        _course(header, chosen, kind)
        _groups(header, chosen)
    onward = part("Verder kijken") + further.markup(header, declared["splits"], chosen)
    st.html(part("Wat deze maat betekent") + method.meaning(declared) + onward)


@alone
def _course(header: Header, chosen: Selection, kind: str) -> None:
    """The newest value and the chart with its account, or why there is none."""
    found = answers.figures(chosen, [header.slug]).get(header.slug)
    if found is None:
        noted.draw(kind + markup("Geen cijfers bij deze keuze", NO_FIGURE))
        return
    newest = timeline.hidden([found]) or _newest(found, chosen) + timeline.waiting([found], chosen)
    [(description, account)] = timeline.draw([found], chosen, opening=kind + newest)
    figure.explain(description, account, chosen, behind=False)


def _kind(header: Header, programme: str) -> str:
    """HTML that says whether it is about what is done or about what changes, and of which programme."""
    kind, (_, sentence) = f"<strong>{KINDS[header.ladder]}.</strong>", method.LADDERS[header.ladder]
    of = f"{sentence} Programma: {programme}." if programme else sentence
    return f'<p class="vk-ladder vk-{header.ladder}">{kind} {escape(of)}</p>'


def _newest(of: Figure, chosen: Selection) -> str:
    """HTML of the newest value beside the one before, the region and the goal; empty where there is no value at all."""
    if of.finding is None:
        return ""
    told = tile.around(of.header, of.finding, chosen)
    if of.goal:
        aim = goals.name(of.goal, of.header.unit_text)
        told.append(f"{aim[:1].upper()}{aim[1:]}.")
    words = f"<p>{escape(' '.join(told))}</p>" if told else ""
    strip = noise.markup(of.firm) if of.firm else ""
    return (
        f'<section class="vk-tile vk-newest" aria-label="Het nieuwste cijfer">'
        f"<div>{tile.newest(of.header, of.finding, chosen)}</div>"
        f"<div>{strip}{timeline.courses([of])}{words}</div></section>"
    )


@alone
def _groups(header: Header, chosen: Selection) -> None:
    """The same by age, sex, referrer or request for help: small pictures on one scale."""
    heading("Naar groepen")
    offered = groups.offer(chosen).get(header.slug, {})
    if not offered:
        noted.draw(f'<p class="vk-axis">{NO_GROUPS}</p>')
        return
    dimension = groups.choose(offered)
    title = f"{header.title}, naar {groups.DIMENSIONS[dimension].lower()}"
    groups.draw(chosen, header, (dimension, offered[dimension]), title)
