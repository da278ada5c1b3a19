"""Invented youths: the same one keeps its birth year, sex, home and pseudonym in every file."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from voorkant.builder.demo.csvfile import numbered
from voorkant.builder.demo.region import Region
from voorkant.builder.demo.timeline import FIRST_YEAR, LAST_YEAR

OLDEST = FIRST_YEAR - 22
COHORTS = LAST_YEAR - OLDEST + 1
_MULTIPLIER = 7_368_787  # ends in 7, so coprime with every power of ten: each person gets a pseudonym of its own
_SEX_BITS = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class People:
    """Youths stand in blocks: one per praktijk and wijk, elsewhere one per wijk.

    A *unit* is a praktijk (the first ones, in the order of the region) or a wijk without praktijken.
    """

    unit: np.ndarray  # [block]
    wijk: np.ndarray  # [block]
    chance: np.ndarray  # [block] within its unit, running total
    first_block: np.ndarray  # [unit + 1]
    pool: np.ndarray  # [block] persons per birth year
    first_person: np.ndarray  # [block]
    digits: int

    @property
    def units(self) -> int:
        return len(self.first_block) - 1

    def blocks(self, unit: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """A block of each unit, drawn by its number of youths."""
        return np.searchsorted(self.chance, unit + rng.random(len(unit)), side="right").astype(np.int64)

    def persons(self, block: np.ndarray, birth_year: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Someone of that block and birth year; some youths return more than others."""
        pool = self.pool[block]
        place = (pool * rng.random(len(block)) ** 1.5).astype(np.int64)
        return self.first_person[block] + (birth_year - OLDEST) * pool + place

    def pseudonyms(self, person: np.ndarray, empty: np.ndarray | None = None) -> pa.Array:
        return numbered("C", person * _MULTIPLIER % 10**self.digits, self.digits, empty)


def sex_of(person: np.ndarray) -> np.ndarray:
    """0 or 1, fixed for a person."""
    return ((person.astype(np.uint64) * _SEX_BITS) >> np.uint64(41)).astype(np.int64) & 1


def make_people(region: Region, scale: float) -> People:
    """`scale`: how many times more youths than the region has, for files larger than any region delivers."""
    praktijken, wijken = np.nonzero(region.residents > 0.5)  # noqa: PLR2004 - half a youth is nobody
    with_praktijk = {praktijk.gemeente for praktijk in region.praktijken}
    other = np.array([place for place, wijk in enumerate(region.wijken) if wijk.gemeente not in with_praktijk])
    unit = np.concatenate([praktijken, len(region.praktijken) + np.arange(len(other))])
    wijk = np.concatenate([wijken, other])
    elsewhere = [region.wijken[place].people[:, :3].sum(axis=1).mean() for place in other]
    youths = np.concatenate([region.residents[praktijken, wijken], elsewhere])
    first_block = np.searchsorted(unit, np.arange(unit[-1] + 2))
    before = np.cumsum(youths) - youths
    totals = np.add.reduceat(youths, first_block[:-1])
    chance = unit + (before - before[first_block[unit]] + youths) / totals[unit]
    chance[first_block[1:] - 1] = np.arange(1, len(first_block))
    pool = np.ceil(youths / 18 * 1.2 * scale).astype(np.int64) + 1
    first_person = (np.cumsum(pool) - pool) * COHORTS
    digits = max(7, len(str(int(pool.sum() * COHORTS))))
    return People(unit, wijk, chance, first_block, pool, first_person, digits)
