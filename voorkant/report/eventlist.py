"""Events as rows of words: those of the register and those that came with the files, in one list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from voorkant.declare.eventfile import KINDS, KeptEvent
from voorkant.text.periods import event_days

HEADERS = ("Gebeurtenis", "Wanneer", "Waar", "Soort", "Waar het over gaat", "Herkomst")
EVERYWHERE, ALL = "overal", "alle cijfers"


@dataclass(frozen=True)
class Delivered:
    """An event that came with the files (panel event_register)."""

    title: str
    start: date
    end: date | None
    area: str
    kind: str
    note: str | None
    source: str | None
    breaks: bool
    indicator: str


def lines(
    delivered: Iterable[Delivered], kept: Iterable[KeptEvent], areas: Mapping[str, str], indicators: Mapping[str, str]
) -> list[tuple[str, ...]]:
    """A row per event, oldest first; what was kept on the page says so."""
    found = [(item.start, _delivered(item)) for item in delivered]
    found += [(item.start, _kept(item, areas, indicators)) for item in kept]
    return [row for _, row in sorted(found)]


def _row(event: Delivered | KeptEvent, area: str, indicator: str, origin: str) -> tuple[str, ...]:
    title = f"{event.title}\n{event.note}" if event.note else event.title
    about = f"{indicator}\nreeks afgebroken" if event.breaks else indicator
    return title, event_days(event.start, event.end), area, KINDS.get(event.kind, event.kind), about, origin


def _delivered(item: Delivered) -> tuple[str, ...]:
    return _row(item, item.area or EVERYWHERE, item.indicator or ALL, f"geleverd\n{item.source or ''}")


def _kept(item: KeptEvent, areas: Mapping[str, str], indicators: Mapping[str, str]) -> tuple[str, ...]:
    seen = "openbaar" if item.public else "alleen intern"
    area = areas.get(item.area, item.area) or EVERYWHERE
    indicator = indicators.get(item.indicator, item.indicator) or ALL
    return _row(item, area, indicator, f"op deze pagina, {seen}\n{item.source}")
