"""A year in which few began does not follow from who ended in it and who was in help before and after."""

from datetime import date
from pathlib import Path

import pytest

from tests.queries.given import REGION, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import measure, protect
from voorkant.builder.database import Database
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.domain.protection import Protection

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
BEGIN = {2020: 43, 2021: 3, 2022: 30, 2023: 24}
END = {2020: 12, 2021: 14, 2022: 10, 2023: 12}
SMALL, YEARS = 2021, range(2020, 2024)
FLOWS = ("instroom", "uitstroom")
LEVELS = {Protection.INTERN: 4, Protection.OPENBAAR: 9}
"""The most that a hidden count can be."""
Ranges = dict[tuple[str, int], tuple[float, float]]


def referrals() -> str:
    """In one gemeente; who began first ends first."""
    begin = [date(year, 2, 1) for year, count in BEGIN.items() for _ in range(count)]
    end = [date(year, 11, 1) for year, count in END.items() for _ in range(count)]
    head = "verwijzing_id | client_id | verwijsdatum | einddatum | gemeentecode | leeftijd | productcategorie"
    ends = [*map(str, end), *["-"] * (len(begin) - len(end))]
    lines = [f"v{n} | {n} | {day} | {ends[n]} | GM9901 | 9 | 52" for n, day in enumerate(begin)]
    return "\n".join([head, *lines])


def published(folder: Path, *, naive: bool) -> Database:
    """The region's cells of both levels; a naive publication tells every state that is large enough by itself."""
    database = given(folder, ggz_verwijzingen=referrals())
    windows = prepared(database)
    judged = [protect.Judged(indicator(slug), unknown_keys=False) for slug in (*FLOWS, "stand")]
    for item in judged:
        assert measure.measure(database, item.indicator, plan=PLAN, windows=windows)
        protect.protect_intern(database, item, REGION)
    for protection in LEVELS:
        for item in judged:
            if protection is Protection.OPENBAAR:
                protect.protect_openbaar(database, item, REGION)
        for item in judged if not naive else []:
            protect.end_state(database, item.indicator, protection)
    return database


def told(database: Database, protection: Protection) -> Ranges:
    """What the region's cells of a level leave possible, by indicator and year."""
    rows = database.rows(
        f"select indicator, cast(period.code as integer), numerator_low, numerator_high, numerator is null "
        f"from kept_{protection.value} join area using (area_id) join period using (period_id) "
        f"where area.level = 'regio' and period.type = 'year'"
    )
    most = float("inf")
    return {
        (slug, year): (low, LEVELS[protection] if hidden and slug in FLOWS else most if high is None else high)
        for slug, year, low, high, hidden in rows
    }


def follows(cells: Ranges, year: int) -> tuple[float, float]:
    """Between what the small `instroom` lies, by every pair of states around it and the flows between them."""
    low, high = cells["instroom", year]
    for before in (item for item in YEARS if item < year):
        for after in (item for item in YEARS if item >= year):
            between = range(before + 1, after + 1)
            first, last = cells["stand", before], cells["stand", after]
            gone = [cells["uitstroom", item] for item in between]
            other = [cells["instroom", item] for item in between if item != year]
            low = max(low, last[0] - first[1] + sum(a for a, _ in gone) - sum(b for _, b in other))
            high = min(high, last[1] - first[0] + sum(b for _, b in gone) - sum(a for a, _ in other))
    return low, high


@pytest.mark.parametrize("protection", LEVELS)
def test_a_year_in_which_few_began_keeps_its_doubt(protection: Protection, tmp_path: Path) -> None:
    cells = told(published(tmp_path, naive=False), protection)
    assert follows(cells, SMALL) == cells["instroom", SMALL]
    assert cells["stand", SMALL - 1][1] < float("inf")
    assert {cells["stand", year][1] for year in YEARS if year >= SMALL} == {float("inf")}


def test_a_naive_publication_gives_it_away(tmp_path: Path) -> None:
    low, high = follows(told(published(tmp_path, naive=True), Protection.INTERN), SMALL)
    assert low <= BEGIN[SMALL] <= high
    assert high - low + 1 < 3
