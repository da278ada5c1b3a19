"""Killed or out of disk at any step, a build leaves the former publication, and the next one is as if nothing was."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.exports import LATER
from voorkant import ROOT
from voorkant.builder.build import build
from voorkant.builder.store.history import read_history
from voorkant.cube.reader import current
from voorkant.declare.home import Home

OLD_FILES = 4
FUNCTIONS = [
    "store.records.pq.write_table", "intake.rekey", "database.Database.attached", "publish._sync", "build.prepare",
    "publish.write_atomically#2",
]  # fmt: skip
"""The last one: the folder of the publication has its name, and the pointer names the former."""
ROOM = [0, 1_000, 20_000, 300_000]
"""Bytes that a file may hold: rows, cubes and the pointer each find it too small."""
Cells = dict[str, list[tuple[object, ...]]]


def quiet(_: str) -> None:
    """Nobody looks."""


def figures(home: Home) -> Cells:
    """All cells of the publication in force."""
    found = current(home.published)
    assert found
    cells = {}
    for path in sorted((home.published / found.name).rglob("*.duckdb")):
        with duckdb.connect(str(path), read_only=True) as connection:
            rows = connection.execute("select * from cell order by all").fetchall()
        cells["/".join(path.parts[-2:])] = rows
    return cells


def bring(home: Home) -> None:
    (home.exports / "bevolking_2.csv").write_text(LATER, encoding="utf-8")


@pytest.fixture(scope="module")
def undisturbed(quarter_once: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Cells, Cells]:
    """(steps of the second build, figures before it, figures after it) where nothing went wrong."""
    home, steps = Home(Path(shutil.copytree(quarter_once, tmp_path_factory.mktemp("undisturbed") / "home"))), []
    before = figures(home)
    bring(home)
    build(home, steps.append)
    assert figures(home) != before
    return steps, before, figures(home)


@pytest.fixture
def home(quarter: Home) -> Home:
    """A published home, with a delivery that is new."""
    bring(quarter)
    return quarter


def broken(home: Home, points: list[tuple[str, object]]) -> list[tuple[int, str]]:
    """Break off a build at each of the points, one after the other; after each the pointer is the former one."""
    pointer = (home.published / "current.json").read_text(encoding="utf-8")
    command = [sys.executable, "-m", "tests.unit.builder.breaking", str(home.path), json.dumps(points)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(outcomes) == len(points)
    assert {outcome[2] for outcome in outcomes} == {pointer}
    return [(code, words) for code, words, _ in outcomes]


def hold(home: Home, before: Cells, after: Cells) -> None:
    """The former publication is whole, and a build from here is the same as one that nothing went before."""
    assert figures(home) == before
    assert len(read_history(home.records)) == OLD_FILES
    outcome = build(home, quiet)
    assert (outcome.exit_code, outcome.publication > "000001") == (0, True)
    assert figures(home) == after
    assert len(read_history(home.records)) == OLD_FILES + 1
    assert left_behind(home) == []
    assert build(home, quiet).exit_code == 3


def left_behind(home: Home) -> list[str]:
    """What only a build that did not end could have left."""
    numbered = {f"{item.number:06d}.parquet" for item in read_history(home.records)}
    rows = [path for path in (home.records / "rows").iterdir() if path.name not in numbered]
    return [path.name for path in (*home.published.glob(".*"), *(home.records / "tmp").glob("*"), *rows)]


def test_killed_at_every_kind_of_step(home, undisturbed):
    steps, before, after = undisturbed
    last_of_kind = {step.partition(":")[0]: number + 1 for number, step in enumerate(steps)}
    outcomes = broken(home, [("step", number) for number in last_of_kind.values()])
    assert {code for code, _ in outcomes} == {-signal.SIGKILL}
    hold(home, before, after)


def test_killed_at_every_write(home, undisturbed):
    _, before, after = undisturbed
    outcomes = broken(home, [("function", name) for name in FUNCTIONS])
    assert {code for code, _ in outcomes} == {-signal.SIGKILL}
    hold(home, before, after)


def test_killed_between_the_publication_and_its_history(home, undisturbed):
    """The new figures are in force; the next build only writes down where they came from."""
    _, _, after = undisturbed
    command = [sys.executable, "-m", "tests.unit.builder.breaking", str(home.path)]
    subprocess.run([*command, json.dumps([("function", "build.settle#2")])], cwd=ROOT, check=True)
    assert figures(home) == after
    assert len(read_history(home.records)) == OLD_FILES
    assert build(home, quiet).publication is None
    assert len(read_history(home.records)) == OLD_FILES + 1
    assert figures(home) == after


def test_a_disk_that_is_full_at_any_write(home, undisturbed):
    _, before, after = undisturbed
    outcomes = broken(home, [("room", size) for size in ROOM])
    assert {code for code, _ in outcomes} == {1}
    assert [words for _, words in outcomes if not words.startswith("Fout: ")] == []
    hold(home, before, after)
