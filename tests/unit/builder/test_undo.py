"""Undo brings the former figures back exactly, keeps the files known, and is refused where it would undo another's."""

import hashlib
import json
import signal
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.exports import LATER, contacts, write_home
from tests.unit.builder.conftest import Broken
from tests.unit.builder.test_worker import ask_publication, bring, done
from tests.unit.commands.test_build import run
from voorkant.builder.build import build
from voorkant.builder.store.history import Delivery, read_history, write_history
from voorkant.builder.undo import undo
from voorkant.cube.format import TABLES
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Asker, Job, Kind, State
from voorkant.domain.problem import Problem

STAMP = {"publication", "made_at"}


def silent(_step: str) -> None:
    return


@pytest.fixture
def home(quarter: Home) -> Home:
    return quarter


def deliver(home: Home, **texts: str) -> None:
    for name, text in texts.items():
        (home.exports / f"{name}.csv").write_text(text, encoding="utf-8")
    build(home, silent)


def in_force(home: Home) -> str:
    found = current(home.published)
    assert found
    return found.name


def figures(home: Home) -> dict[tuple[str, str], list[tuple]]:
    """Every table of every cube in force, without the stamp of its publication."""
    found = {}
    for path in sorted((home.published / in_force(home)).rglob("*.duckdb")):
        for table, rows in _tables(path).items():
            found[f"{path.parent.name}/{path.name}", table] = [row for row in rows if row[0] not in STAMP]
    return found


READ: dict[str, dict[str, list[tuple]]] = {}
"""Digest of a cube -> its rows: the same bytes hold the same, and a copy of a home is read time and again."""


def _tables(path: Path) -> dict[str, list[tuple]]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest not in READ:
        with duckdb.connect(str(path), read_only=True) as cube:
            READ[digest] = {table: cube.execute(f"select * from {table} order by all").fetchall() for table in TABLES}
    return READ[digest]


def wish(home: Home, name: str = "undo1", seen: str | None = None) -> Job:
    job = Job(name, Kind.UNDO, (), "Bea", "2026-11-23T10:00:00", publication=seen or in_force(home))
    Jobs(home).ask(job)
    return job


def test_the_first_publication_stays(home: Home) -> None:
    status = done(home, wish(home))
    assert (status.state, "eerste publicatie" in status.step) == (State.FAILED, True)
    assert in_force(home) == "000001"


def test_nothing_to_undo(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="geen publicatie"):
        undo(Home(write_home(tmp_path / "home")), silent)


def test_undo_restores_every_table_of_every_cube_a_step_at_a_time(quarter_once: Path, quarter_twice: Home) -> None:
    home = quarter_twice
    first, second = figures(Home(quarter_once)), figures(home)
    assert first != second
    fewer = "".join(line + "\n" for line in contacts(3).splitlines() if "-02-2024" not in line)
    deliver(home, bevolking_3=LATER.replace("2000", "3000"), ojg_2=fewer.replace("C10", "X10"), raar="kleur\nrood\n")
    assert figures(home)["GM9901/intern.duckdb", "cell"] != second["GM9901/intern.duckdb", "cell"]
    assert done(home, wish(home)).result == {
        "undone": "000003",
        "files": ["bevolking_3.csv", "ojg_2.csv", "raar.csv"],
        "publication": "000004",
    }
    assert figures(home) == second
    gone = [item for item in read_history(home.records) if item.undone]
    account = json.loads((home.work / "deliveries.json").read_text(encoding="utf-8"))
    assert {item.undone.by for item in gone} == {item["undone"]["by"] for item in account[:3]} == {"Bea"}
    assert build(home, silent).exit_code == 3  # the files are known, and stay out
    assert undo(home, silent, asker=Asker("Anne")).publication == "000002"
    assert figures(home) == first
    with pytest.raises(Problem, match="eerste publicatie"):
        undo(home, silent)
    again = bring(home, bevolking_2=LATER)  # someone chooses it
    assert done(home, again).result["files"][0]["known"] is None
    assert done(home, ask_publication(home, again)).result["publication"] == "000006"
    assert [name for name, rows in figures(home).items() if rows != second[name] and "quality" not in name] == []


MOMENTS = {"publish.write_cube": "000002", "publish.Draft.publish": "000002", "build.settle#2": "000003"}
"""Killed when this is called, and the publication that is in force then."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_step_the_history_is_that_of_the_figures(
    quarter_once: Path, quarter_twice: Home, broken: Broken, moment: str
) -> None:
    home = quarter_twice
    before, changed = figures(Home(quarter_once)), figures(home)
    assert broken("function", moment, "undo", "--home", home.path)[0] == -signal.SIGKILL
    is_done = in_force(home) == "000003"
    assert in_force(home) == MOMENTS[moment]
    assert figures(home) == (before if is_done else changed)
    assert build(home, silent).exit_code == 3
    undone = [item.file for item in read_history(home.records) if item.undone]
    assert undone == (["bevolking_2.csv"] if is_done else [])
    assert not (home.records / "history.next.json").exists()


def test_what_was_published_since_is_not_undone_and_the_command_says_what_it_did(
    quarter_twice: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home = quarter_twice
    status = done(home, wish(home, seen="000001"))
    assert (status.state, "intussen opnieuw gepubliceerd" in status.step) == (State.FAILED, True)
    assert in_force(home) == "000002"
    code, out, err = run(capsys, "undo", "--home", str(home.path), "--json")
    told = json.loads(out)
    assert (code, told["undone"], told["files"], told["publication"]) == (0, "000002", ["bevolking_2.csv"], "000003")
    assert "regio/intern" in told["cubes"]
    assert "ongedaan gemaakt" in err
    newest = json.loads((home.work / "deliveries.json").read_text(encoding="utf-8"))[0]  # the account for the page
    assert (newest["file"], newest["publication"]) == ("bevolking_2.csv", "000002")
    assert newest["changes"] == {"added": 0, "changed": 1, "removed": 0, "unchanged": 0, "late": 0}
    assert len(newest["hash"]) == 8
    assert run(capsys, "undo", "--home", str(home.path))[0] == 1


def test_a_history_of_before_these_fields_is_read_and_can_not_be_undone(home: Home) -> None:
    old = [{key: item[key] for key in ("number", "file", "sha256", "kind", "at", "report", "used")}
           for item in json.loads((home.records / "history.json").read_text(encoding="utf-8"))]  # fmt: skip
    (home.records / "history.json").write_text(json.dumps(old), encoding="utf-8")
    known = read_history(home.records)
    assert all(isinstance(item, Delivery) and item.counts and item.publication == "" for item in known)
    with pytest.raises(Problem, match="geen publicatie"):
        undo(home, silent)
    write_history(home.records, [replace(item, who="Anne") for item in known])
    assert read_history(home.records)[0].who == "Anne"
    deliver(home, bevolking_2=LATER)
    assert undo(home, silent).publication == "000002"
