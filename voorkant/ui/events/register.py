"""The register on the app's side: what charts read of it, and the wish to change it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from voorkant.declare import eventfile
from voorkant.declare.auditlog import Action
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.domain.protection import Protection
from voorkant.report import asking
from voorkant.report.asking import Wanted
from voorkant.report.rows import Happening
from voorkant.ui import access, audit

ACTION = "gebeurtenissen_beheren"


def kept(protection: Protection) -> list[KeptEvent]:
    """All that may be seen at a level, read anew at every call."""
    return asking.kept(find_home(), protection)


def of_own(protection: Protection, places: Collection[str]) -> list[KeptEvent]:
    """The same for who reads of these practices and schools alone."""
    return [item for item in kept(protection) if not item.is_of_place or item.area in places]


def happenings(delivered: Iterable[Happening], protection: Protection, wanted: Wanted) -> list[Happening]:
    """Those that came with the files and those of the register, each once, in order of time."""
    return asking.together(find_home(), delivered, protection, wanted)


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
