"""The register on the app's side: what charts read of it, and the wish to change it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from voorkant.declare import eventfile
from voorkant.declare.auditlog import Action
from voorkant.declare.eventfile import KeptEvent
from voorkant.declare.home import find_home
from voorkant.declare.jobs import storing
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.report import asking
from voorkant.report.asking import Wanted
from voorkant.report.rows import Happening
from voorkant.ui import access, audit

ACTION = "gebeurtenissen_beheren"


def kept(protection: Protection) -> list[KeptEvent]:
    """All that may be seen at a level, read anew at every call; of another gemeente what is public alone."""
    user = access.current_user()
    found = asking.kept(find_home(), protection)
    return [item for item in found if item.public or not item.gemeente or user.holds(item.gemeente)]


def of_own(protection: Protection, places: Collection[str]) -> list[KeptEvent]:
    """The same for who reads of these practices and schools alone."""
    return [item for item in kept(protection) if not item.is_of_place or item.area in places]


def happenings(delivered: Iterable[Happening], protection: Protection, wanted: Wanted) -> list[Happening]:
    """Those that came with the files and those of the register, each once, in order of time."""
    return asking.together(find_home(), delivered, protection, wanted)


def may_place(event: KeptEvent, places: Collection[str]) -> bool:
    """Whether the user may say what happened there; what is everyone's is for who is of all gemeenten."""
    user = access.current_user()
    if event.is_of_place:
        return event.area in places
    return user.holds(event.gemeente) if event.gemeente else user.holds_all


def _require(event: KeptEvent, places: Collection[str]) -> None:
    before = next((item for item in asking.kept(find_home(), Protection.INTERN) if item.id == event.id), event)
    if not (may_place(event, places) and may_place(before, places)):
        raise Problem("Deze gebeurtenis gaat over een gebied waar deze gebruiker geen toegang toe heeft.")


@access.requires(ACTION)
def keep(event: KeptEvent, places: Collection[str]) -> None:
    """Keep it with who did and when; an empty `id` makes a new one. Problem when it cannot be kept so.

    `places`: the practices and schools that the user may see.
    """
    _require(event, places)
    home, today = find_home(), datetime.now().astimezone().date().isoformat()
    with storing():
        name = eventfile.keep(home, replace(event, who=access.current_user().name, day=today))
    audit.log(Action.EVENT_KEPT, gebeurtenis=name)


@access.requires(ACTION)
def remove(event: KeptEvent, places: Collection[str]) -> None:
    _require(event, places)
    with storing():
        eventfile.remove(find_home(), event.id)
    audit.log(Action.EVENT_REMOVED, gebeurtenis=event.id)
