"""The programmes of a gemeente, each with the pages on which it can be found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from voorkant.domain.selection import Selection
from voorkant.report.rows import rows
from voorkant.text.rollout import PLACES
from voorkant.ui import cache, controls
from voorkant.ui.heading import heading
from voorkant.ui.panels import tile
from voorkant.ui.snapshots import noted

WORKS = {
    "praktijk": "in huisartsenpraktijken",
    "school": "op scholen",
    "wijk": "in wijken",
    "kern": "in kernen",
    "gemeente": "in de hele gemeente",
    "gezin": "bij gezinnen",
}


@dataclass(frozen=True)
class Here:
    """A programme with one of its pilots (panel programmes_here)."""

    programme: str
    title: str
    unit: str
    pilot: str
    pilot_title: str


def show(chosen: Selection) -> None:
    """One line a programme; each link opens a page with exactly that programme. Nothing where there is none."""
    found = rows(cache.rows(chosen.gemeente, chosen.protection, "programmes_here", area=chosen.gemeente), Here)
    if not found:
        return
    heading("Welke programma's zijn er")
    lines = "".join(_line(list(group), chosen) for _, group in groupby(found, key=lambda item: item.programme))
    noted.draw(f'<ul class="vk-programmes">{lines}</ul>')


def _line(of: list[Here], chosen: Selection) -> str:
    one = of[0]
    links = "".join(f'<a href="{escape(address)}" target="_self">{escape(words)}</a>' for words, address in _links(
        of, replace(chosen, programme=one.programme, inzet="", uitkomst="", pilot="")
    ) if address)  # fmt: skip
    where = WORKS.get(one.unit, "")
    return f"<li><strong>{escape(one.title)}</strong> <span>{where}</span> <span>{links}</span></li>"


def _links(of: list[Here], wanted: Selection) -> Iterator[tuple[str, str]]:
    """(words, address): the figures, where it works, and its pilots."""
    yield "Cijfers", controls.link(wanted, tile.PAIR_PAGE)
    if of[0].unit in PLACES:
        yield "Uitrol", controls.link(wanted, "uitrol")
    for item in of:
        if item.pilot:
            yield f"Pilot: {item.pilot_title}", controls.link(replace(wanted, pilot=item.pilot), "pilot")
