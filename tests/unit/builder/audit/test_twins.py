"""Places that change seats: only those of which nothing is shown, within their gemeente and with all their tables."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from voorkant.builder.audit.ranges import Level, Published
from voorkant.builder.audit.system import FREE, System, Variables
from voorkant.builder.audit.twins import seated, twins
from voorkant.builder.audit.witness import Blocks, Witnesses
from voorkant.declare.settings import Rule

PERIODS = ("2024", "2025")
HIDDEN = {"W1", "W2", "W3", "V1", "V2"}
COUNTS = {"G": 5, "H": 4, "W1": 2, "W2": 0, "W3": 1, "W4": 2, "V1": 3, "V2": 1}


@pytest.fixture(scope="module")
def published() -> Published:
    """Two gemeenten with two periods; W4 is shown, and V2 has one period alone."""
    rows = [
        {
            "indicator": "verwijzingen", "programme": "", "period_code": period, "dimension": "", "split_value": "",
            "level": "gemeente" if area in "GH" else "wijk", "gemeente_code": "H" if area in ("H", "V1", "V2") else "G",
            "parent_code": area if area in "GH" else area.replace("W", "G").replace("V", "H")[0], "area_code": area,
            "reason": "klein" if area in HIDDEN else None,
        }
        for area in COUNTS for period in PERIODS if (area, period) != ("V2", "2025")
    ]  # fmt: skip
    return Published(pd.DataFrame(rows), Level(Rule(5, 3)))


@pytest.fixture(scope="module")
def system(published: Published) -> System:
    """The gemeente is the sum of its wijken, in both periods."""
    areas, periods = published.cells["area_code"], published.cells["period_code"]
    lines = [
        np.where(periods != period, 0.0, np.where(areas == whole, 1.0, -(areas.str[0] == part).astype(float)))
        for whole, part in (("G", "W"), ("H", "V")) for period in PERIODS if (whole, period) != ("H", "2025")
    ]  # fmt: skip
    size = len(published.cells)
    everyone, nothing = np.arange(size), np.full(size, -1)
    truth = areas.map(COUNTS).to_numpy(float)
    return System(
        Variables(youths=everyone, rest=nothing, cell=everyone, truth=truth),
        sparse.csr_matrix(np.array(lines)), np.zeros(len(lines)), np.zeros(len(lines)), nothing,
    )  # fmt: skip


def name(published: Published, variable: int) -> tuple[str, str]:
    row = published.cells.iloc[variable]
    return str(row["area_code"]), str(row["period_code"])


def test_places_of_which_nothing_is_shown_take_turns(published: Published, system: System) -> None:
    ways = twins(system, published)
    moved = [{name(published, at): name(published, int(to)) for at, to in enumerate(way) if at != to} for way in ways]
    assert len(moved) == 2
    assert moved[0] == {
        (one, period): (other, period)
        for one, other in (("W1", "W2"), ("W2", "W3"), ("W3", "W1"))
        for period in PERIODS
    }


def test_who_would_get_what_it_cannot_be_keeps_its_gemeente_as_it_is(published: Published, system: System) -> None:
    way, table = twins(system, published)[0], system.variables.truth
    place = np.ones(len(table), dtype=np.int64)
    within = np.zeros(len(table)), np.full(len(table), FREE)
    assert sorted(seated(table, way, within, place)) == sorted(table)
    assert (seated(table, way, within, place) != table).any()
    low = np.where(published.cells["area_code"] == "W1", 1.0, 0.0)  # W2, whose seat it would get, has none
    assert (seated(table, way, (low, within[1]), place) == table).all()


def test_what_one_place_can_be_the_others_can_be_too(published: Published, system: System) -> None:
    """The equations alone leave no room here: every witness is one that changed seats."""
    place = (published.cells["gemeente_code"] == "H").to_numpy(np.int64) + 1
    years = published.cells["period_code"].astype(int).to_numpy(np.int64)
    low = np.where(published.is_hidden, 0.0, system.variables.truth)
    search = Witnesses(system, low, np.where(published.is_hidden, 2.0, system.variables.truth) + published.is_hidden,
                       (system.low, system.high))  # fmt: skip
    search.blocks = Blocks(years, years, place, twins(system, published))
    at = np.flatnonzero(published.cells["area_code"].isin(["W1", "W2", "W3"]))
    search._look(search.programme(at[:1]), np.ones(1))
    assert search.doubt()[at].tolist() == [3] * len(at)


def test_a_table_that_breaks_an_equation_is_no_witness(published: Published, system: System) -> None:
    search = Witnesses(system, np.zeros(system.variables.size), np.full(system.variables.size, 9.0),
                       (system.low, system.high))  # fmt: skip
    search._try(system.variables.truth + 1)
    assert (search.doubt() == 1).all()
