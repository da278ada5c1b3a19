"""What a verwijzing is for, and who refers: iJw codes with their chances by stream."""

import numpy as np

from voorkant.builder.demo.csvfile import pick
from voorkant.builder.demo.rates import Stream
from voorkant.builder.demo.region import GEMEENTEN

_SPECIALIST_52 = {("52", "52A01"): 0.6, ("52", "52A02"): 0.4}
_SPECIALIST_54 = {("54", "54003"): 0.8, ("54", "54004"): 0.2}
_BASIC_51 = {("51", "51A01"): 0.62}
_BASIC_54 = {("54", "54001"): 0.40, ("54", "54002"): 0.22}
_HUISARTS_REST = {("45", "45A48"): 0.25, ("53", "53A01"): 0.05, ("55", "55A01"): 0.08}
_REST = {
    ("45", "45A04"): 0.30, ("45", "45A48"): 0.26, ("50", "50A01"): 0.10, ("43", "43A05"): 0.05, ("44", "44A07"): 0.06,
    ("41", "41A03"): 0.06, ("46", "46A02"): 0.04, ("53", "53A01"): 0.02, ("40", "40A01"): 0.03, ("55", "55A01"): 0.02,
    ("48", ""): 0.03,
}  # fmt: skip
_UNMAPPED = {("54", ""): 0.010, ("54", "54012"): 0.006}
"""Category 54 without a known product: the product lists these and never guesses."""

MIXES = {
    (Stream.HUISARTS_SPECIALIST, False): _SPECIALIST_52, (Stream.HUISARTS_SPECIALIST, True): _SPECIALIST_54,
    (Stream.OTHER_SPECIALIST, False): _SPECIALIST_52, (Stream.OTHER_SPECIALIST, True): _SPECIALIST_54,
    (Stream.HUISARTS_BASIC, False): _BASIC_51 | _HUISARTS_REST,
    (Stream.HUISARTS_BASIC, True): _BASIC_54 | _HUISARTS_REST,
    (Stream.OTHER, False): _REST | {("51", "51A01"): 0.05},
    (Stream.OTHER, True): _REST | {("54", "54001"): 0.03, ("54", "54002"): 0.02} | _UNMAPPED,
}  # fmt: skip
PRODUCTS = sorted({product for mix in MIXES.values() for product in mix})
SPECIALIST = np.array([PRODUCTS.index(product) for product in (*_SPECIALIST_52, *_SPECIALIST_54)])
CRISIS = PRODUCTS.index(("46", "46A02"))

VERWIJZERS = ("01", "02", "03", "04", "05", "06", "08")
_HUISARTS = [0, 1, 0, 0, 0, 0, 0]
_VERWIJZER_CHANCES = {
    Stream.HUISARTS_SPECIALIST: _HUISARTS,
    Stream.OTHER_SPECIALIST: [0.35, 0, 0.20, 0, 0.36, 0.06, 0.03],
    Stream.HUISARTS_BASIC: _HUISARTS,
    Stream.OTHER: [0.62, 0, 0.05, 0.17, 0.05, 0.06, 0.05],
}


def draw_products(stream: np.ndarray, gemeente: np.ndarray, year: int, rng: np.random.Generator) -> np.ndarray:
    """The place in `PRODUCTS` of each verwijzing; a gemeente moves from 51 and 52 to 54 in a year of its own."""
    newer = np.array([item.category_54_from <= year for item in GEMEENTEN])[gemeente]
    drawn = np.empty(len(stream), dtype=np.int64)
    for (kind, is_newer), mix in MIXES.items():
        here = (stream == kind) & (newer == is_newer)
        places = np.array([PRODUCTS.index(product) for product in mix])
        drawn[here] = places[pick(list(mix.values()), int(here.sum()), rng)]
    return drawn


def draw_verwijzers(stream: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The place in `VERWIJZERS` of each verwijzing."""
    drawn = np.empty(len(stream), dtype=np.int64)
    for kind, chances in _VERWIJZER_CHANCES.items():
        here = stream == kind
        drawn[here] = pick(chances, int(here.sum()), rng)
    return drawn
