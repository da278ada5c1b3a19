"""What the page compares: gemeenten by the public figures of the region, parts of one as the reader may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from voorkant.cube.reader import REGIO
from voorkant.declare.compared import Factor, Group, read_factors, read_groups
from voorkant.declare.home import find_home
from voorkant.domain.area import Level
from voorkant.domain.protection import Protection, Reason
from voorkant.domain.selection import Selection
from voorkant.report.compare import WHOLE, Standing
from voorkant.report.courses import Yearly
from voorkant.report.peers import Likeness, Peers, peers
from voorkant.report.rows import Deliveries, Happening, Header, Publication, Row, rows
from voorkant.text.compare import KINDS, Kind
from voorkant.ui import access, cache
from voorkant.ui.panels import answers


@dataclass(frozen=True)
class Asked:
    """One gemeente among those of its region, or the wijken or kernen of one. Gemeenten are compared in public."""

    chosen: Selection
    level: str = Level.GEMEENTE
    protection: Protection = Protection.OPENBAAR

    def _ask(self, panel: str, kind: type[Row], **params: object) -> list[Row]:
        return rows(cache.rows(self._scope, self.protection, panel, **params), kind)

    @property
    def _scope(self) -> str:
        return REGIO if self.level == Level.GEMEENTE else self.chosen.gemeente

    @property
    def whole(self) -> Sequence[str]:
        """The levels of what is compared with."""
        return WHOLE if self.level == Level.GEMEENTE else (Level.GEMEENTE,)

    @property
    def kind(self) -> Kind:
        return KINDS[self.level]

    @cached_property
    def found(self) -> Mapping[str, Sequence[Standing]]:
        """Of each indicator all areas, in its newest year."""
        wanted = {"programme": self.chosen.programme, "level": str(self.level), "whole": list(map(str, self.whole))}
        everything = self._ask("compare", Standing, **wanted)
        return {slug: list(items) for slug, items in groupby(everything, key=lambda item: item.indicator)}

    @cached_property
    def headers(self) -> Mapping[str, Header]:
        return {item.slug: item for item in self._ask("figure_indicator", Header)}

    @cached_property
    def publication(self) -> Publication:
        return Publication.of(cache.about(self._scope, self.protection))

    @property
    def titles(self) -> dict[str, str]:
        """The measures that the own gemeente has a row of."""
        return {
            slug: self.headers[slug].title
            for slug, items in self.found.items()
            if slug in self.headers and any(item.area == self.chosen.gemeente for item in items)
        }

    @cached_property
    def delivering(self) -> frozenset[str]:
        """The gemeenten of which there is more than what the CBS publishes of every gemeente."""
        own = (items for slug, items in self.found.items() if slug in self.headers and not self.headers[slug].published)
        return frozenset(item.area for items in own for item in items if item.reason != Reason.NIET_GELEVERD)

    @property
    def place(self) -> str:
        """The name of the gemeente."""
        return answers.place_name(self.chosen)

    @cached_property
    def factors(self) -> Sequence[Factor]:
        return read_factors(find_home())

    @cached_property
    def peers(self) -> Peers | None:
        return peers(self._ask("compare_factors", Likeness), self.factors, self.chosen.gemeente)

    @cached_property
    def groups(self) -> Sequence[Group]:
        """Everyone's, and those of the gemeente for who is of it."""
        own = self.chosen.gemeente if access.current_user().holds(self.chosen.gemeente) else ""
        return [item for item in read_groups(find_home()) if item.gemeente in ("", own)]

    def delivered(self, *slugs: str) -> str:
        """The files behind an indicator in words; of several, only how many they are."""
        behind = {item.indicator: item for item in self._ask("figure_deliveries", Deliveries)}
        if len(slugs) == 1:
            return behind[slugs[0]].words if slugs[0] in behind else "geen bestand"
        return "verschilt per maat"

    def changes(self, slug: str, years: Sequence[Yearly]) -> list[Happening]:
        """What changed in how it is counted, in these years."""
        if not years:
            return []
        codes = sorted({int(item.period) for item in years})
        found = answers.happenings(self.chosen, [slug], date(codes[0], 1, 1), date(codes[-1], 12, 31))
        return [item for item in found if item.breaks and item.concerns(slug)]

    def years(self, slug: str, level: str) -> list[Yearly]:
        """All years of an indicator, of the areas or of what they are compared with."""
        wanted = {
            "indicator": slug, "level": str(level), "period_type": "year", "dimension": "", "areas": [], "first": "",
            "last": "",
        }  # fmt: skip
        for programme in dict.fromkeys((self.chosen.programme, "")):
            if found := self._ask("series", Yearly, programme=programme, **wanted):
                return found
        return []
