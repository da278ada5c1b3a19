"""Cases made for tests: a panel with a known effect as a pilot of practices."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from tests.unit.analysis.made import panel, rolled_out
from voorkant import ROOT
from voorkant.analysis.panel import Bools, Panel
from voorkant.builder.audit.gate import Gate
from voorkant.builder.audit.memory import Before
from voorkant.builder.audit.ranges import Level, Published, rounded
from voorkant.builder.audit.run import Shown
from voorkant.builder.audit.system import build
from voorkant.builder.audit.table import Audited, Relations
from voorkant.builder.pilot.case import Case, Events, Place, first_of, number
from voorkant.builder.release import counted
from voorkant.declare.indicator import read_indicator
from voorkant.declare.pilot import Pilot
from voorkant.declare.settings import Rule

INTERN, OPENBAAR = Level(Rule(5, 3)), Level(Rule(10, 5), Rule(5, 3))
PILOT = Pilot(
    slug="proef", title="Proef", question="Werkt het?", programme="ojg", gemeenten=("GM9901",), unit="praktijk",
    comparison="not_yet", primary="verwijzingen_sggz_huisarts", relevant=0.8, window=("2019-01", "2023-12"),
    moments=("2022-12", "2023-12"),
)  # fmt: skip
FIRST = number(date(2019, 1, 1))
HUISARTS = read_indicator(ROOT / "queries" / "indicators" / "verwijzingen_sggz_huisarts.toml")


def case_of(made: Panel, pilot: Pilot = PILOT, **changed: Any) -> Case:
    """The case of a panel; every event is of a youth of its own."""
    begun = [None if start >= made.months else first_of(FIRST + int(start)) for start in made.begin]
    places = tuple(Place(f"010000{at:02d}", "", "GM9901", day, None, 8.0, False) for at, day in enumerate(begun))
    place, month = np.nonzero(np.nan_to_num(made.counts))
    repeats = made.counts[place, month].astype(int)
    place, month = np.repeat(place, repeats), np.repeat(month, repeats)
    size = len(place)
    events = Events(place, month, np.ones(size, dtype=bool), np.arange(size), np.ones(size, dtype=np.int64))
    corona = np.zeros(made.months, dtype=bool)
    case = Case(pilot, HUISARTS, places, FIRST, made.months, made.counts, made.exposure, corona, events)
    return replace(case, **changed)


def fallen(rate: float = 4.0, ratio: float = 0.6) -> Case:
    return case_of(rolled_out(ratio=ratio, rate=rate, seed=3))


def together(start: int = 30) -> Case:
    """All begin in one month."""
    return case_of(panel([start] * 8, ratio=0.6, rate=6.0))


def thinned(case: Case, where: Bools, keep: int) -> Case:
    """The same with so many events in these units and months, each of a youth."""
    events = case.events
    gone = where[events.place, events.month]
    kept = ~gone | (np.cumsum(gone) <= keep)
    return replace(case, events=Events(*(getattr(events, field.name)[kept] for field in fields(events))))


def cells_of(case: Case, level: Level = INTERN) -> pd.DataFrame:
    """What is published of the units by year, and of their gemeente together: hidden below the threshold, rounded."""
    years = range(case.first // 12, (case.first + case.months) // 12)
    when = (case.first + case.events.month) // 12
    counts = {
        ("praktijk", place.code, year): int(((case.events.place == at) & (when == year)).sum())
        for at, place in enumerate(case.places)
        for year in years
    }
    for year in years:
        counts["gemeente", "GM9901", year] = sum(counts["praktijk", place.code, year] for place in case.places) + 40
    return pd.DataFrame([cell(place, key, count, level) for place, (key, count) in enumerate(counts.items())])


def cell(place: int, key: tuple[str, str, int], count: int, level: Level) -> dict[str, Any]:
    area, code, year = key
    is_small, near = count < level.rule.threshold, float(rounded(np.array([count]), level)[0])
    return {
        "indicator": HUISARTS.slug, "programme": "", "area_id": place, "area_code": code, "level": area,
        "gemeente_code": "GM9901", "period_id": year, "period_code": str(year), "type": "year", "dimension": "",
        "split_value": "", "is_small_level": area == "praktijk", "first_year": year, "last_year": year, "kind": "rows",
        "true_numerator": count, "true_denominator": 100, "true_youths": count, "true_others": 0,
        "numerator": None if is_small else near, "numerator_low": 0 if is_small else counted(near, level)[0],
        "numerator_high": None if is_small else counted(near, level)[1], "denominator": 100,
        "reason": "klein" if is_small else None,
    }  # fmt: skip


def shown_of(cells: pd.DataFrame, level: Level = INTERN) -> Shown:
    """The cells after their audit; that the gemeente has others too is nobody's secret."""
    none = np.zeros(0, dtype=np.int64)
    relations = Relations(none, none, none.astype(str), none.astype(bool), none, none)
    system, published = build(Audited(cells, relations)), Published(cells, level)
    gate = Gate(system, published, Before.nothing(system.variables.size))
    passed = gate.passed(np.zeros(len(cells), dtype=np.int64))
    return Shown(tuple(sorted(set(cells["indicator"]))), system, published, passed)
