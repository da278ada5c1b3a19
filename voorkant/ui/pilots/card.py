"""The verdict card: what can be said of a pilot in ten seconds, and why no more than that."""

from html import escape
from math import isfinite

from voorkant.analysis.verdict import Verdict
from voorkant.report.pilot import At, Pilot
from voorkant.text.also import watched_words
from voorkant.text.numbers import number
from voorkant.text.periods import day, period
from voorkant.text.pilotstory import answer_expected, headline, in_short, refused
from voorkant.text.verdicts import VERDICTS, title, tone

BEFORE = "Nog geen oordeel"
"""Of a pilot whose first moment is still to come: its figures are shown, a verdict is not."""
BEFORE_MEANING = "Vooraf is vastgelegd wanneer er wordt geoordeeld. Tot dan zijn hier alleen de cijfers te zien."

DRAFT = "Concept"
DRAFT_MEANING = "Deze pilot is nog niet vastgelegd. Tot dan wordt er geen uitkomst berekend."

HIDDEN = {
    "": "Er zijn nog geen cijfers om te tonen.",
    "klein": "De aantallen zijn te klein om te tonen.",
    "herleidbaar": "De aantallen zijn niet getoond, omdat een klein aantal anders af te leiden is.",
}


def chip(pilot: Pilot) -> str:
    """HTML of the verdict in short, with its sign; colour only repeats it."""
    icon, words, shade = _face(pilot)
    return f'<span class="vk-chip vk-{shade}"><span aria-hidden="true">{icon}</span> {escape(words)}</span>'


def _face(pilot: Pilot) -> tuple[str, str, str]:
    """Sign, title and class of the verdict that holds now."""
    given, declared = verdict(pilot), pilot.declared
    if given is None:
        return "○", DRAFT if pilot.is_draft else BEFORE, "niet_vergeleken"
    return VERDICTS[given].icon, title(given, declared.relevant), tone(given, declared.better)


def verdict(pilot: Pilot) -> Verdict | None:
    """That of the last moment; before the first one there is none, unless nothing can be said at all."""
    if pilot.judged:
        return pilot.judged.verdict
    return Verdict.REFUSED if pilot.now.refusals else None


def basis(pilot: Pilot) -> At:
    """The moment whose figures go with the verdict."""
    return pilot.judged or pilot.now


def markup(pilot: Pilot) -> str:
    """HTML of the card: verdict, one line, and the number with its margin or what is missing."""
    icon, words, shade = _face(pilot)
    found, given = basis(pilot), verdict(pilot)
    meaning = _before(pilot) if given is None else headline(given, found.doubts, pilot.declared.relevant)[1]
    body = _reasons(found) if given is Verdict.REFUSED else _figures(pilot, found)
    return (
        f'<section class="vk-verdict vk-{shade}" aria-label="Oordeel">'
        f'<p class="vk-asked">{escape(pilot.declared.question)} {escape(_visible(found))}</p>'
        f'<h2><span class="vk-icon" aria-hidden="true">{icon}</span>{escape(words)}</h2>'
        f'<p class="vk-meaning">{escape(meaning)}</p>{body}{_warned(pilot)}'
        f'<p class="vk-when">{escape(when(pilot))}</p></section>'
    )


def _visible(found: At) -> str:
    """How large a fall must be to show, before the result is told; empty where nothing was computed."""
    smallest = found.value("kleinste_daling")
    return f"Zichtbaar is hier een daling vanaf {number(smallest * 100)}%." if isfinite(smallest) else ""


def _warned(pilot: Pilot) -> str:
    """What is watched and went the wrong way, always by name."""
    worse = [watched_words(item) for item in pilot.now.watched if item.is_worse]
    return "".join(f"<p><strong>Let op</strong>: {escape(words)}</p>" for words in worse)


def _before(pilot: Pilot) -> str:
    return DRAFT_MEANING if pilot.is_draft else BEFORE_MEANING


def _figures(pilot: Pilot, found: At) -> str:
    figures = found.figures
    if figures is None and pilot.is_draft:
        return ""
    if figures is None:
        return f"<p>{HIDDEN[found.hidden]}</p>"
    seen, expected = in_short(figures, pilot.setting(found))
    return f'<p class="vk-amounts"><strong>{escape(seen)};</strong> <span>{escape(expected)}</span></p>'


def _reasons(found: At) -> str:
    """Every reason with what helps; a break by its name."""
    month = found.text("antwoord")
    lines = "".join(
        f"<li>{escape(why)} <em>Wat helpt: {escape(mend[:1].lower() + mend[1:])}</em></li>"
        for why, mend in refused(found.refusals, month)
    )
    breaks = "".join(f"<li>{escape(words)} ({escape(day(at))})</li>" for at, words in found.breaks)
    named = f"<p>Breuk in de registratie:</p><ul>{breaks}</ul>" if breaks else ""
    return f"<ul>{lines}</ul>{named}<p><strong>{escape(answer_expected(month))}</strong></p>"


def when(pilot: Pilot) -> str:
    """Of which moment the verdict is, when the next one is, and how fresh the figures are."""
    parts = []
    if pilot.judged:
        parts.append(f"Oordeel van {period(pilot.judged.moment)}, met de cijfers tot en met die maand.")
    until = pilot.now.text("cijfers_tot")
    if pilot.coming and not until:
        parts.append(f"Eerste moment: {period(pilot.coming)}, zodra er cijfers tot en met die maand zijn.")
    else:
        parts.append(f"Volgend moment: {period(pilot.coming)}." if pilot.coming else "Alle momenten zijn geweest.")
    if until:
        parts.append(f"Er zijn nu cijfers tot en met {period(until)}.")
    return " ".join(parts)
