"""Two files that look as published by the CBS, for the fictional gemeenten and an invented Nederland."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from voorkant.builder.demo.region import GEMEENTEN, MINORS, Region, Wijk
from voorkant.builder.demo.timeline import FIRST_YEAR

YEARS = (2021, 2022, 2023, 2024)
PROVISIONAL = 2024
_PROVISIONAL_PART = 0.955
"""Provisional figures of the CBS run 4 to 5% below the final ones."""
_IN_CARE, _PER_YOUTH = 0.132, (1.33, 1.66)
_WIJK_YEAR_NOISE = 0.10
_SMALLEST, _ROUNDED = 10, 5
_AGES = (0.067, 0.480, 0.415, 0.038)
_HOMES = (0.278, 0.644, 0.078)
_REST = (0.52, 0.045, 0.12, 0.065, 0.005, 0.238, 0.007)
"""Verwijzers other than the huisarts: gemeente, jeugdarts, GI, medisch specialist, rechter, none, unknown."""
_NEDERLAND = (458_000, 462_000, 467_000, 452_000)
_NEDERLAND_HUISARTS = 0.327

GEMEENTEN_HEADER = (
    '"Regio\'s";"Perioden";"Jongeren met jeugdhulp in natura (% (zie toelichting))";'
    '"Jongeren met jeugdh. met verbl. in nat. (% (zie toelichting))";'
    '"Jongeren met jeugdbescherming (% (zie toelichting))";'
    '"Jeugdbesch. en jeugdh. met verbl. in nat (% (zie toelichting))";'
    '"Jongeren met jeugdreclassering (% (zie toelichting))"'
)
WIJKEN_HEADER = (
    ",ID,VormenVanJeugdzorg,Wijken,Perioden,TotaalJongerenMetJeugdzorgInNatura_1,k_0Tot4Jaar_2,k_4Tot12Jaar_3,"
    "k_12Tot18Jaar_4,k_18Tot23Jaar_5,ThuiswonendKindInEenouderhuishouden_6,ThuiswonendKindBijEenPaar_7,"
    "AnderHuishouden_8,TotaalTrajectenInNatura_9,GemeentelijkeToegang_10,Huisarts_11,Jeugdarts_12,"
    "GecertificeerdeInstelling_13,MedischSpecialist_14,RechterOfficierVanJustitie_15,GeenVerwijzer_16,"
    "VerwijzerOnbekend_17,Regio,SoortRegio_19,Codering_20,IndelingswijzigingWijken_21"
)
"""As published, but with the names of the areas joined in the place of Gemeentenaam_18."""


@dataclass(frozen=True)
class Area:
    """Youths in care and their trajecten in an area, by year."""

    code: str
    name: str
    kind: str
    youths: np.ndarray
    trajecten: np.ndarray
    huisarts: np.ndarray  # its part of the trajecten


def make_areas(region: Region, rng: np.random.Generator) -> list[Area]:
    """Nederland, then each gemeente followed by its wijken."""
    final = np.where(np.array(YEARS) == PROVISIONAL, _PROVISIONAL_PART, 1.0)
    country = np.array(_NEDERLAND)
    areas = [Area("NL00", "", "", country, np.rint(country * 1.504), np.full(len(YEARS), _NEDERLAND_HUISARTS))]
    for number, gemeente in enumerate(GEMEENTEN):
        per_youth = rng.uniform(*_PER_YOUTH)
        share = gemeente.huisarts_share * np.exp(rng.normal(0, 0.04, len(YEARS)))
        wijken = [_wijk(wijk, per_youth, final=final, share=share, rng=rng)
                  for wijk in region.wijken if wijk.gemeente == number]  # fmt: skip
        youths, trajecten = (sum(getattr(wijk, name) for wijk in wijken) for name in ("youths", "trajecten"))
        areas += [Area(gemeente.code, gemeente.name, "Gemeente", youths, trajecten, share), *wijken]
    return areas


def _wijk(wijk: Wijk, per_youth: float, *, final: np.ndarray, share: np.ndarray, rng: np.random.Generator) -> Area:
    young = wijk.people[np.array(YEARS) - FIRST_YEAR, :MINORS].sum(axis=1)
    level = _IN_CARE * np.exp(rng.normal(0, 0.22)) * np.exp(rng.normal(0, _WIJK_YEAR_NOISE, len(YEARS)))
    youths = rng.poisson(young * level * final)
    trajecten = np.rint(youths * per_youth * np.exp(rng.normal(0, 0.04, len(YEARS))))
    return Area(wijk.code, wijk.name, "Wijk", youths, trajecten, share * np.exp(rng.normal(0, 0.08, len(YEARS))))


def gemeenten_lines(region: Region, areas: list[Area], rng: np.random.Generator) -> Iterator[str]:
    """StatLine 85098NED: percentages with a decimal comma, names without codes, a star where provisional."""
    yield GEMEENTEN_HEADER
    for area in (item for item in areas if item.kind != "Wijk"):
        number = next((place for place, item in enumerate(GEMEENTEN) if item.code == area.code), None)
        others = np.array([8.8, 1.2, 46.3, 0.3]) * np.exp(rng.normal(0, 0.0 if number is None else 0.2, 4))
        for year, youths in zip(YEARS, area.youths, strict=True):
            young = 3_380_000 if number is None else region.youths(number)[year - FIRST_YEAR]
            values = [100 * youths / young * 0.963, *(others * np.exp(rng.normal(0, 0.03, 4)))]
            shown = [f"{round(float(value), 1):g}".replace(".", ",") for value in values]
            if youths < 100:  # noqa: PLR2004 - in a small gemeente the CBS leaves the rare kinds of help out
                shown[1:] = [""] * 4
            period = f"{year}{'*' if year == PROVISIONAL else ''}"
            yield ";".join([f'"{area.name or "Nederland"}"', f'"{period}"', *shown])


def wijken_lines(areas: list[Area]) -> Iterator[str]:
    """Table 85335NED untyped: padded cells, a dot for a figure below 10, everything else rounded to 5."""
    yield WIJKEN_HEADER
    for number, (area, place) in enumerate((area, place) for area in areas for place in range(len(YEARS))):
        shares = [area.huisarts[place], *((1 - area.huisarts[place]) * part for part in _REST)]
        trajecten = [shares[1], shares[0], *shares[2:]]
        youths = area.youths[place]
        counts = [youths, *_parts(youths, _AGES), *_parts(youths, _HOMES), area.trajecten[place],
                  *_parts(area.trajecten[place], trajecten)]  # fmt: skip
        code = f"{area.code:<10}"
        start = [str(number), str(3 * number + 2), "T001203", code, f"{YEARS[place]}JJ00"]
        yield ",".join([*start, *map(_published, counts), f"{area.name:<40}", f"{area.kind:<9}", f"{code}", "       1"])


def _parts(total: float, shares: tuple[float, ...] | list[float]) -> list[float]:
    """Whole parts that add up to the total."""
    ends = np.rint(np.cumsum([0.0, *shares]) / sum(shares) * total)
    return [after - before for before, after in pairwise(ends)]


def _published(count: float) -> str:
    rounded = int(_ROUNDED * round(float(count) / _ROUNDED))
    return f"{rounded if count >= _SMALLEST else '.':>8}"
