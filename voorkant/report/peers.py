"""The areas that are most alike, with the factors that say so."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from voorkant.analysis.similar import distances
from voorkant.declare.compared import Factor
from voorkant.text import numbers

MOST = 5
"""So many areas are compared with by default."""


@dataclass(frozen=True)
class Likeness:
    """What an area is like (panel compare_factors)."""

    area: str
    name: str
    youths: int | None
    oldest: float | None
    care: float | None


@dataclass(frozen=True)
class Peer:
    """An area with its distance to the own one, and its factors in words."""

    area: str
    name: str
    distance: float | None
    factors: tuple[str, ...]


@dataclass(frozen=True)
class Peers:
    """All areas, the own one first and then by distance. `titles` name the factors, `sources` where they come from."""

    own: Peer
    others: tuple[Peer, ...]
    titles: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def nearest(self) -> tuple[str, ...]:
        return tuple(item.area for item in self.others if item.distance is not None)[:MOST]


OWN_FACTORS = ("Jeugdigen 0-17", "Daarvan 12-17 jaar (%)", "Jongeren met jeugdhulp (%, CBS)")


def peers(found: Sequence[Likeness], declared: Sequence[Factor], own: str) -> Peers | None:
    """None where the own area is not among them. Sizes are compared as logarithms: twice as many is as far anywhere."""
    place = next((number for number, item in enumerate(found) if item.area == own), None)
    if place is None:
        return None
    factors = np.array([_numbers(item, declared) for item in found], dtype="float64")
    kept = np.isfinite(factors).any(axis=0)
    distance = distances(factors[:, kept], place)
    titles = (*OWN_FACTORS, *(item.title for item in declared))
    rows = [
        Peer(item.area, item.name, _known(distance[number]), _kept(_words(item, declared), kept))
        for number, item in enumerate(found)
    ]
    others = sorted(
        (row for row in rows if row.area != own), key=lambda row: (row.distance is None, row.distance or 0.0, row.name)
    )
    sources = ("publicatie", "CBS, leeftijd volgens de bevolking", *(item.source for item in declared))
    return Peers(rows[place], tuple(others), _kept(titles, kept), tuple(dict.fromkeys(sources)))


def _known(distance: float) -> float | None:
    return float(distance) if math.isfinite(distance) else None


def _kept(words: Sequence[str], kept: Sequence[bool]) -> tuple[str, ...]:
    return tuple(word for word, keep in zip(words, kept, strict=True) if keep)


def _numbers(item: Likeness, declared: Sequence[Factor]) -> list[float]:
    own = [
        math.log(item.youths) if item.youths else math.nan,
        *(math.nan if part is None else part for part in (item.oldest, item.care)),
    ]
    return [*own, *(factor.values.get(item.area, math.nan) for factor in declared)]


def _words(item: Likeness, declared: Sequence[Factor]) -> list[str]:
    own = ["–" if item.youths is None else numbers.number(item.youths)]
    own += ["–" if part is None else numbers.number(part, 1) for part in (item.oldest, item.care)]
    return own + [_factor(factor.values, item.area) for factor in declared]


def _factor(values: Mapping[str, float], area: str) -> str:
    return "–" if area not in values else f"{values[area]:g}".replace(".", ",")
