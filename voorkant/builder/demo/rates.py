"""How many verwijzingen to expect: by unit, age group and month, with everything that moves them."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from voorkant.builder.demo.people import People
from voorkant.builder.demo.region import AGE_GROUPS, GEMEENTEN, MINORS, SMALL_GEMEENTE, Region
from voorkant.builder.demo.rollout import BREAK_FACTOR, BREAK_START, CORONA_PILOT, Start, first_in_wijk
from voorkant.builder.demo.timeline import (
    CORONA,
    LAG,
    MONTHS,
    VERWIJZING_SEASON,
    YEARS,
    by_month,
    month_number,
    special_months,
)

TREND = 0.015
"""Growth of all verwijzingen in a year."""
LOWEST_BASE, HIGHEST_BASE = 1.25, 1.95
"""Specialist verwijzingen by the huisarts per 1,000 youths of a praktijk in a month, before any effect."""
_OTHER_SPECIALIST, _HUISARTS_BASIC = 0.30, 0.45
_AGE_SHARES = np.array([
    [0.03, 0.42, 0.55, 0.04],
    [0.03, 0.42, 0.55, 0.05],
    [0.06, 0.50, 0.44, 0.03],
    [0.10, 0.50, 0.40, 0.06],
])  # fmt: skip
"""Of the verwijzingen of 0-17 by stream; the last group comes on top."""
_MONTH_NOISE, _YEAR_NOISE = 0.18, 0.05


class Stream(IntEnum):
    """Who refers to what; only the first is moved by an OJG."""

    HUISARTS_SPECIALIST = 0
    OTHER_SPECIALIST = 1
    HUISARTS_BASIC = 2
    OTHER = 3


@dataclass(frozen=True)
class Rates:
    """`expected[stream, unit, age group, month]`, and `untreated`: the same without any planted effect."""

    expected: np.ndarray
    untreated: np.ndarray
    base: np.ndarray  # [unit] huisarts specialist verwijzingen per 1,000 in a month
    gemeente: np.ndarray  # [unit]


def make_rates(region: Region, people: People, starts: list[Start], rng: np.random.Generator) -> Rates:
    gemeente = np.array([region.wijken[place].gemeente for place in people.wijk[people.first_block[:-1]]])
    base = _bases(region, gemeente, rng)
    by_stream = np.stack([base, *_others(gemeente, base)])
    youths = _youths(region, people)
    time = (
        by_month(VERWIJZING_SEASON)
        * special_months(CORONA)
        * special_months(LAG)
        * (1 + TREND) ** (np.arange(MONTHS) / 12)
    )
    noise = _noise(by_stream.shape, rng)
    untreated = (
        by_stream[:, :, None, None] / 1000
        * _AGE_SHARES[:, None, :, None]
        * np.repeat(youths, 12, axis=1)[None, :, None, :]
        * time
        * noise[:, :, None, :]
    )  # fmt: skip
    untreated[:, gemeente == _index(CORONA_PILOT), :, month_number(*map(int, BREAK_START.split("-")[:2])) :] *= (
        BREAK_FACTOR
    )
    return Rates(untreated * _effects(region, people, starts), untreated, base, gemeente)


def _index(code: str) -> int:
    return next(place for place, gemeente in enumerate(GEMEENTEN) if gemeente.code == code)


def _bases(region: Region, gemeente: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A base rate per unit: praktijken vary widely, wijken around the level of their gemeente."""
    praktijken = len(region.praktijken)
    base = np.empty(len(gemeente))
    base[:praktijken] = rng.uniform(LOWEST_BASE, HIGHEST_BASE, praktijken)
    share = np.array([item.huisarts_share for item in GEMEENTEN])[gemeente[praktijken:]]
    level = share * np.clip(8.6 - 7.8 * share, 4.4, None) / (1 + _HUISARTS_BASIC)
    base[praktijken:] = level * np.exp(rng.normal(0, 0.15, len(share)))
    return base


def _others(gemeente: np.ndarray, base: np.ndarray) -> list[np.ndarray]:
    """The other streams, so that the part of the huisarts in all verwijzingen is that of the gemeente."""
    level = np.array(
        [base[gemeente == place].mean() if (gemeente == place).any() else 0 for place in range(len(GEMEENTEN))]
    )
    share = np.array([item.huisarts_share for item in GEMEENTEN])
    other = level * ((1 + _HUISARTS_BASIC) * (1 / share - 1) - _OTHER_SPECIALIST)
    return [_OTHER_SPECIALIST * base, _HUISARTS_BASIC * base, other[gemeente]]


def _youths(region: Region, people: People) -> np.ndarray:
    """Youths 0-17 by unit and year."""
    praktijken = [praktijk.own for praktijk in region.praktijken]
    other = people.wijk[people.first_block[len(praktijken) : -1]]
    return np.array(
        [*praktijken, *(region.wijken[place].people[:, :MINORS].sum(axis=1) for place in other)], dtype=float
    )


def _noise(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """What cannot be explained: good and bad months of a stream, better and worse years of a unit."""
    months = rng.gamma(1 / _MONTH_NOISE, _MONTH_NOISE, (*shape, MONTHS))
    years = np.exp(rng.normal(-(_YEAR_NOISE**2) / 2, _YEAR_NOISE, (shape[1], len(YEARS))))
    return months * np.repeat(years, 12, axis=1)[None]


def _effects(region: Region, people: People, starts: list[Start]) -> np.ndarray:
    effects = np.ones((len(Stream), people.units, len(AGE_GROUPS), MONTHS))
    for start in starts:
        if start.programme == "ojg":
            effects[Stream.HUISARTS_SPECIALIST, start.place] *= start.effect()
    unit_of_wijk = {int(wijk): unit for unit, wijk in enumerate(people.wijk[people.first_block[:-1]])
                    if unit >= len(region.praktijken)}  # fmt: skip
    for wijk, start in first_in_wijk(region, [item for item in starts if item.programme != "ojg"]).items():
        effects[: Stream.HUISARTS_BASIC, unit_of_wijk[wijk], AGE_GROUPS.index("4-11")] *= start.effect()
    return effects


def draw_counts(rates: Rates, year: int, scale: float, rng: np.random.Generator) -> np.ndarray:
    """How many verwijzingen there are in a year: `[stream, unit, age group, month]`. The small gemeente stays small."""
    months = slice(12 * int(year - YEARS[0]), 12 * int(year - YEARS[0] + 1))
    small = rates.gemeente == _index(SMALL_GEMEENTE)
    scales = np.where(small, 1.0, scale)[None, :, None, None]
    counts = rng.poisson(rates.expected[..., months] * scales)
    for unit in np.flatnonzero(small):
        specialist = counts[: Stream.HUISARTS_BASIC, unit, :MINORS]
        few = int(rng.integers(1, 5))
        places = rng.choice(specialist.size, few, replace=False)
        drawn = np.zeros(specialist.size, dtype=counts.dtype)
        drawn[places] = 1
        counts[: Stream.HUISARTS_BASIC, unit, :MINORS] = drawn.reshape(specialist.shape)
    return counts
