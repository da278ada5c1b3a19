"""The page's own order: what to draw, what is wrong with the boundaries, the map with its table, and its account."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from voorkant.charts.areamap import MapPlot
from voorkant.cube.reader import REGIO, panel_sql
from voorkant.declare.boundaries import FOLDER, Boundaries, read_boundaries, stamp
from voorkant.declare.home import find_home
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.areamap import Mapped, Place, map_plot
from voorkant.report.handed import Handed
from voorkant.report.rows import Publication, rows
from voorkant.text import periods
from voorkant.text.compare import ALL_PUBLIC
from voorkant.ui import cache, own
from voorkant.ui.alone import alone
from voorkant.ui.areamap import places
from voorkant.ui.choices import has_region
from voorkant.ui.panels import answers, figure, origin
from voorkant.ui.panels.download import NO_PUBLIC, Files, of_picture
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.snapshots import noted
from voorkant.ui.table import table

HEIGHT = 520
LAYERS = {"gemeente": "Gemeenten van de regio", "wijk": "Wijken van de gemeente"}
KINDS = {"gemeente": "gemeenten", "wijk": "wijken"}
FIRST = "verwijzingen_sggz"
NOTHING = (
    "Op dit niveau zijn er nog geen jaarcijfers. Nodig zijn leveringen over een heel jaar. Kies anders de andere laag "
    "of een ander programma."
)
NO_FILE = (
    f"Zet een GeoJSON met de grenzen in de map {FOLDER} van de eigen map. Dat kan de Wijk- en buurtkaart van het CBS "
    "zijn, of de bestuurlijke gebieden van PDOK. De cijfers zelf staan hieronder."
)
OTHER_YEAR = (
    "In de bestanden met grenzen staat geen van deze gebieden. Zijn het grenzen van een ander jaar of andere regio? "
    "Gebieden worden gevonden aan hun code. De cijfers zelf staan hieronder."
)


@alone
def show(chosen: Selection) -> None:
    layer = own.choice("kaartlaag", "Wat staat er op de kaart?", LAYERS)
    of = mapped(chosen, layer)
    if of is None:
        notice("Geen kaart te tonen", NOTHING)
        return
    if layer == "gemeente":
        noted.draw(f'<p class="vk-axis">{ALL_PUBLIC}</p>')
    prefix = "GM" if layer == "gemeente" else f"WK{chosen.gemeente[2:]}"
    held = stamp(find_home())
    found = _boundaries(str(find_home().path), held, prefix, tuple(sorted({item.area for item in of.places})))
    for why in found.refused:
        notice("Een bestand met grenzen is niet gebruikt", why)
    plot = map_plot(of, found)
    if plot and layer == "wijk":
        plot = places.on(plot, chosen)
    if plot is None:
        notice("Geen grenzen om te tekenen", OTHER_YEAR if len(held) > len(found.refused) else NO_FILE)
        lines = [(item.area_name, of.words(item)) for item in of.shown]
        caption = f"{of.header.title}, {periods.period(of.year)}"
        table(("Gebied", f"Waarde ({of.header.unit_text})"), lines, caption=caption)
        return
    left, right = st.columns([4, 3], gap="large")
    with left:
        st.html(figure.above(plot))
        figure.chart(plot, height=HEIGHT, shaped=True)
        behind = origin.of(of.header, chosen)
        st.html(figure.sentence(plot) + origin.markup(plot, behind))
    with right:
        lines = [(name, f"{value}\n{place}") for name, value, place in plot.lines]
        table(("Gebied", "Waarde en klasse"), lines, caption=f"Van hoog naar laag, {of.header.unit_text}")
    _account(of, plot, _files(of, plot, found, chosen), chosen, behind)


@st.cache_resource(max_entries=4, show_spinner=False)
def _boundaries(home: str, held: Any, prefix: str, areas: tuple[str, ...]) -> Boundaries:  # noqa: ARG001 - they are the key
    return read_boundaries(find_home(), prefix, areas)


def mapped(chosen: Selection, layer: str) -> Mapped | None:
    """None where there is nothing to draw at this level. Gemeenten are public; wijken as the reader may see them."""
    scope, protection = (REGIO, Protection.OPENBAAR) if layer == "gemeente" else (chosen.gemeente, chosen.protection)
    if scope == REGIO and not has_region():
        return None
    wanted = {"level": layer, "programme": chosen.programme}
    measures = {row["indicator"]: row for row in cache.rows(scope, protection, "map_measures", **wanted).named()}
    if not measures:
        return None
    left, right = st.columns([3, 1])
    titles = {slug: row["title"] for slug, row in measures.items()}
    with left:
        slug = own.select("maat", "Maat", titles, FIRST if FIRST in titles else next(iter(titles)))
    found = _places(scope, protection, slug, layer, measures[slug]["programme"])
    years = {item.period: periods.period(item.period) for item in reversed(found)}
    firm = next((item.period for item in reversed(found) if item.status == "definitief"), found[-1].period)
    with right:
        year = own.select("jaar", "Jaar", dict(sorted(years.items(), reverse=True)), firm)
    header = answers.headers(chosen, [slug])[slug]
    publication = Publication.of(cache.about(scope, protection))
    return Mapped(header, found, year, chosen.gemeente, KINDS[layer], publication)


def _places(scope: str, protection: Protection, slug: str, layer: str, programme: str) -> list[Place]:
    wanted = {"indicator": slug, "programme": programme, "level": layer, "period_type": "year", "dimension": "",
              "areas": [], "first": "", "last": ""}  # fmt: skip
    found = rows(cache.rows(scope, protection, "series", **wanted), Place)
    return sorted(found, key=lambda item: (item.period, item.area_name))


def _files(of: Mapped, plot: MapPlot, found: Boundaries, chosen: Selection) -> Files:
    """Gemeenten are public; of wijken the public version is another one than that of the screen."""
    here = of_picture(plot, answers.place_name(chosen), of.publication)
    if here.internal is None:
        return here
    return replace(here, public=partial(_public, of, found, chosen))


def _public(of: Mapped, found: Boundaries, chosen: Selection) -> Handed:
    """Problem where the public cube has nothing of these wijken in this year."""
    public = Protection.OPENBAAR
    asked = (_places(chosen.gemeente, public, of.header.slug, "wijk", slug) for slug in (chosen.programme, ""))
    made = replace(
        of, places=next(filter(None, asked), []), publication=Publication.of(cache.about(chosen.gemeente, public))
    )
    plot = map_plot(made, found)
    if plot is None:
        raise Problem(NO_PUBLIC)
    return Handed(plot.key, plot, answers.place_name(chosen), made.publication)


def _account(of: Mapped, plot: MapPlot, files: Files, chosen: Selection, behind_it: origin.Terms) -> None:
    behind = answers.deliveries(chosen).get(of.header.slug)
    queries = {
        "Wat er bij het publiceren wordt geteld": of.header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("series"),
    }
    delivered = behind.words if behind else "geen bestand"
    about = Account(of.header.title, of.header.ladder, delivered, queries, plot.title, files, behind_it)
    figure.explain(plot, about, chosen, behind=False)
