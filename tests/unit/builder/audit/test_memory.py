"""What former publications said is remembered: unchanged cells are not audited again, and new rules reveal nothing."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from tests.attacks import world
from tests.attacks.linear import Attack
from tests.attacks.seen import LEVELS, read
from voorkant.builder.audit import memory
from voorkant.builder.audit.gate import Gate
from voorkant.builder.audit.periods import COVER, PART, SUM
from voorkant.builder.audit.table import Relations
from voorkant.builder.build import build
from voorkant.builder.undo import undo
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused, Problem
from voorkant.text.periods import day

CONTACTS = world.some(seed=5, youths=50)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    world.publish(folder, CONTACTS)
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A home of one publication, to go on with."""
    return Path(shutil.copytree(made, tmp_path / "home"))


def again(home: Path, more: str) -> Path:
    """Publish the same deliveries with other settings."""
    settings = (home / "voorkant.toml").read_text(encoding="utf-8")
    (home / "voorkant.toml").write_text(settings + more, encoding="utf-8")
    build(Home(home), lambda _: None)
    return published(home)


def published(home: Path) -> Path:
    found = current(home / "published")
    assert found is not None
    return found.folder


def notes(publication: Path, protection: str) -> dict[str, str]:
    with duckdb.connect(str(publication / "GM9901" / f"{protection}.duckdb"), read_only=True) as connection:
        return dict(connection.execute("select item, text from quality where topic = 'toets'").fetchall())


def test_cells_that_did_not_change_are_not_audited_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = published(home)
    monkeypatch.setattr(Gate, "passed", lambda *_: pytest.fail("the same cells were audited again"))
    second = again(home, "[bronnen.praktijken]\neurocenten = false\n")
    assert second != first
    for level in ("intern", "openbaar"):
        assert read(second, level) == read(first, level)
        assert "Het smalst begrensde kan nog" in notes(second, level)["Kleine aantallen die in twijfel blijven"]


def test_another_rule_is_told_and_two_rules_side_by_side_reveal_nothing(home: Path) -> None:
    first = read(published(home), "intern")
    rules = "[bescherming.intern]\ndrempel = 7\nafronding = 5\n[bescherming.openbaar]\ndrempel = 15\n"
    folder = again(home, f"{rules}laagste_gebied = 'gemeente'\n")
    told = notes(folder, "intern")
    assert f"Regel gewijzigd op {day(datetime.now().astimezone().date())}" in told
    assert "De drempel ging van 5 naar 7, de afronding van 3 naar 5." in told.values()
    narrower = "De drempel ging van 10 naar 15, de afronding van 5 naar 5. Verder geldt: laagste gebied gemeente."
    assert narrower in notes(folder, "openbaar").values()
    assert {cell.level for cell in read(folder, "openbaar").values()} == {"regio", "gemeente"}
    now = read(folder, "intern")
    known = world.truth(now, CONTACTS)
    side_by_side = {
        key: replace(now[key], low=max(now[key].low, first[key].low), high=min(now[key].high, first[key].high))
        for key in known
    }
    # what is small by the new rule alone was rightly shown before, and cannot be taken back
    assert world.recovered(Attack(side_by_side).ranges(), side_by_side, known, "intern") == []


def test_what_is_remembered_is_for_the_builder_alone(home: Path) -> None:
    folder = home / "records" / "audit"
    assert folder.stat().st_mode & 0o077 == 0
    assert {path.suffix for path in folder.iterdir()} == {".json", ".parquet"}


@pytest.mark.parametrize(("form", "touched"), [(SUM, [6, 6, 0]), (PART, [6, 6, 0]), (COVER, [0, 6, 0])])
def test_a_quarter_of_as_many_youths_is_touched_by_what_a_month_lost(form: str, touched: list[int]) -> None:
    youths = {"true_youths": [16, 8, 16], "true_youths_now": [16, 2, 16]}
    frame = pd.DataFrame(youths | {"true_others": 0, "true_others_now": 0})  # a quarter and two of its months
    one = np.zeros(1, dtype=np.int64)
    relations = Relations(one, one, np.array([form]), one == 0, one[[0, 0]], np.array([1, 2]))
    assert memory._touched(frame, relations).tolist() == touched


def test_an_undone_delivery_does_not_make_the_audit_forget_what_was_seen(home: Path) -> None:
    more = [world.Contact(200 + number, 3, 1, 1, 1) for number in range(12)]
    first = {level: read(published(home), level) for level in LEVELS}
    later = home / "exports" / "more.csv"
    world.publish(home, [*CONTACTS, *more], name=later.name)
    undo(Home(home), lambda _: None)
    one = [*CONTACTS, world.Contact(999, 3, 1, 1, 1)]
    second = world.publish(home, one, name="one.csv")
    for level in LEVELS:
        now = read(second, level)
        then, known = world.truth(now, CONTACTS), world.truth(now, one)
        seen = world.both(first[level], now, {key: known[key][0] - then[key][0] for key in known})
        assert world.recovered(Attack(seen).ranges(), seen, known, level) == []


@pytest.mark.parametrize("damage", [b"PAR1 not one", b""])
def test_a_damaged_memory_stops_the_publication(home: Path, damage: bytes) -> None:
    first = published(home)
    for path in (home / "records" / "audit").glob("intern-*.parquet"):
        path.write_bytes(damage)
    with pytest.raises(DataRefused, match="is beschadigd"):
        again(home, "[bronnen.praktijken]\neurocenten = false\n")
    assert published(home) == first


def test_a_memory_of_something_else_stops_the_publication(home: Path) -> None:
    for path in (home / "records" / "audit").glob("*.parquet"):
        pd.DataFrame({"indicator": ["contacten"]}).to_parquet(path)
    with pytest.raises(DataRefused, match="reservekopie"):
        again(home, "[bronnen.praktijken]\neurocenten = false\n")


def test_damaged_rules_stop_the_publication(home: Path) -> None:
    first = published(home)
    (home / "records" / "audit" / "rules.json").write_text("[{", encoding="utf-8")
    with pytest.raises(DataRefused, match=r"rules\.json is beschadigd"):
        again(home, "[bronnen.praktijken]\neurocenten = false\n")
    assert published(home) == first


def test_where_nothing_can_be_remembered_nothing_is_published(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = published(home)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(Problem, match="kan niet worden geschreven"):
        again(home, "[bronnen.praktijken]\neurocenten = false\n")
    assert published(home) == first
