"""Amounts: who knows what every other youth cost still does not learn what the last one did."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.queries.given import REGION, given, indicator, prepared
from voorkant import ROOT
from voorkant.builder import cells, measure, protect
from voorkant.declare.cubeplan import read_cubeplan
from voorkant.domain.protection import Protection

PLAN = read_cubeplan(ROOT / "data" / "cubeplan.toml")
SLUG = "kosten_per_jeugdige"
DOUBT = 0.1
HALF = {"intern": 100, "openbaar": 500}
"""How far an amount per youth can be rounded off: the rule is no secret."""
World = list[tuple[int, int, float]]
Ranges = dict[str, tuple[float, float]]
"""area -> what the sum of its amounts can be."""


def some(seed: int, youths: tuple[int, int], spread: float = 1.2) -> World:
    """(youth, gemeente, euro): most cost little, some very much."""
    chance = np.random.default_rng(seed)
    return [
        (place * 1000 + number, place, float(np.round(chance.lognormal(8, spread), 2)))
        for place, count in enumerate(youths, 1)
        for number in range(count)
    ]


@dataclass(frozen=True)
class Cell:
    area: str
    value: float | None
    reason: str | None


def publish(folder: Path, world: World) -> dict[str, list[Cell]]:
    """Per level what is told of the one year, by the builder's own steps but for the audit of the counts."""
    lines = ["declaratie_id | verwijzing_id | client_id | periode_start | productcategorie | bedrag"]
    lines += [f"d{youth} | v{youth} | {youth} | 2024-03-01 | 52 | {euro}" for youth, _, euro in world]
    of = ["verwijzing_id | client_id | verwijsdatum | gemeentecode | productcategorie"]
    of += [f"v{youth} | {youth} | 2024-01-02 | GM990{place} | 52" for youth, place, _ in world]
    database = given(folder, declaraties="\n".join(lines), ggz_verwijzingen="\n".join(of))
    item = indicator(SLUG)
    windows = prepared(database)
    assert measure.measure(database, item, plan=PLAN, windows=windows)
    judged = protect.Judged(item, unknown_keys=False)
    cells.plan_grains(database, PLAN, [item])
    protect.protect_intern(database, judged, REGION)
    protect.protect_openbaar(database, judged, REGION)
    for protection in Protection:
        protect.add(database, item, protection, REGION)
    found = database.rows(
        "select protection, area.code, value, reason from protected_cell inner join area using (area_id) "
        "inner join period using (period_id) where period.code = '2024'"
    )
    return {level: [Cell(*row[1:]) for row in found if row[0] == level] for level in HALF}


def inside(world: World, area: str) -> World:
    return world if area == "RG01" else [row for row in world if area == f"GM990{row[1]}"]


def told(world: World, published: dict[str, list[Cell]], level: str) -> Ranges:
    """What follows from the cells of a level and of those outside it, for who knows how many youths there are."""
    found: Ranges = {}
    for name in ("intern", "openbaar") if level == "intern" else ("openbaar",):
        for cell in published[name]:
            if cell.value is not None:
                count = len(inside(world, cell.area))
                low, high = found.get(cell.area, (0.0, np.inf))
                found[cell.area] = (
                    max(low, count * (cell.value - HALF[name])), min(high, count * (cell.value + HALF[name])),
                )  # fmt: skip
    return found


def recovered(world: World, ranges: Ranges) -> list[int]:
    """The youths whose amount follows to within a tenth, for who knows all the others."""
    return [youth for youth, *_ in _found(world, ranges)]


def _found(world: World, ranges: Ranges) -> Iterator[tuple[int, float, float]]:
    for youth, place, euro in world:
        low, high = 0.0, np.inf
        for area, (least, most) in ranges.items():
            if area in ("RG01", f"GM990{place}"):
                others = sum(amount for other, _, amount in inside(world, area) if other != youth)
                low, high = max(low, least - others), min(high, most - others)
        assert low <= euro + 0.01 * len(world) + 1
        assert high >= euro - 0.01 * len(world) - 1
        if high - low < 2 * DOUBT * euro - 2:
            yield youth, low, high


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("youths", [(120, 80), (40, 6), (200, 3), (12, 2)], ids=str)
def test_no_amount_of_a_youth_follows(seed: int, youths: tuple[int, int], tmp_path: Path) -> None:
    world = some(seed, youths)
    published = publish(tmp_path, world)
    for level in HALF:
        assert recovered(world, told(world, published, level)) == []


def test_enough_is_told_to_be_of_use(tmp_path: Path) -> None:
    published = publish(tmp_path, some(1, (120, 80), spread=0.7))
    assert [cell.area for cell in published["openbaar"] if cell.value] == ["RG01", "GM9901", "GM9902"]


def test_one_youth_with_most_of_the_sum_hides_it(tmp_path: Path) -> None:
    """Their number may be told; what they cost together would be what that youth did."""
    world = [*some(2, (120, 0)), *((2000 + number, 2, 10.0) for number in range(60)), (2999, 2, 11_000.0)]
    cells_ = {cell.area: cell for cell in publish(tmp_path, world)["intern"]}
    assert (cells_["GM9902"].value, cells_["GM9902"].reason) == (None, "herleidbaar")
    assert cells_["GM9901"].value


def exact(world: World) -> Ranges:
    """Hidden below five youths, and otherwise as it is."""
    areas = ("RG01", "GM9901", "GM9902")
    sums = {area: sum(euro for *_, euro in inside(world, area)) for area in areas if len(inside(world, area)) >= 5}
    return {area: (found, found) for area, found in sums.items()}


def fine(world: World) -> Ranges:
    """The same, with the amount per youth rounded to ten euros."""
    found = {}
    for area, (total, _) in exact(world).items():
        count = len(inside(world, area))
        mean = round(total / count / 10) * 10
        found[area] = (count * (mean - 5), count * (mean + 5))
    return found


@pytest.mark.parametrize("naive", [exact, fine])
def test_the_same_attack_takes_apart_naive_amounts(naive: Callable[[World], Ranges]) -> None:
    world = some(3, (40, 3))
    assert recovered(world, naive(world))


def test_a_youth_who_came_later_does_not_follow_from_two_publications(tmp_path: Path) -> None:
    """Who knows nobody's amount, but that one youth came, sees two sums that are each in doubt."""
    world = some(4, (60, 30))
    later = [*world, (9999, 1, 14_000.0)]
    for level in HALF:
        before, after = (told(item, publish(tmp_path / f"{level}{len(item)}", item), level) for item in (world, later))
        for area in before.keys() & after.keys():
            if inside(later, area) != inside(world, area):
                low, high = after[area][0] - before[area][1], after[area][1] - before[area][0]
                assert low <= 14_000 <= high
                assert high - low >= 2 * DOUBT * 14_000
