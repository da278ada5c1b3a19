"""Pilots of the chosen gemeente from its cube at the user's level, and those of the rest of the region in public."""

from collections.abc import Sequence
from html import escape

from voorkant.cube.reader import REGIO
from voorkant.declare.home import find_home
from voorkant.declare.pilot import Pilot as Declared
from voorkant.declare.pilot import read_one
from voorkant.declare.register import Decision, Register
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.pilot import Declaration, Estimate, Pilot, pilots
from voorkant.report.rows import rows
from voorkant.text.pilots import ELSEWHERE
from voorkant.ui import access, cache, choices

HEADS = ("oordeel", "weigering", "cijfers_tot", "twijfel", "controle", "eenheden", "plan", "plan_reden", "plan_tekort")
"""What a list needs of a pilot: all but its figures."""


def own(chosen: Selection) -> list[Pilot]:
    """Those in which the gemeente takes part, without figures."""
    return _read(chosen.gemeente, chosen.protection, [], HEADS)


def others(chosen: Selection) -> list[Pilot]:
    """Those of the rest of the region, in public and without figures."""
    if not choices.has_region():
        return []
    mine = {pilot.declared.slug for pilot in own(chosen)}
    wider = _read(REGIO, Protection.OPENBAAR, [], HEADS)
    return [pilot for pilot in wider if pilot.declared.slug not in mine]


def one(chosen: Selection) -> Pilot | None:
    """The chosen pilot with all that may be told; None when there is none."""
    return of_level(chosen, chosen.protection)


def public(chosen: Selection) -> Pilot | None:
    """The same as it may leave the screen: the one question that the page itself asks in public."""
    return of_level(chosen, Protection.OPENBAAR)


def as_public(pilot: Pilot, chosen: Selection) -> Pilot:
    """The same of a pilot that was read already: what was laid down is not asked again."""
    scope, _ = source(chosen, pilot)
    return Pilot(pilot.declared, tuple(_estimates(scope, Protection.OPENBAAR, [pilot.declared.slug], ())))


def of_level(chosen: Selection, protection: Protection) -> Pilot | None:
    if not chosen.pilot:
        return None
    found = _read(chosen.gemeente, protection, [chosen.pilot], ())
    if not found and choices.has_region():
        found = _read(REGIO, Protection.OPENBAAR, [chosen.pilot], ())
    return found[0] if found else None


def _read(scope: str, protection: Protection, slugs: Sequence[str], names: Sequence[str]) -> list[Pilot]:
    declared = rows(cache.rows(scope, protection, "pilots", slugs=list(slugs)), Declaration)
    return pilots(declared, _estimates(scope, protection, slugs, names))


def _estimates(scope: str, protection: Protection, slugs: Sequence[str], names: Sequence[str]) -> list[Estimate]:
    return rows(cache.rows(scope, protection, "pilot_estimates", slugs=list(slugs), names=list(names)), Estimate)


def source(chosen: Selection, pilot: Pilot) -> tuple[str, Protection]:
    """The cube that tells of this pilot: that of the gemeente when it takes part, else the region's public one."""
    if takes_part(chosen, pilot) or not choices.has_region():
        return chosen.gemeente, chosen.protection
    return REGIO, Protection.OPENBAAR


def takes_part(chosen: Selection, pilot: Pilot) -> bool:
    return chosen.gemeente in pilot.declared.gemeenten.split(",")


def elsewhere(chosen: Selection, pilot: Pilot) -> str:
    """HTML of where it runs where that is not in the chosen gemeente: its name stands in the header of the page."""
    if takes_part(chosen, pilot):
        return ""
    here = cache.about(chosen.gemeente, Protection.OPENBAAR).get("scope_name", chosen.gemeente)
    return f'<p class="vk-axis">{escape(ELSEWHERE.format(here, places(pilot)))}</p>'


def is_own(pilot: Pilot) -> bool:
    """Whether a gemeente of the pilot is the user's own: what was decided and entered is theirs alone."""
    return any(map(access.current_user().holds, pilot.declared.gemeenten.split(",")))


def declared(pilot: Pilot) -> Declared | None:
    """As its file says it now; None where that is gone or wrong, which is told where pilots are published."""
    try:
        return read_one(find_home(), pilot.declared.slug)
    except DataRefused:
        return None


def decisions(pilot: Pilot) -> list[Decision]:
    """What was decided, newest first; of a pilot of other gemeenten nothing."""
    return register().decisions(pilot.declared.slug) if is_own(pilot) else []


def places(pilot: Pilot) -> str:
    """The names of its gemeenten; a code where the publication does not know the name."""
    known = choices.gemeenten()
    codes = pilot.declared.gemeenten.split(",")
    return ", ".join(known[code].rpartition(" (")[0] if code in known else code for code in codes)


def register() -> Register:
    return Register(find_home())
