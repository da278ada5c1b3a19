"""Prevention above, specialist care below: one time axis, one area, and one sentence about both."""

from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.domain.selection import Selection
from voorkant.report import moments
from voorkant.report.course import trend_between
from voorkant.report.figure import Figure
from voorkant.report.rows import Finding
from voorkant.text import sentences
from voorkant.ui import controls
from voorkant.ui.alone import alone
from voorkant.ui.panels import answers, figure, noise, timeline
from voorkant.ui.panels.notice import markup, notice

INSTEAD = "Kies in de zijbalk een ander programma, een ander niveau, een andere periode of een andere maat."
SIDES = ("voorkant: ", "achterkant: ")
NO_FRONT = (
    "Van de inzet van een preventief programma is hier niets gepubliceerd. Nodig is een levering van contacten, van "
    "jeugdhulp op school, of van praktijken met de uitrol."
)
NO_BACK = (
    "Van wat er aan de achterkant verandert is hier niets gepubliceerd. Nodig is een levering van verwijzingen, of de "
    "cijfers van het CBS."
)
"""What a publication without one of the sides needs: there is nothing to choose then."""


@alone
def show(chosen: Selection) -> None:
    """Both figures, or for each that is missing a sentence that says what to choose instead."""
    title = f"<h1>Voorkant en achterkant in {escape(answers.place_name(chosen))}</h1>"
    wanted = [slug for slug in (chosen.inzet, chosen.uitkomst) if slug]
    every = answers.figures(chosen, wanted)
    found = {slug: one for slug, one in every.items() if timeline.applies(one)}
    if not found and every:
        st.html(title)
        notice(sentences.ABSENT, not_here(chosen))
        return
    if not found:
        st.html(title)
        needed = " ".join(_needed(chosen).values()) or INSTEAD
        notice("Geen cijfers bij deze keuze", f"Voor deze twee maten samen is er hier niets gepubliceerd. {needed}")
        return
    shown = [found[slug] for slug in wanted if slug in found]
    absent = markup(sentences.ABSENT, not_here(chosen)) if every.keys() - found.keys() else ""
    both = timeline.draw(shown, chosen, opening=title + absent + _said(shown, chosen))
    _missing(wanted, every, chosen)
    for side, words in _needed(chosen).items():
        notice(f"Er is geen {side}", words)
    figure.explain_all(both, chosen)


def _said(shown: list[Figure], chosen: Selection) -> str:
    """HTML of the sentence about both; where all is hidden, why there is none."""
    if hidden := timeline.hidden(shown):
        return hidden
    courses, waiting = timeline.courses(shown), timeline.waiting(shown, chosen)
    if len(shown) == 1:
        return f'<div class="vk-pair-noise">{courses}</div>{waiting}'
    changes = _changes(shown)
    strips = "".join(noise.markup(change, name) for change, name in zip(changes, SIDES, strict=False))
    about = f'<div class="vk-pair-noise">{strips}{courses}</div>'
    return f'<p class="vk-pair">{escape(_together(shown, changes))}</p>{about}{waiting}'


def not_here(chosen: Selection) -> str:
    """That the programme does not work in the place."""
    return sentences.NOT_HERE.format(controls.words("programma") or "Dit programma", answers.place_name(chosen))


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


def _needed(chosen: Selection) -> dict[str, str]:
    """Each side of which the publication has no measure at all, with what it needs."""
    sides = (chosen.inzet, "voorkant", NO_FRONT), (chosen.uitkomst, "achterkant", NO_BACK)
    return {side: words for slug, side, words in sides if not slug}


def _missing(wanted: list[str], found: dict[str, Figure], chosen: Selection) -> None:
    missing = [slug for slug in wanted if slug not in found]
    known = answers.headers(chosen, missing) if missing else {}
    for slug in missing:
        title = known[slug].title if slug in known else "Deze maat"
        notice(f"{title}: geen cijfers", f"Op dit niveau en voor deze periode is er niets gepubliceerd. {INSTEAD}")
