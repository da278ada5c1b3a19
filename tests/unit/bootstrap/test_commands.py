"""What `start.py` does with its words, and with what a build says."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap import commands
from bootstrap.step import ROOT, Stop


def built(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(commands, "step", lambda label, command, good: (code, "bestand x.csv geweigerd"))


@pytest.fixture
def published(tmp_path: Path) -> Path:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "current.json").write_text("{}")
    return tmp_path


@pytest.mark.parametrize("code", [0, 3])
def test_the_app_starts_when_something_or_nothing_new_was_published(code, monkeypatch, tmp_path):
    built(monkeypatch, code)
    commands.build("python", tmp_path)


@pytest.mark.parametrize("code", [1, 2])
def test_what_went_wrong_is_told_and_does_not_stop_the_app(code, monkeypatch, published, capsys):
    built(monkeypatch, code)
    commands.build("python", published)
    assert "bestand x.csv geweigerd" in capsys.readouterr().err


def test_without_any_publication_there_is_nothing_to_show(monkeypatch, tmp_path):
    built(monkeypatch, 2)
    with pytest.raises(Stop) as stop:
        commands.build("python", tmp_path)
    assert stop.value.code == 2


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a run does, in its order; the app is there as soon as it is started."""
    done: list[str] = []

    def serve(_python: str, home: Path, port: int, *, then: Callable[[], None]) -> None:
        done.append("app")
        then()

    monkeypatch.setattr(commands, "serve", serve)
    monkeypatch.setattr(commands, "prepared", lambda: "python")
    monkeypatch.setattr(commands, "build", lambda _python, _home: done.append("publicatie"))
    return done


def test_the_first_publication_comes_before_the_app(order, monkeypatch, tmp_path):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    commands.run(None)
    assert order == ["publicatie", "app"]


def test_where_a_publication_stands_the_app_does_not_wait_for_the_next(order, monkeypatch, published):
    monkeypatch.setenv("VOORKANT_HOME", str(published))
    commands.run(None)
    assert order == ["app", "publicatie"]


def test_the_home_that_is_named_is_served(monkeypatch, tmp_path):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    assert commands.home_folder("python") == tmp_path


@pytest.mark.parametrize("words", [[], ["rennen"], ["run", "8501"], ["demo", "--port", "1"]])
def test_wrong_words_show_the_right_ones(words, capsys):
    assert commands.dispatch(words) == 1
    assert "python start.py run" in capsys.readouterr().err


def test_a_port_from_the_environment_counts(monkeypatch):
    asked = []
    monkeypatch.setattr(commands, "run", asked.append)
    monkeypatch.setenv("VOORKANT_PORT", "9000")
    assert commands.dispatch(["run"]) == 0
    assert commands.dispatch(["run", "--port", "9001"]) == 0
    assert asked == ["9000", "9001"]


def test_an_interrupted_demo_leaves_no_half_demo(monkeypatch, tmp_path):
    demo = tmp_path / "demo"
    monkeypatch.setattr(commands, "DEMO", demo)
    monkeypatch.setattr(commands, "step", lambda label, command: (1, "disk full"))
    with pytest.raises(Stop, match="disk full"):
        commands.make_demo("python")
    assert not demo.exists()


def test_start_speaks_dutch_from_any_folder(tmp_path):
    found = subprocess.run(
        [sys.executable, str(ROOT / "start.py")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("Gebruik:")
