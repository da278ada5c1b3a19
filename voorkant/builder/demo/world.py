"""Everything about the demo that is decided before the first row is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

import numpy as np

from voorkant.builder.demo.agb import Doctors, make_doctors
from voorkant.builder.demo.faults import Planted
from voorkant.builder.demo.people import People, make_people
from voorkant.builder.demo.rates import Rates, make_rates
from voorkant.builder.demo.region import Region, make_region
from voorkant.builder.demo.rollout import OJG, SCHOOL, Start, plan_ojg, plan_schools

DEFAULT_ROWS = 14_000


class Part(IntEnum):
    """Every file has random numbers of its own, so that a change to one leaves the others as they were.

    Chance moves an estimate by some 10%. The number of the verwijzingen was chosen so that the default demo is an
    ordinary draw: what a good method finds in it lies near what was planted.
    """

    REGION = 0
    CONTACTS = 1
    SCHOOL_HELP = 3
    PUBLISHED = 4
    VERWIJZINGEN = 17
    PREVENTION = 30
    CLAIMS = 31


@dataclass
class World:
    """The region and its rates; `planted`, `files` and `linked` fill up while the exports are written."""

    seed: int
    rows: int
    region: Region
    people: People
    starts: list[Start]
    rates: Rates
    doctors: Doctors
    exports: Path
    progress: Callable[[str], None]
    planted: list[Planted] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    linked: int = 0

    @property
    def ojg(self) -> list[Start]:
        return [start for start in self.starts if start.programme == OJG]

    @property
    def schools(self) -> list[Start]:
        return [start for start in self.starts if start.programme == SCHOOL]

    def random(self, part: Part) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64([self.seed, part]))


def make_world(exports: Path, seed: int, rows: int | None, progress: Callable[[str], None]) -> World:
    """The same seed gives the same region, whatever the number of rows."""
    rng = np.random.Generator(np.random.PCG64([seed, Part.REGION]))
    rows = rows or DEFAULT_ROWS
    region = make_region(rng)
    people = make_people(region, max(1.0, rows / DEFAULT_ROWS))
    starts = [*plan_ojg(region, rng), *plan_schools(region, rng)]
    rates = make_rates(region, people, starts, rng)
    return World(seed, rows, region, people, starts, rates, make_doctors(region), exports, progress)
