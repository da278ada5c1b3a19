"""The kernen of one gemeente: the places in which its basisondersteuning works."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from voorkant.builder.demo.region import GEMEENTEN, MINORS, Region
from voorkant.builder.demo.registers import Row

COLUMNS = ["kern", "naam", "gemeentecode", "wijkcode", "jeugdigen_0_17"]
GEMEENTE = "GM9910"
NAMES = (
    "Wilgenrade", "Oudewilg", "Klein Zuring", "Groot Zuring", "Waterhoek", "Poelgeest", "Achterdijk", "Hoogeland",
    "Biezenmeer", "De Kolk", "Rietwending", "Veenakker",
)  # fmt: skip


@dataclass(frozen=True)
class Kern:
    code: str
    name: str
    gemeente: str
    wijk: str
    youths: int


def make_kernen(region: Region, rng: np.random.Generator) -> list[Kern]:
    """Every wijk has two or three, and together they have its youths."""
    own = [wijk for wijk in region.wijken if GEMEENTEN[wijk.gemeente].code == GEMEENTE]
    found: list[Kern] = []
    for place, wijk in enumerate(own):
        names = NAMES[place :: len(own)]
        shares = rng.dirichlet(np.full(len(names), 6.0)) * int(wijk.people[-1, :MINORS].sum())
        for name, youths in zip(names, shares, strict=True):
            found.append(Kern(f"K{len(found) + 1:02d}", name, GEMEENTE, wijk.code, round(float(youths))))
    return found


def rows(kernen: list[Kern]) -> Iterator[Row]:
    for kern in kernen:
        yield kern.code, kern.name, kern.gemeente, kern.wijk, str(kern.youths)
