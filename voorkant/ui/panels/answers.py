"""What the cube answers to a selection, as frozen values; the region's public cube fills in what a gemeente's lacks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorkant import ROOT
from voorkant.cube.reader import REGIO
from voorkant.declare.cubeplan import PlanTable, read_cubeplan
from voorkant.declare.goalfile import Goal, ahead, read_goals
from voorkant.declare.home import find_home
from voorkant.declare.narrowing import narrowed
from voorkant.declare.settings import read_settings
from voorkant.domain.area import LAND_CODE, REGIO_CODE
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report import moments
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell, Deliveries, Finding, Happening, Header, Publication, Row, Wider, rows
from voorkant.text.direction import Margin
from voorkant.ui import cache, own
from voorkant.ui.events import register


def _ask(chosen: Selection, panel: str, kind: type[Row], **params: Any) -> list[Row]:
    return rows(cache.rows(chosen.gemeente, chosen.protection, panel, **params), kind)


def _wider(chosen: Selection) -> list[str]:
    """The area and those around it: what happens there concerns it."""
    return list(dict.fromkeys([chosen.area, chosen.gemeente, REGIO_CODE, LAND_CODE]))


def publication(chosen: Selection) -> Publication:
    return Publication.of(cache.about(chosen.gemeente, chosen.protection))


def place_name(chosen: Selection) -> str:
    """The name of the chosen area, or its code where the publication does not know it."""
    about = cache.about(chosen.gemeente, chosen.protection)
    if chosen.area == about["scope"]:
        return about["scope_name"]
    found = cache.rows(chosen.gemeente, chosen.protection, "place", area=chosen.area).named()
    return str(found[0]["name"]) if found else chosen.area


def headers(chosen: Selection, slugs: Sequence[str]) -> dict[str, Header]:
    """Of all at once, whatever is asked: one answer then serves every page."""
    known = {header.slug: header for header in _ask(chosen, "figure_indicator", Header)}
    families = set(offered(chosen, chosen.programme, families=True))
    return {slug: replace(known[slug], families=slug in families) for slug in slugs if slug in known}


def deliveries(chosen: Selection) -> dict[str, Deliveries]:
    """The files behind each indicator."""
    return {item.indicator: item for item in _ask(chosen, "figure_deliveries", Deliveries)}


def offered(chosen: Selection, programme: str, *, families: bool = False) -> list[str]:
    """The indicators of a programme that have figures in the gemeente; `families`: only where it is one of families."""
    found = cache.rows(chosen.gemeente, chosen.protection, "options_indicators").named()
    return [row["indicator"] for row in found if row["programme"] == programme and (row["family"] or not families)]


def findings(chosen: Selection, slugs: Sequence[str]) -> dict[str, Finding]:
    """The newest firm value of each indicator that has cells; published figures may stand in the region's cube."""
    cells = _cells(chosen, slugs)
    if rest := [slug for slug in slugs if slug not in {cell.indicator for cell in cells}]:
        cells += rows(cache.rows(REGIO, Protection.OPENBAAR, "figure", **_asked(chosen, rest)), Cell)
    events = _happenings(chosen, slugs, cells)
    found = {slug: _newest(chosen, slug, cells, events) for slug in slugs}
    return {slug: finding for slug, finding in found.items() if finding}


def _newest(chosen: Selection, slug: str, cells: Sequence[Cell], events: Sequence[Happening]) -> Finding | None:
    found = moments.newest(_of(slug, cells), events)
    return replace(found, began=began(chosen, slug)) if found else None


def began(chosen: Selection, slug: str) -> date | None:
    """When the programme began in the gemeente; None of an indicator of no programme, or where that is not known."""
    said = cache.about(chosen.gemeente, chosen.protection).get(f"since_{chosen.programme}", "")
    return date.fromisoformat(said) if said and slug in offered(chosen, chosen.programme) else None


def figures(chosen: Selection, slugs: Sequence[str]) -> dict[str, Figure]:
    """The figures of the indicators that have cells in the selection."""
    if not chosen.period_type:
        return {}
    cells = _cells(chosen, slugs)
    events = _happenings(chosen, slugs, cells)
    known, place, of = headers(chosen, slugs), place_name(chosen), publication(chosen)
    out = own.left_out()
    behind, goals = deliveries(chosen), read_goals(find_home())
    return {
        slug: Figure(
            known[slug], place, shown, _newest(chosen, slug, mine, events), of, events, behind.get(slug), out,
            _goal(goals, known[slug], chosen),
        )
        for slug in slugs
        if (mine := _of(slug, cells)) and (shown := [cell for cell in mine if cell.period >= chosen.first])
    }  # fmt: skip


def _goal(goals: Sequence[Goal], header: Header, chosen: Selection) -> Goal | None:
    """The goal of a year, beside years; a share is the same over any period."""
    if chosen.period_type != PeriodType.YEAR and header.shape != "share":
        return None
    found = tuple(goal for goal in goals if goal.concerns(header.slug, chosen.area, chosen.programme))
    until = publication(chosen).data_until
    return ahead(found, until.year if until else 0)


def _asked(chosen: Selection, slugs: Sequence[str]) -> dict[str, Any]:
    """From the beginning: a sentence may compare with a year before the first period that is shown."""
    return {"indicators": list(slugs), "programme": chosen.programme, "area": chosen.area,
            "period_type": chosen.period_type, "last": chosen.last}  # fmt: skip


def _cells(chosen: Selection, slugs: Sequence[str]) -> list[Cell]:
    return _ask(chosen, "figure", Cell, **_asked(chosen, slugs))


def _of(slug: str, cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.indicator == slug]


def _happenings(chosen: Selection, slugs: Sequence[str], cells: Sequence[Cell]) -> list[Happening]:
    """The events in the time that the cells span together."""
    if not cells:
        return []
    return happenings(chosen, slugs, min(cell.start for cell in cells), max(cell.end for cell in cells))


def happenings(chosen: Selection, slugs: Sequence[str], first: date, last: date) -> list[Happening]:
    """The events of a place between two days, of one of the indicators or of all: of the cube and of the register."""
    level = Protection(publication(chosen).protection)
    wanted = register.Wanted(slugs, _wider(chosen), first, last)
    return register.happenings(_ask(chosen, "figure_events", Happening), level, wanted)


def benchmark(chosen: Selection, slug: str, period: str) -> tuple[str, Margin | None]:
    """(name, figure) of the region, or of the country where the region has none, in the same period."""
    wanted = {"programme": chosen.programme, "period_type": chosen.period_type}
    found = rows(cache.rows(REGIO, Protection.OPENBAAR, "benchmark", **wanted), Wider)  # the region's come first
    here = next((item for item in found if (item.indicator, item.period) == (slug, period)), None)
    if here is None:
        return "", None
    return "de regio" if here.level == "regio" else here.name, Margin(here.value, here.low, here.high)


@lru_cache(maxsize=4)
def _plan(settings: Path, _changed: int) -> tuple[PlanTable, ...]:
    return narrowed(read_cubeplan(ROOT / "data" / "cubeplan.toml"), read_settings(settings).narrowings)


def is_public(chosen: Selection) -> bool:
    """Whether the public cubes hold this level and period type at all."""
    settings = find_home().settings
    changed = settings.stat().st_mtime_ns if settings.exists() else 0
    return any(
        chosen.level in table.levels
        and chosen.period_type in table.periods
        and Protection.OPENBAAR in table.protections
        and not table.splits
        for table in _plan(settings, changed)
    )


def at(chosen: Selection, protection: Protection) -> Selection:
    return replace(chosen, protection=protection)
