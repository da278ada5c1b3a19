"""The steps of a route: what each is about, draws and needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from voorkant.charts.curve import CurvePlot
from voorkant.charts.flow import FlowPlot
from voorkant.cube.reader import panel_sql
from voorkant.report.routeflow import flow_plot
from voorkant.report.waiting import waiting_plot
from voorkant.text import routes
from voorkant.text import waiting as wait
from voorkant.ui.panels import answers, origin
from voorkant.ui.panels.figure import Account
from voorkant.ui.routes.asked import FLOW, WAIT, Asked
from voorkant.ui.routes.files import files

Picture = FlowPlot | CurvePlot


@dataclass(frozen=True)
class Step:
    """A part of the page: `draw` makes its picture of what is asked, and where there is none `needs` says why.

    `slug`: the indicator that it is about; `panel`: the query that reads it.
    """

    title: str
    slug: str
    panel: str
    draw: Callable[[Asked], Picture | None]
    needs: Callable[[Asked], tuple[str, str]]
    height: int = 340


def account(step: Step, plot: Picture, of: Asked) -> Account:
    header = of.headers[step.slug]
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql(step.panel),
    }
    behind = answers.deliveries(of.chosen).get(step.slug)
    return Account(
        step.title, header.ladder, behind.words if behind else "geen bestand", queries, plot.title,
        partial(files, of, plot, step.draw), origin.of(header, of.chosen),
    )  # fmt: skip


def steps(year: str) -> list[Step]:
    """In the order in which a youth goes through them."""
    return [
        Step("Wie verwees waarnaartoe", FLOW, "route_flow", partial(_flow, year), _flow_needs, height=400),
        Step("Wachttijd", WAIT, "route_waiting", partial(_wait, year), _wait_needs),
    ]


def _flow(year: str, of: Asked) -> FlowPlot | None:
    return flow_plot(of.flow(year)) if of.knows_who else None


def _flow_needs(of: Asked) -> tuple[str, str]:
    return "Geen stromen te tekenen", routes.NO_FLOWS if of.knows_who else routes.NO_VERWIJZER


def _wait(year: str, of: Asked) -> CurvePlot | None:
    return waiting_plot(of.waits(year)) if of.bands else None


def _wait_needs(of: Asked) -> tuple[str, str]:
    return "Geen wachttijd te tonen", wait.NO_YEAR if of.bands else wait.NO_START
