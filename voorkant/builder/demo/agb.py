"""AGB codes: a verwijzing names the praktijk, or the huisarts who works there, or somebody unknown."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from voorkant.builder.demo.csvfile import pick
from voorkant.builder.demo.products import VERWIJZERS
from voorkant.builder.demo.region import Region
from voorkant.builder.demo.timeline import day_number

_MAPPING_FROM = "2015-01-01"
_MOVE = "2022-07-01"
_UNKNOWN = [f"0197{number:04d}" for number in range(1, 10)]
_SPECIALISTS = [f"0399{number:04d}" for number in range(1, 7)]
_HALF = 0.5
HOW = {"praktijk": 0.845, "zorgverlener": 0.125, "onbekend": 0.015, "leeg": 0.015}
"""What stands in `verwijzer_agb` of a verwijzing by a huisarts, in the gemeenten that deliver praktijken."""


@dataclass(frozen=True)
class Doctors:
    """Two huisartsen per praktijk; one of them moves to another praktijk halfway."""

    praktijk_codes: list[str]
    huisarts_codes: list[str]  # two per praktijk, in its order
    mover: int  # index into huisarts_codes
    moves_to: int  # praktijk

    def mapping(self) -> list[tuple[str, str, str, str]]:
        """The rows of `agb_koppeling`: zorgverlener, praktijk, vanaf, tot."""
        rows = []
        for number, code in enumerate(self.huisarts_codes):
            own = self.praktijk_codes[number // 2]
            if number == self.mover:
                rows.append((code, own, _MAPPING_FROM, "2022-06-30"))
                rows.append((code, self.praktijk_codes[self.moves_to], _MOVE, ""))
            else:
                rows.append((code, own, _MAPPING_FROM, ""))
        return rows

    def codes(self, unit: np.ndarray, verwijzer: np.ndarray, day: np.ndarray, rng: np.random.Generator) -> pa.Array:
        """`verwijzer_agb` of each verwijzing; empty outside the praktijken and for verwijzers without a code."""
        praktijken = len(self.praktijk_codes)
        letters = pa.array([*self.praktijk_codes, *self.huisarts_codes, *_UNKNOWN, *_SPECIALISTS])
        how = pick(list(HOW.values()), len(unit), rng)
        which = rng.random(len(unit))
        praktijk = np.minimum(unit, praktijken - 1)
        huisarts = self._huisarts(praktijk, which, day >= day_number(_MOVE))
        unknown = 3 * praktijken + (which * len(_UNKNOWN)).astype(np.int64)
        specialist = 3 * praktijken + len(_UNKNOWN) + (which * len(_SPECIALISTS)).astype(np.int64)
        is_huisarts, is_specialist = verwijzer == VERWIJZERS.index("02"), verwijzer == VERWIJZERS.index("05")
        chosen = np.select([is_specialist, how == 0, how == 1], [specialist, praktijk, praktijken + huisarts], unknown)
        empty = (
            (unit >= praktijken) | ~(is_huisarts | is_specialist) | (how == len(HOW) - 1) | (is_specialist & (how == 1))
        )
        return letters.take(pa.array(chosen, mask=empty))

    def _huisarts(self, praktijk: np.ndarray, which: np.ndarray, moved: np.ndarray) -> np.ndarray:
        """One of the two of a praktijk; after the move the mover is at the new one and no longer at the old."""
        own = 2 * praktijk + (which < _HALF)
        there = np.where((praktijk == self.moves_to) & (which < _HALF / 2) & moved, self.mover, own)
        return np.where((there == self.mover) & (praktijk == self.mover // 2) & moved, there ^ 1, there)


def make_doctors(region: Region) -> Doctors:
    codes = [praktijk.agb for praktijk in region.praktijken]
    return Doctors(codes, [f"0198{number:04d}" for number in range(1, 2 * len(codes) + 1)], mover=11, moves_to=8)
