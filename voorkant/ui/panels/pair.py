"""Prevention above, specialist care below: one time axis, one area, and one sentence about both."""

from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.charts.description import Description
from voorkant.domain.selection import Selection
from voorkant.report import moments
from voorkant.report.course import course_words, trend_between
from voorkant.report.figure import Figure, describe
from voorkant.report.rows import Finding, Happening, numbered
from voorkant.report.views import VIEWS, viewed
from voorkant.text import sentences
from voorkant.ui import own
from voorkant.ui.panels import answers, events, figure
from voorkant.ui.panels.notice import markup, notice

INSTEAD = "Kies in de zijbalk een ander programma, een ander niveau, een andere periode of een andere maat."
LARGER = "Kies een groter gebied, een langere periode of een andere maat."


def show(chosen: Selection) -> None:
    """Both figures, or for each that is missing a sentence that says what to choose instead.

    All words between two charts are one element, as each costs the browser time at every change.
    """
    title = f"<h1>Voorkant en achterkant in {escape(answers.place_name(chosen))}</h1>"
    wanted = [chosen.inzet, chosen.uitkomst]
    found = answers.figures(chosen, wanted)
    if not found:
        st.html(title)
        notice("Geen cijfers bij deze keuze", f"Voor deze twee maten samen is er hier niets gepubliceerd. {INSTEAD}")
        return
    shown = [found[slug] for slug in wanted if slug in found]
    span = [cell for one in shown for cell in one.cells]
    charts = st.container(gap="xsmall")  # the view is chosen below them: both stay on one screen
    events.row(_happenings(shown))
    view = own.choice("weergave", "Weergave", VIEWS)
    described = [viewed(describe(one, span=span), one, view) for one in shown]
    with charts:
        _draw(described, opening=title + _said(shown))
    _missing(wanted, found, chosen)
    accounts = [figure.account_of(*both, chosen) for both in zip(shown, described, strict=True)]
    figure.explain_all(list(zip(described, accounts, strict=True)), chosen)


def _draw(described: list[Description], *, opening: str) -> None:
    words = opening
    with st.container(key="figuur-paar", gap="xsmall"):
        for description in described:
            st.html(words + figure.above(description))
            figure.chart(description, height=figure.COMPACT)
            words = figure.sentence(description)
        st.html(words)


def _happenings(shown: list[Figure]) -> list[tuple[int, Happening]]:
    """What is marked in one of the figures, with the number that it has in all."""
    cells = [cell for one in shown for cell in one.cells]
    first, last = min(cell.start for cell in cells), max(cell.end for cell in cells)
    slugs = [one.header.slug for one in shown]
    found = numbered(shown[0].happenings, first, last)
    return [(number, item) for number, item in found if any(item.concerns(slug) for slug in slugs)]


def _said(shown: list[Figure]) -> str:
    """HTML of the sentence about both; where all is hidden, why there is none."""
    if all(cell.value is None for one in shown for cell in one.cells):
        return markup("Alles in deze keuze is verborgen", f"De aantallen zijn te klein om te tonen. {LARGER}")
    return f'<p class="vk-pair">{escape(_together(shown))}</p>{_courses(shown)}'


def _courses(shown: list[Figure]) -> str:
    """What the course of each says in a word, where there is enough to say it of."""
    said = [f"{one.header.title}: {words}" for one in shown if (words := course_words(one))]
    return f'<ul class="vk-courses">{"".join(f"<li>{escape(one)}</li>" for one in said)}</ul>' if said else ""


def _together(shown: list[Figure]) -> str:
    if len(shown) == 1:
        return f"{sentences.NO_PAIR} {sentences.NO_PROOF_EITHER}"
    front, back = shown[0], shown[-1]
    began = front.finding.began if front.finding else None
    pair = moments.together(front.cells, back.cells, front.happenings, began=began)
    if pair is None:
        return f"{sentences.NO_PAIR} {sentences.NO_PROOF_EITHER}"
    changes = (_change(one, found) for one, found in zip(shown, pair, strict=True))
    return sentences.paired(*((one.header.title, change) for one, change in zip(shown, changes, strict=True)))


def _change(figure: Figure, found: Finding) -> sentences.Change:
    change = found.change(figure.header.unit_text)
    if change.old is None:
        return change
    return replace(change, trend=trend_between(figure, change.old.period, change.new.period))


def _missing(wanted: list[str], found: dict[str, Figure], chosen: Selection) -> None:
    missing = [slug for slug in wanted if slug not in found]
    known = answers.headers(chosen, missing) if missing else {}
    for slug in missing:
        title = known[slug].title if slug in known else "Deze maat"
        notice(f"{title}: geen cijfers", f"Op dit niveau en voor deze periode is er niets gepubliceerd. {INSTEAD}")
