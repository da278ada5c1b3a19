"""The demo is made by two commands, one after the other, and a failure is said in its own words."""

import sys

import pytest

from voorkant.ui.first_run import DemoJob


@pytest.fixture
def job(tmp_path, monkeypatch):
    made = DemoJob(tmp_path / "home")
    monkeypatch.setattr(DemoJob, "commands", lambda _self: made.planned)
    return made


def python(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def finish(job: DemoJob) -> None:
    """Wait for the running command, then look again."""
    assert job.process is not None
    job.process.wait(timeout=20)
    job.advance()


def test_the_second_command_follows_the_first(job):
    job.planned = [python("print('een')"), python("raise SystemExit(3)")]
    job.start()
    assert job.running()
    finish(job)
    assert job.step == 1
    finish(job)
    assert not job.running()
    assert job.failed == ""


def test_a_failure_stops_and_shows_the_last_line(job):
    job.planned = [python("print('eerst'); print('De schijf is vol.'); raise SystemExit(1)"), python("")]
    job.start()
    finish(job)
    assert job.failed == "De schijf is vol."
    assert not job.running()


def test_it_can_be_started_again(job):
    job.planned = [python("raise SystemExit(1)")]
    job.start()
    finish(job)
    job.planned = [python("")]
    job.start()
    finish(job)
    assert job.failed == ""


def test_the_commands_are_those_of_the_command_line(tmp_path):
    demo, build = DemoJob(tmp_path).commands()
    assert demo[1:] == ["-m", "voorkant", "demo", "--out", str(tmp_path)]
    assert build[1:] == ["-m", "voorkant", "build", "--home", str(tmp_path)]
