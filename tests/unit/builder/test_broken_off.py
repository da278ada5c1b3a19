"""Killed or out of disk at any step, a build leaves the former publication, and the next one is as if nothing was."""

import re
import signal
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from tests.exports import LATER
from tests.unit.builder.conftest import Broken
from voorkant.builder.build import build
from voorkant.builder.store.history import read_history
from voorkant.cube.reader import current
from voorkant.declare.home import Home

OLD_FILES = 4
STEPS = ["Lezen", "Meten en beschermen: Vervolg", "Herleidbaarheid toetsen (openbaar)", "Publiceren"]
"""Of each kind one, as far on as it gets."""
FUNCTIONS = [
    "store.records.pq.write_table", "intake.rekey", "database.Database.attached", "publish._sync", "build.prepare",
    "publish.write_atomically#2",
]  # fmt: skip
"""The last one: the folder of the publication has its name, and the pointer names the former."""
ROOM = [0, 1_000, 20_000, 300_000]
"""Bytes that a file may hold: rows, cubes and the pointer each find it too small."""
Cells = dict[str, list[tuple[object, ...]]]


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


@pytest.fixture
def home(quarter: Home) -> Home:
    """A published home, with the delivery that `quarter_twice_once` took in, undisturbed."""
    (quarter.exports / "bevolking_2.csv").write_text(LATER, encoding="utf-8")
    return quarter


def left_behind(home: Home) -> list[str]:
    """What only a build that did not end could have left."""
    numbered = {f"{item.number:06d}.parquet" for item in read_history(home.records)}
    rows = [path for path in (home.records / "rows").iterdir() if path.name not in numbered]
    return [path.name for path in (*home.published.glob(".*"), *(home.records / "tmp").glob("*"), *rows)]


def kind(step: str) -> str:
    return re.split(r" \(|:", step)[0]


def test_killed_or_out_of_disk_at_any_moment(home: Home, quarter_twice_once: Path, broken: Broken) -> None:
    """One after the other, each with what those before it left; the build after them all is as if nothing was."""
    pointer, before = (home.published / "current.json").read_bytes(), figures(home)

    def off(how: str, points: Sequence[str | int]) -> list[tuple[int, str]]:
        found = []
        for point in points:
            found.append(broken(how, point, "build", "--home", home.path))
            assert (home.published / "current.json").read_bytes() == pointer, point
        return found

    killed = off("step", STEPS) + off("function", FUNCTIONS)
    assert {code for code, _ in killed} == {-signal.SIGKILL}
    full = off("room", ROOM)
    assert {code for code, _ in full} == {1}
    assert [words for _, words in full if not words.startswith("Fout: ")] == []
    assert figures(home) == before
    assert len(read_history(home.records)) == OLD_FILES
    steps: list[str] = []
    outcome = build(home, steps.append)
    assert (outcome.exit_code, outcome.publication > "000001") == (0, True)
    assert set(map(kind, steps)) == set(map(kind, STEPS))
    assert figures(home) == figures(Home(quarter_twice_once)) != before
    assert len(read_history(home.records)) == OLD_FILES + 1
    assert left_behind(home) == []
    assert build(home, steps.append).exit_code == 3


def test_killed_between_the_publication_and_its_history(home: Home, quarter_twice_once: Path, broken: Broken) -> None:
    """The new figures are in force; the next build only writes down where they came from."""
    after = figures(Home(quarter_twice_once))
    assert broken("function", "build.settle#2", "build", "--home", home.path)[0] == -signal.SIGKILL
    assert figures(home) == after
    assert len(read_history(home.records)) == OLD_FILES
    assert build(home, lambda _step: None).publication is None
    assert len(read_history(home.records)) == OLD_FILES + 1
    assert figures(home) == after
