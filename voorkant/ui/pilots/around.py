"""All youth care of the gemeente beside what the pilot looks at: context, which says nothing of the pilot itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from voorkant.domain.selection import Selection
from voorkant.report.pilot import Pilot
from voorkant.report.rows import Finding, Header
from voorkant.text import sentences
from voorkant.text.also import AROUND, AROUND_NOTE, SHIFT_NOTE
from voorkant.ui.heading import part
from voorkant.ui.panels import answers, overview
from voorkant.ui.pilots import read

TOTAL = "cbs_jeugdhulpgebruik"
FAMILY = "gezin"


def markup(pilot: Pilot, chosen: Selection) -> str:
    """HTML of both by year; empty without a figure of the total, or where the pilot is about some tens of families."""
    if pilot.is_draft or pilot.declared.unit == FAMILY or not read.takes_part(chosen, pilot):
        return ""
    wanted = replace(overview.yearly(chosen), programme="")
    slugs = list(dict.fromkeys([pilot.declared.indicator, TOTAL]))
    found, known = answers.findings(wanted, slugs), answers.headers(wanted, slugs)
    if TOTAL not in found:
        return ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in _lines(slugs, found, known, answers.place_name(wanted)))
    return f'{part(AROUND)}<p class="vk-process">{AROUND_NOTE}</p><ul class="vk-story">{lines}</ul><p>{SHIFT_NOTE}</p>'


def _lines(slugs: Sequence[str], found: dict[str, Finding], known: dict[str, Header], place: str) -> Iterator[str]:
    """Of each its newest year beside the one before."""
    for slug in slugs:
        if slug in found and slug in known and (change := found[slug].change(known[slug].unit_text)):
            told = sentences.level(change.new, place), sentences.change(change, known[slug].counts)
            yield f"{known[slug].title}: {' '.join(filter(None, told))} Bron: {known[slug].source_text}."
