"""Ctrl+C ends a build with a sentence and the exit code that shells expect, also in the middle of a query."""

import pytest

from tests.exports import write_quarter
from tests.unit.commands.test_build import run
from voorkant.builder import build as builder
from voorkant.builder.database import Database
from voorkant.cube.reader import current
from voorkant.declare.home import Home


class Interrupted:
    """What DuckDB makes of Ctrl+C in the middle of a query."""

    def execute(self, *_: object) -> None:
        raise RuntimeError("Query interrupted")

    def interrupt(self) -> None:
        """What the clock of a statement would call; it does not come to that."""


def test_a_query_that_is_broken_off_is_ctrl_c(tmp_path):
    database = Database(Home(tmp_path))
    database.close()
    database.connection = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        database.rows("select 1")


def test_another_error_of_a_query_stays_what_it_is(tmp_path):
    database = Database(Home(tmp_path))
    with pytest.raises(Exception, match="nowhere"):
        database.rows("select 1 from nowhere")
    database.close()


def test_a_build_that_is_broken_off_says_that_nothing_was_published(tmp_path, capsys, monkeypatch):
    home = write_quarter(tmp_path / "home")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(builder.publish, "write_cube", interrupted)
        code, out, err = run(capsys, "build", "--home", str(home))
    assert (code, out) == (130, "")
    assert err.splitlines()[-1] == "Afgebroken. Er is niets gepubliceerd."
    assert current(home / "published") is None
    assert run(capsys, "build", "--home", str(home))[0] == 0
