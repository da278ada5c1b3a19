"""What a publication answers to a selection, as frozen values, whoever asks: a page with its cache, or a command.

The region's public cube fills in what a gemeente's lacks.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from voorkant.cube.reader import REGIO, Rows
from voorkant.declare.eventfile import KeptEvent, read_events
from voorkant.declare.goalfile import Goal, ahead, read_goals
from voorkant.declare.home import Home
from voorkant.domain.area import LAND_CODE, REGIO_CODE
from voorkant.domain.period import PeriodType
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report import moments
from voorkant.report.figure import Figure
from voorkant.report.rows import Cell, Deliveries, Finding, Happening, Header, Publication, Row, Source, Wider, rows
from voorkant.text import origin as of_origin
from voorkant.text.direction import Margin


@dataclass(frozen=True)
class Asker:
    """How to ask: `rows` and `about` of a scope at a protection level, and what stands beside the cubes."""

    rows: Callable[..., Rows]
    about: Callable[[str, str], Mapping[str, str]]
    scopes: Callable[[], tuple[str, ...]]
    home: Callable[[], Home]
    left_out: Callable[[], frozenset[str]] = frozenset

    def of(self, chosen: Selection, panel: str, kind: type[Row], **params: Any) -> list[Row]:
        return rows(self.rows(chosen.gemeente, chosen.protection, panel, **params), kind)

    @property
    def has_region(self) -> bool:
        return REGIO in self.scopes()


@dataclass(frozen=True)
class Wanted:
    """What a chart is about: its events are those of these indicators and areas between two days."""

    indicators: Collection[str]
    areas: Collection[str]
    first: date
    last: date

    def of(self, found: Iterable[Happening]) -> list[Happening]:
        return [
            item
            for item in found
            if item.area in ("", *self.areas)
            and item.indicator in ("", *self.indicators)
            and item.falls_in(self.first, self.last)
        ]


def kept(home: Home, protection: Protection) -> list[KeptEvent]:
    """The events of the register that may be seen at a level, read anew at every call."""
    return [item for item in read_events(home) if item.public or protection == Protection.INTERN]


def together(home: Home, delivered: Iterable[Happening], protection: Protection, wanted: Wanted) -> list[Happening]:
    """The events that came with the files and those of the register, each once, in order of time."""
    found = wanted.of(delivered)
    known = {item.code for item in found}
    found += [item for item in wanted.of(map(as_happening, kept(home, protection))) if item.code not in known]
    return sorted(found, key=lambda item: (item.start, item.title))


def as_happening(item: KeptEvent) -> Happening:
    return Happening(
        item.title, item.start, item.end, item.kind, item.note or None, item.source or None, item.breaks,
        item.indicator, item.area,
    )  # fmt: skip


def publication(asker: Asker, chosen: Selection) -> Publication:
    return Publication.of(asker.about(chosen.gemeente, chosen.protection))


def place_name(asker: Asker, chosen: Selection) -> str:
    """The name of the chosen area, or its code where the publication does not know it."""
    about = asker.about(chosen.gemeente, chosen.protection)
    if chosen.area == about["scope"]:
        return about["scope_name"]
    found = asker.rows(chosen.gemeente, chosen.protection, "place", area=chosen.area).named()
    return str(found[0]["name"]) if found else chosen.area


def headers(asker: Asker, chosen: Selection, slugs: Sequence[str]) -> dict[str, Header]:
    """Of all at once, whatever is asked: one answer then serves every page."""
    known = {header.slug: header for header in asker.of(chosen, "figure_indicator", Header)}
    families = set(offered(asker, chosen, chosen.programme, families=True))
    return {slug: replace(known[slug], families=slug in families) for slug in slugs if slug in known}


def deliveries(asker: Asker, chosen: Selection) -> dict[str, Deliveries]:
    """The files behind each indicator."""
    return {item.indicator: item for item in asker.of(chosen, "figure_deliveries", Deliveries)}


def origin(asker: Asker, chosen: Selection, slug: str) -> list[Source]:
    """All that is behind an indicator at the level of the selection; of an area where none is chosen."""
    return [item for item in asker.of(chosen, "figure_origin", Source, level=chosen.level) if item.indicator == slug]


def files(behind: Iterable[Source], part: str) -> str:
    """Those behind the numerator or the denominator (`teller`, `noemer`), in words; empty without any."""
    return of_origin.files([item.file for item in behind if (item.part, item.topic) == (part, "levering")])


def offered(asker: Asker, chosen: Selection, programme: str, *, families: bool = False) -> list[str]:
    """The indicators of a programme that have figures in the gemeente; `families`: only where it is one of families."""
    found = asker.rows(chosen.gemeente, chosen.protection, "options_indicators").named()
    return [row["indicator"] for row in found if row["programme"] == programme and (row["family"] or not families)]


def findings(asker: Asker, chosen: Selection, slugs: Sequence[str]) -> dict[str, Finding]:
    """The newest firm value of each indicator that has cells; published figures may stand in the region's cube."""
    cells = _cells(asker, {chosen: slugs})[chosen]
    rest = [slug for slug in slugs if slug not in {cell.indicator for cell in cells}]
    if rest and asker.has_region:
        cells += rows(asker.rows(REGIO, Protection.OPENBAAR, "figure", **_asked([chosen], rest)), Cell)
    events = _happenings(asker, chosen, slugs, cells)
    found = {slug: _newest(asker, chosen, _of(slug, cells), events) for slug in slugs}
    return {slug: finding for slug, finding in found.items() if finding}


def _newest(asker: Asker, chosen: Selection, cells: Sequence[Cell], events: Sequence[Happening]) -> Finding | None:
    """Of the cells of one indicator."""
    found = moments.newest(cells, events)
    return replace(found, began=began(asker, chosen, cells[0].indicator)) if found else None


def began(asker: Asker, chosen: Selection, slug: str) -> date | None:
    """When the programme began in the gemeente; None of an indicator of no programme, or where that is not known."""
    said = asker.about(chosen.gemeente, chosen.protection).get(f"since_{chosen.programme}", "")
    return date.fromisoformat(said) if said and slug in offered(asker, chosen, chosen.programme) else None


def figures(asker: Asker, chosen: Selection, slugs: Sequence[str]) -> dict[str, Figure]:
    """The figures of the indicators that have cells in the selection."""
    return figures_of(asker, {chosen: slugs})[chosen]


def figures_of(asker: Asker, wanted: Mapping[Selection, Sequence[str]]) -> dict[Selection, dict[str, Figure]]:
    """The same of several selections."""
    cells = _cells(asker, {chosen: slugs for chosen, slugs in wanted.items() if slugs and chosen.period_type})
    return {chosen: _figures(asker, chosen, slugs, cells.get(chosen, [])) for chosen, slugs in wanted.items()}


def _figures(asker: Asker, chosen: Selection, slugs: Sequence[str], cells: Sequence[Cell]) -> dict[str, Figure]:
    if not cells:
        return {}
    events = _happenings(asker, chosen, slugs, cells)
    known, place, of = headers(asker, chosen, slugs), place_name(asker, chosen), publication(asker, chosen)
    behind, goals, out = deliveries(asker, chosen), read_goals(asker.home()), asker.left_out()
    return {
        slug: Figure(
            known[slug], place, shown, _newest(asker, chosen, mine, events), of, events, behind.get(slug), out,
            _goal(goals, known[slug], chosen, of),
        )
        for slug in slugs
        if (mine := _of(slug, cells)) and (shown := [cell for cell in mine if cell.period >= chosen.first])
    }  # fmt: skip


def _goal(goals: Sequence[Goal], header: Header, chosen: Selection, of: Publication) -> Goal | None:
    """The goal of a year, beside years; a share is the same over any period."""
    if chosen.period_type != PeriodType.YEAR and header.shape != "share":
        return None
    found = tuple(goal for goal in goals if goal.concerns(header.slug, chosen.area, chosen.programme))
    return ahead(found, of.data_until.year if of.data_until else 0)


def _asked(alike: Sequence[Selection], slugs: Iterable[str]) -> dict[str, Any]:
    """From the beginning: a sentence may compare with a year before the first period that is shown."""
    first = alike[0]
    return {"indicators": list(slugs), "programmes": [chosen.programme for chosen in alike], "areas": [first.area],
            "period_type": first.period_type, "last": first.last}  # fmt: skip


def _cells(asker: Asker, wanted: Mapping[Selection, Sequence[str]]) -> dict[Selection, list[Cell]]:
    """Of those that differ in their programme alone in one question: each costs as much time as all together."""
    together: dict[Selection, list[Selection]] = {}
    for chosen in wanted:
        together.setdefault(replace(chosen, programme=""), []).append(chosen)
    found: dict[Selection, list[Cell]] = {}
    for alike in together.values():
        slugs = dict.fromkeys(slug for chosen in alike for slug in wanted[chosen])
        cells = asker.of(alike[0], "figure", Cell, **_asked(alike, slugs))
        for chosen in alike:
            mine = [cell for cell in cells if cell.indicator in wanted[chosen]]
            found[chosen] = [cell for cell in mine if cell.programme in ("", chosen.programme)]
    return found


def _of(slug: str, cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.indicator == slug]


def _happenings(asker: Asker, chosen: Selection, slugs: Sequence[str], cells: Sequence[Cell]) -> list[Happening]:
    """The events in the time that the cells span together."""
    if not cells:
        return []
    span = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return happenings(asker, chosen, slugs, span)


def happenings(asker: Asker, chosen: Selection, slugs: Sequence[str], span: tuple[date, date]) -> list[Happening]:
    """The events of a place between two days, of one of the indicators or of all: of the cube and of the register."""
    level = Protection(publication(asker, chosen).protection)
    wanted = Wanted(slugs, _around(chosen), *span)
    return together(asker.home(), asker.of(chosen, "figure_events", Happening), level, wanted)


def _around(chosen: Selection) -> list[str]:
    """The area and those around it: what happens there concerns it."""
    return list(dict.fromkeys([chosen.area, chosen.gemeente, REGIO_CODE, LAND_CODE]))


def benchmark(asker: Asker, chosen: Selection, slug: str, period: str) -> tuple[str, Margin | None]:
    """(name, figure) of the region, or of the country where the region has none, in the same period."""
    if not asker.has_region:
        return "", None
    wanted = {"programme": chosen.programme, "period_type": chosen.period_type}
    found = rows(asker.rows(REGIO, Protection.OPENBAAR, "benchmark", **wanted), Wider)  # the region's come first
    here = next((item for item in found if (item.indicator, item.period) == (slug, period)), None)
    if here is None:
        return "", None
    return "de regio" if here.level == "regio" else here.name, Margin(here.value, here.low, here.high)
