"""What a manager does with a pilot: draft, lock, amend, decide. Each is checked, put on record and kept in `work/`."""

import re
import unicodedata

from voorkant import ROOT
from voorkant.declare.auditlog import Action
from voorkant.declare.clock import now
from voorkant.declare.home import find_home
from voorkant.declare.indicator import Indicator, read_indicators
from voorkant.declare.jobs import storing
from voorkant.declare.pilot import Pilot, has_one, of_table, read_one, values
from voorkant.declare.pilotnames import outcomes as of_what
from voorkant.declare.pilotnames import read_names, wrong
from voorkant.declare.programme import Programme, read_programmes
from voorkant.declare.register import Decision, Entry
from voorkant.declare.strict import parse_toml
from voorkant.declare.tomltext import to_toml
from voorkant.domain.personal import holds_personal
from voorkant.domain.problem import Problem
from voorkant.report.pilot import Pilot as Told
from voorkant.ui import access, audit, jobs
from voorkant.ui.pilots.read import register

ACTION = "pilots_beheren"
PERSONAL = "Hierin staat een persoonsgegeven. Beschrijf het zonder gegevens van een persoon."
LONGEST = 500
_SLUG = re.compile(r"[^a-z0-9]+")


def programmes() -> dict[str, Programme]:
    return read_programmes(*find_home().declared("programmes"))


def outcomes() -> dict[str, Indicator]:
    """What a pilot can be about."""
    return of_what(read_indicators(ROOT / "queries" / "indicators"))


def slug_of(title: str) -> str:
    """`OJG in Aduard` becomes `ojg-in-aduard`. Problem for a title without letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = _SLUG.sub("-", plain).strip("-")[:60]
    if not slug:
        raise Problem("Geef de pilot een titel met letters.")
    return slug


def declared(slug: str) -> Pilot | None:
    """The pilot as its file says it now, which may be newer than the publication."""
    return read_one(find_home(), slug)


def is_declared(slug: str) -> bool:
    return has_one(find_home(), slug)


def text(pilot: Pilot) -> str:
    return to_toml(values(pilot))


def parsed(toml: str, slug: str) -> Pilot:
    """The pilot of a text. DataRefused with the key when it is wrong, Problem when it holds something personal."""
    pilot = of_table(parse_toml(toml, "pilot"), slug)
    for words in (pilot.title, pilot.question, *pilot.guardrails):  # codes and days are no numbers of persons
        _impersonal(words)
    if fault := wrong(pilot, read_names(find_home())):
        raise Problem(fault)
    return pilot


def _impersonal(words: str) -> None:
    if holds_personal(words):
        raise Problem(PERSONAL)


@access.requires(ACTION)
def draft(pilot: Pilot) -> None:
    """Keep a draft and have computed what it will be able to show."""
    _require_all(pilot)
    jobs.free()
    audit.log(Action.PILOT_DRAFT, pilot=pilot.slug, kenmerk=pilot.digest)
    with storing():
        register().save_draft(pilot)
    jobs.assess()


@access.requires(ACTION)
def lock(pilot: Pilot, foreseen: str = "") -> None:
    """`foreseen`: what the check screen said that it will be able to show."""
    _require_all(pilot)
    jobs.free()
    audit.log(Action.PILOT_LOCK, pilot=pilot.slug, kenmerk=pilot.digest)
    with storing():
        register().lock(pilot, who=access.current_user().name, at=_at(), foreseen=foreseen)
    jobs.assess()


@access.requires(ACTION)
def amend(before: Pilot, after: Pilot, reason: str) -> None:
    _require_all(before)
    _require_all(after)
    _impersonal(reason)
    jobs.free()
    audit.log(Action.PILOT_AMEND, pilot=before.slug, kenmerk=after.digest)
    entry = Entry(_at(), access.current_user().name, "", "", " ".join(reason.split())[:LONGEST])
    with storing():
        register().amend(before, after, entry)
    jobs.assess()


@access.requires(ACTION)
def decide(slug: str, decision: Decision) -> None:
    require_own(slug)
    _impersonal(decision.why)
    audit.log(Action.DECIDE, pilot=slug, besluit=decision.choice)
    with storing():
        register().decide(slug, decision)


def decision(choice: str, why: str, *, publication: str, verdict: str) -> Decision:
    return Decision(_at(), access.current_user().name, choice, " ".join(why.split())[:LONGEST], publication, verdict)


def _at() -> str:
    return now().isoformat(timespec="seconds")


def may() -> bool:
    return access.current_user().may(ACTION)


def may_change(pilot: Told) -> bool:
    """Whether it is a pilot of the user's own gemeenten."""
    return may() and all(map(access.current_user().holds, pilot.declared.gemeenten.split(",")))


def require_own(slug: str) -> None:
    """Problem for a pilot of other gemeenten, or one that is declared no more and so is nobody's."""
    known = declared(slug)
    access.require_own(*(known.gemeenten if known else ("",)))


def _require_all(pilot: Pilot) -> None:
    access.require_own(*pilot.gemeenten)
