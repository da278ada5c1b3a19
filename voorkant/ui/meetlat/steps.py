"""The steps of a meetlat, lowest first, each with its judgement, what it rests on and the figures beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.declare.home import find_home
from voorkant.declare.meetlatfile import Meetlat, Step, read_meetlatten
from voorkant.domain.selection import Selection
from voorkant.report.rows import Header
from voorkant.text.meetlat import ABSENT, OWN_JUDGEMENT, STATUS, standing
from voorkant.text.periods import day
from voorkant.ui import access, controls
from voorkant.ui.choices import Offer
from voorkant.ui.heading import heading
from voorkant.ui.panels import answers, tile
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import noted
from voorkant.ui.table import table

HEADERS = ("Stap", "Oordeel van de gemeente", "Bron en peildatum")


def show(chosen: Selection) -> None:
    own = access.current_user().holds(chosen.gemeente)
    meetlat = read_meetlatten(find_home()).get(chosen.gemeente) if own else None
    if meetlat is None:
        notice("Nog geen meetlat", ABSENT)
        return
    noted.draw(f'<p class="vk-process">{OWN_JUDGEMENT}</p>')
    heading(meetlat.title)
    st.write(standing([step.status for step in meetlat.steps]))
    known = answers.headers(chosen, [slug for step in meetlat.steps for slug in step.indicators])
    links = [dict(_links(step, chosen, known)) for step in meetlat.steps]
    lines = (
        _line(place, step, beside) for place, (step, beside) in enumerate(zip(meetlat.steps, links, strict=True), 1)
    )
    noted.draw(f'<ol class="vk-meetlat">{"".join(lines)}</ol>')
    heading("De meetlat als tabel")
    table(HEADERS, _rows(meetlat), caption=meetlat.title)


def _rows(meetlat: Meetlat) -> Iterator[tuple[str, ...]]:
    for place, step in enumerate(meetlat.steps, 1):
        behind = "\n".join(_behind(step)) or "–"
        yield f"{place}. {step.title}", STATUS[step.status][1], behind


def _behind(step: Step) -> list[str]:
    """Source and day, where they are stated."""
    return [*filter(None, (step.source, day(step.day) if step.day else ""))]


def _line(place: int, step: Step, links: Mapping[str, str]) -> str:
    sign, words = STATUS[step.status]
    told = f"<p>{escape(step.evidence)}</p>" if step.evidence else ""
    behind = ", ".join(_behind(step))
    source = f'<p class="vk-source">Bron: {escape(behind)}</p>' if behind else ""
    beside = "".join(
        f'<a href="{escape(address)}" target="_self">{escape(title)}</a>' for title, address in links.items() if address
    )
    figures = f'<p class="vk-beside">Cijfers hierbij: {beside}</p>' if beside else ""
    return (
        f'<li class="vk-step vk-{step.status}"><span class="vk-rung" aria-hidden="true">{place}</span><div>'
        f"<h3>{escape(step.title)}</h3>"
        f'<p class="vk-status"><span aria-hidden="true">{sign}</span> {words}</p>'
        f"<p>{escape(step.goal)}</p>{told}{source}{figures}</div></li>"
    )


def _links(step: Step, chosen: Selection, known: Mapping[str, Header]) -> Iterator[tuple[str, str]]:
    """(words, address) of what the publication has of it: the paired view of each measure, and the pilot."""
    wanted = replace(
        chosen, area=chosen.gemeente, level="gemeente", programme=step.programme or chosen.programme, inzet="",
        uitkomst="", period_type="", first="", last="", pilot="",
    )  # fmt: skip
    for slug in step.indicators:
        if slug in known:
            side = "inzet" if known[slug].ladder == "inzet" else "uitkomst"
            yield known[slug].title, controls.link(replace(wanted, **{side: slug}), tile.PAIR_PAGE)
    pilots = Offer(chosen.gemeente, chosen.protection).pilots()
    if step.pilot in pilots:
        yield f"Pilot: {pilots[step.pilot]}", controls.link(replace(wanted, pilot=step.pilot), "pilot")
