"""What was claimed for specialist help: a line per verwijzing and calendar year in which that help went on."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.demo.csvfile import numbered, words
from voorkant.builder.demo.products import PRODUCTS, SPECIALIST
from voorkant.builder.demo.timeline import DAYS, FIRST_YEAR, LAST_YEAR, YEAR_OF_DAY, dutch_text

COLUMNS = [
    "declaratie_id", "verwijzing_id", "client_id", "periode_start", "periode_eind", "productcategorie", "productcode",
    "volume", "eenheid", "tarief", "bedrag", "debet_credit",
]  # fmt: skip
FIRST_CLAIMED = 2021
_YEARS = range(FIRST_CLAIMED, LAST_YEAR + 1)
_TARIFF, _RISE = 108, 0.045
"""Euro per hour in the first year, and what it rises in a year."""
_QUARTERS_A_DAY, _SPREAD = 0.9, 0.45
"""Quarters of an hour of help in a day, some hour and a half a week with all around it, and how much that differs."""
_MOST = 4 * 500
_HOURS = [f"{quarters / 4:.2f}".rstrip("0").rstrip(".").replace(".", ",") for quarters in range(_MOST + 1)]
_TARIFFS = [round(_TARIFF * (1 + _RISE) ** place) for place in range(len(_YEARS))]


class ClaimMaker:
    """Makes the claims of verwijzingen, year of verwijzing by year."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng, self._done = rng, 0

    def claims(self, table: pa.Table, course: np.ndarray) -> pa.Table:
        """`course`: product, first and last day of the help of each row of `table`."""
        product, start, end = course
        place, year = (
            axis.ravel() for axis in np.meshgrid(np.arange(len(product)), np.array(_YEARS) - FIRST_YEAR, indexing="ij")
        )
        first = np.maximum(start[place], np.searchsorted(YEAR_OF_DAY, year))
        last = np.minimum(end[place], np.searchsorted(YEAR_OF_DAY, year + 1) - 1)
        there = np.isin(product[place], SPECIALIST) & (first <= last) & (first < len(DAYS))
        return self._lines(table, product, tuple(axis[there] for axis in (place, year, first, last)))

    def _lines(self, table: pa.Table, product: np.ndarray, rows: tuple[np.ndarray, ...]) -> pa.Table:
        place, year, first, last = rows
        count = len(place)
        usual = (last - first + 1) * _QUARTERS_A_DAY * np.exp(self._rng.normal(-(_SPREAD**2) / 2, _SPREAD, count))
        quarters = np.clip(np.rint(usual).astype(np.int64), 1, _MOST)
        tariff = year + FIRST_YEAR - FIRST_CLAIMED
        columns = [
            numbered("D", self._done + 1 + np.arange(count), 8),
            *(table[name].take(pa.array(place)) for name in ("verwijzing_id", "client_id")),
            dutch_text(first),
            dutch_text(last),
            words([category for category, _ in PRODUCTS], product[place]),
            words([code for _, code in PRODUCTS], product[place]),
            words(_HOURS, quarters),
            words(["04"], np.zeros(count, dtype=np.int64)),
            words([f"{euro},00" for euro in _TARIFFS], tariff),
            _euros(quarters * np.array(_TARIFFS)[tariff] * 25),
            words(["D"], np.zeros(count, dtype=np.int64)),
        ]
        self._done += count
        return pa.table(dict(zip(COLUMNS, columns, strict=True)))


def _euros(cents: np.ndarray) -> pa.Array:
    """1.234 euro and 5 cents as `1234,05`."""
    euros, rest = np.divmod(cents, 100)
    return pc.binary_join_element_wise(
        pa.array(euros).cast(pa.string()), words([f"{part:02d}" for part in range(100)], rest), ","
    )
