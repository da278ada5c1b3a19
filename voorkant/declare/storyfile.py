"""Short anonymous stories that stand beside a figure or a pilot, one TOML a story in `work/stories/`."""

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

TELLERS = {
    "jeugdige": "een jeugdige",
    "ouder": "een ouder",
    "ondersteuner": "een ondersteuner",
    "huisarts": "een huisarts",
    "school": "iemand van een school",
    "gemeente": "iemand van de gemeente",
}
"""Who tells: a role, never a name."""
PINS = frozenset({"figuur", "pilot"})
LONGEST = 1000
_SLUG = re.compile(r"[a-z0-9_-]{1,80}")
_GEMEENTE = re.compile(r"GM\d{4}")


@dataclass(frozen=True)
class Story:
    """A story: `pin` says what kind of thing it stands beside, `pinned` which. `consent`: what was agreed with whom."""

    id: str
    text: str
    teller: str
    told: date
    consent: str
    gemeente: str
    pin: str
    pinned: str
    public: bool
    who: str = ""
    day: str = ""


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "stories")


def read_stories(home: Home, *, strict: bool = False) -> tuple[Story, ...]:
    """All stories, the newest first; a damaged file as keptfile.py says."""
    found = each(_shelf(home).paths(), _kept, strict=strict)
    return tuple(sorted(found, key=lambda item: (item.told, item.id), reverse=True))


@while_same
def _kept(path: Path) -> Story:
    return _story(read_toml(path), path.stem)


def _story(table: Table, name: str) -> Story:
    found = Story(
        id=name,
        text=table.take("tekst", str),
        teller=table.choice("verteller", TELLERS),
        told=table.take("verteld_op", date),
        consent=table.take("toestemming", str),
        gemeente=table.take("gemeente", str),
        pin=table.choice("bij", PINS),
        pinned=table.take("welke", str),
        public=table.take("openbaar", bool),
        who=table.take("door", str),
        day=table.take("op", str),
    )
    table.done(objections(found))
    return found


def objections(story: Story) -> Iterator[str]:
    """Why a story cannot be kept, in Dutch."""
    if not story.text.strip() or len(story.text) > LONGEST:
        yield f"Schrijf een verhaal van hoogstens {LONGEST} tekens."
    if not story.consent.strip() or len(story.consent) > LONGEST:
        yield "Vul in wat er is afgesproken met wie dit vertelt: zonder toestemming staat een verhaal er niet."
    if story.teller not in TELLERS or story.pin not in PINS:
        yield "Kies wie dit vertelt."
    if not _GEMEENTE.fullmatch(story.gemeente) or not _SLUG.fullmatch(story.pinned):
        yield "Kies bij welk cijfer of welke pilot het verhaal hoort."
    yield from text_objections(story.text, story.consent)


def keep(home: Home, story: Story) -> str:
    """Write a story, or replace it; its name. Problem when it cannot be kept so."""
    if objection := next(objections(story), ""):
        raise Problem(objection)
    name = story.id or _shelf(home).free_name(story.told.isoformat(), f"{story.teller} {story.pinned}")
    told = {
        "tekst": story.text.strip(), "verteller": story.teller, "verteld_op": story.told,
        "toestemming": story.consent.strip(), "gemeente": story.gemeente, "bij": story.pin, "welke": story.pinned,
        "openbaar": story.public, "door": story.who, "op": story.day,
    }  # fmt: skip
    _shelf(home).write(name, told)
    return name


def remove(home: Home, name: str) -> None:
    _shelf(home).remove(name)
