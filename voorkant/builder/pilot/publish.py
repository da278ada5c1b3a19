"""Every pilot of a home, assessed and released: the tables `pilot` and `estimate` of a publication."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from voorkant.builder.audit.run import level_of
from voorkant.builder.pilot.also import Also, Read, other_rows, others
from voorkant.builder.pilot.case import Case, number
from voorkant.builder.pilot.classes import class_rows
from voorkant.builder.pilot.estimates import NOW, Moment, Row, released
from voorkant.builder.pilot.evaluate import evaluate
from voorkant.builder.pilot.guardrails import Guarded, guard_rows, guarded
from voorkant.builder.pilot.plan import plan_rows
from voorkant.builder.pilot.read import read_case
from voorkant.builder.pilot.readers import LEVELS, Readers
from voorkant.builder.protecting import Guard
from voorkant.builder.region import Window
from voorkant.cube.format import TABLES
from voorkant.declare.indicator import Indicator
from voorkant.declare.pilot import Pilot, month
from voorkant.declare.register import Register, State

ESTIMATE = f"protection varchar, {TABLES['estimate']}"
PILOT = f"{TABLES['pilot']}, gemeente_codes varchar[]"


@dataclass(frozen=True)
class Judged:
    """All that was worked out of a pilot. `also`: its other outcomes at the moment `last`."""

    number: int
    case: Case
    state: State
    moments: list[Moment]
    watched: tuple[Guarded, ...]
    last: str
    also: tuple[Also, ...]


def add_pilots(guard: Guard, register: Register, windows: Mapping[str, Window]) -> None:
    """Make `pilot_row` and `estimate_row`. `all_event` must be there, and all cells must have been audited."""
    database = guard.database
    database.fill("pilot_row", PILOT, [])
    database.fill("estimate_row", ESTIMATE, [])
    found = list(_all_judged(guard, register, windows))
    for item in found:
        pilot = item.case.pilot
        database.add("pilot_row", [(item.number, *_told(pilot, item.state), list(pilot.gemeenten))])
    if found:
        guard.progress("Wat pilots laten zien naast de cijfers leggen")
        readers = Readers(guard)
        rows = _rows(found, readers)
        if narrowed := readers.narrowed():
            rows = _rows(found, Readers(guard, narrowed))
        database.add("estimate_row", rows)


def _all_judged(guard: Guard, register: Register, windows: Mapping[str, Window]) -> Iterator[Judged]:
    indicators = {item.slug: item for item in guard.declared.indicators}
    read = partial(read_case, guard.database, windows=windows)
    for place, pilot in enumerate(guard.declared.pilots.values(), 1):
        guard.progress(f"Pilot beoordelen: {pilot.title}")
        case, state = read(pilot, indicators[pilot.primary]), register.state(pilot)
        moments = [] if state is State.DRAFT else _moments(case)
        watched = guarded(guard.database, case, indicators) if moments else ()
        yield Judged(place, case, state, moments, watched, *_others(pilot, indicators, moments, read))


def _rows(found: Sequence[Judged], readers: Readers) -> list[tuple[object, ...]]:
    """The rows of `estimate`, with less in them where one of the readers would know too much."""
    rows: list[tuple[object, ...]] = []
    for item in found:
        inner = None
        for protection in LEVELS:
            level, tells = level_of(readers.guard.declared.settings, protection), readers.tells(protection)
            inner = released(item.moments, level, inner, readers.of(protection, item.case))
            readers.tell(protection, inner.sums)
            plan: list[Row] = [("", *row) for row in plan_rows(item.case, level)]
            extra = (*other_rows(item.last, item.also, level, tells), *guard_rows(item.watched, level, tells),
                     *class_rows(item.moments, level, tells))  # fmt: skip
            rows += [(protection.value, item.number, *row) for row in (*inner.rows, *plan, *extra)]
    return rows


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
