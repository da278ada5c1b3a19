"""Where and when the programmes start, and what they truly do: the planted effects."""

from dataclasses import dataclass, replace

import numpy as np

from voorkant.builder.demo.region import GEMEENTEN, Region
from voorkant.builder.demo.timeline import DAYS, MONTH_OF_DAY, MONTHS, day_number, month_number

OJG, SCHOOL = "ojg", "jeugdhulp_school"
RAMP = 6
"""Months over which an effect grows to its full size."""
OLIEVLEK_RR, OLIEVLEK_SPREAD = 0.69, 0.06
SCHOOL_RR = 0.70
SCHOOL_PILOT = ("GM9904", "GM9906", "GM9907", "GM9908", "GM9909", "GM9910", "GM9911")
CORONA_PILOT = "GM9905"
CORONA_START, BREAK_START, BREAK_FACTOR = "2020-04-01", "2021-01-01", 1.30
_OJG_PLAN = (
    ("GM9901", 9, (2019, 3), (2024, 4)),
    ("GM9902", 8, (2019, 11), (2025, 3)),
    ("GM9903", 6, (2019, 9), (2024, 6)),
)
"""Gemeente, how many of its praktijken start, and the first and last start."""
_SCHOOL_MONTHS = ((2021, 9), (2022, 2), (2022, 9), (2023, 2), (2023, 9), (2024, 2), (2024, 9), (2025, 2), (2025, 9))


@dataclass(frozen=True)
class Start:
    """A programme at a location. `ratio` is the full planted rate ratio; hours None = not stated in the export."""

    programme: str
    location: str
    place: int  # the number of the praktijk or school in the region
    first_day: str
    last_day: str | None
    hours: float | None
    ratio: float

    def effect(self) -> np.ndarray:
        """The rate ratio by month: 1 before the start and after a stop, growing to its full size in between."""
        first, last = day_number(self.first_day), day_number(self.last_day) if self.last_day else len(DAYS) - 1
        begin = month_number(int(self.first_day[:4]), int(self.first_day[5:7])) + (int(self.first_day[8:]) - 1) / 30
        grown = np.clip((np.arange(MONTHS) + 0.5 - begin) / RAMP, 0, 1)
        grown[np.arange(MONTHS) > MONTH_OF_DAY[last]] = 0
        return 1 + (self.ratio - 1) * grown if first <= last else np.ones(MONTHS)


def plan_ojg(region: Region, rng: np.random.Generator) -> list[Start]:
    """The oil slick: praktijk after praktijk, in a random order, and some have not started at the end."""
    starts = []
    for code, count, first, last in _OJG_PLAN:
        own = [place for place, item in enumerate(region.praktijken) if GEMEENTEN[item.gemeente].code == code]
        months = np.rint(np.linspace(month_number(*first), month_number(*last), count)).astype(int)
        months[1:-1] += rng.integers(-2, 3, count - 2)
        for order, place in enumerate(rng.permutation(own)[:count]):
            starts.append(_ojg_start(region, int(place), _first_day(int(months[order]), rng), rng))
    return _exceptions(starts)


def _ojg_start(region: Region, place: int, first_day: str, rng: np.random.Generator) -> Start:
    praktijk = region.praktijken[place]
    none_planted = GEMEENTEN[praktijk.gemeente].code == "GM9903"
    ratio = 1.0 if none_planted else round(OLIEVLEK_RR * float(np.exp(rng.normal(0, OLIEVLEK_SPREAD))), 3)
    hours = (6.0, 8.0)[int(rng.integers(2))] if none_planted else (8.0, 12.0, 16.0, 20.0)[int(rng.integers(4))]
    return Start(OJG, praktijk.agb, place, first_day, None, hours, ratio)


def _first_day(month: int, rng: np.random.Generator) -> str:
    day = 15 if rng.random() < 0.15 else 1  # noqa: PLR2004 - one in seven starts halfway a month
    return f"{2018 + month // 12}-{month % 12 + 1:02d}-{day:02d}"


def _exceptions(starts: list[Start]) -> list[Start]:
    """One praktijk stops, one has the OJG on paper only (0 hours: no help, no effect), one states no hours."""
    stopped, paper, unstated = starts[3], starts[14], starts[6]
    changed = {
        stopped.location: replace(stopped, last_day="2023-06-30"),
        paper.location: replace(paper, hours=0.0, ratio=1.0),
        unstated.location: replace(unstated, hours=None),
    }
    return [changed.get(start.location, start) for start in starts]


def plan_schools(region: Region, rng: np.random.Generator) -> list[Start]:
    """The school pilot (a special school first), the corona pilot, and schools where nothing is planted."""
    starts = []
    for place, school in enumerate(region.schools):
        code = GEMEENTEN[school.gemeente].code
        if code == CORONA_PILOT:
            starts.append(Start(SCHOOL, school.brin, place, CORONA_START, None, 8.0, 1.0))
        elif code in SCHOOL_PILOT:
            first_one = code == SCHOOL_PILOT[0] and school.kind == "sbo"
            month = _SCHOOL_MONTHS[0 if first_one else int(rng.integers(1, len(_SCHOOL_MONTHS)))]
            if first_one or rng.random() < 0.68:  # noqa: PLR2004 - the others have not started
                ratio = SCHOOL_RR if school.kind in ("bo", "sbo", "so") else 1.0
                starts.append(_school_start(school.brin, place, month, ratio))
        elif code in ("GM9901", "GM9902") and rng.random() < 0.6:  # noqa: PLR2004
            starts.append(_school_start(school.brin, place, _SCHOOL_MONTHS[int(rng.integers(2, 7))], 1.0))
    return starts


def _school_start(brin: str, place: int, month: tuple[int, int], ratio: float) -> Start:
    return Start(SCHOOL, brin, place, f"{month[0]}-{month[1]:02d}-01", None, 4.0 if ratio < 1 else 8.0, ratio)


def first_in_wijk(region: Region, starts: list[Start]) -> dict[int, Start]:
    """The start that counts for a wijk: the first school for 4-11 in it with a planted effect."""
    first: dict[int, Start] = {}
    for start in sorted(starts, key=lambda item: item.first_day):
        if start.ratio < 1:
            first.setdefault(region.schools[start.place].wijk, start)
    return first
