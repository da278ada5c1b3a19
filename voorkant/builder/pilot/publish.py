"""Every pilot of a home, assessed and released: the tables `pilot` and `estimate` of a publication."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from voorkant.builder.audit.run import level_of
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared, Progress
from voorkant.builder.pilot.also import Also, Read, other_rows, others
from voorkant.builder.pilot.case import Case, number
from voorkant.builder.pilot.classes import class_rows
from voorkant.builder.pilot.estimates import NOW, Moment, Row, released
from voorkant.builder.pilot.evaluate import evaluate
from voorkant.builder.pilot.guardrails import guard_rows, guarded
from voorkant.builder.pilot.plan import plan_rows
from voorkant.builder.pilot.read import read_case
from voorkant.builder.region import Window
from voorkant.cube.format import TABLES
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import Pilot, month
from voorkant.declare.register import Register, State
from voorkant.domain.protection import Protection

ESTIMATE = f"protection varchar, {TABLES['estimate']}"
PILOT = f"{TABLES['pilot']}, gemeente_codes varchar[]"


def add_pilots(
    database: Database, declared: Declared, register: Register, windows: Mapping[str, Window], progress: Progress
) -> None:
    """Make `pilot_row` and `estimate_row`. `all_event` must be there."""
    database.fill("pilot_row", PILOT, [])
    database.fill("estimate_row", ESTIMATE, [])
    indicators = {item.slug: item for item in declared.indicators}
    for place, pilot in enumerate(declared.pilots.values(), 1):
        progress(f"Pilot beoordelen: {pilot.title}")
        case, state = read_case(database, pilot, indicators[pilot.primary], windows), register.state(pilot)
        moments = [] if state is State.DRAFT else _moments(case)
        watched = guarded(database, case, indicators) if moments else ()
        last, also = _others(pilot, indicators, moments, partial(read_case, database, windows=windows))
        database.add("pilot_row", [(place, *_told(pilot, state), list(pilot.gemeenten))])
        inner = None
        for protection in (Protection.INTERN, Protection.OPENBAAR):
            level = level_of(declared.settings, protection)
            plan: list[Row] = [("", *row) for row in plan_rows(case, level)]
            inner = released(moments, level, inner)
            extra = (*other_rows(last, also, level), *guard_rows(watched, level), *class_rows(moments, level))
            told = (*inner.rows, *plan, *extra)
            database.add("estimate_row", [(protection.value, place, *row) for row in told])


def _others(
    pilot: Pilot, indicators: Mapping[str, Indicator], moments: Sequence[Moment], read: Read
) -> tuple[str, tuple[Also, ...]]:
    """The other outcomes at the last moment that has passed, as the verdict that holds; before the first none."""
    judged = [item for item in moments if not item.is_now]
    if not judged:
        return "", ()
    return judged[-1].name, others(pilot, indicators, judged[-1].found.until, read)


def _moments(case: Case) -> list[Moment]:
    """The evaluation moments of which all figures are final, and now."""
    end = case.first + case.months
    passed = [code for code in case.pilot.moments if number(month(code).end) < end]
    untils = {code: number(month(code).end) + 1 for code in passed} | {NOW: end}
    found = {until: evaluate(case, until) for until in set(untils.values())}
    return [Moment(name, found[until]) for name, until in untils.items()]


def _told(pilot: Pilot, state: State) -> tuple[object, ...]:
    """The columns of `pilot` behind its number."""
    return (
        pilot.slug, pilot.title, pilot.question, pilot.programme, pilot.unit, pilot.comparison, pilot.primary,
        pilot.relevant, *pilot.window, _listed(pilot.moments), _listed(pilot.gemeenten), _listed(pilot.secondary),
        _listed(pilot.guardrails), pilot.budget, state.value, pilot.digest,
    )  # fmt: skip


def _listed(codes: Iterable[str]) -> str:
    return ",".join(codes)
