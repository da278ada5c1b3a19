"""Prevention above, specialist care below: one time axis, one area, and one sentence about both."""

from dataclasses import replace
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from voorkant.charts.description import Description
from voorkant.domain.area import Level
from voorkant.domain.protection import Reason
from voorkant.domain.selection import Selection
from voorkant.report import moments
from voorkant.report.bands import Band
from voorkant.report.course import course_words, trend_between
from voorkant.report.figure import Figure
from voorkant.report.rows import Finding, Happening, numbered, rows
from voorkant.report.views import VIEWS, as_chosen
from voorkant.report.waiting import ASKED, beside
from voorkant.text import sentences
from voorkant.ui import cache, controls, own
from voorkant.ui.panels import answers, events, figure, noise, origin
from voorkant.ui.panels.notice import markup, notice
from voorkant.ui.snapshots import noted

INSTEAD = "Kies in de zijbalk een ander programma, een ander niveau, een andere periode of een andere maat."
WITHOUT = (
    "Voor een cijfer per 1.000 is een noemer nodig: hoeveel jeugdigen er wonen, staan ingeschreven of op school "
    "zitten. Op Kwaliteit staat wat er is geleverd en wat ontbreekt. Aantallen staan onder Weergave, bij Aantal."
)
SIDES = ("voorkant: ", "achterkant: ")
LARGER = "Kies een groter gebied, een langere periode of een andere maat."


def show(chosen: Selection) -> None:
    """Both figures, or for each that is missing a sentence that says what to choose instead.

    All words between two charts are one element, as each costs the browser time at every change.
    """
    title = f"<h1>Voorkant en achterkant in {escape(answers.place_name(chosen))}</h1>"
    wanted = [chosen.inzet, chosen.uitkomst]
    every = answers.figures(chosen, wanted)
    found = {slug: one for slug, one in every.items() if any(cell.reason != Reason.NVT for cell in one.cells)}
    if not found and every:
        st.html(title)
        notice(sentences.ABSENT, _not_here(chosen))
        return
    if not found:
        st.html(title)
        notice("Geen cijfers bij deze keuze", f"Voor deze twee maten samen is er hier niets gepubliceerd. {INSTEAD}")
        return
    shown = [found[slug] for slug in wanted if slug in found]
    span = [cell for one in shown for cell in one.cells]
    charts = st.container(gap="xsmall")  # the view is chosen below them: both stay on one screen
    events.row(_happenings(shown))
    view = own.choice("weergave", "Weergave", VIEWS)
    remake = partial(as_chosen, view=view, since=_since(shown))
    described = [remake(one, span=span) for one in shown]
    opening = title + (_absent(chosen) if every.keys() - found.keys() else "") + _said(shown, chosen)
    noted.words(opening)
    accounts = [figure.account_of(*both, chosen, remake) for both in zip(shown, described, strict=True)]
    both = list(zip(described, accounts, strict=True))
    with charts:
        _draw(both, opening=opening)
    _missing(wanted, every, chosen)
    figure.explain_all(both, chosen)


def _draw(both: list[tuple[Description, figure.Account]], *, opening: str) -> None:
    words = opening
    with st.container(key="figuur-paar", gap="xsmall"):
        for description, account in both:
            st.html(words + figure.above(description))
            figure.chart(description, height=figure.COMPACT, shaped=True)
            words = figure.sentence(description) + origin.markup(description, account.behind)
        st.html(words)


def _happenings(shown: list[Figure]) -> list[tuple[int, Happening]]:
    """What is marked in one of the figures, with the number that it has in all."""
    cells = [cell for one in shown for cell in one.cells]
    first, last = min(cell.start for cell in cells), max(cell.end for cell in cells)
    slugs = [one.header.slug for one in shown]
    found = numbered(shown[0].happenings, first, last)
    return [(number, item) for number, item in found if any(item.concerns(slug) for slug in slugs)]


def _said(shown: list[Figure], chosen: Selection) -> str:
    """HTML of the sentence about both; where all is hidden, why there is none."""
    if all(cell.value is None for one in shown for cell in one.cells):
        return _nothing({cell.reason for one in shown for cell in one.cells})
    if len(shown) == 1:
        return f'<div class="vk-pair-noise">{_courses(shown)}</div>{_waiting(shown, chosen)}'
    changes = _changes(shown)
    strips = "".join(noise.markup(change, name) for change, name in zip(changes, SIDES, strict=False))
    about = f'<div class="vk-pair-noise">{strips}{_courses(shown)}</div>'
    return f'<p class="vk-pair">{escape(_together(shown, changes))}</p>{about}{_waiting(shown, chosen)}'


def _absent(chosen: Selection) -> str:
    """HTML that says that the programme is not here, above what there is of the other side."""
    return markup(sentences.ABSENT, _not_here(chosen))


def _not_here(chosen: Selection) -> str:
    return sentences.NOT_HERE.format(controls.words("programma") or "Dit programma", answers.place_name(chosen))


def _since(shown: list[Figure]) -> date | None:
    """When the programme began: limits of both sides are of what went before."""
    return next((one.finding.began for one in shown if one.finding and one.finding.began), None)


def _waiting(shown: list[Figure], chosen: Selection) -> str:
    """HTML of how long it takes from referral to help, beside referrals of a gemeente; empty where it is not known."""
    if chosen.level != Level.GEMEENTE or not any(one.header.counts == "verwijzingen" for one in shown):
        return ""
    found = cache.rows(chosen.gemeente, chosen.protection, "route_bands", area=chosen.gemeente, **ASKED)
    words = beside(rows(found, Band))
    return f'<p class="vk-waiting">{escape(words)}</p>' if words else ""


def _courses(shown: list[Figure]) -> str:
    """What the course of each says in a word, where there is enough to say it of."""
    said = [f"{one.header.title}: {words}" for one in shown if (words := course_words(one, _since(shown)))]
    return f'<ul class="vk-courses">{"".join(f"<li>{escape(one)}</li>" for one in said)}</ul>' if said else ""


def _nothing(reasons: set[str | None]) -> str:
    """Why there is no value at all: too small to show, or nothing to divide by."""
    if reasons & {Reason.KLEIN, Reason.HERLEIDBAAR}:
        return markup("Alles in deze keuze is verborgen", f"De aantallen zijn te klein om te tonen. {LARGER}")
    return markup("Er is in deze keuze geen cijfer", WITHOUT)


def _changes(shown: list[Figure]) -> list[sentences.Change]:
    """Of both sides what changed between the same two moments; empty where there are none."""
    if len(shown) == 1:
        return []
    front, back = shown[0], shown[-1]
    began = front.finding.began if front.finding else None
    pair = moments.together(front.cells, back.cells, front.happenings, began=began)
    found = [_change(one, item) for one, item in zip(shown, pair or (), strict=bool(pair))]
    changes = [change for change in found if change]
    return changes if len(changes) == len(shown) else []


def _together(shown: list[Figure], changes: list[sentences.Change]) -> str:
    if not changes:
        return f"{sentences.NO_PAIR} {sentences.NO_PROOF_EITHER}"
    told = sentences.paired(*((one.header.title, change) for one, change in zip(shown, changes, strict=True)))
    same = len({one.header.denominator_text for one in shown}) == 1
    return told if same else f"{told} {sentences.OTHER_DENOMINATOR}"


def _change(figure: Figure, found: Finding) -> sentences.Change | None:
    change = found.change(figure.header.unit_text)
    if change is None or change.old is None:
        return change
    return replace(change, trend=trend_between(figure, change.old.period, change.new.period))


def _missing(wanted: list[str], found: dict[str, Figure], chosen: Selection) -> None:
    missing = [slug for slug in wanted if slug not in found]
    known = answers.headers(chosen, missing) if missing else {}
    for slug in missing:
        title = known[slug].title if slug in known else "Deze maat"
        notice(f"{title}: geen cijfers", f"Op dit niveau en voor deze periode is er niets gepubliceerd. {INSTEAD}")
