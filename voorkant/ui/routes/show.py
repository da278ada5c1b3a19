"""The page's own order: the place and the year, the route in words, and the flow with its account."""

from functools import partial
from html import escape

import streamlit as st

from voorkant.charts.flow import FlowPlot
from voorkant.cube.reader import panel_sql
from voorkant.domain.selection import Selection
from voorkant.report.routeflow import flow_plot, knows_who, summary, years
from voorkant.text import routes
from voorkant.ui import own
from voorkant.ui.choices import has_region
from voorkant.ui.panels import answers, figure, origin, overview
from voorkant.ui.panels.figure import Account
from voorkant.ui.panels.notice import notice
from voorkant.ui.routes.asked import HERE, REGION, Asked
from voorkant.ui.routes.files import files

HEIGHT = 400
NOTHING = "Geen verwijzingen om te volgen"


def show(chosen: Selection) -> None:
    left, right, _ = st.columns([2, 1, 2])
    with left:
        of = Asked(chosen, _where(chosen))
    if not of.routes:
        notice(NOTHING, routes.NO_REFERRALS)
        return
    named, first = years(of.routes)
    with right:
        year = own.select("jaar", "Jaar", named, first)
    _flow(of, year)


def _where(chosen: Selection) -> str:
    here = {HERE: answers.place_name(overview.yearly(chosen))}
    return own.choice("plek", "Waar?", here | ({REGION: "De regio (openbaar)"} if has_region() else {}))


def _flow(of: Asked, year: str) -> None:
    found = of.flow(year)
    if told := summary(found):
        st.html(f'<p class="vk-pair">{escape(told)}</p>')
    plot = flow_plot(found) if knows_who(found) else None
    if plot is None:
        notice("Geen stromen te tekenen", routes.NO_FLOWS if knows_who(found) else routes.NO_VERWIJZER)
        return
    figure.draw(plot, height=HEIGHT)
    queries = {
        "Wat er bij het publiceren wordt geteld": found.header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql("route_flow"),
    }
    delivered = answers.deliveries(of.chosen).get(found.header.slug)
    about = Account(
        "Wie verwees waarnaartoe", "context", delivered.words if delivered else "geen bestand", queries, plot.title,
        partial(files, of, plot, partial(_drawn, year)), origin.of(found.header, of.chosen),
    )  # fmt: skip
    figure.explain(plot, about, of.chosen)


def _drawn(year: str, of: Asked) -> FlowPlot | None:
    return flow_plot(of.flow(year))
