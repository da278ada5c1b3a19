"""Two builds of one home: the second is refused with a sentence, and leaves what the first has."""

from pathlib import Path

import pytest

from voorkant.builder.build import alone, build
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path / "home")
    found.exports.mkdir(parents=True)
    (found.exports / "uitrol.csv").write_text("x\n", encoding="utf-8")
    return found


def test_a_second_build_is_refused_while_the_first_is_at_work(home: Home):
    with alone(home):
        kept = home.records / "tmp"
        kept.mkdir()
        with pytest.raises(Problem, match="Er draait al een publicatie"):
            build(home, lambda _step: None)
        assert kept.is_dir()  # of the first: its leftovers are swept by who has the lock
    assert not (home.published / "current.json").exists()
    with alone(home):
        assert not kept.exists()
