"""What a pilot watches: crisis, waiting and who comes back, before and after each unit's start, beside the noise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from voorkant.analysis.panel import Bools
from voorkant.analysis.rateratio import rate_ratio
from voorkant.builder import measure
from voorkant.builder.audit.propagate import NEAR
from voorkant.builder.audit.ranges import Level, rounded
from voorkant.builder.audit.system import FREE
from voorkant.builder.database import Database, query_file
from voorkant.builder.pilot.beside import Sum
from voorkant.builder.pilot.case import Case, Events
from voorkant.builder.pilot.estimates import NOW, Row
from voorkant.builder.pilot.read import events_of
from voorkant.builder.pilot.readers import Tells
from voorkant.declare.indicator import Indicator
from voorkant.domain.period import MONTHS
from voorkant.domain.protection import Reason

WATCHED = "let_op"
CRISIS, WAITING, BACK = "crisis", "wachttijd", "terugkomst"
REFERRED, LONGER = "verwijzingen_sggz", "langer"
OF = {WAITING: REFERRED, BACK: BACK}
"""The indicator that counts the same rows; no cell counts crises."""
UNKNOWN, NO_DATA, UNLINKED, SMALL = "niet_gemeten", "geen_gegevens", "niet_gekoppeld", "klein"
WORSE, BETTER, NOISE = "ongunstig", "gunstig", "binnen_ruis"
STEPS = (1, 2, 5, 10)
"""Percent that a share is rounded to: the first that leaves enough counts, for who knows how many there are."""


@dataclass(frozen=True)
class Arm:
    """Of what came before, or after: hits, of how many (or youth-years), and the youths behind hits and rest."""

    hits: int
    size: float
    youths: int
    rest: int


@dataclass(frozen=True)
class Guarded:
    """A measure to watch; without arms the code says why there are none."""

    name: str
    code: str
    before: Arm | None = None
    after: Arm | None = None
    counted: tuple[Case, ...] = ()  # the same rows as cells count them


def guarded(database: Database, case: Case, indicators: Mapping[str, Indicator]) -> tuple[Guarded, ...]:
    """Each measure that the pilot names. `pilot_unit` holds its units still."""
    return tuple(_guarded(database, case, name, indicators) for name in case.pilot.guardrails)


def _guarded(database: Database, case: Case, name: str, indicators: Mapping[str, Indicator]) -> Guarded:
    if name not in (CRISIS, WAITING, BACK):
        return Guarded(name, UNKNOWN)
    if not case.months or not case.places:
        return Guarded(name, NO_DATA)
    if name == BACK and _unlinked(database, case):
        return Guarded(name, UNLINKED)
    measure.observe_query(database, indicators[BACK].query if name == BACK else query_file("pilot", name))
    asked = {"unit": case.pilot.unit, "programme": case.pilot.programme}
    rows = database.execute(query_file("pilot", "guarded"), asked).fetchnumpy()
    place, month, hit, youth = (np.asarray(rows[key]) for key in ("place", "month", "hit", "youth"))
    found = _Rows(place.astype(int), month.astype(int) - case.first, hit.astype(bool), youth)
    before, after = (_arm(case, found, mask, name) for mask in spans(case, name))
    of = [indicators[slug] for slug in (OF.get(name, ""), name) if slug in indicators]
    return replace(compared(name, before, after), counted=_counted(database, case, of, found))


def _counted(database: Database, case: Case, of: list[Indicator], rows: "_Rows") -> tuple[Case, ...]:
    """Hits and rest of a share with cells of its own; of waiting all referrals and the late ones; else nothing."""
    if not of:
        return ()
    indicator, *parts = of
    if indicator.slug != BACK:
        late = [replace(case, indicator=item, events=rows.events(rows.hit), part=LONGER) for item in parts]
        return (
            replace(case, indicator=indicator, events=events_of(database, case.pilot, indicator, case.first)), *late
        )  # fmt: skip
    return tuple(replace(case, indicator=indicator, events=rows.events(mine), is_rest=is_rest)
                 for mine, is_rest in ((rows.hit, False), (np.logical_not(rows.hit), True)))  # fmt: skip


def _unlinked(database: Database, case: Case) -> bool:
    asked = [BACK, case.pilot.programme]
    found = database.rows(
        "select 1 from protected_cell where indicator = ? and programme = ? and reason = 'niet_gekoppeld' limit 1",
        asked,
    )
    return bool(found)


@dataclass(frozen=True)
class _Rows:
    place: np.ndarray
    month: np.ndarray
    hit: np.ndarray
    youth: np.ndarray

    def events(self, mine: np.ndarray) -> Events:
        one = np.ones(int(mine.sum()), dtype=np.int64)
        return Events(self.place[mine], self.month[mine], one.astype(bool), self.youth[mine], one)


def spans(case: Case, name: str) -> tuple[Bools, Bools]:
    """(before, after) of units that began: the year before the start and all since; of who comes back, of whom there
    is nobody before the start, the first year and what came later."""
    begin, full, stop = (days[:, None] for days in case.starts())
    month = np.arange(case.months)[None, :]
    began = begin < case.months
    if name == BACK:
        early = month < full + MONTHS
        running = began & (month >= full) & (month < stop)
        return running & early, running & np.logical_not(early)
    before = began & (month >= begin - MONTHS) & (month < begin)
    return before, began & (month >= full) & (month < stop)


def _arm(case: Case, rows: _Rows, mask: Bools, name: str) -> Arm:
    inside = (rows.month >= 0) & (rows.month < case.months)
    mine = np.zeros(len(rows.place), dtype=bool)
    mine[inside] = mask[rows.place[inside], rows.month[inside]]
    hits, youths = rows.hit & mine, rows.youth
    rest = mine & np.logical_not(rows.hit)
    exposed = float(np.nansum(np.where(mask, case.exposure, 0.0))) / MONTHS
    return Arm(
        hits=int(hits.sum()),
        size=exposed if name == CRISIS else float(mine.sum()),
        youths=len(np.unique(youths[hits])),
        rest=int(exposed) if name == CRISIS else len(np.unique(youths[rest])),
    )


def compared(name: str, before: Arm, after: Arm) -> Guarded:
    """Worse or better only beyond what chance alone gives in 95 of 100 cases; of all these, more is worse."""
    if not (before.size and after.size):
        return Guarded(name, NO_DATA)
    found = rate_ratio((after.hits, after.size), (before.hits, before.size))
    code = NOISE if found is None or found.low <= 1 <= found.high else WORSE if found.low > 1 else BETTER
    return Guarded(name, code, before, after)


def guard_rows(found: tuple[Guarded, ...], level: Level, tells: Tells) -> Iterator[Row]:
    """After and before, rounded, with the code; of too few youths only that."""
    for item in found:
        if item.before is None or item.after is None:
            yield NOW, item.name, WATCHED, None, None, None, item.code
            continue
        told = [_told(arm, item.name, level) for arm in (item.after, item.before)]
        if None in told:
            yield NOW, item.name, WATCHED, None, None, None, SMALL
        elif tells(list(_says(item, level))):
            yield NOW, item.name, WATCHED, *told, None, item.code
        else:
            yield NOW, item.name, WATCHED, None, None, None, Reason.HERLEIDBAAR.value


def _told(arm: Arm, name: str, level: Level) -> float | None:
    """A rate per 1,000 a year of a rounded count, or a share in steps of percents; None when it is of too few."""
    if min(arm.youths, arm.rest) < level.least_shown:
        return None
    if name == CRISIS:
        return round(float(rounded(np.array([arm.hits]), level)[0]) / arm.size * 1000, 1)
    step = _step(arm, level)
    return None if step is None else float(round(100 * arm.hits / arm.size / step) * step)


def _step(arm: Arm, level: Level) -> int | None:
    return next((step for step in STEPS if arm.size * step / 100 >= level.wanted), None)


def _says(item: Guarded, level: Level) -> Iterator[Sum]:
    """What is told of rows that cells count too: a share to who knows its group; of waiting that both are there too."""
    for case in item.counted:
        for arm, where in zip((item.before, item.after), spans(case, item.name), strict=True):
            if item.name == WAITING and not case.part:
                yield Sum(case, where, 2 * level.least_shown, FREE)
            elif arm and (share := _told(arm, item.name, level)) is not None:
                share, half = 100 - share if case.is_rest else share, (_step(arm, level) or 0) / 2
                yield Sum(case, where, arm.size * (share - half) / 100 - NEAR, arm.size * (share + half) / 100 + NEAR)
