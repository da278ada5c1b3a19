"""What the cube answers to a selection on a page: as `report` asks it, through the cache and its check on access."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from voorkant import ROOT
from voorkant.declare.cubeplan import PlanTable, read_cubeplan
from voorkant.declare.home import find_home
from voorkant.declare.narrowing import narrowed
from voorkant.declare.settings import Settings, read_settings
from voorkant.declare.unchanged import while_same
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report import asking
from voorkant.report.asking import Asker
from voorkant.report.figure import Figure
from voorkant.report.rows import Deliveries, Finding, Happening, Header, Publication, Source
from voorkant.text.direction import Margin
from voorkant.ui import cache, own


def _left_out() -> frozenset[str]:
    """Looked up at every call: it stands in the URL of this very run."""
    return own.left_out()


ASKER = Asker(cache.rows, cache.about, cache.scopes, find_home, _left_out)
"""How every page asks."""


def publication(chosen: Selection) -> Publication:
    return asking.publication(ASKER, chosen)


def place_name(chosen: Selection) -> str:
    """The name of the chosen area, or its code where the publication does not know it."""
    return asking.place_name(ASKER, chosen)


def headers(chosen: Selection, slugs: Sequence[str]) -> dict[str, Header]:
    """The indicators in words, in the asked order; an unknown one is not there."""
    return asking.headers(ASKER, chosen, slugs)


def deliveries(chosen: Selection) -> dict[str, Deliveries]:
    """The files behind each indicator."""
    return asking.deliveries(ASKER, chosen)


def origin(chosen: Selection, slug: str) -> list[Source]:
    """All that is behind an indicator, at the level of the selection."""
    return asking.origin(ASKER, chosen, slug)


def offered(chosen: Selection, programme: str, *, families: bool = False) -> list[str]:
    """The indicators of a programme that have figures in the gemeente; `families`: only where it is one of families."""
    return asking.offered(ASKER, chosen, programme, families=families)


def findings(chosen: Selection, slugs: Sequence[str]) -> dict[str, Finding]:
    """The newest firm value of each indicator that has cells; published figures may stand in the region's cube."""
    return asking.findings(ASKER, chosen, slugs)


def began(chosen: Selection, slug: str) -> date | None:
    """When the programme began in the gemeente; None of an indicator of no programme, or where that is not known."""
    return asking.began(ASKER, chosen, slug)


def figures(chosen: Selection, slugs: Sequence[str]) -> dict[str, Figure]:
    """The figures of the indicators that have cells in the selection."""
    return asking.figures(ASKER, chosen, slugs)


def happenings(chosen: Selection, slugs: Sequence[str], first: date, last: date) -> list[Happening]:
    """The events of a place between two days, of one of the indicators or of all: of the cube and of the register."""
    return asking.happenings(ASKER, chosen, slugs, (first, last))


def benchmark(chosen: Selection, slug: str, period: str) -> tuple[str, Margin | None]:
    """(name, figure) of the region, or of the country where the region has none, in the same period."""
    return asking.benchmark(ASKER, chosen, slug, period)


def _plan(settings: Path) -> tuple[PlanTable, ...]:
    try:
        return _plan_of(settings)
    except FileNotFoundError:  # a home without settings has the defaults
        return _narrowed(Settings())


@while_same
def _plan_of(settings: Path) -> tuple[PlanTable, ...]:
    return _narrowed(read_settings(settings))


def _narrowed(settings: Settings) -> tuple[PlanTable, ...]:
    return narrowed(read_cubeplan(ROOT / "data" / "cubeplan.toml"), settings.narrowings)


def is_public(chosen: Selection) -> bool:
    """Whether the public cubes hold this level and period type at all."""
    return any(
        chosen.level in table.levels
        and chosen.period_type in table.periods
        and Protection.OPENBAAR in table.protections
        and not table.splits
        for table in _plan(find_home().settings)
    )


def at(chosen: Selection, protection: Protection) -> Selection:
    return replace(chosen, protection=protection)
