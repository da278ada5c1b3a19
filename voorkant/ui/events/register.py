"""The register on the app's side: what charts read of it, and the wish to change it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from voorkant.declare import eventfile
from voorkant.declare.auditlog import Action
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.domain.protection import Protection
from voorkant.report.rows import Happening
from voorkant.ui import access, audit

ACTION = "gebeurtenissen_beheren"


def kept(protection: Protection) -> list[KeptEvent]:
    """All that may be seen at a level, read anew at every call."""
    found = eventfile.read_events(find_home())
    return [item for item in found if item.public or protection == Protection.INTERN]


def joined(delivered: Sequence[Happening], kept_here: Sequence[Happening]) -> list[Happening]:
    """Those that came with the files and those of the register, each once, in order of time."""
    known = {item.code for item in delivered}
    found = [*delivered, *(item for item in kept_here if item.code not in known)]
    return sorted(found, key=lambda item: (item.start, item.title))


def happenings(
    protection: Protection, indicators: Collection[str], areas: Collection[str], *, first: date, last: date
) -> list[Happening]:
    """Those that a chart of these indicators and areas shows between two days."""
    found = (item for item in kept(protection) if item.area in ("", *areas) and item.indicator in ("", *indicators))
    return [item for item in map(as_happening, found) if item.falls_in(first, last)]


def as_happening(item: KeptEvent) -> Happening:
    return Happening(
        item.title, item.start, item.end, item.kind, item.note or None, item.source or None, item.breaks, item.indicator
    )


@access.requires(ACTION)
def keep(event: KeptEvent) -> None:
    """Keep it with who did and when; an empty `id` makes a new one. Problem when it cannot be kept so."""
    home, today = find_home(), datetime.now().astimezone().date().isoformat()
    with storing():
        name = eventfile.keep(home, replace(event, who=access.current_user().name, day=today))
    audit.log(Action.EVENT_KEPT, gebeurtenis=name)


@access.requires(ACTION)
def remove(event: KeptEvent) -> None:
    with storing():
        eventfile.remove(find_home(), event.id)
    audit.log(Action.EVENT_REMOVED, gebeurtenis=event.id)
