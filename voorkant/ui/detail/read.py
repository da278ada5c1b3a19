"""The only way to true counts: who asks is checked, and it is on record before anything is read."""

from dataclasses import dataclass

from voorkant.cube.reader import DETAIL
from voorkant.declare.auditlog import Action
from voorkant.domain.problem import Problem
from voorkant.report.rows import rows
from voorkant.ui import access, audit, cache
from voorkant.ui.permits import DETAIL as ACTION


@dataclass(frozen=True)
class Measure:
    """A measure of which there are true counts, in these years."""

    slug: str
    title: str
    share: bool
    first: int
    last: int


@dataclass(frozen=True)
class Place:
    """A practice or school, with its months of a year."""

    code: str
    name: str
    months: list[str]
    counts: list[int | None]
    groups: list[int | None]
    provisional: list[bool]


@access.requires(ACTION)
def measures(gemeente: str, programme: str) -> list[Measure]:
    """What there is to see, without a count of it; nothing where the gemeente has none of the programme."""
    name = DETAIL + programme
    if not (access.current_user().may_read(gemeente, name) and cache.has(gemeente, name)):
        return []
    return rows(cache.rows(gemeente, name, "detail_offer"), Measure)


@access.requires(ACTION)
def places(gemeente: str, programme: str, measure: Measure, year: int) -> list[Place]:
    """The counts. Problem for who may not see them, and where it cannot be put on record that they are seen."""
    if not access.current_user().may_read(gemeente, DETAIL + programme):
        raise Problem("Voor ware aantallen van dit programma heeft deze gebruiker geen vastgelegde grond.")
    audit.log(Action.DETAIL, gemeente=gemeente, programma=programme, indicator=measure.slug, jaar=year)
    return rows(cache.rows(gemeente, DETAIL + programme, "detail_places", indicator=measure.slug, year=year), Place)
