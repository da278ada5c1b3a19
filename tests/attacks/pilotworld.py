"""A made pilot as an attacker meets it: its units, its cells as a reader of `intern` sees them, its small counts."""

import numpy as np
import pandas as pd

from tests.attacks import estimates, world
from tests.attacks.estimates import Known, Units, bounds, values
from tests.attacks.seen import Key, Seen
from tests.unit.builder.pilot.made import FIRST
from voorkant.builder.pilot.case import Case

WANTED = world.VALUES["intern"]
OUTCOME = "verwijzingen_sggz_huisarts"


def units_of(case: Case) -> Units:
    begin = {place.code: FIRST + int(at) for place, at in zip(case.places, case.starts()[0], strict=True)}
    codes = tuple(place.code for place in case.places)
    return Units(codes, ("GM9901",) * len(codes), begin, range(FIRST, FIRST + case.months))


def seen_of(cells: pd.DataFrame) -> dict[Key, Seen]:
    """Cells after their audit; of a hidden number of referrals nobody says how many there are at most."""
    found = {}
    for row in cells.itertuples():
        first, last = span(row.period_code)
        high = 1e6 if pd.isna(row.numerator_high) else row.numerator_high
        key = Key(row.indicator, "", row.area_code, row.period_code, "", "")
        found[key] = Seen(row.level, "GM9901", first, last, "count", False, row.numerator_low, high,
                          row.reason is None, row.reason, None)  # fmt: skip
    return found


def span(period: str) -> tuple[int, int]:
    """First and last month of a year or of some years."""
    first, _, last = period.partition("..")
    return int(first) * 12, int(last or first) * 12 + 11


def truth(case: Case) -> np.ndarray:
    found = np.zeros(case.counts.shape)
    np.add.at(found, (case.events.place, case.events.month), case.events.events)
    return found


def targets(case: Case, units: Units) -> list[np.ndarray]:
    """The small counts of a unit: in a year, and since its start."""
    count = truth(case)
    years = [units.block([unit], FIRST + 12 * year, FIRST + 12 * year + 11)
             for unit in range(len(units.codes)) for year in range(case.months // 12)]  # fmt: skip
    since = [units.running & units.block([unit], FIRST, FIRST + case.months) for unit in range(len(units.codes))]
    return [where for where in [*years, *(item for item in since if item.any())] if count[where].sum() < 5]


def recovered(case: Case, units: Units, known: list[Known]) -> list[np.ndarray]:
    """The small counts of which too little is left. Fails when the attacker supposes what is not so."""
    count, asked = truth(case), targets(case, units)
    found = []
    for where, (low, high) in zip(asked, bounds(known, asked), strict=True):
        assert low - estimates.NEAR <= count[where].sum() <= high + estimates.NEAR
        if values(low, high) < WANTED:
            found.append(where)
    return found
