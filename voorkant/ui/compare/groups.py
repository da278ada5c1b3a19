"""A measure by group: the years of each on one scale, as the reader may see them."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from voorkant.cube.reader import panel_sql
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.groups import DIMENSIONS, Grouped, Row, multiples
from voorkant.report.handed import Handed
from voorkant.report.rows import Header, rows
from voorkant.ui import cache, own
from voorkant.ui.alone import alone
from voorkant.ui.compare.choose import first_of
from voorkant.ui.panels import answers, figure, origin
from voorkant.ui.panels.download import NO_PUBLIC, Files
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice

HEIGHT = 300
NOTHING = (
    "Naar groepen is er van deze gemeente nog niets gepubliceerd. Nodig zijn leveringen over een heel jaar, met "
    "kolommen als geboortejaar, verwijzer_type of hulpvraag. Kies anders een ander programma, of vergelijk gemeenten."
)
HIDDEN = "Van geen enkele groep is een cijfer te tonen. Kies een andere maat of een andere verdeling."


@alone
def show(chosen: Selection) -> None:
    """The measure, by what, and the picture."""
    offered = offer(chosen)
    known = answers.headers(chosen, list(offered))
    titles = {slug: known[slug].title for slug in offered if slug in known}
    if not titles:
        notice("Er is niets naar groepen", NOTHING)
        return
    left, right = st.columns([3, 4])
    with left:
        slug = own.select("maat", "Maat", titles, first_of(titles, chosen))
    with right:
        dimension = choose(offered[slug])
    if not draw(chosen, known[slug], (dimension, offered[slug][dimension])):
        notice("Er is niets naar groepen", NOTHING)


def choose(offered: Mapping[str, str]) -> str:
    """The dimension, of those that a measure has."""
    return own.choice("groep", "Naar", {key: DIMENSIONS[key] for key in offered})


def draw(chosen: Selection, header: Header, by: tuple[str, str], title: str = "") -> bool:
    """The picture with its account, or why there is none, by a dimension and the programme that it is of.

    False where nothing is published.

    `title`: of the account, where that of the measure is another one's.
    """
    dimension, programme = by
    grouped = _grouped(chosen, header, dimension, programme)
    plot = multiples(grouped)
    if plot is None:
        if grouped.rows:
            notice("Geen groepen te tonen", HIDDEN)
        return bool(grouped.rows)
    figure.draw(plot, height=HEIGHT)
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("groups"),
    }
    behind = answers.deliveries(chosen).get(header.slug)
    delivered = behind.words if behind else "geen bestand"
    of = origin.of(header, chosen)
    files = _files(chosen, header, dimension)
    account = Account(title or header.title, header.ladder, delivered, queries, plot.title, files, of)
    figure.explain(plot, account, chosen)
    return True


def offer(chosen: Selection) -> dict[str, dict[str, str]]:
    """Measure -> dimension -> the programme that it is of, in our order; what is split by time is no group."""
    found = cache.rows(
        chosen.gemeente, chosen.protection, "group_offer", programme=chosen.programme, area=chosen.area
    ).named()
    offered: dict[str, dict[str, str]] = {}
    for dimension in DIMENSIONS:
        for row in found:
            if row["dimension"] == dimension:
                offered.setdefault(row["indicator"], {})[dimension] = row["programme"]
    return offered


def _grouped(chosen: Selection, header: Header, dimension: str, programme: str) -> Grouped:
    asked = {"indicator": header.slug, "programme": programme, "area": chosen.area, "dimension": dimension}
    found = rows(cache.rows(chosen.gemeente, chosen.protection, "groups", **asked), Row)
    return Grouped(header, found, dimension, answers.place_name(chosen), answers.publication(chosen))


def _files(chosen: Selection, header: Header, dimension: str) -> Files:
    handed = partial(_handed, header=header, dimension=dimension)
    inside = partial(handed, chosen) if chosen.protection == Protection.INTERN else None
    return Files(partial(handed, answers.at(chosen, Protection.OPENBAAR)), inside)


def _handed(chosen: Selection, header: Header, dimension: str) -> Handed:
    """Problem where the cube of the level has nothing of it."""
    programme = offer(chosen).get(header.slug, {}).get(dimension)
    plot = None if programme is None else multiples(_grouped(chosen, header, dimension, programme))
    if plot is None:
        raise Problem(NO_PUBLIC)
    return Handed(plot.key, plot, answers.place_name(chosen), answers.publication(chosen))
