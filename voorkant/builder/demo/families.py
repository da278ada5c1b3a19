"""The families and youths of the smaller preventive programmes: every contact, from first to last."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from voorkant.builder.demo.kernen import Kern
from voorkant.builder.demo.region import GEMEENTEN, MINORS, Region
from voorkant.builder.demo.registers import Row
from voorkant.builder.demo.timeline import DAYS, LAST_YEAR, day_number

COLUMNS = [
    "contact_id", "voorziening", "traject_id", "client_id", "gezin_id", "contactdatum", "locatie", "gemeentecode",
    "wijkcode", "geboortejaar", "startdatum", "einddatum", "doel", "aantal_betrokkenen",
]  # fmt: skip
GOALS = ("behaald", "deels", "niet")
_LAST = len(DAYS) - 1


@dataclass(frozen=True)
class FamilyPlan:
    """A programme of tens of families: how many begin a year, how long it takes, and how it ends."""

    programme: str
    gemeente: str
    first_day: str
    yearly: float
    weeks: float
    goals: tuple[float, float, float] | None = None
    few_involved: float | None = None  # part of the families with at most two, at the end

    @property
    def code(self) -> str:
        return self.programme[:2].upper()


@dataclass(frozen=True)
class PlacePlan:
    """A programme for all youths of some places, from a day: `reach` is the part of them that comes in a year."""

    programme: str
    gemeente: str
    first_day: str
    reach: float
    ages: tuple[int, int]

    @property
    def code(self) -> str:
        return self.programme[:2].upper()


FAMILIES = (
    FamilyPlan("gezinsverzorgende", "GM9901", "2021-03-01", 30, 30, goals=(0.55, 0.25, 0.20)),
    FamilyPlan("steungezinnen", "GM9904", "2023-09-01", 13, 40, goals=(0.50, 0.30, 0.20)),
    FamilyPlan("een_plan", "GM9902", "2022-01-01", 45, 44, goals=(0.52, 0.28, 0.20), few_involved=0.62),
    FamilyPlan("veiligheidsteam", "GM9906", "2022-09-01", 40, 20),
)
PLACES = (
    PlacePlan("kinderwerk", "GM9905", "2022-01-01", 0.05, (4, 11)),
    PlacePlan("basisondersteuning", "GM9910", "2022-01-01", 0.09, (0, 17)),
)


def family_rows(plan: FamilyPlan, rng: np.random.Generator) -> Iterator[Row]:
    """Every family has one traject and its contacts, a few weeks after each other."""
    first = day_number(plan.first_day)
    count = int(rng.poisson(plan.yearly * (_LAST - first) / 365))
    number = 0
    for family, start in enumerate(np.sort(rng.integers(first, _LAST, count)), 1):
        end = int(start) + 7 * max(3, int(rng.gamma(6.0, plan.weeks / 6.0)))
        days = _contacts(int(start), end, rng)
        goal = str(rng.choice(GOALS, p=plan.goals)) if plan.goals else ""
        involved = _involved(plan, len(days), rng)
        for place, day in enumerate(days):
            number += 1
            closes = end <= _LAST and place == len(days) - 1
            yield (
                f"{plan.code}{number:06d}", plan.programme, f"{plan.code}T{family:04d}", "",
                f"{plan.code}G{family:04d}", str(DAYS[day]), plan.gemeente, plan.gemeente, "", "", str(DAYS[start]),
                str(DAYS[end]) if closes else "", goal if closes else "", involved[place],
            )  # fmt: skip


def _contacts(start: int, end: int, rng: np.random.Generator) -> list[int]:
    """The first day, the last day, and every three to six weeks in between; none after the data end."""
    days = [start]
    while days[-1] + 42 < min(end, _LAST):
        days.append(days[-1] + int(rng.integers(21, 43)))
    return [*days, end] if end <= _LAST else days


def _involved(plan: FamilyPlan, contacts: int, rng: np.random.Generator) -> list[str]:
    """More at the start than at the end: the plan brings them together."""
    if plan.few_involved is None:
        return [""] * contacts
    last = int(rng.integers(1, 3)) if rng.random() < plan.few_involved else int(rng.integers(3, 6))
    return [str(last + round(2 * (1 - place / max(contacts - 1, 1)))) for place in range(contacts)]


def place_rows(plan: PlacePlan, region: Region, kernen: list[Kern], rng: np.random.Generator) -> Iterator[Row]:
    """Youths by wijk, or by kern where the gemeente has them, each with some contacts in a year."""
    number = youth = 0
    for location, wijk, youths in _places(plan, region, kernen):
        for year in range(int(plan.first_day[:4]), LAST_YEAR + 1):
            share = youths * (plan.ages[1] - plan.ages[0] + 1) / 18
            for _ in range(int(rng.poisson(share * plan.reach))):
                youth += 1
                birth_year = year - int(rng.integers(plan.ages[0], plan.ages[1] + 1))
                for day in np.sort(rng.choice(365, 1 + int(rng.integers(0, 4)), replace=False)):
                    number += 1
                    yield (
                        f"{plan.code}{number:06d}", plan.programme, "", f"{plan.code}J{youth:05d}", "",
                        str(DAYS[day_number(f"{year}-01-01") + day]), location, plan.gemeente, wijk, str(birth_year),
                        "", "", "", "",
                    )  # fmt: skip


def _places(plan: PlacePlan, region: Region, kernen: list[Kern]) -> Iterator[tuple[str, str, int]]:
    """(code of the place, its wijk, youths 0-17)."""
    own = [kern for kern in kernen if kern.gemeente == plan.gemeente]
    if own:
        yield from ((kern.code, kern.wijk, kern.youths) for kern in own)
        return
    for wijk in region.wijken:
        if GEMEENTEN[wijk.gemeente].code == plan.gemeente:
            yield wijk.code, wijk.code, int(wijk.people[-1, :MINORS].sum())


def rollout(region: Region, kernen: list[Kern]) -> Iterator[Row]:
    """Where these programmes work: a family programme in its gemeente, the others in each of their places."""
    for plan in FAMILIES:
        yield plan.programme, plan.gemeente, plan.first_day, "", ""
    for place in PLACES:
        yield from ((place.programme, code, place.first_day, "", "") for code, *_ in _places(place, region, kernen))
