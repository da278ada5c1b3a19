"""What former publications said is remembered: unchanged cells are not audited again, and new rules reveal nothing."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.attacks import world
from tests.attacks.linear import Attack
from tests.attacks.seen import read
from voorkant.builder.audit.gate import Gate
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home

CONTACTS = world.some(seed=5, youths=80)


def again(home: Path, more: str) -> Path:
    """Publish the same deliveries with other settings."""
    settings = (home / "voorkant.toml").read_text(encoding="utf-8")
    (home / "voorkant.toml").write_text(settings + more, encoding="utf-8")
    build(Home(home), lambda _: None)
    found = current(home / "published")
    assert found is not None
    return found.folder


def notes(publication: Path, protection: str) -> dict[str, str]:
    with duckdb.connect(str(publication / "GM9901" / f"{protection}.duckdb"), read_only=True) as connection:
        return dict(connection.execute("select item, text from quality where topic = 'toets'").fetchall())


def test_cells_that_did_not_change_are_not_audited_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.publish(tmp_path, CONTACTS)
    monkeypatch.setattr(Gate, "passed", lambda *_: pytest.fail("the same cells were audited again"))
    second = again(tmp_path, "[bronnen.praktijken]\neurocenten = false\n")
    assert second != first
    for level in ("intern", "openbaar"):
        assert read(second, level) == read(first, level)
        assert "het smalst begrensde kan nog" in notes(second, level)["Kleine aantallen die in twijfel blijven"]


def test_another_rule_is_told_and_two_rules_side_by_side_reveal_nothing(tmp_path: Path) -> None:
    first = read(world.publish(tmp_path, CONTACTS), "intern")
    folder = again(tmp_path, "[bescherming.intern]\ndrempel = 7\nafronding = 5\n[bescherming.openbaar]\ndrempel = 15\n")
    told = notes(folder, "intern")
    assert any(item.startswith("Regel gewijzigd op") for item in told)
    assert "De drempel ging van 5 naar 7, de afronding van 3 naar 5." in told.values()
    now = read(folder, "intern")
    known = world.truth(now, CONTACTS)
    side_by_side = {
        key: replace(now[key], low=max(now[key].low, first[key].low), high=min(now[key].high, first[key].high))
        for key in known
    }
    # what is small by the new rule alone was rightly shown before, and cannot be taken back
    assert world.recovered(Attack(side_by_side).ranges(), side_by_side, known, "intern") == []


def test_what_is_remembered_is_for_the_builder_alone(tmp_path: Path) -> None:
    world.publish(tmp_path, CONTACTS)
    folder = tmp_path / "records" / "audit"
    assert folder.stat().st_mode & 0o077 == 0
    assert {path.suffix for path in folder.iterdir()} == {".json", ".parquet"}
