"""Events that the page keeps, one TOML a thing in `work/events/`; charts show them together with those of the cube."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf, each, text_objections
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import Problem

KINDS = {
    "beleid": "beleid",
    "pilot": "pilot",
    "corona": "corona",
    "gegevens": "gegevens",
    "herindeling": "herindeling",
    "aanbod": "aanbod",
    "inkoop": "inkoop",
}
"""What an event can be, as in an export of `gebeurtenissen`, with its word."""
LONGEST_TITLE, LONGEST_NOTE = 100, 500
_AREA = re.compile(r"|GM\d{4}|WK[0-9A-Z]{6}")
_PLACE = re.compile(r"\d{8}|\d{2}[A-Z]{2}(\d{2})?")
"""A practice (AGB) or a school (BRIN)."""
_INDICATOR = re.compile(r"[a-z0-9_]*")


@dataclass(frozen=True)
class KeptEvent:
    """An event of the register. Empty `area` = everywhere, empty `indicator` = all; `day` (ISO): when it was kept.

    The area can be a single practice or school: such an event never leaves its gemeente.
    """

    id: str
    title: str
    start: date
    end: date | None
    area: str
    kind: str
    note: str
    source: str
    indicator: str
    breaks: bool
    public: bool
    who: str = ""
    day: str = ""

    @property
    def is_of_place(self) -> bool:
        return bool(_PLACE.fullmatch(self.area))

    @property
    def gemeente(self) -> str:
        """Whose event it is; empty of one that is everyone's, and of a practice or school, whose code does not tell."""
        return "" if self.is_of_place or not self.area else f"GM{self.area[2:6]}"


def read_events(home: Home, *, strict: bool = False) -> tuple[KeptEvent, ...]:
    """All of the register, oldest first; a damaged file as keptfile.py says."""
    found = each(_shelf(home).paths(), _kept, strict=strict)
    return tuple(sorted(found, key=lambda item: (item.start, item.title)))


@while_same
def _kept(path: Path) -> KeptEvent:
    return _event(read_toml(path), path.stem)


def _event(table: Table, name: str) -> KeptEvent:
    found = KeptEvent(
        id=name,
        title=table.take("titel", str),
        start=table.take("start", date),
        end=table.take("einde", date, None),
        area=table.take("gebied", str, ""),
        kind=table.choice("soort", KINDS),
        note=table.take("toelichting", str, ""),
        source=table.take("bron", str, ""),
        indicator=table.take("indicator", str, ""),
        breaks=table.take("breuk", bool),
        public=table.take("openbaar", bool),
        who=table.take("door", str),
        day=table.take("op", str),
    )
    table.done()
    if objection := next(objections(found), ""):
        raise table.refuse(objection)
    return found


def objections(event: KeptEvent) -> Iterator[str]:
    """Why an event cannot be kept, in Dutch."""
    if not event.title.strip():
        yield "Vul in wat er gebeurde."
    if len(event.title) > LONGEST_TITLE or len(event.note) > LONGEST_NOTE or len(event.source) > LONGEST_TITLE:
        yield f"Houd titel en bron korter dan {LONGEST_TITLE} tekens, en de toelichting korter dan {LONGEST_NOTE}."
    if event.end and event.end < event.start:
        yield "De laatste dag ligt voor de eerste. Verbeter een van beide."
    if event.is_of_place and event.public:
        yield "Wat over een enkele praktijk of school gaat, blijft intern. Zet 'Ook in de openbare versie' uit."
    if not (event.is_of_place or _AREA.fullmatch(event.area)) or not _INDICATOR.fullmatch(event.indicator):
        yield "Het gebied of de indicator bestaat niet. Kies ze uit de lijst."
    if event.kind not in KINDS:
        yield "Kies wat voor gebeurtenis het is."
    yield from text_objections(event.title, event.note, event.source)


def keep(home: Home, event: KeptEvent) -> str:
    """Write an event, or replace it; its name. Problem when it cannot be kept so."""
    if objection := next(objections(event), ""):
        raise Problem(objection)
    name = event.id or _shelf(home).free_name(event.start.isoformat(), event.title)
    told = {
        "titel": event.title.strip(), "start": event.start, **({"einde": event.end} if event.end else {}),
        "gebied": event.area, "soort": event.kind, "toelichting": event.note.strip(), "bron": event.source.strip(),
        "indicator": event.indicator, "breuk": event.breaks, "openbaar": event.public, "door": event.who,
        "op": event.day,
    }  # fmt: skip
    _shelf(home).write(name, told)
    return name


def remove(home: Home, name: str) -> None:
    """Take an event away."""
    _shelf(home).remove(name)


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "events")
