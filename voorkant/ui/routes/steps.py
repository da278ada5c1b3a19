"""The steps of a route: what each is about, draws and needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from voorkant.charts.curve import CurvePlot
from voorkant.charts.description import Description
from voorkant.charts.flow import FlowPlot
from voorkant.cube.reader import panel_sql
from voorkant.report.cohortplots import curve_plot, periods_plot
from voorkant.report.figure import describe
from voorkant.report.routeflow import flow_plot
from voorkant.report.vervolg import CLOSED
from voorkant.report.vervolg import flow_plot as vervolg_plot
from voorkant.report.waiting import waiting_plot
from voorkant.text import cohorts, routes, sentences, vervolg
from voorkant.text import waiting as wait
from voorkant.ui.panels import answers, origin
from voorkant.ui.panels.figure import Account
from voorkant.ui.routes.asked import BACK, FLOW, PANEL, TIME, WAIT, Asked
from voorkant.ui.routes.files import files

TERMS = {TIME: (91, "drie maanden"), BACK: (365, "twaalf maanden")}
"""How long youths must have been followed before there is anything to tell: the shortest term of each."""
Picture = FlowPlot | CurvePlot | Description


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
    hidden: Callable[[Asked], tuple[int, int]] = lambda _: (0, 0)
    """Of a flow: how many streams are not told, of how many."""
    of_year: bool = False
    """Whether it is of the year that is chosen; the others are of all years together."""


def account(step: Step, plot: Picture, of: Asked) -> Account:
    header = of.headers[step.slug]
    queries = {
        "Wat er bij het publiceren wordt geteld": header.query,
        "Wat dit beeld uit de publicatie leest": panel_sql(step.panel),
    }
    behind = answers.deliveries(of.chosen).get(step.slug)
    terms = dict(origin.of(header, of.chosen))
    terms[origin.DIVIDED] = f"noemer: {plot.denominator}"  # which need not be what the measure is divided by
    return Account(
        step.title, header.ladder, behind.words if behind else "geen bestand", queries, plot.title,
        files(of, plot, step.draw), tuple(terms.items()),
    )  # fmt: skip


def steps(year: str) -> list[Step]:
    """In the order in which a youth goes through them."""
    return [
        Step(
            "Wie verwees waarnaartoe",
            FLOW,
            PANEL,
            partial(_flow, year),
            _flow_needs,
            400,
            lambda of: of.flow(year).hidden,
            of_year=True,
        ),
        Step("Tijd tot verwijzing, naar wanneer het begon", TIME, PANEL, _periods, _cohort_needs),
        Step("Tijd tot verwijzing, alles samen", TIME, PANEL, _curve, _cohort_needs),
        Step("Wachttijd", WAIT, PANEL, partial(_wait, year), _wait_needs, of_year=True),
        Step(
            "Wat volgde op een traject",
            CLOSED,
            PANEL,
            partial(_after, year),
            _after_needs,
            400,
            lambda of: found.hidden if (found := of.closings(year)) else (0, 0),
            of_year=True,
        ),
        Step("Specialistische hulp na een traject", BACK, "figure", _back, _back_needs, height=280),
    ]


def _flow(year: str, of: Asked) -> FlowPlot | None:
    return flow_plot(of.flow(year)) if of.knows_who else None


def _flow_needs(of: Asked) -> tuple[str, str]:
    return "Geen stromen te tekenen", routes.NO_FLOWS if of.knows_who else routes.NO_VERWIJZER


def _wait(year: str, of: Asked) -> CurvePlot | None:
    return waiting_plot(of.waits(year)) if of.bands else None


def _wait_needs(of: Asked) -> tuple[str, str]:
    return "Geen wachttijd te tonen", wait.NO_YEAR if of.bands else wait.NO_START


def _periods(of: Asked) -> Description | None:
    return periods_plot(of.cohorts) if of.cohorts else None


def _curve(of: Asked) -> CurvePlot | None:
    return curve_plot(of.cohorts) if of.cohorts else None


def _absent(of: Asked) -> tuple[str, str]:
    return sentences.ABSENT, sentences.NOT_HERE.format(of.programme, of.place)


def _cohort_needs(of: Asked) -> tuple[str, str]:
    if of.is_absent:
        return _absent(of)
    title = "Geen tijd tot verwijzing te tonen"
    return (title, cohorts.NOT_YET) if of.cohorts and of.cohorts.counted else _not_followed(of, TIME, title)


def _not_followed(of: Asked, slug: str, title: str) -> tuple[str, str]:
    """Why youths are not followed from a contact to what came after it: the one lack that this publication has."""
    days, term = TERMS[slug]
    if of.is_unlinked(slug):
        return cohorts.NOT_FOLLOWED, cohorts.NOT_LINKED
    if of.has_elsewhere(slug):
        return title, cohorts.NOT_OF.format(of.programme)
    if of.days is not None and of.days < days:
        return title, cohorts.TOO_SHORT.format(term)
    return cohorts.NOT_FOLLOWED, cohorts.NO_PSEUDONYM + ("" if of.is_linked else cohorts.AND_LINK)


def _after(year: str, of: Asked) -> FlowPlot | None:
    found = of.closings(year)
    return vervolg_plot(found) if found else None


def _after_needs(of: Asked) -> tuple[str, str]:
    if of.is_absent:
        return _absent(of)
    if of.has_elsewhere(CLOSED):
        return "Geen vervolg te tekenen", cohorts.NOT_OF.format(of.programme)
    return "Geen vervolg te tekenen", vervolg.NONE_TOLD if of.closed else vervolg.NO_CLOSED


def _back(of: Asked) -> Description | None:
    return describe(of.returns) if of.returns and not of.is_absent and not of.is_unlinked(BACK) else None


def _back_needs(of: Asked) -> tuple[str, str]:
    if of.is_absent:
        return _absent(of)
    return _not_followed(of, BACK, "Geen cijfer van hulp na een traject")
