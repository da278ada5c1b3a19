"""`worker` and `watch` from the command line: what they publish, and when they leave it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exports import write_quarter
from tests.unit.commands.test_build import run
from voorkant.commands import jobs
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(write_quarter(tmp_path / "home"))


def published(home: Home) -> str | None:
    found = current(home.published)
    return found.name if found else None


def test_a_worker_without_jobs_leaves_at_once(home, capsys):
    assert run(capsys, "worker", "--once", "--home", str(home.path)) == (0, "", "")
    assert published(home) is None


def test_a_second_worker_is_refused(home, capsys, monkeypatch):
    monkeypatch.setattr("voorkant.builder.worker.PATIENCE", 0.0)
    with Jobs(home).alone(0):
        code, _, err = run(capsys, "worker", "--once", "--home", str(home.path))
    assert code == 1
    assert "al een worker" in err


def test_a_watch_builds_once_what_stands_still_and_stays_where_a_declaration_is_wrong(home, capsys):
    settings, seen = home.settings.read_text(encoding="utf-8"), []
    home.settings.write_text("[regio]\nnaam = 3\n", encoding="utf-8")

    def ticks() -> Iterator[None]:
        yield
        seen.append(published(home))
        home.settings.write_text(settings, encoding="utf-8")
        yield
        seen.append(published(home))
        yield
        seen.append(published(home))
        rollout = home.exports / "uitrol_2.csv"
        rollout.write_text("programma;locatie;startdatum\nojg;01000001;2024-02-01\n", encoding="utf-8")
        yield
        seen.append(published(home))
        yield
        seen.append(published(home))

    jobs.keep_watch(home, ticks())
    assert seen == [None, "000001", "000001", "000001", "000002"]
    said = capsys.readouterr().err
    assert said.index("Niet gepubliceerd: ") < said.index("Publicatie 000002 staat klaar.")


def test_a_watch_says_that_the_disk_is_full(home, capsys, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("voorkant.builder.build.build", full)
    jobs.keep_watch(home, [None])
    assert "De schijf is vol" in capsys.readouterr().err


def test_an_empty_inbox_is_no_reason_to_build(tmp_path, capsys):
    jobs.keep_watch(Home(tmp_path), [None, None])
    assert capsys.readouterr().err == ""


def test_the_command_watches_until_it_is_stopped(home, capsys, monkeypatch):
    def stop(seconds: float) -> None:
        assert seconds == 5
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs.time, "sleep", stop)
    code, _, err = run(capsys, "watch", "--home", str(home.path), "--every", "5")
    assert code == 0
    assert "Voorkant kijkt elke 5 seconden" in err
    assert "Publicatie 000001 staat klaar." in err
