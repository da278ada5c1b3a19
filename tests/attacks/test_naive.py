"""The attacks bite: each of them takes apart a protection that many would think of first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.attacks import naive, world
from tests.attacks.linear import Attack
from tests.attacks.naive import Known
from tests.attacks.seen import Key, Seen, read

CONTACTS = world.some(seed=7)


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


def test_averaging_takes_off_noise_but_not_one_rounding(seen: dict[Key, Seen], known: Known) -> None:
    chance = np.random.default_rng(1)
    wijken = [key for key in known if key.area.startswith("WK") and key.period == "2024"
              and key.indicator == "contacten" and not key.dimension]  # fmt: skip
    target = wijken[0]
    with_it, without = [], []
    for _ in range(3000):
        chosen = [key for key in wijken[1:] if chance.random() < 0.5]
        rest = sum(known[key][0] for key in chosen)
        without.append(naive.noisy(rest, chance))
        with_it.append(naive.noisy(rest + known[target][0], chance))
    assert round(float(np.mean(with_it) - np.mean(without))) == known[target][0]
    # a selection of published cells is a sum of the same bounds every time: what is asked more often says no more
    spans = {seen[target].high - seen[target].low for _ in range(500)}
    assert min(spans) + 1 >= world.VALUES["intern"]
