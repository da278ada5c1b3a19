"""Cases made for tests: a panel with a known effect as a pilot of practices."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from tests.unit.analysis.made import panel, rolled_out
from voorkant import ROOT
from voorkant.analysis.panel import Panel
from voorkant.builder.audit.ranges import Level
from voorkant.builder.pilot.case import Case, Events, Place, first_of, number
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
HUISARTS = read_indicator(ROOT / "queries" / "indicators" / "verwijzingen_sggz_huisarts.sql")


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
