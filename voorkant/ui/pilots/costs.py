"""What a pilot costs and what it avoids, on its own page and as a line on that of the pilot."""

from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.charts.told import Told
from voorkant.cube.reader import REGIO, panel_sql
from voorkant.declare.costfile import read_cost
from voorkant.declare.home import find_home
from voorkant.domain.area import REGIO_CODE
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.costs import ASSUMED, Costs, told
from voorkant.report.pilot import Pilot
from voorkant.report.rows import rows
from voorkant.text.costs import SILENT, Measured, measured_words
from voorkant.ui import cache, choices, controls
from voorkant.ui.copying import copy_text
from voorkant.ui.panels import answers, figure
from voorkant.ui.pilots import card, read
from voorkant.ui.pilots.files import files
from voorkant.ui.snapshots import noted

PAGE = "kosten"
MEASURE = "kosten_per_jeugdige"
HOW = "Hoe wordt dit berekend?"
METHOD = {
    "Wat is er vermeden?": "Wat er was te verwachten min wat er is geteld, met de grenzen uit het oordeel over de "
    "pilot. Gelijk verdeeld over de maanden sinds de eerste start, en uitgedrukt per jaar.",
    "Wat is dat in geld?": f"Dat aantal maal wat een verwijzing kost. {ASSUMED} Een bedrag staat er alleen als bereik.",
    "Wanneer loont het?": "Wat het programma per jaar kost, gedeeld door wat een verwijzing kost, naar boven afgerond.",
    "Wanneer staat er geen bedrag?": "Zonder oordeel, zonder vergelijking of met te kleine aantallen. Kan het verschil "
    "toeval zijn, dan loopt het bereik van meer tot minder kosten en heet het geen besparing. Dalen alle verwijzingen "
    "samen niet, dan heet het een verschuiving.",
}


def of(pilot: Pilot) -> Costs:
    """What is known; what was entered is the same at all levels, and is of the gemeenten of the pilot alone."""
    return Costs(pilot, read_cost(find_home(), pilot.declared.slug) if read.is_own(pilot) else None)


def _measured(pilot: Pilot, chosen: Selection, protection: Protection) -> list[Measured]:
    """Of the gemeente when it takes part and has an amount, else of the region in public."""
    if read.takes_part(chosen, pilot) and (own := _amount(chosen.gemeente, protection, chosen.gemeente)):
        return own
    return _of_region()


def _of_region() -> list[Measured]:
    return _amount(REGIO, Protection.OPENBAAR, REGIO_CODE) if choices.has_region() else []


def _amount(scope: str, protection: Protection, area: str) -> list[Measured]:
    return rows(cache.rows(scope, protection, "pilot_costs", area=area), Measured)


def beside(pilot: Pilot, chosen: Selection) -> str:
    """What was measured in the gemeente and the region, beside what someone enters; empty where nothing was."""
    found = list(dict.fromkeys([*_measured(pilot, chosen, chosen.protection), *_of_region()]))
    region = replace(chosen, gemeente=REGIO, protection=Protection.OPENBAAR)
    header = answers.headers(region, [MEASURE]).get(MEASURE) if found else None
    return measured_words(found, header.source_text if header else "declaraties")


def show(pilot: Pilot, chosen: Selection) -> None:
    """What can be said, the picture with its account, and how it was made."""
    costs = of(pilot)
    lines = "".join(f"<li>{escape(line)}</li>" for line in costs.lines)
    address = escape(controls.link(chosen, "pilot"))
    noted.draw(
        f"{read.elsewhere(chosen, pilot)}<p>{card.chip(pilot)} "
        f"<a href='{address}' target='_self'>Bekijk het oordeel</a></p>"
        f'<section class="vk-verdict" aria-label="Kosten"><h2>{escape(costs.heading)}</h2>'
        f"<ul>{lines}</ul></section>{_copy(pilot, chosen)}"
    )
    picture = told(costs)
    if picture is not None:
        figure.picture(picture, _picture(costs))
        figure.explain(picture, _account(picture, pilot, chosen), chosen)
    measured = f"<p class='vk-axis'>{escape(beside(pilot, chosen))}</p>"
    st.html(
        f"{measured}<details class='vk-how'><summary>{HOW}</summary><dl class='vk-method'>{_method()}</dl></details>"
    )


def _method() -> str:
    return "".join(f"<dt>{escape(asked)}</dt><dd>{escape(words)}</dd>" for asked, words in METHOD.items())


def _picture(costs: Costs) -> str:
    """A row per amount: what it is, its range, and who says so."""
    lines = "".join(
        f"<li><span>{escape(what)}</span><strong>{escape(low if low == high else f'{low} tot {high}')}</strong>"
        f"<small>{escape(source)}</small></li>"
        for what, low, _, high, source in costs.table()
    )
    return f'<ul class="vk-costs">{lines}</ul>'


def _account(picture: Told, pilot: Pilot, chosen: Selection) -> figure.Account:
    queries = {
        "Wat deze figuur uit de publicatie leest": panel_sql("pilot_estimates"),
        "Wat er aan kosten is gemeten": panel_sql("pilot_costs"),
    }
    return figure.Account(
        title=pilot.declared.indicator_title,
        ladder="uitkomst",
        delivered="zie de pagina Pilot",
        queries=queries,
        caption=picture.title,
        files=files(picture, pilot, chosen, drawn),
    )


def _public(chosen: Selection) -> Costs | None:
    pilot = read.public(chosen)
    return of(pilot) if pilot else None


def drawn(pilot: Pilot, _chosen: Selection) -> Told | None:
    return told(of(pilot))


def _copy(pilot: Pilot, chosen: Selection) -> str:
    """A button that copies the public version as plain text."""
    costs = _public(chosen)
    if costs is None:
        return ""
    text = f"{pilot.declared.title}. {costs.heading}. {' '.join(costs.lines)}"
    return copy_text(text, "Kopieer deze tekst (openbaar)", "De tekst")


def line(pilot: Pilot, chosen: Selection) -> str:
    """HTML of one sentence for the page of the pilot, with the way to the rest; empty where nothing can be said."""
    if Costs(pilot, None).outlook in SILENT:
        return ""
    costs = of(pilot)
    said = next((item for item in costs.lines if "€" in item), costs.lines[0])
    more = f"<a href='{escape(controls.link(chosen, PAGE))}' target='_self'>Bekijk de kosten</a>"
    return f"<p><strong>{escape(costs.heading)}.</strong> {escape(said)} {more}</p>"
