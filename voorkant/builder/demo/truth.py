"""The planted truths, written down so that tests can check estimates against them."""

from datetime import date
from typing import Any

import numpy as np

from voorkant.builder.demo import declarations, experiences, exports, families, rates, rollout
from voorkant.builder.demo.agb import HOW
from voorkant.builder.demo.contacts import VERVOLG
from voorkant.builder.demo.rates import Stream
from voorkant.builder.demo.region import AGE_GROUPS, GEMEENTEN, MINORS, SMALL_GEMEENTE
from voorkant.builder.demo.rollout import Start, first_in_wijk
from voorkant.builder.demo.timeline import CORONA, LAG, LAST_YEAR, MONTH_OF_DAY, MONTHS, day_number, month_number
from voorkant.builder.demo.world import World

_FINAL = month_number(LAST_YEAR, 10)
"""Months before this one are final; the true mean ratios are those of the final months."""


def collect(world: World) -> dict[str, Any]:
    """Everything as plain values, for `waarheid.toml`."""
    return {
        "seed": world.seed,
        "contacten": world.files[exports.CONTACTS],
        "periode": declarations.WINDOW,
        "definitief_tot_en_met": f"{LAST_YEAR}-09",
        "basis": _basis(world),
        "pilot": _pilots(world),
        "nalevering": _late(world),
        "voorlopig": {"kwartaal": f"{LAST_YEAR}-Q4", "geregistreerd": _by_month(LAG)},
        "kleine_gemeente": {"code": SMALL_GEMEENTE, "indicator": "verwijzingen_sggz", "laagste": 1, "hoogste": 4},
        "gezinsprogramma": _families(),
        "ojg_praktijk": _praktijken(world),
        "school_wijk": _wijken(world),
        "fout": [
            {"bestand": item.file, "regel": item.line, "fout": item.what, "kolom": item.column, "waarde": item.value}
            for item in world.planted
        ],
    }


def _by_month(factors: dict[tuple[int, int], float]) -> dict[str, float]:
    return {f"{year}-{month:02d}": factor for (year, month), factor in factors.items()}


def _basis(world: World) -> dict[str, Any]:
    closed = sum(VERVOLG.values())
    return {
        "sggz_huisarts_per_1000_per_maand": {"laagste": rates.LOWEST_BASE, "hoogste": rates.HIGHEST_BASE},
        "trend_per_jaar": rates.TREND,
        "corona": _by_month(CORONA),
        "opbouw_maanden": rollout.RAMP,
        "huisarts_aandeel": {item.code: item.huisarts_share for item in GEMEENTEN if item.code != SMALL_GEMEENTE},
        "verwijzer_agb": HOW,
        "vervolg": {name: round(chance / closed, 4) for name, chance in VERVOLG.items()},
        "zonder_verwijzing": round((VERVOLG["zelf_afgehandeld"] + VERVOLG["vrij_toegankelijk"]) / closed, 4),
        "verwijzingen_na_traject": world.linked,
    }


def _pilots(world: World) -> dict[str, Any]:
    ojg = {
        code: [item for item in world.ojg if _gemeente(world, item) == code] for code in ("GM9901", "GM9902", "GM9903")
    }
    wijken = first_in_wijk(world.region, world.schools)
    return {
        declarations.OLIEVLEK: _effect(world, [*ojg["GM9901"], *ojg["GM9902"]]),
        declarations.NO_EFFECT: _effect(world, ojg["GM9903"]),
        declarations.SCHOOLS: {
            "eenheden": len(wijken),
            "leeftijd": "4-11",
            "rr_volledig": rollout.SCHOOL_RR,
            "rr_gemiddeld": _mean_ratio(world, [_wijk_cells(world, wijk, start) for wijk, start in wijken.items()]),
        },
        declarations.FAMILIES: {"gezinnen": declarations.FAMILY_COUNT, "rr_volledig": 1.0, "rr_gemiddeld": 1.0},
        declarations.CORONA: {
            "start": date.fromisoformat(rollout.CORONA_START),
            "rr_volledig": 1.0,
            "rr_gemiddeld": 1.0,
            "breuk": date.fromisoformat(rollout.BREAK_START),
            "breuk_factor": rollout.BREAK_FACTOR,
        },
    }


def _gemeente(world: World, start: Start) -> str:
    return GEMEENTEN[world.region.praktijken[start.place].gemeente].code


def _effect(world: World, starts: list[Start]) -> dict[str, Any]:
    ratios = [start.ratio for start in starts]
    return {
        "eenheden": len(starts),
        "rr_volledig": round(float(np.exp(np.mean(np.log(ratios)))), 3),
        "rr_gemiddeld": _mean_ratio(world, [_praktijk_cells(start) for start in starts]),
    }


def _families() -> list[dict[str, Any]]:
    """What was planted of the programmes of tens of families: no effect, only how they go."""
    positive = {asked.programme: asked.positive for asked in experiences.ASKED}
    listed = []
    for plan in families.FAMILIES:
        truth: dict[str, Any] = {"programma": plan.programme, "gemeente": plan.gemeente, "weken": plan.weeks}
        truth |= {"doel_behaald": plan.goals[0]} if plan.goals else {}
        truth |= {} if plan.few_involved is None else {"hooguit_twee": plan.few_involved}
        truth |= {"positief": positive[plan.programme]} if plan.programme in positive else {}
        listed.append(truth)
    return listed


def _months_since(start: Start) -> np.ndarray:
    """The final months in which a programme runs the whole month."""
    months = np.arange(MONTHS)
    first = month_number(int(start.first_day[:4]), int(start.first_day[5:7])) + (start.first_day[8:] != "01")
    last = MONTH_OF_DAY[day_number(start.last_day)] if start.last_day else MONTHS
    return months[(months >= first) & (months <= last) & (months < _FINAL)]


Cells = tuple[list[Stream], int, list[int], np.ndarray]


def _praktijk_cells(start: Start) -> Cells:
    return [Stream.HUISARTS_SPECIALIST], start.place, list(range(MINORS)), _months_since(start)


def _wijk_cells(world: World, wijk: int, start: Start) -> Cells:
    unit = next(place for place in range(len(world.region.praktijken), world.people.units)
                if world.people.wijk[world.people.first_block[place]] == wijk)  # fmt: skip
    return [Stream.HUISARTS_SPECIALIST, Stream.OTHER_SPECIALIST], unit, [AGE_GROUPS.index("4-11")], _months_since(start)


def _mean_ratio(world: World, cells: list[Cells]) -> float:
    """Expected over expected without the programme: what a perfect estimate would find."""
    places = [
        np.ix_([int(item) for item in streams], [unit], groups, months) for streams, unit, groups, months in cells
    ]
    total, without = (
        sum(rate[place].sum() for place in places) for rate in (world.rates.expected, world.rates.untreated)
    )
    return round(float(total / without), 3)


def _praktijken(world: World) -> list[dict[str, Any]]:
    started = {start.place: start for start in world.ojg}
    listed = []
    for place, item in enumerate(world.region.praktijken):
        truth: dict[str, Any] = {
            "agb": item.agb,
            "gemeente": GEMEENTEN[item.gemeente].code,
            "sggz_per_1000_per_maand": round(float(world.rates.base[place]), 3),
        }
        if start := started.get(place):
            truth |= {"start": date.fromisoformat(start.first_day), "rr_volledig": start.ratio}
            truth |= {"stop": date.fromisoformat(start.last_day)} if start.last_day else {}
            truth |= {} if start.hours is None else {"uren": start.hours}
            if len(_months_since(start)):
                truth["rr_gemiddeld"] = _mean_ratio(world, [_praktijk_cells(start)])
        listed.append(truth)
    return listed


def _wijken(world: World) -> list[dict[str, Any]]:
    return [
        {
            "code": world.region.wijken[wijk].code,
            "start": date.fromisoformat(start.first_day),
            "brin": start.location,
            "rr_volledig": start.ratio,
        }
        for wijk, start in sorted(first_in_wijk(world.region, world.schools).items())
    ]


def _late(world: World) -> dict[str, Any]:
    return {
        "bestand": exports.LATE,
        "gemeente": exports.LATE_GEMEENTE,
        "van": "{}-{:02d}".format(*exports.LATE_FROM),
        "tot_en_met": "{}-{:02d}".format(*exports.LATE_UNTIL),
        "rijen": world.files[exports.LATE],
    }
