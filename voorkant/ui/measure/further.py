"""From one measure on to where else it stands: beside the other side, beside others, on the map, in a question."""

from collections.abc import Iterator
from html import escape

from voorkant.cube.reader import REGIO
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.rows import Header
from voorkant.ui import cache, controls
from voorkant.ui.choices import has_region
from voorkant.ui.panels import tile
from voorkant.ui.questions import keeping

Link = tuple[str, str]
BY_PARTS = frozenset({"wachttijd", "termijn", "vervolg", "hulp"})
"""What a measure is split by of which the parts are the figure: of the whole there is no meaning of its own."""


def markup(header: Header, splits: str, chosen: Selection) -> str:
    """HTML of the links; of those that the reader may not open there is none."""
    parts = {
        "Deze maat op andere pagina's": list(_pages(header, splits, chosen)),
        "Vragen van de raad hierover": list(_questions(header, chosen)),
    }
    listed = "".join(_part(title, links) for title, links in parts.items())
    return f'<section class="vk-found" aria-label="Verder kijken">{listed}</section>'


def _part(title: str, links: list[Link]) -> str:
    found = [(words, address) for words, address in links if address]
    lines = "".join(
        f'<li><a href="{escape(address)}" target="_self">{escape(words)}</a></li>' for words, address in found
    )
    return f"<h3>{escape(title)}</h3><ul>{lines}</ul>" if lines else ""


def _pages(header: Header, splits: str, chosen: Selection) -> Iterator[Link]:
    """A page that has not this measure would show another one under its name, so it has no link."""
    if splits in BY_PARTS:
        yield "De delen, op Verwijsroutes", controls.link(chosen.whole(), "verwijsroutes")
    yield "Samen met de andere kant", tile.beside(header, chosen.whole())
    compared, on_map = _elsewhere(header.slug, chosen)
    if compared:
        yield "Naast andere gemeenten", controls.link(chosen, "vergelijken")
    if on_map:
        yield "Op de kaart", controls.link(chosen, "kaart")
    yield "Alle begrippen en de methode", controls.link(chosen, "begrippen")


def _elsewhere(slug: str, chosen: Selection) -> tuple[bool, bool]:
    """Whether gemeenten are compared by it, the own one among them, and whether the map has it."""
    if not has_region():
        return False, False
    asked = {"indicator": slug, "programme": chosen.programme, "area": chosen.gemeente}
    [found] = cache.rows(REGIO, Protection.OPENBAAR, "measure_elsewhere", **asked).named()
    return found["compared"], found["on_map"]


def _questions(header: Header, chosen: Selection) -> Iterator[Link]:
    for slug, question in keeping.here(chosen.gemeente).items():
        if header.slug in question.indicators:
            yield question.title, controls.link(chosen, "vragen", vraag=slug)
