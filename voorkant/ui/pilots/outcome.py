"""What changes: the story in four sentences, both charts, and the checks beside the verdict."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from voorkant.analysis.gate import FEWEST_TREATED
from voorkant.charts.description import Description
from voorkant.cube.reader import panel_sql
from voorkant.domain.area import LAND_CODE, REGIO_CODE
from voorkant.domain.selection import Selection
from voorkant.report.figure import event
from voorkant.report.pilot import Pilot
from voorkant.report.pilotchart import OBSERVED, SINCE, in_time, since_start
from voorkant.report.rows import Happening, numbered, rows
from voorkant.text.also import NO_CAUSE, PER_PRAKTIJK, SAME, also_words, watched_words
from voorkant.text.pilotchecks import LEFT_OUT, check_words, left_out_words, mark
from voorkant.text.pilotstory import story as told
from voorkant.ui import cache, own
from voorkant.ui.alone import alone
from voorkant.ui.copying import copy_text
from voorkant.ui.events import register
from voorkant.ui.heading import part
from voorkant.ui.panels import answers, events, figure, origin
from voorkant.ui.panels.notice import markup as notice
from voorkant.ui.pilots import card, costs, read
from voorkant.ui.pilots.files import files
from voorkant.ui.snapshots import noted

HEIGHT = 300
FAMILY = "gezin"
FAMILIES = (
    "Met tientallen gezinnen is niet te zien of er minder verwijzingen komen: toeval is groter dan elk verschil. "
    "Daarom staat hieronder wie wordt bereikt, hoe lang, en of doelen worden behaald. Waar ernaar is gevraagd, "
    "staat er ook wat gezinnen ervan vinden."
)
FEW = (
    "Met een of twee begonnen eenheden komt er geen lijn. Daaruit zou volgen hoeveel er bij een plek zijn verwezen. "
    "Een plaats tussen de andere eenheden staat er ook niet. Die zegt iets over elke andere plek, en weinig over het "
    "programma: ook zonder verschil staat een plek geregeld vooraan. Wat van elke plek te zien is, staat op Uitrol. "
    "Wat helpt: laat meer eenheden beginnen."
)
CHARTS = {"in_time": in_time, "since_start": since_start}


def story(pilot: Pilot, chosen: Selection) -> str:
    """HTML of the four sentences at the level of the screen; what is copied is the public version."""
    found = card.basis(pilot)
    if found.figures is None:
        return ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in told(found.figures, pilot.setting(found)))
    copied = _copy(read.as_public(pilot, chosen))
    return f'<ol class="vk-story">{lines}</ol>{copied}{costs.line(pilot, chosen)}'


def _copy(pilot: Pilot) -> str:
    """A button that copies the story as plain text, from the figures that may leave the screen."""
    found = card.basis(pilot)
    if found.figures is None:
        return '<p class="vk-axis">Dit verhaal heeft geen openbare versie om te kopiëren.</p>'
    text = f"{pilot.declared.title}. {' '.join(told(found.figures, pilot.setting(found)))}"
    return copy_text(text, "Kopieer dit verhaal (openbaar)", "Het verhaal")


@alone
def charts(pilot: Pilot, chosen: Selection, *, opening: str) -> None:
    """Observed against expected, and since the start, below the words of `opening`; those alone without any chart.

    All words between two charts are one element, as each costs the browser time at every change.
    """
    noted.words(opening)
    words, accounts = opening, []
    makers = {} if pilot.is_draft else CHARTS
    for name, plain in ((name, item) for name, make in makers.items() if (item := make(pilot))):
        found = _happenings(plain, pilot, chosen)
        description = _with_events(plain, found)
        with st.container(key=f"figuur-{description.key}", gap="xsmall"):
            st.html(words + figure.above(description))
            figure.chart(description, height=HEIGHT)
        events.row(found)
        account = _account(name, description, pilot, chosen)
        words = figure.sentence(description) + origin.markup(description, account.behind)
        accounts.append((description, account))
    if accounts:
        figure.explain_all(accounts, chosen, opening=words)
    else:
        st.html(words)


def drawn(name: str, pilot: Pilot, chosen: Selection) -> Description | None:
    """A chart with its events; None where there is too little to show."""
    plain = CHARTS[name](pilot)
    return _with_events(plain, _happenings(plain, pilot, chosen)) if plain else None


def undrawn(pilot: Pilot) -> str:
    """HTML of why there is no chart; empty where there is one."""
    if any(row.name in (OBSERVED, SINCE) for row in pilot.now.rows):
        return ""
    if pilot.declared.unit == FAMILY:
        return notice("Wat hier wel en niet te zeggen is", FAMILIES)
    if pilot.now.refusals and pilot.now.units and 0 < pilot.now.units[1] < FEWEST_TREATED:
        return notice("Geen grafiek en geen plaats tussen de andere eenheden", FEW)
    if pilot.now.refusals:
        return notice("Nog geen grafiek", "Zonder uitspraak is er ook geen verwacht aantal om mee te vergelijken.")
    return notice("Nog geen grafiek", "Er is te weinig om te tonen zonder dat een klein aantal af te leiden is.")


def _happenings(description: Description, pilot: Pilot, chosen: Selection) -> list[tuple[int, Happening]]:
    """The events in the time of a chart, with their numbers; none where it counts from a start."""
    if not description.calendar:
        return []
    areas = [*pilot.declared.gemeenten.split(","), REGIO_CODE, LAND_CODE]
    first, last = description.first, description.last
    scope, protection = read.source(chosen, pilot)
    delivered = rows(cache.rows(scope, protection, "figure_events"), Happening)
    wanted = register.Wanted([pilot.declared.indicator], areas, first, last)
    return numbered(register.happenings(delivered, protection, wanted), first, last)


def _with_events(plain: Description, found: list[tuple[int, Happening]]) -> Description:
    out = own.left_out()
    marks = [event(item, number, shown=item.code not in out) for number, item in found]
    return replace(plain, events=tuple(marks))


def _account(name: str, description: Description, pilot: Pilot, chosen: Selection) -> figure.Account:
    declared = pilot.declared
    scope, protection = read.source(chosen, pilot)
    there = replace(chosen, gemeente=scope, protection=protection)
    behind = answers.deliveries(there).get(declared.indicator)
    queries = {"Wat deze figuur uit de publicatie leest": panel_sql("pilot_estimates")}
    if known := answers.headers(there, [declared.indicator]).get(declared.indicator):
        queries = {"Wat er bij het publiceren wordt geteld": known.query} | queries
    return figure.Account(
        title=declared.indicator_title if description.calendar else description.title,
        ladder="uitkomst",
        delivered=behind.words if behind else "geen bestand",
        queries=queries,
        caption=f"{description.title} ({read.places(pilot)})",
        files=files(description, pilot, chosen, partial(drawn, name)),
    )


def also(pilot: Pilot) -> str:
    """HTML of the other outcomes and what is watched, under a heading of their own and without a verdict."""
    found, watched = card.basis(pilot).also, pilot.now.watched
    among = sum(item.code != SAME for item in found)
    lines = [also_words(item, among=among) for item in found]
    if lines and pilot.declared.unit == "praktijk":
        lines.append(PER_PRAKTIJK)
    lines += [watched_words(item) for item in watched]
    if not lines:
        return ""
    noted = f'<p class="vk-axis">{NO_CAUSE}</p>' if watched else ""
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'{part("Ook bekeken")}<ul class="vk-story">{listed}</ul>{noted}'


def checks(pilot: Pilot) -> str:
    """HTML of what was looked at beside the estimate, each with a sign and a sentence; empty where nothing was."""
    at = card.basis(pilot)
    if not at.checks:
        return ""
    lines = []
    for item in at.checks:
        sign, word = mark(item.state)
        further = left_out_words(at.left_out) if item.name == LEFT_OUT else ""
        said = escape(f"{check_words(item.name, item.state, item.value)}{further}")
        lines.append(
            f'<li class="vk-{item.state}"><span aria-hidden="true">{sign}</span> {said} <small>{word}</small></li>'
        )
    return f'{part("Waar is naar gekeken")}<ul class="vk-checks">{"".join(lines)}</ul>'
