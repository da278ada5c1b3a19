"""The verwijzingen, year by year: who is referred, by whom, to what, and how long it lasts."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from voorkant.builder.demo.agb import Doctors
from voorkant.builder.demo.csvfile import numbered, pick, words
from voorkant.builder.demo.linking import Linker, Rows
from voorkant.builder.demo.people import People, sex_of
from voorkant.builder.demo.products import CRISIS, PRODUCTS, VERWIJZERS, draw_products, draw_verwijzers
from voorkant.builder.demo.rates import Rates, Stream, draw_counts
from voorkant.builder.demo.region import GEMEENTEN, Region
from voorkant.builder.demo.timeline import (
    DAYS,
    FIRST_YEAR,
    WORKDAYS,
    YEARS,
    dutch_text,
    workday_in,
)

COLUMNS = [
    "verwijzing_id", "client_id", "verwijsdatum", "verwijzer_type", "verwijzer_agb", "gemeentecode", "wijkcode",
    "geboortejaar", "geslacht", "productcategorie", "productcode", "ingangsdatum", "einddatum", "reden_beeindiging",
    "aanbieder_agb", "crisis",
]  # fmt: skip
_AGES = np.array(
    [
        [0, 1, 2, 3, 3, 3, 3, 3],
        [4, 5, 6, 7, 8, 9, 10, 11],
        [12, 13, 14, 15, 15, 16, 16, 17],
        [18, 18, 18, 19, 19, 20, 21, 22],
    ]
)
_FOLLOWS = 0.32
"""Part of the verwijzingen that concerns a youth who has another one in the same year: 1.3 to 1.7 per youth."""
_REASONS = {"31": 0.74, "32": 0.07, "33": 0.03, "34": 0.06, "35": 0.02, "36": 0.02, "37": 0.01, "38": 0.03, "39": 0.02}
_PROVIDERS = [f"9499{number:04d}" for number in range(1, 25)]


class VerwijzingMaker:
    """Makes the verwijzingen; some are of youths whom an OJG passed on."""

    def __init__(self, region: Region, people: People, rates: Rates, doctors: Doctors) -> None:
        self._region, self._people, self._rates, self._doctors = region, people, rates, doctors
        self._done = 0

    def years(self, scale: float, linker: Linker, rng: np.random.Generator) -> Iterator[tuple[pa.Table, np.ndarray]]:
        """A table per year; of its rows the gemeente, the month, and the product, first and last day of the help."""
        counts = [draw_counts(self._rates, int(year), scale, rng) for year in YEARS]
        for year, in_year in zip(YEARS, counts, strict=True):
            rows = self._rows(in_year, int(year), rng)
            self._follow(rows, rng)
            linker.link(rows, rng)
            order = np.argsort(rows.day, kind="stable")
            yield self._table(rows.take(order), int(year), rng)

    def _rows(self, counts: np.ndarray, year: int, rng: np.random.Generator) -> Rows:
        stream, unit, group, month = (
            np.repeat(axis, counts.ravel()) for axis in np.indices(counts.shape).reshape(4, -1)
        )
        month = month + 12 * (year - FIRST_YEAR)
        day = WORKDAYS[workday_in(month, rng)]
        birth_year = year - _AGES[group, rng.integers(0, _AGES.shape[1], len(group))]
        block = self._people.blocks(unit, rng)
        return Rows(stream, unit, group, month, day, block, self._people.persons(block, birth_year, rng), birth_year)

    @staticmethod
    def _follow(rows: Rows, rng: np.random.Generator) -> None:
        """Let part of the verwijzingen be of a youth who is referred in that year already."""
        order = np.lexsort((rng.random(len(rows.unit)), rows.group, rows.unit))
        family = (rows.unit * 4 + rows.group)[order]
        begin = np.searchsorted(family, family)
        rank = np.arange(len(family)) - begin
        leaders = np.maximum(
            1, np.rint((np.searchsorted(family, family, side="right") - begin) * (1 - _FOLLOWS))
        ).astype(int)
        leader = order[begin + np.where(rank < leaders, rank, rank % leaders)]
        for name in ("block", "person", "birth_year"):
            getattr(rows, name)[order] = getattr(rows, name)[leader]

    def _table(self, rows: Rows, year: int, rng: np.random.Generator) -> tuple[pa.Table, np.ndarray]:
        count = len(rows.day)
        gemeente = self._rates.gemeente[rows.unit]
        product = draw_products(rows.stream, gemeente, year, rng)
        verwijzer = draw_verwijzers(rows.stream, rng)
        start, end, reason = _course(rows.day, rng)
        known_start, known_end = start < len(DAYS), end < len(DAYS)
        safe_start, safe_end = np.where(known_start, start, 0), np.where(known_end, end, 0)
        crisis = (product == CRISIS) | ((rows.stream <= Stream.OTHER_SPECIALIST) & (rng.random(count) < 0.02))  # noqa: PLR2004
        columns = [
            numbered("V", self._done + 1 + np.arange(count), 8),
            self._people.pseudonyms(rows.person),
            dutch_text(rows.day),
            words(VERWIJZERS, verwijzer),
            self._doctors.codes(rows.unit, verwijzer, rows.day, rng),
            words([item.code for item in GEMEENTEN], gemeente),
            words([wijk.code for wijk in self._region.wijken], self._people.wijk[rows.block]),
            rows.birth_year,
            words("12", sex_of(rows.person)),
            words([category for category, _ in PRODUCTS], product),
            words([code for _, code in PRODUCTS], product),
            dutch_text(safe_start, ~known_start),
            dutch_text(safe_end, ~known_end),
            words(list(_REASONS), reason, ~known_end),
            words(_PROVIDERS, pick([1 / (place + 2) for place in range(len(_PROVIDERS))], count, rng)),
            words(("nee", "ja"), crisis.astype(np.int64)),
        ]
        self._done += count
        return pa.table(dict(zip(COLUMNS, columns, strict=True))), np.stack([gemeente, rows.month, product, start, end])


def _course(day: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start, end and reason of ending: some weeks of waiting, then months of help. What lies ahead is not known."""
    start = day + 7 + (rng.gamma(2.0, 24.0, len(day))).astype(np.int64)
    end = start + 30 + rng.gamma(2.2, 125.0, len(day)).astype(np.int64)
    return start, end, pick(list(_REASONS.values()), len(day), rng)
