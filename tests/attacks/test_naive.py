"""The attacks bite: each of them takes apart a protection that many would think of first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from tests.attacks import naive, world
from tests.attacks.linear import Attack
from tests.attacks.naive import Known
from tests.attacks.seen import Key, Seen, read, take
from voorkant.text.sums import total

CONTACTS = world.some(seed=7)
FAR = 1e6
"""From here on nothing is known of the upper end."""


@dataclass(frozen=True)
class Told:
    """A cell as a sum takes it."""

    numerator_low: int
    numerator_high: int | None


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.publish(tmp_path_factory.mktemp("world"), CONTACTS)


@pytest.fixture(scope="module")
def seen(published: Path) -> dict[Key, Seen]:
    found = read(published, "intern")
    return {key: found[key] for key in world.truth(found, CONTACTS)}


@pytest.fixture(scope="module")
def known(seen: dict[Key, Seen]) -> Known:
    return world.truth(seen, CONTACTS)


@pytest.mark.parametrize("protection", [naive.threshold_only, naive.rounded_only])
def test_equations_take_apart_what_was_not_audited(
    protection: Callable[..., dict[Key, Seen]], seen: dict[Key, Seen], known: Known
) -> None:
    shown = protection(seen, known)
    assert world.recovered(Attack(shown).ranges(), shown, known, "intern")


def test_the_same_equations_do_not_take_apart_what_was_published(seen: dict[Key, Seen], known: Known) -> None:
    attack = Attack(seen)
    assert world.recovered(attack.ranges(), seen, known, "intern") == []
    hidden = [key for key in known if not seen[key].shown][:40]
    assert world.recovered(attack.ranges() | attack.solve(hidden), seen, known, "intern") == []


def test_a_tracker_takes_apart_a_rule_on_the_size_of_a_selection(known: Known) -> None:
    key, (count, _) = next((key, known[key]) for key in known if key.area.startswith("WK") and 0 < known[key][0] < 5)
    region = known[replace(key, area="RG01")][0]
    others = region - count
    assert naive.big_enough([count]) is None
    everything, all_but_one = naive.big_enough([region]), naive.big_enough([others])
    assert everything is not None
    assert all_but_one is not None
    assert everything - all_but_one == count


def test_a_tracker_on_published_cells_leaves_doubt(seen: dict[Key, Seen], known: Known) -> None:
    for key, (count, youths) in known.items():
        whole = seen.get(replace(key, area="RG01"))
        if whole is None or not key.area.startswith("GM") or not world.is_small(seen[key], youths, "intern"):
            continue
        other = seen[replace(key, area="GM9903" if key.area == "" else {"GM9901": "GM9902"}.get(key.area, "GM9901"))]
        low, high = max(whole.low - other.high, seen[key].low), min(whole.high - other.low, seen[key].high)
        assert low <= count <= high
        assert high - low + 1 >= world.VALUES["intern"]


def test_a_range_wider_than_the_rounding_hides_nothing_from_who_knows_the_rules() -> None:
    """Rounded to 3 and then to 5 a 15 is 14 to 16, though both roundings together can move a count by three."""
    said = {"RG01": (45, 42, 48, None), "GM9901": (30, 27, 33, None), "GM9902": (15, 12, 18, None),
            "GM9903": (None, 0, 10, "klein")}  # fmt: skip
    rules = {"threshold": "10", "base": "5", "inner_base": "3"}
    seen: dict[Key, Seen] = {}
    for area, (shown, low, high, reason) in said.items():
        level = "regio" if area == "RG01" else "gemeente"
        cell = ("contacten", "count", "contacten", "ojg", area, level, None, "2024", "year", "", "")
        take(seen, (*cell, shown, low, high, None, reason), "openbaar", rules)
    found = {key.area: bounds for key, bounds in Attack(seen).ranges().items()}
    low, high = found["GM9903"]
    assert (low, high) == (0, 3)  # of 46, 30, 15 and 1
    assert high - low + 1 < world.VALUES["openbaar"]


def _selections(known: Known) -> tuple[Key, list[list[Key]]]:
    """A wijk with few contacts, and five hundred selections of the other wijken of a year."""
    chance = np.random.default_rng(1)
    wijken = [key for key in known if key.area.startswith("WK") and key.period == "2024"
              and key.indicator == "contacten" and not key.dimension]  # fmt: skip
    target = min(wijken, key=lambda key: known[key][1])
    assert 0 < known[target][1] < world.THRESHOLD["intern"]
    others = [key for key in wijken if key != target]
    return target, [[key for key in others if chance.random() < 0.5] for _ in range(500)]


def test_averaging_takes_off_noise(known: Known) -> None:
    target, selections = _selections(known)
    chance = np.random.default_rng(1)
    found = [naive.noisy(rest + known[target][0], chance) - naive.noisy(rest, chance)
             for rest in (sum(known[key][0] for key in chosen) for chosen in selections)]  # fmt: skip
    assert round(float(np.mean(found))) == known[target][0]


def test_averaging_does_not_take_off_one_rounding(seen: dict[Key, Seen], known: Known) -> None:
    """Each sum as a page gives it, with the target and without it: what they leave together is the hidden range."""
    target, selections = _selections(known)
    cells = {key: Told(int(cell.low), None if cell.high >= FAR else int(cell.high)) for key, cell in seen.items()}
    low, high = 0.0, float("inf")
    for chosen in selections:
        without = total([cells[key] for key in chosen], "contacten")
        with_it = total([cells[key] for key in (*chosen, target)], "contacten")
        low = max(low, with_it.low - (float("inf") if without.high is None else without.high))
        high = min(high, (float("inf") if with_it.high is None else with_it.high) - without.low)
    assert low <= known[target][0] <= high
    assert high - low + 1 >= world.VALUES["intern"]
