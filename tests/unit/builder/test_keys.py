"""The key: made once, refused when it is gone, open or another's, and renewed without a change of the figures."""

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.exports import LATER, PEOPLE, contacts
from tests.unit.builder.test_undo import figures, in_force, silent
from tests.unit.commands.test_build import run
from voorkant.builder.build import build
from voorkant.builder.declared import read_declared
from voorkant.builder.intake import take_in
from voorkant.builder.pseudonymise import pseudonymise
from voorkant.builder.rotate import rotate
from voorkant.builder.store import keys
from voorkant.builder.store.history import read_history, write_history
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused


@pytest.fixture
def home(quarter: Home) -> Home:
    return quarter


def take(home: Home, **texts: str) -> None:
    """Take deliveries in, without a publication."""
    for name, text in texts.items():
        (home.exports / f"{name}.csv").write_text(text, encoding="utf-8")
    known = read_history(home.records)
    write_history(home.records, [*known, *take_in(home, read_declared(home), known, silent)])


def key_file(home: Home) -> Path:
    return home.path / "secrets" / "pseudonym.key"


def youths(home: Home) -> list[int]:
    """The pseudonyms that count, of every stored contact."""
    items = [item for item in read_history(home.records) if item.counts and item.kind == "ojg_contacten"]
    return [
        value
        for item in items
        for value in pq.read_table(home.records / "rows" / item.parquet)["client_id"].to_pylist()
    ]


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "is er niet"),
    "open to others": (lambda path: path.chmod(0o640), "leesbaar voor anderen"),
    "of another store": (lambda path: path.write_bytes(b"x" * 32), "hoort niet bij de opgeslagen gegevens"),
    "damaged": (lambda path: path.write_bytes(b"x" * 31), "geen sleutel van 32 bytes"),
    "empty": (lambda path: path.write_bytes(b""), "geen sleutel van 32 bytes"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_key_in_doubt_stops_all_and_what_was_published_stays(home, capsys, how):
    spoil, words = SPOILED[how]
    spoil(key_file(home))
    (home.exports / "bevolking_2.csv").write_text(LATER, encoding="utf-8")
    history = (home.records / "history.json").read_bytes()
    for command in (["build"], ["undo"], ["key", "rotate"]):
        code, _, err = run(capsys, *command, "--home", str(home.path))
        assert (code, words in err, "niets gepubliceerd" in err) == (2, True, True), (command, err)
    assert in_force(home) == "000001"
    assert (home.records / "history.json").read_bytes() == history
    assert how != "gone" or not key_file(home).exists()  # no new key takes the place of the old one


def test_the_key_is_its_owners_and_only_its_id_is_stored(home):
    assert key_file(home).stat().st_mode & 0o777 == 0o600
    secret = key_file(home).read_bytes()
    assert {item.key for item in read_history(home.records)} == {keys.key_id(secret)}
    kept = [path for path in home.path.rglob("*") if path.is_file() and path != key_file(home)]
    assert not [path for path in kept if secret in path.read_bytes() or secret.hex().encode() in path.read_bytes()]


def test_a_key_from_the_environment(home, monkeypatch):
    secret = key_file(home).read_bytes()
    key_file(home).unlink()
    monkeypatch.setenv("VOORKANT_KEY", secret.hex())
    take(home, ojg_2=contacts())
    assert len(set(youths(home))) == 2 * PEOPLE
    with pytest.raises(DataRefused, match="VOORKANT_KEY"):
        rotate(home, silent)
    monkeypatch.setenv("VOORKANT_KEY", "geen sleutel")
    with pytest.raises(DataRefused, match="geen sleutel van 32 bytes"):
        build(home, silent)
    monkeypatch.delenv("VOORKANT_KEY")
    monkeypatch.setenv("VOORKANT_KEY_FILE", str(home.path / "elders.key"))
    with pytest.raises(DataRefused, match="VOORKANT_KEY_FILE"):
        build(home, silent)


def test_of_two_that_make_the_first_key_one_wins(tmp_path, monkeypatch):
    empty = Home(tmp_path)
    first = keys.load(empty, [])
    monkeypatch.setattr(keys, "_read", lambda _home, real=keys._read, seen=[]: real(_home) if seen else seen.append(1))
    assert keys.load(empty, []) == first
    assert list((tmp_path / "secrets").iterdir()) == [key_file(empty)]


def test_after_a_rotation_the_figures_are_the_same(home, capsys):
    before, cubes = youths(home), figures(home)
    code, out, _ = run(capsys, "key", "rotate", "--home", str(home.path), "--json")
    told = json.loads(out)
    assert (code, told["deliveries"], told["former"] != told["key"]) == (0, 4, True)
    assert {item.key for item in read_history(home.records)} == {told["key"]}
    after = youths(home)
    assert not set(before) & set(after)
    assert len(set(zip(before, after, strict=True))) == len(set(before)) == len(set(after))
    assert {path.name for path in (home.records / "rows").iterdir()} == {f"{n:06d}-1.parquet" for n in range(1, 5)}
    assert key_file(home).stat().st_mode & 0o777 == 0o600
    assert build(home, silent).exit_code == 3
    (home.published / "current.json").unlink()  # as if all had to be made anew
    assert build(home, silent).publication == "000002"
    assert figures(home) == cubes


def test_later_deliveries_are_of_the_same_youths(home):
    known = len(set(youths(home)))
    rotate(home, silent)
    rotate(home, silent)
    take(home, ojg_2=contacts(3).replace("C1", "X1").replace("C2", "X2"))
    assert len(youths(home)) == 2 * 3 * 2 * PEOPLE
    assert len(set(youths(home))) == known == 2 * PEOPLE


def test_pseudonyms_for_suppliers_outlive_a_rotation(home, tmp_path):
    path = tmp_path / "lijst.csv"
    path.write_text("bsn;dag\n" + "".join(f"{111222333 + n};2024-01-0{n + 1}\n" for n in range(3)), encoding="utf-8")
    before = pseudonymise(path, ["bsn"], home).columns
    rotate(home, silent)
    assert pseudonymise(path, ["bsn"], home).columns[0].texts == before[0].texts


def test_killed_at_any_step_the_key_of_the_rows_is_in_force(home, broken):
    before = (home.records / "history.json").read_bytes()
    for name in ("write_anew#3", "write_history", "sweep"):
        code, _ = broken("function", f"rotate.{name}", "key", "rotate", "--home", home.path)
        assert code == -signal.SIGKILL
        assert (home.records / "history.json").read_bytes() != before or name != "sweep"
        assert len(key_file(home).read_bytes()) == 64  # the next rotation takes the place of a link that nothing needs
        assert (
            keys.load(home, read_history(home.records)) == key_file(home).read_bytes()[: 64 if name == "sweep" else 32]
        )
    assert build(home, silent).exit_code == 3
    assert {path.name for path in (home.records / "rows").iterdir()} == {f"{n:06d}-1.parquet" for n in range(1, 5)}
    assert list((home.path / "secrets").iterdir()) == [key_file(home)]


def test_a_kind_that_is_no_longer_declared_keeps_the_old_key(home):
    history = (home.records / "history.json").read_text(encoding="utf-8")
    (home.records / "history.json").write_text(history.replace('"kind": "uitrol"', '"kind": "vroeger"'), "utf-8")
    with pytest.raises(DataRefused, match="'vroeger'"):
        rotate(home, silent)
    assert len(key_file(home).read_bytes()) == 32
