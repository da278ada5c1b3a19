"""The fictional region: twelve gemeenten with their wijken, inhabitants, praktijken and schools."""

from dataclasses import dataclass

import numpy as np

from voorkant.builder.demo import names
from voorkant.builder.demo.timeline import FIRST_YEAR, YEARS

AGE_GROUPS = ("0-3", "4-11", "12-17", "18-22")
YEARS_IN_GROUP = np.array([4, 8, 6, 5])
MINORS = 3
"""The first three age groups are 0-17."""
SCHOOL_AGES = {"bo": (4, 11), "sbo": (5, 12), "so": (5, 12), "vo": (12, 17), "vso": (12, 17)}
_PUPILS = {"bo": (90, 360), "sbo": (60, 140), "so": (50, 110), "vo": (420, 1300), "vso": (50, 130)}
_LISTED = 0.96
_SMALLEST_LIST, _LARGEST_LIST = 205, 890


@dataclass(frozen=True)
class Gemeente:
    """`huisarts_share`: of all verwijzingen; `category_54_from`: the year in which 54 replaces 51 and 52."""

    code: str
    name: str
    inhabitants: int
    wijken: int
    huisarts_share: float
    praktijken: int
    schools: tuple[str, ...]
    category_54_from: int


GEMEENTEN = (
    Gemeente("GM9901", "Veldermonde", 45_600, 10, 0.41, 14, ("bo", "bo", "bo", "bo", "sbo", "vo"), FIRST_YEAR),
    Gemeente("GM9902", "Eikenrode", 43_200, 10, 0.36, 14, ("bo", "bo", "bo", "so", "vo"), 2021),
    Gemeente("GM9903", "Rietmeer", 37_400, 8, 0.43, 12, ("bo", "bo", "bo", "vo"), FIRST_YEAR),
    Gemeente(
        "GM9904", "Lindeveen", 58_300, 13, 0.30, 0, ("sbo", "bo", "bo", "bo", "bo", "bo", "so", "vo", "vso"), 2021
    ),
    Gemeente("GM9905", "Noordermeent", 31_200, 7, 0.33, 0, ("bo", "bo", "bo", "bo", "sbo", "vo"), 2023),
    Gemeente("GM9906", "Elsbroek", 27_200, 6, 0.52, 0, ("bo", "bo", "bo", "bo", "vo"), FIRST_YEAR),
    Gemeente("GM9907", "Duinvoorde", 24_600, 6, 0.27, 0, ("bo", "bo", "bo", "vo"), 2021),
    Gemeente("GM9908", "Kerkdonk", 32_400, 7, 0.24, 0, ("bo", "bo", "bo", "bo", "so", "vo", "vso"), 2023),
    Gemeente("GM9909", "Hazelwoude", 18_400, 4, 0.47, 0, ("bo", "bo", "bo"), 2021),
    Gemeente("GM9910", "Wilgenrade", 21_300, 5, 0.35, 0, ("bo", "bo", "bo", "vo"), FIRST_YEAR),
    Gemeente("GM9911", "Zandermeer", 34_000, 8, 0.18, 0, ("bo", "bo", "bo", "bo", "sbo", "vo"), 2021),
    Gemeente("GM9912", "Schorrezand", 900, 1, 0.33, 0, ("bo",), FIRST_YEAR),
)
SMALL_GEMEENTE = "GM9912"


@dataclass(frozen=True)
class Wijk:
    code: str
    name: str
    gemeente: int
    people: np.ndarray  # [year, age group] on 1 January


@dataclass(frozen=True)
class Praktijk:
    agb: str
    name: str
    gemeente: int
    wijk: int
    listed: np.ndarray  # [year] youths 0-17 on the list
    own: np.ndarray  # [year] of whom living in the gemeente


@dataclass(frozen=True)
class School:
    brin: str
    name: str
    kind: str
    gemeente: int
    wijk: int
    pupils: np.ndarray  # [school year, from 2017/2018]


@dataclass(frozen=True)
class Region:
    """`residents[praktijk, wijk]`: how many of the youths on a list live where, in the middle of the period."""

    wijken: tuple[Wijk, ...]
    praktijken: tuple[Praktijk, ...]
    schools: tuple[School, ...]
    residents: np.ndarray

    def youths(self, gemeente: int) -> np.ndarray:
        """Inhabitants 0-17 of a gemeente by year."""
        return sum(wijk.people[:, :MINORS].sum(axis=1) for wijk in self.wijken if wijk.gemeente == gemeente)


def make_region(rng: np.random.Generator) -> Region:
    wijken = tuple(wijk for number, _ in enumerate(GEMEENTEN) for wijk in _wijken(number, rng))
    praktijken = tuple(item for number, _ in enumerate(GEMEENTEN) for item in _praktijken(number, wijken, rng))
    schools = tuple(item for number, _ in enumerate(GEMEENTEN) for item in _schools(number, wijken, rng))
    return Region(wijken, praktijken, schools, _residents(wijken, praktijken))


def _wijken(number: int, rng: np.random.Generator) -> list[Wijk]:
    gemeente = GEMEENTEN[number]
    shares = np.exp(rng.normal(0, 0.6, gemeente.wijken))
    young = gemeente.inhabitants * rng.uniform(0.183, 0.202) / 18
    called = ["Centrum", *rng.permutation(names.WIJKEN[1:])][: gemeente.wijken]
    groups = young * YEARS_IN_GROUP * np.array([0.95, 0.99, 1.05, 0.93])
    wijken = []
    for place, share in enumerate(shares / shares.sum()):
        growth = (1 + rng.uniform(-0.006, 0.009)) ** (YEARS - YEARS.mean())
        people = share * growth[:, None] * groups * np.exp(rng.normal(0, 0.012, (len(YEARS), len(groups))))
        wijken.append(
            Wijk(f"WK{gemeente.code[2:]}{place:02d}", str(called[place]), number, np.rint(people).astype(int))
        )
    return wijken


def _places(number: int, wijken: tuple[Wijk, ...], count: int, rng: np.random.Generator) -> np.ndarray:
    """A wijk of the gemeente for each of `count` locations: large wijken have more, most have at least one."""
    own = [place for place, wijk in enumerate(wijken) if wijk.gemeente == number]
    weights = np.array([wijken[place].people[0].sum() for place in own], dtype=float)
    once = rng.choice(own, size=min(count, len(own)), replace=False, p=weights / weights.sum())
    more = rng.choice(own, size=count - len(once), p=weights / weights.sum())
    return np.concatenate([once, more]).astype(int)


def _praktijken(number: int, wijken: tuple[Wijk, ...], rng: np.random.Generator) -> list[Praktijk]:
    gemeente = GEMEENTEN[number]
    if not gemeente.praktijken:
        return []
    youths = sum(wijk.people[:, :MINORS].sum(axis=1) for wijk in wijken if wijk.gemeente == number)
    sizes = np.exp(rng.normal(0, 0.36, gemeente.praktijken))
    for _ in range(20):
        sizes = np.clip(sizes * _LISTED * youths.mean() / sizes.sum(), 1.15 * _SMALLEST_LIST, 0.9 * _LARGEST_LIST)
    before = sum(item.praktijken for item in GEMEENTEN[:number])
    praktijken = []
    for order, wijk in enumerate(_places(number, wijken, gemeente.praktijken, rng)):
        drift = youths / youths.mean() * np.exp(np.cumsum(rng.normal(0, 0.01, len(YEARS))))
        listed = np.clip(np.rint(sizes[order] * drift), _SMALLEST_LIST, _LARGEST_LIST).astype(int)
        own = np.rint(listed * rng.uniform(0.95, 0.99)).astype(int)
        name = f"Huisartsenpraktijk {names.PRAKTIJKEN[before + order]}"
        praktijken.append(Praktijk(f"0199{number + 1:02d}{order + 1:02d}", name, number, int(wijk), listed, own))
    return praktijken


def _schools(number: int, wijken: tuple[Wijk, ...], rng: np.random.Generator) -> list[School]:
    gemeente = GEMEENTEN[number]
    called = rng.permutation(names.SCHOOLS)
    schools = []
    for order, (kind, wijk) in enumerate(
        zip(gemeente.schools, _places(number, wijken, len(gemeente.schools), rng), strict=True)
    ):
        low, high = (20, 40) if gemeente.code == SMALL_GEMEENTE else _PUPILS[kind]
        pupils = rng.uniform(low, high) * np.exp(np.cumsum(rng.normal(0, 0.025, len(YEARS) + 1)))
        brin = f"99{chr(65 + number)}{chr(65 + order)}00"
        title = {"vo": "College", "vso": "VSO", "so": "SO", "sbo": "SBO"}.get(kind, "Basisschool")
        name = f"{title} {called[order]}"
        schools.append(School(brin, name, kind, number, int(wijk), np.rint(pupils).astype(int)))
    return schools


def _residents(wijken: tuple[Wijk, ...], praktijken: tuple[Praktijk, ...]) -> np.ndarray:
    """Youths by praktijk and wijk: mostly the praktijk's own wijk, fitted to list sizes and inhabitants."""
    lists = np.array([praktijk.own.mean() for praktijk in praktijken])
    people = np.array([wijk.people[:, :MINORS].sum(axis=1).mean() for wijk in wijken])
    same = np.array([[praktijk.gemeente == wijk.gemeente for wijk in wijken] for praktijk in praktijken])
    table = same * people * 0.15
    table[np.arange(len(praktijken)), [praktijk.wijk for praktijk in praktijken]] *= 12
    for _ in range(40):
        columns = table.sum(axis=0)
        table *= np.divide(people, columns, out=np.zeros_like(people), where=columns > 0)
        table *= (lists / table.sum(axis=1))[:, None]
    return table
