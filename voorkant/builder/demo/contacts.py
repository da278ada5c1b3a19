"""The contacts of the OJG, in chunks that follow each other in time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from voorkant.builder.demo.csvfile import numbered, pick, words
from voorkant.builder.demo.people import People, sex_of
from voorkant.builder.demo.region import GEMEENTEN, Region
from voorkant.builder.demo.rollout import RAMP, Start
from voorkant.builder.demo.timeline import (
    DAYS,
    FIRST_YEAR,
    HELP_SEASON,
    MONTH_OF_DAY,
    MONTHS,
    WORKDAYS,
    by_month,
    day_number,
    iso_text,
    month_number,
    workday_in,
)

COLUMNS = [
    "contact_id", "traject_id", "client_id", "contactdatum", "praktijk_agb", "gemeentecode", "wijkcode", "geboortejaar",
    "geslacht", "hulpvraag", "soort", "minuten", "vervolg", "afgerond",
]  # fmt: skip
CHUNK = 600_000
REACH = 0.06
"""Part of a list that starts a traject in a year, once the OJG is known there."""
VERVOLG = {
    "zelf_afgehandeld": 0.49, "vrij_toegankelijk": 0.05, "specialistische_ggz": 0.20, "gemeentelijk_team": 0.12,
    "jeugdhulp_aanbieder": 0.05, "basis_ggz": 0.04, "overig": 0.01, "medisch_specialist": 0.005,
    "voortijdig_gestopt": 0.025, "onbekend": 0.01,
}  # fmt: skip
_OPEN = "nog_lopend"
_TO_SPECIALIST = list(VERVOLG).index("specialistische_ggz")
_CONTACTS = np.array([13, 13, 13, 12, 11, 10, 8, 6, 5, 3, 2, 1.5, 1, 0.5])
MEAN_CONTACTS = float((_CONTACTS * np.arange(1, 15)).sum() / _CONTACTS.sum())
_AGES = [1, 1, 1, 2, 4, 5, 6, 7, 7, 7, 7, 7, 7, 8, 9, 9, 8, 6]
_QUESTIONS = (
    "opvoeding",
    "angst",
    "somberheid",
    "gedrag",
    "school",
    "scheiding",
    "slaap",
    "pesten",
    "rouw",
    "concentratie",
)
HULPVRAGEN = [*_QUESTIONS, *(f"{one}|{two}" for one in _QUESTIONS[:6] for two in _QUESTIONS if one != two)]
_HULPVRAAG_CHANCES = [8 / (place + 2) for place in range(10)] + [0.25] * (len(HULPVRAGEN) - 10)
_KINDS = ("consult", "telefonisch", "groep", "consultatie")
_MINUTES = np.array([[30, 45, 60], [10, 15, 20], [60, 90, 90], [15, 20, 30]])


@dataclass(frozen=True)
class Trajecten:
    """One row per traject: who, where, when it starts and how it would end."""

    unit: np.ndarray
    person: np.ndarray
    block: np.ndarray
    birth_year: np.ndarray
    first: np.ndarray  # index into WORKDAYS
    contacts: np.ndarray  # planned
    outcome: np.ndarray

    def take(self, chosen: np.ndarray) -> "Trajecten":
        return Trajecten(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Handed:
    """Closed trajecten that were passed on to specialist help: the verwijzing that follows is of the same youth."""

    unit: np.ndarray
    person: np.ndarray
    block: np.ndarray
    birth_year: np.ndarray
    last: np.ndarray  # day of the last contact


def start_rates(region: Region, starts: list[Start]) -> np.ndarray:
    """Expected new trajecten by month and praktijk."""
    rates = np.zeros((MONTHS, len(region.praktijken)))
    for start in starts:
        if start.hours == 0:
            continue
        first = month_number(int(start.first_day[:4]), int(start.first_day[5:7]))
        grown = np.clip((np.arange(MONTHS) - first + 1) / RAMP, 0, 1)
        if start.last_day:
            grown[MONTH_OF_DAY[day_number(start.last_day)] - 1 :] = 0
        listed = np.repeat(region.praktijken[start.place].own, 12)
        rates[:, start.place] = listed * REACH / 12 * grown * min(1.0, 0.55 + (start.hours or 12) / 24)
    return rates * by_month(HELP_SEASON)[:, None]


class ContactMaker:
    """Makes exactly `rows` contacts; `handed` fills up with the trajecten that were passed on."""

    def __init__(self, region: Region, people: People, starts: list[Start]) -> None:
        self._region, self._people = region, people
        self._chance = np.cumsum(start_rates(region, starts).ravel())
        self._stop = np.full(len(region.praktijken), len(DAYS) - 1)
        for start in starts:
            if start.last_day:
                self._stop[start.place] = day_number(start.last_day)
        self._contacts_done = self._trajecten_done = 0
        self.handed: list[Handed] = []

    def chunks(self, rows: int, rng: np.random.Generator) -> Iterator[pa.Table]:
        count = -(-rows // CHUNK)
        for number in range(count):
            quota = rows * (number + 1) // count - rows * number // count
            yield self._chunk(quota, (number / count, 1 / count), rng)

    def _chunk(self, quota: int, part: tuple[float, float], rng: np.random.Generator) -> pa.Table:
        wanted = quota / MEAN_CONTACTS
        while True:
            wanted = wanted * 1.06 + 20
            trajecten = self._trajecten(int(wanted), part, rng)
            owner, day, number = self._contacts(trajecten, rng)
            if len(owner) >= quota:
                break
        owner, day, number = self._trim(owner, day, number, quota=quota)
        return self._table(trajecten, owner, day, number, rng=rng)

    def _trajecten(self, count: int, part: tuple[float, float], rng: np.random.Generator) -> Trajecten:
        moment = (part[0] + part[1] * (np.arange(count) + rng.random(count)) / count) * self._chance[-1]
        cell = np.minimum(np.searchsorted(self._chance, moment, side="right"), len(self._chance) - 1)
        month, unit = np.divmod(cell, len(self._region.praktijken))
        block = self._people.blocks(unit, rng)
        birth_year = FIRST_YEAR + month // 12 - pick(_AGES, count, rng)
        person = self._people.persons(block, birth_year, rng)
        first, contacts = workday_in(month, rng), 1 + pick(list(_CONTACTS), count, rng)
        return Trajecten(unit, person, block, birth_year, first, contacts, pick(list(VERVOLG.values()), count, rng))

    def _contacts(self, trajecten: Trajecten, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Owner, day and number of every contact up to the end of the data or the stop of the praktijk."""
        owner = np.repeat(np.arange(len(trajecten.unit)), trajecten.contacts)
        begin = np.cumsum(trajecten.contacts) - trajecten.contacts
        number = np.arange(len(owner)) - begin[owner]
        passed = np.cumsum(rng.integers(4, 24, len(owner), dtype=np.int32), dtype=np.int64)
        workday = trajecten.first[owner] + passed - passed[begin][owner]
        day = WORKDAYS[np.minimum(workday, len(WORKDAYS) - 1)]
        kept = (workday < len(WORKDAYS)) & (day <= self._stop[trajecten.unit[owner]])
        return owner[kept], day[kept], number[kept]

    @staticmethod
    def _trim(owner: np.ndarray, day: np.ndarray, number: np.ndarray, *, quota: int) -> tuple[np.ndarray, ...]:
        """Drop whole trajecten spread over the chunk until the rows are exactly as many as asked for."""
        excess = len(owner) - quota
        sizes = np.bincount(owner)
        order = np.argsort((np.arange(len(sizes)) * 0.6180339887) % 1)
        running = np.cumsum(sizes[order])
        whole = np.searchsorted(running, excess, side="right")
        dropped = np.zeros(len(sizes), dtype=bool)
        dropped[order[:whole]] = True
        kept = ~dropped[owner]
        left = excess - (running[whole - 1] if whole else 0)
        if left:
            kept[np.flatnonzero(owner == order[whole])[-left:]] = False
        return owner[kept], day[kept], number[kept]

    def _table(
        self, trajecten: Trajecten, owner: np.ndarray, day: np.ndarray, number: np.ndarray, *, rng: np.random.Generator
    ) -> pa.Table:
        order = np.argsort(day, kind="stable")
        owner, day, number = owner[order], day[order], number[order]
        last = number == trajecten.contacts[owner] - 1
        self._hand_over(trajecten.take(owner[last]), day[last])
        people, wijken = self._people, self._region.wijken
        kind = pick([0.68, 0.2, 0.04, 0.08], len(owner), rng)
        lockdown = (day >= day_number("2020-03-16")) & (day < day_number("2020-06-01"))
        kind[lockdown & (kind == 0)] = 1
        outcome = np.where(last, trajecten.outcome[owner], len(VERVOLG))
        unit, person = trajecten.unit[owner], trajecten.person[owner]
        question = draw_hulpvragen(len(trajecten.unit), rng)[owner]
        columns = [
            numbered("K", self._contacts_done + 1 + np.arange(len(owner)), 8),
            numbered("T", self._trajecten_done + 1 + owner, 8),
            people.pseudonyms(person),
            iso_text(day),
            words([praktijk.agb for praktijk in self._region.praktijken], unit),
            words([GEMEENTEN[praktijk.gemeente].code for praktijk in self._region.praktijken], unit),
            words([wijk.code for wijk in wijken], people.wijk[trajecten.block[owner]]),
            trajecten.birth_year[owner],
            words("MV", sex_of(person)),
            words(HULPVRAGEN, question),
            words(_KINDS, kind),
            _MINUTES[kind, rng.integers(0, 3, len(owner))],
            words([*VERVOLG, _OPEN], outcome),
            words(("nee", "ja"), last.astype(np.int64)),
        ]
        self._contacts_done += len(owner)
        self._trajecten_done += len(trajecten.unit)
        return pa.table(dict(zip(COLUMNS, columns, strict=True)))

    def _hand_over(self, closed: Trajecten, day: np.ndarray) -> None:
        on = closed.outcome == _TO_SPECIALIST
        self.handed.append(Handed(closed.unit[on], closed.person[on], closed.block[on], closed.birth_year[on], day[on]))


def draw_hulpvragen(count: int, rng: np.random.Generator) -> np.ndarray:
    """Places in `HULPVRAGEN`: one question, or two."""
    return pick(_HULPVRAAG_CHANCES, count, rng)
