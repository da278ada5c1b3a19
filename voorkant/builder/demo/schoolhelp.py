"""Help at school: pupils, groups and consultations at the schools that started."""

import numpy as np
import pyarrow as pa

from voorkant.builder.demo.contacts import HULPVRAGEN, VERVOLG, draw_hulpvragen
from voorkant.builder.demo.csvfile import numbered, pick, words
from voorkant.builder.demo.people import People, sex_of
from voorkant.builder.demo.region import GEMEENTEN, SCHOOL_AGES, Region, School
from voorkant.builder.demo.rollout import Start
from voorkant.builder.demo.timeline import (
    DAYS,
    FIRST_YEAR,
    MONTHS,
    SCHOOL_SEASON,
    WORKDAYS,
    by_month,
    iso_text,
    month_number,
    workday_in,
)

COLUMNS = [
    "inzet_id", "client_id", "startdatum", "einddatum", "brin", "schooltype", "gemeentecode", "wijkcode",
    "geboortejaar", "geslacht", "vorm", "hulpvraag", "vervolg", "uren",
]  # fmt: skip
_HELPED = {"bo": 0.05, "sbo": 0.16, "so": 0.16, "vo": 0.03, "vso": 0.14}
"""Part of the pupils for whom help starts in a year."""
_SAME_WIJK = 0.7
_VORMEN = {"individueel": 0.74, "groep": 0.18, "consultatie": 0.08}
_OPEN = "nog_lopend"
_HOURS = [f"{half / 2:g}".replace(".", ",") for half in range(2, 61)]


def make_school_help(
    region: Region, people: People, starts: list[Start], *, scale: float, rng: np.random.Generator
) -> pa.Table:
    """All rows, by first day."""
    parts = [_at_school(region, people, start, scale=scale, rng=rng) for start in starts]
    place, day, person, birth_year, block = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(day, kind="stable")
    return _table(region, people, (place[order], day[order], person[order], birth_year[order], block[order]), rng)


def _at_school(
    region: Region, people: People, start: Start, *, scale: float, rng: np.random.Generator
) -> tuple[np.ndarray, ...]:
    school = region.schools[start.place]
    months = np.arange(MONTHS)
    pupils = school.pupils[(months + 5) // 12]  # a school year starts in August
    running = months >= month_number(int(start.first_day[:4]), int(start.first_day[5:7]))
    counts = rng.poisson(pupils * _HELPED[school.kind] / 12 * by_month(SCHOOL_SEASON) * running * scale)
    month = np.repeat(months, counts)
    low, high = SCHOOL_AGES[school.kind]
    birth_year = FIRST_YEAR + month // 12 - rng.integers(low, high + 1, len(month))
    block = _homes(region, people, school, len(month), rng=rng)
    person = people.persons(block, birth_year, rng)
    return np.full(len(month), start.place), WORKDAYS[workday_in(month, rng)], person, birth_year, block


def _homes(region: Region, people: People, school: School, count: int, *, rng: np.random.Generator) -> np.ndarray:
    """Most pupils live in the wijk of the school, the others elsewhere in the gemeente."""
    gemeente = np.array([wijk.gemeente for wijk in region.wijken])[people.wijk]
    near = (
        np.where(people.wijk == school.wijk, _SAME_WIJK, 1 - _SAME_WIJK) * people.pool * (gemeente == school.gemeente)
    )
    return pick(list(near), count, rng)


def _table(region: Region, people: People, rows: tuple[np.ndarray, ...], rng: np.random.Generator) -> pa.Table:
    place, day, person, birth_year, block = rows
    count = len(day)
    end = day + 21 + rng.gamma(2.0, 40.0, count).astype(np.int64)
    ended = end < len(DAYS)
    vorm = pick(list(_VORMEN.values()), count, rng)
    nobody = vorm == list(_VORMEN).index("consultatie")
    schools = region.schools
    columns = [
        numbered("S", 1 + np.arange(count), 7),
        people.pseudonyms(person, nobody),
        iso_text(day),
        iso_text(np.where(ended, end, 0), ~ended),
        words([school.brin for school in schools], place),
        words([school.kind for school in schools], place),
        words([GEMEENTEN[school.gemeente].code for school in schools], place),
        words([wijk.code for wijk in region.wijken], people.wijk[block]),
        birth_year,
        words("MV", sex_of(person)),
        words(list(_VORMEN), vorm),
        words(HULPVRAGEN, draw_hulpvragen(count, rng)),
        words([*VERVOLG, _OPEN], np.where(ended, pick(list(VERVOLG.values()), count, rng), len(VERVOLG))),
        words(_HOURS, np.minimum(rng.gamma(2.0, 5.0, count).astype(np.int64), len(_HOURS) - 1)),
    ]
    return pa.table(dict(zip(COLUMNS, columns, strict=True)))
