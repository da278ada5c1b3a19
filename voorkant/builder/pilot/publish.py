"""Every pilot of a home, assessed and released: the tables `pilot` and `estimate` of a publication."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from voorkant.builder.audit.run import level_of
from voorkant.builder.pilot.also import Also, Read, other_rows, others
from voorkant.builder.pilot.beside import Beside, Reader, Sum, is_alike
from voorkant.builder.pilot.case import Case, number
from voorkant.builder.pilot.classes import class_rows
from voorkant.builder.pilot.estimates import NOW, Moment, Row, released
from voorkant.builder.pilot.evaluate import evaluate
from voorkant.builder.pilot.guardrails import guard_rows, guarded
from voorkant.builder.pilot.plan import plan_rows
from voorkant.builder.pilot.read import read_case
from voorkant.builder.protecting import Guard
from voorkant.builder.region import Window
from voorkant.cube.format import TABLES
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import Pilot, month
from voorkant.declare.register import Register, State
from voorkant.domain.protection import Protection

ESTIMATE = f"protection varchar, {TABLES['estimate']}"
PILOT = f"{TABLES['pilot']}, gemeente_codes varchar[]"


def add_pilots(guard: Guard, register: Register, windows: Mapping[str, Window]) -> None:
    """Make `pilot_row` and `estimate_row`. `all_event` must be there, and all cells must have been audited."""
    database, declared = guard.database, guard.declared
    database.fill("pilot_row", PILOT, [])
    database.fill("estimate_row", ESTIMATE, [])
    indicators = {item.slug: item for item in declared.indicators}
    told: list[dict[Protection, tuple[Sum, ...]]] = []
    for place, pilot in enumerate(declared.pilots.values(), 1):
        guard.progress(f"Pilot beoordelen: {pilot.title}")
        case, state = read_case(database, pilot, indicators[pilot.primary], windows), register.state(pilot)
        moments = [] if state is State.DRAFT else _moments(case)
        watched = guarded(database, case, indicators) if moments else ()
        last, also = _others(pilot, indicators, moments, partial(read_case, database, windows=windows))
        database.add("pilot_row", [(place, *_told(pilot, state), list(pilot.gemeenten))])
        told.append({})
        inner = None
        for protection in (Protection.INTERN, Protection.OPENBAAR):
            level = level_of(declared.settings, protection)
            plan: list[Row] = [("", *row) for row in plan_rows(case, level)]
            inner = released(moments, level, inner, _readers(guard, case, protection, told))
            told[-1][protection] = inner.sums
            extra = (*other_rows(last, also, level), *guard_rows(watched, level), *class_rows(moments, level))
            database.add("estimate_row", [(protection.value, place, *row) for row in (*inner.rows, *plan, *extra)])


def _others(
    pilot: Pilot, indicators: Mapping[str, Indicator], moments: Sequence[Moment], read: Read
) -> tuple[str, tuple[Also, ...]]:
    """The other outcomes at the last moment that has passed, as the verdict that holds; before the first none."""
    judged = [item for item in moments if not item.is_now]
    if not judged:
        return "", ()
    return judged[-1].name, others(pilot, indicators, judged[-1].found.until, read)


def _readers(
    guard: Guard, case: Case, protection: Protection, told: Sequence[Mapping[Protection, tuple[Sum, ...]]]
) -> Iterator[Reader]:
    """Who may read a level: who has no more, and who has `intern` too. Each knows what pilots before it told."""
    both = (Protection.INTERN, Protection.OPENBAAR)
    for own, read in {protection: (protection,), Protection.INTERN: both}.items():
        knows = tuple(
            item for pilot in told for level in read for item in pilot.get(level, ()) if is_alike(item.case, case)
        )
        if case.places and (shown := guard.shown.get((own, case.pilot.primary))):
            cases = {id(item): item for item in [*(item.case for item in knows), case]}
            yield Reader(Beside(tuple(cases.values()), shown, level_of(guard.declared.settings, own).wanted), knows)


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
