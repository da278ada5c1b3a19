"""What the page asks: cells of the gemeente as the reader may see them, or public ones of the region."""

from dataclasses import dataclass, replace
from functools import cached_property

from voorkant.cube.reader import REGIO
from voorkant.domain.area import REGIO_CODE
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.routeflow import Route, Routes, knows_who
from voorkant.report.rows import Header, Publication, Row, rows
from voorkant.report.waiting import Band, Waits
from voorkant.text.routes import HELP
from voorkant.ui import cache
from voorkant.ui.panels import answers, overview

HERE, REGION = "gemeente", "regio"
FLOW, WAIT = next(iter(HELP)), "wachttijd"
"""The indicators that steps are about."""


@dataclass(frozen=True)
class Asked:
    """One place: the chosen gemeente, or the region around it."""

    chosen: Selection
    where: str = HERE

    @property
    def scope(self) -> str:
        return REGIO if self.where == REGION else self.chosen.gemeente

    @property
    def protection(self) -> Protection:
        return Protection.OPENBAAR if self.where == REGION else self.chosen.protection

    @property
    def area(self) -> str:
        return REGIO_CODE if self.where == REGION else self.chosen.gemeente

    def public(self) -> "Asked":
        return replace(self, chosen=answers.at(self.chosen, Protection.OPENBAAR))

    def ask(self, panel: str, kind: type[Row], **params: object) -> list[Row]:
        return rows(cache.rows(self.scope, self.protection, panel, **params), kind)

    @cached_property
    def publication(self) -> Publication:
        return Publication.of(cache.about(self.scope, self.protection))

    @cached_property
    def place(self) -> str:
        return "de regio" if self.where == REGION else answers.place_name(overview.yearly(self.chosen))

    @cached_property
    def headers(self) -> dict[str, Header]:
        return {item.slug: item for item in self.ask("figure_indicator", Header)}

    @cached_property
    def routes(self) -> list[Route]:
        return self.ask("route_flow", Route, indicators=list(HELP), area=self.area)

    @cached_property
    def knows_who(self) -> bool:
        return knows_who(self.routes)

    @cached_property
    def bands(self) -> list[Band]:
        return self.ask("route_waiting", Band, area=self.area)

    def waits(self, year: str) -> Waits:
        return Waits(self.headers[WAIT], self.bands, year, self.place, self.publication)

    def flow(self, year: str) -> Routes:
        return Routes(self.headers[FLOW], self.routes, year, self.place, self.publication)
