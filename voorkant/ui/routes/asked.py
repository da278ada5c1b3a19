"""What the page asks: cells of the gemeente as the reader may see them, or public ones of the region."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from voorkant.cube.reader import REGIO
from voorkant.domain.area import REGIO_CODE, Level
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection, Reason
from voorkant.domain.selection import Selection
from voorkant.report import cohorts, routeflow, vervolg, waiting
from voorkant.report.bands import Band
from voorkant.report.cohorts import Cohorts
from voorkant.report.figure import Figure
from voorkant.report.routeflow import Routes, knows_who
from voorkant.report.rows import Header, Publication, Row, rows
from voorkant.report.vervolg import CLOSED, Closings
from voorkant.report.waiting import Waits
from voorkant.text.routes import HELP
from voorkant.ui import cache, controls
from voorkant.ui.panels import answers, overview

PANEL = "route_bands"
HERE, REGION = "gemeente", "regio"
FLOW, WAIT, TIME, BACK = next(iter(HELP)), "wachttijd", "tijd_tot_verwijzing", "terugkomst"
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

    def around(self) -> "Asked":
        return replace(self, where=REGION)

    def ask(self, panel: str, kind: type[Row], **params: object) -> list[Row]:
        return rows(cache.rows(self.scope, self.protection, panel, **params), kind)

    def _bands(self, asked: Mapping[str, Any], **more: str) -> list[Band]:
        return self.ask(PANEL, Band, area=self.area, **asked, **more)

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
    def routes(self) -> list[Band]:
        return self._bands(routeflow.ASKED)

    @cached_property
    def knows_who(self) -> bool:
        return knows_who(self.routes)

    @cached_property
    def bands(self) -> list[Band]:
        return self._bands(waiting.ASKED)

    def waits(self, year: str) -> Waits:
        return Waits(self.headers[WAIT], self.bands, year, self.place, self.publication)

    @cached_property
    def cohorts(self) -> Cohorts | None:
        """None where the publication does not know the indicator at all."""
        found = self._bands(cohorts.ASKED, programme=self.chosen.programme)
        if TIME not in self.headers:
            return None
        return Cohorts(self.headers[TIME], found, self.place, self.programme, self.publication)

    @cached_property
    def is_absent(self) -> bool:
        """Whether the programme has never worked here: that is no lack of deliveries."""
        reasons = {item.reason for item in (*(self.cohorts.found if self.cohorts else ()), *self.closed)}
        return reasons == {Reason.NVT}

    def is_unlinked(self, slug: str) -> bool:
        """Whether there is nothing of it but that two sources may not be linked."""
        found = self.cohorts.found if self.cohorts else []
        cells = found if slug == TIME else self.returns.cells if self.returns else []
        reasons = {item.reason for item in cells}
        return Reason.NIET_GEKOPPELD in reasons and reasons <= {Reason.NIET_GEKOPPELD, Reason.NVT}

    @cached_property
    def is_linked(self) -> bool:
        return cache.about(self.scope, self.protection).get("linked") == "ja"

    def has_elsewhere(self, slug: str) -> bool:
        """Whether other programmes have it, and this one has not."""
        programmes = {
            row["slug"]
            for row in cache.rows(self.scope, self.protection, "indicator_programmes", indicator=slug).named()
        }
        return bool(programmes) and self.chosen.programme not in programmes

    @cached_property
    def days(self) -> int | None:
        """At most so many days of figures there are since the first traject; None where that is not known."""
        until, starts = self.publication.data_until, [item.start for item in self.closed if item.reason != Reason.NVT]
        return (until - min(starts)).days + 1 if until and starts else None

    @cached_property
    def closed(self) -> list[Band]:
        return self._bands(vervolg.ASKED, programme=self.chosen.programme)

    def closings(self, year: str) -> Closings | None:
        """None where the publication does not know the indicator at all."""
        if CLOSED not in self.headers:
            return None
        return Closings(self.headers[CLOSED], self.closed, year, self.place, self.publication)

    @cached_property
    def returns(self) -> Figure | None:
        """Who comes back, by year; None where nothing of it is published."""
        level = Level.REGIO if self.where == REGION else Level.GEMEENTE
        wanted = replace(
            self.chosen, gemeente=self.scope, area=self.area, level=level, period_type=PeriodType.YEAR, first="",
            last="", protection=self.protection,
        )  # fmt: skip
        return answers.figures(wanted, [BACK]).get(BACK)

    @property
    def programme(self) -> str:
        return controls.words("programma") or "Dit programma"

    def flow(self, year: str) -> Routes:
        return Routes(self.headers[FLOW], self.routes, year, self.place, self.publication)
