"""Figures under each other on one time axis: charts, events, the view, and what is said of their course."""

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from voorkant.charts.description import Description
from voorkant.domain.area import Level
from voorkant.domain.protection import Reason
from voorkant.domain.selection import Selection
from voorkant.report.bands import Band
from voorkant.report.course import course_words
from voorkant.report.figure import Figure
from voorkant.report.rows import Happening, numbered, rows
from voorkant.report.views import VIEWS, as_chosen
from voorkant.report.waiting import ASKED, beside
from voorkant.ui import cache, own
from voorkant.ui.panels import events, figure, origin
from voorkant.ui.panels.notice import markup
from voorkant.ui.snapshots import noted

WITHOUT = (
    "Voor een cijfer per 1.000 is een noemer nodig: hoeveel jeugdigen er wonen, staan ingeschreven of op school "
    "zitten. Op Kwaliteit staat wat er is geleverd en wat ontbreekt. Aantallen staan onder Weergave, bij Aantal."
)
NOT_DELIVERED = "Hiervan is hier niets geleverd. Op Kwaliteit staat wat er is geleverd en wat ontbreekt."
LARGER = "Kies een groter gebied, een langere periode of een andere maat."
ALONE = 320
"""The height of a chart that shares the screen with no other."""
Told = tuple[Description, figure.Account]


def applies(one: Figure) -> bool:
    """Whether what is counted can be there at all: a programme that works elsewhere counts nothing here."""
    return any(cell.reason != Reason.NVT for cell in one.cells)


def draw(shown: list[Figure], chosen: Selection, *, opening: str) -> list[Told]:
    """The charts below `opening`, in the view that is chosen; each with its account, for the page to put further down.

    All words between two charts are one element, as each costs the browser time at every change.
    """
    span = [cell for one in shown for cell in one.cells]
    charts = st.container(gap="xsmall")  # the view is chosen below them: all stay on one screen
    events.row(_happenings(shown))
    view = own.choice("weergave", "Weergave", VIEWS)
    remake = partial(as_chosen, view=view, since=since(shown))
    described = [remake(one, span=span) for one in shown]
    noted.words(opening)
    accounts = [figure.account_of(*both, chosen, remake) for both in zip(shown, described, strict=True)]
    told = list(zip(described, accounts, strict=True))
    with charts:
        _draw(told, opening)
    return told


def _draw(told: list[Told], opening: str) -> None:
    words, alone = opening, len(told) == 1
    with st.container(key="figuur-een" if alone else "figuur-paar", gap="xsmall"):
        for description, account in told:
            st.html(words + figure.above(description))
            figure.chart(description, height=ALONE if alone else figure.COMPACT, shaped=True)
            words = figure.sentence(description) + origin.markup(description, account.behind)
        st.html(words)


def _happenings(shown: list[Figure]) -> list[tuple[int, Happening]]:
    """What is marked in one of the figures, with the number that it has in all."""
    cells = [cell for one in shown for cell in one.cells]
    first, last = min(cell.start for cell in cells), max(cell.end for cell in cells)
    slugs = [one.header.slug for one in shown]
    found = numbered(shown[0].happenings, first, last)
    return [(number, item) for number, item in found if any(item.concerns(slug) for slug in slugs)]


def since(shown: list[Figure]) -> date | None:
    """When the programme began: limits of all sides are of what went before."""
    return next((one.finding.began for one in shown if one.finding and one.finding.began), None)


def hidden(shown: list[Figure]) -> str:
    """HTML that says why there is no value at all: too small to show, or nothing to divide by; empty where there is."""
    if any(cell.value is not None for one in shown for cell in one.cells):
        return ""
    cells = [cell for one in shown for cell in one.cells]
    counted = any(cell.reason == Reason.NIET_GELEVERD and cell.numerator is not None for cell in cells)
    return nothing({cell.reason for cell in cells}, counted=counted)


def nothing(reasons: set[str | None], *, counted: bool = False) -> str:
    """The same of these reasons; `counted`: of some it was counted, and only the denominator was not delivered."""
    if counted:
        return markup("Er is in deze keuze geen cijfer", WITHOUT)
    if reasons & {Reason.KLEIN, Reason.HERLEIDBAAR}:
        return markup("Alles in deze keuze is verborgen", f"De aantallen zijn te klein om te tonen. {LARGER}")
    if reasons <= {Reason.NIET_GELEVERD, Reason.NVT}:
        return markup("Er is in deze keuze geen cijfer", NOT_DELIVERED)
    return markup("Er is in deze keuze geen cijfer", WITHOUT)


def courses(shown: list[Figure]) -> str:
    """What the course of each says in a word, where there is enough to say it of; one alone needs no name."""
    found = [(one.header.title, words) for one in shown if (words := course_words(one, since(shown)))]
    said = [f"{title if len(shown) > 1 else 'Verloop'}: {words}" for title, words in found]
    return f'<ul class="vk-courses">{"".join(f"<li>{escape(one)}</li>" for one in said)}</ul>' if said else ""


def waiting(shown: list[Figure], chosen: Selection) -> str:
    """HTML of how long it takes from referral to specialist help, beside those referrals; empty where not known."""
    referred = any((one.header.counts, one.header.ladder) == ("verwijzingen", "uitkomst") for one in shown)
    if chosen.level != Level.GEMEENTE or not referred:
        return ""
    found = cache.rows(chosen.gemeente, chosen.protection, "route_bands", area=chosen.gemeente, **ASKED)
    words = beside(rows(found, Band))
    return f'<p class="vk-waiting">{escape(words)}</p>' if words else ""
