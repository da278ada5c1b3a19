"""Estimates and cells together give no small count away; naive estimates beside the same cells do."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from tests.attacks import estimates, naive, world
from tests.attacks.estimates import Known, Units, bounds, of_cells, of_estimates, values
from tests.attacks.pilotworld import OUTCOME, WANTED, recovered, seen_of, span, targets, truth, units_of
from tests.attacks.seen import Key, Seen, read
from tests.unit.builder.pilot.made import FIRST, INTERN, cells_of, fallen, shown_of, thinned
from voorkant.builder.pilot.beside import Beside, Reader
from voorkant.builder.pilot.case import Case
from voorkant.builder.pilot.estimates import NOW, Moment, released
from voorkant.builder.pilot.evaluate import evaluate
from voorkant.cube.reader import current

PILOTS = 'select pilot_id, programme, "first", "last", gemeenten from pilot where unit = \'praktijk\' and indicator = ?'
ROWS = "select moment, scope, name, value, low, high, text from estimate where pilot_id = ?"
STARTS = """
    select area.code, extract(year from first_day + interval 1 month - interval 1 day) * 12
        + extract(month from first_day + interval 1 month - interval 1 day) - 1
    from rollout join area using (area_id) join programme using (programme_id) where programme.slug = ?
"""
"""A unit counts from its first whole month."""


@pytest.fixture(scope="module")
def case() -> Case:
    """Twenty practices with few referrals; the last to start had two since."""
    made = fallen(rate=0.8)
    begin = made.starts()[0]
    last = int(np.argmax(np.where(begin < made.months, begin, -1)))
    since = (np.arange(made.months) >= begin[last]) & (np.arange(len(begin)) == last)[:, None]
    return thinned(made, since, 2)


@pytest.fixture(scope="module")
def units(case: Case) -> Units:
    return units_of(case)


@pytest.fixture(scope="module")
def seen(case: Case) -> dict[Key, Seen]:
    return seen_of(cells_of(case))


@pytest.fixture(scope="module")
def rows(case: Case) -> list[estimates.Row]:
    moments = [Moment("2022-12", evaluate(case, FIRST + 48)), Moment(NOW, evaluate(case, FIRST + 60))]
    reader = Reader(Beside((case,), shown_of(cells_of(case)), INTERN.wanted))
    return released(moments, INTERN, readers=[reader]).rows


def test_released_estimates_beside_cells_recover_nothing(
    case: Case, units: Units, seen: dict[Key, Seen], rows: list[estimates.Row]
) -> None:
    known = [*of_cells(units, seen, OUTCOME), *of_estimates(units, rows)]
    assert len(known) > len(seen) + 5
    assert len(targets(case, units)) > 5
    assert recovered(case, units, known) == []


def test_a_ratio_without_each_unit_by_name_tells_its_count(
    case: Case, units: Units, seen: dict[Key, Seen], rows: list[estimates.Row]
) -> None:
    """Observed with and without a unit, both as they are: the difference is the unit's."""
    told = [Known(where, count, count) for where, count in naive.without_each(truth(case), units.running)]
    assert recovered(case, units, [*of_cells(units, seen, OUTCOME), *of_estimates(units, rows), *told])


def test_an_exact_observed_beside_all_cells_but_one_tells_the_last(
    case: Case, units: Units, seen: dict[Key, Seen]
) -> None:
    count = truth(case)
    target = targets(case, units)[0]  # a unit in a year
    year = np.broadcast_to(target.any(axis=0), target.shape)
    own = list(of_cells(units, seen, OUTCOME))
    exact = [Known(item.where, count[item.where].sum(), count[item.where].sum()) for item in own
             if not (item.where & target).any()]  # fmt: skip
    assert values(*bounds([*own, *exact], [target])[0]) >= WANTED
    observed = Known(year, count[year].sum(), count[year].sum())
    assert values(*bounds([*own, *exact, observed], [target])[0]) == 1


def test_the_pilots_of_a_publication_recover_nothing(home: Path) -> None:
    """Those of the home that `make attack` names; the small world has none."""
    published = current(home / "published")
    assert published is not None
    tried = 0
    for level in ("intern", "openbaar"):
        seen = read(published.folder, level)
        for units, rows in _pilots(published.folder, level):
            known = _counts(home)
            told = [*of_cells(units, seen, OUTCOME), *of_estimates(units, rows)]
            small = [key for key, (count, youths) in known.items() if key.area in units.codes
                     and key.indicator == OUTCOME and youths < world.THRESHOLD[level]
                     and int(key.period[:4]) * 12 >= units.months.start]  # fmt: skip
            spans = {key: span(key.period) for key in small}
            asked = [units.block([units.codes.index(key.area)], *spans[key]) for key in small]
            for key, (low, high) in zip(small, bounds(told, asked), strict=True):
                assert low - estimates.NEAR <= known[key][0] <= high + estimates.NEAR, f"{key}: supposed what is not so"
                assert values(low, high) >= world.VALUES[level], key
            tried += len(rows) > 0 and len(asked) > 0
    assert bool(tried) == ("VOORKANT_ATTACK" in os.environ)


def _counts(home: Path) -> dict[Key, tuple[int, int]]:
    """(count, youths) of every practice's cell, as the builder remembers them."""
    frame = pd.concat(
        pd.read_parquet(path) for path in (home / "records" / "audit").glob("intern-verwijzingen*.parquet")
    )
    frame = frame[(frame["type"].isin(["year", "3year"])) & (frame["age"] == 0)]
    return {Key(row.indicator, row.programme, row.area_code, row.period_code, row.dimension, row.split_value):
            (int(row.true_numerator), int(row.true_youths)) for row in frame.itertuples()}  # fmt: skip


def _pilots(folder: Path, level: str) -> Iterator[tuple[Units, list[estimates.Row]]]:
    """The units of every pilot of practices, and all estimates that a reader of the level has."""
    practices = read(folder, "intern").items()  # in public their cells are not, but who they are is known
    places = {key.area: f"GM{cell.gemeente[2:6]}" for key, cell in practices if cell.level == "praktijk"}
    with duckdb.connect(str(folder / "regio" / "intern.duckdb"), read_only=True) as cube:
        pilots = cube.execute(PILOTS, [OUTCOME]).fetchall()
    levels = ("intern", "openbaar") if level == "intern" else ("openbaar",)
    for number, programme, first, last, gemeenten in pilots:
        codes = tuple(sorted(code for code, gemeente in places.items() if gemeente in gemeenten.split(",")))
        starts, rows = {}, []
        for gemeente in gemeenten.split(","):
            with duckdb.connect(str(folder / gemeente / "intern.duckdb"), read_only=True) as cube:
                starts |= dict(cube.execute(STARTS, [programme]).fetchall())
        for protection in levels:
            with duckdb.connect(str(folder / "regio" / f"{protection}.duckdb"), read_only=True) as cube:
                rows += _of_one_level(cube.execute(ROWS, [number]).fetchall(), protection)
        months = range(estimates._month(first), estimates._month(last) + 1)
        yield Units(codes, tuple(places[code] for code in codes), starts, months), rows


def _of_one_level(rows: list[estimates.Row], protection: str) -> list[estimates.Row]:
    """Moments of two levels side by side, each with its own figures."""
    return [(f"{protection} {row[0]}", *row[1:]) for row in rows]
