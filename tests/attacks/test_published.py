"""What is published withstands its attackers: random worlds, and two publications that differ in one youth."""

import shutil
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.attacks import naive, world
from tests.attacks.linear import Attack
from tests.attacks.seen import LEVELS, Key, Seen, read
from voorkant.builder.audit import gate, witness
from voorkant.builder.audit.twins import twins
from voorkant.cube.reader import current

SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
RULES = st.sampled_from([world.RULES, ((3, 3), (5, 3)), ((7, 5), (15, 7))])


@settings(max_examples=2, suppress_health_check=SLOW)
@example(seed=0, youths=51, wijken=1, rules=((7, 5), (15, 7)))  # an intern 15 may be 13, less than the threshold
@given(seed=st.integers(0, 10_000), youths=st.integers(5, 120), wijken=st.integers(1, 6), rules=RULES)
def test_no_small_count_of_a_random_world_is_recovered(
    tmp_path_factory: pytest.TempPathFactory, seed: int, youths: int, wijken: int, rules: world.Rules
) -> None:
    contacts = world.some(seed, youths, wijken)
    published = world.publish(tmp_path_factory.mktemp("random"), contacts, rules=rules)
    for level in LEVELS:
        seen = read(published, level)
        attack = Attack(seen)
        known = world.truth(seen, contacts)
        assert world.recovered(attack.ranges(), seen, known, level, rules) == []
        hidden = [key for key in known if not seen[key].shown][:10]
        assert world.recovered(attack.ranges() | attack.solve(hidden), seen, known, level, rules) == []


def test_a_search_without_a_budget_ends_tells_so_and_gives_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few youths in many places: what is not looked for one by one is made coarser at once."""
    monkeypatch.setattr(gate, "EFFORT", 1.0)
    monkeypatch.setattr(gate, "MORE", 1.0)
    contacts = world.some(seed=2, youths=25)
    published = world.publish(tmp_path, contacts)
    for level in LEVELS:
        seen = read(published, level)
        attack = Attack(seen)
        known = world.truth(seen, contacts)
        hidden = [key for key in known if not seen[key].shown]
        assert world.recovered(attack.ranges() | attack.solve(hidden[:40]), seen, known, level) == []
    with duckdb.connect(str(published / "regio" / "intern.duckdb"), read_only=True) as cube:
        told = dict(cube.execute("select item, text from quality where topic = 'toets'").fetchall())
    assert "niet van elk klein aantal apart" in told["In een keer ruimer gemaakt"]


def test_where_youths_are_scarce_hidden_cells_are_made_wider_and_nothing_is_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a region with thousands of places without anybody: a small world is taken for one."""
    monkeypatch.setattr(gate, "SCARCE", 0.0)
    for limit in ("AROUND", "MOST_ALONE"):
        monkeypatch.setattr(witness, limit, 1)
    made = []
    monkeypatch.setattr(gate, "twins", lambda *about: made.append(twins(*about)) or made[-1])
    contacts = world.some(seed=2, youths=25)
    published = world.publish(tmp_path, contacts)
    assert made
    for level in LEVELS:
        seen = read(published, level)
        attack = Attack(seen)
        known = world.truth(seen, contacts)
        hidden = [key for key in known if not seen[key].shown]
        assert world.recovered(attack.ranges() | attack.solve(hidden[:40]), seen, known, level) == []


LATER = [world.Contact(999, month, 1, 0, 1) for month in (3, 15)]
"""A youth more in a wijk that had four in 2024, one below what is shown."""


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[world.Contact], Path]:
    """Contacts and a home that published them; nobody writes in it."""
    contacts, home = world.some(seed=11, youths=70), tmp_path_factory.mktemp("earlier")
    world.publish(home, contacts)
    return contacts, home


def test_a_youth_who_came_later_is_not_recovered(earlier: tuple[list[world.Contact], Path], tmp_path: Path) -> None:
    """Nor are those who were there before: an attacker who knows who came can subtract in both directions."""
    contacts, first = earlier
    formers = {level: read(_published(first), level) for level in LEVELS}
    again = shutil.copytree(first, tmp_path / "again")
    second = world.publish(again, [*contacts, *LATER], name="later.csv")
    for level, former in formers.items():
        now = read(second, level)
        then, known = world.truth(former, contacts), world.truth(now, [*contacts, *LATER])
        for one, other, counted, before in ((former, now, known, then), (now, former, then, known)):
            both = counted.keys() & before.keys()
            seen = world.both(one, other, {key: counted[key][0] - before[key][0] for key in both})
            attack = Attack(seen)
            assert world.recovered(attack.ranges(), seen, counted, level) == []
            moved = [key for key in both if counted[key] != before[key]]
            assert world.recovered(attack.ranges() | attack.solve(moved), seen, counted, level) == []


def test_it_is_where_each_publication_is_rounded_by_itself(earlier: tuple[list[world.Contact], Path]) -> None:
    contacts, first = earlier
    cells = read(_published(first), "intern")
    then, now = world.truth(cells, contacts), world.truth(cells, [*contacts, *LATER])
    one, other = naive.rounded_only(cells, then), naive.rounded_only(cells, now)
    assert world.recovered(_said(one), one, then, "intern") == []
    seen = world.both(other, one, {key: then[key][0] - now[key][0] for key in then})
    assert {key.area for key in world.recovered(_said(seen), seen, then, "intern")} == {"WK990100"}


def _published(home: Path) -> Path:
    found = current(home / "published")
    assert found is not None
    return found.folder


def _said(seen: dict[Key, Seen]) -> dict[Key, tuple[float, float]]:
    """What the cells say by themselves."""
    return {key: (cell.low, cell.high) for key, cell in seen.items()}
