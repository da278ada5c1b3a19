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

EFFORT = (
    "bereikte_jeugdigen", "zonder_verwijzing", "contacten", "begeleide_leerlingen", "bereikte_gezinnen",
    "looptijd_weken", "doel_behaald", "weinig_betrokkenen",
)  # fmt: skip
TOTAL = "cbs_jeugdhulpgebruik"
FAMILY = "gezin"


def effort(pilot: Pilot, chosen: Selection) -> list[str]:
    """The measures of what its programme does that have figures here."""
    return [slug for slug in EFFORT if slug in answers.offered(chosen, pilot.declared.programme)]


def slugs(pilot: Pilot) -> list[str]:
    """What stands beside each other: what the pilot looks at, and the use of all youth care."""
    return [] if pilot.is_draft or pilot.declared.unit == FAMILY else [pilot.declared.indicator, TOTAL]


def markup(pilot: Pilot, chosen: Selection) -> str:
    """HTML of both by year; empty without a figure of the total, or where the pilot is about some tens of families."""
    beside = slugs(pilot)
    if not beside or not read.takes_part(chosen, pilot):
        return ""
    wanted = replace(overview.yearly(chosen), programme=pilot.declared.programme)
    asked = [*effort(pilot, chosen), *beside]  # the same question as the tiles of the page ask
    found, known = answers.findings(wanted, asked), answers.headers(wanted, asked)
    if TOTAL not in found:
        return ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in _lines(beside, found, known, answers.place_name(wanted)))
    return f'{part(AROUND)}<p class="vk-process">{AROUND_NOTE}</p><ul class="vk-story">{lines}</ul><p>{SHIFT_NOTE}</p>'


def _lines(beside: Sequence[str], found: dict[str, Finding], known: dict[str, Header], place: str) -> Iterator[str]:
    """Of each its newest year beside the one before."""
    for slug in beside:
        if slug in found and slug in known and (change := found[slug].change(known[slug].unit_text)):
            told = sentences.level(change.new, place), sentences.change(change, known[slug].counts)
            yield f"{known[slug].title}: {' '.join(filter(None, told))} Bron: {known[slug].source_text}."
