"""When packages are installed, and when not."""

import re
from pathlib import Path

import pytest

from bootstrap import venv
from bootstrap.step import Stop, finish, step


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a lock, whose installs are noted instead of done."""
    monkeypatch.setattr(venv, "ROOT", tmp_path)
    (tmp_path / "lock.txt").write_text("package==1.0")
    return tmp_path


@pytest.fixture
def commands(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    asked: list[list[str]] = []

    def note(label: str, command: list[str]) -> tuple[int, str]:
        if "venv" in command:
            python = Path(venv.Venv().python)
            python.parent.mkdir(parents=True)
            python.touch()
        asked.append(command)
        return 0, ""

    monkeypatch.setattr(venv, "step", note)
    return asked


def test_the_first_time_everything_is_installed_by_hash(commands):
    venv.Venv().follow("lock.txt")
    made, pip, installed, itself = commands
    assert made[1:3] == ["-m", "venv"]
    assert {"--require-hashes", "--only-binary", venv.PIP} <= set(pip)
    assert {"--require-hashes", "--only-binary", "lock.txt"} <= set(installed)
    assert {"--no-deps", "-e"} <= set(itself)


def test_packages_are_installed_with_the_pip_that_is_there_when_the_newer_cannot_be_had(commands, monkeypatch):
    noted = venv.step
    monkeypatch.setattr(venv, "step", lambda label, command: (int(venv.PIP in command), noted(label, command)[1]))
    venv.Venv().follow("lock.txt")
    assert "lock.txt" in commands[2]


def test_the_second_time_nothing_happens(commands):
    venv.Venv().follow("lock.txt")
    commands.clear()
    venv.Venv().follow("lock.txt")
    assert commands == []


def test_another_lock_is_installed_without_making_the_environment_again(commands, checkout):
    venv.Venv().follow("lock.txt")
    commands.clear()
    (checkout / "lock.txt").write_text("package==2.0")
    venv.Venv().follow("lock.txt")
    assert ["-m", "venv"] not in [command[1:3] for command in commands]
    assert "lock.txt" in commands[0]


def test_an_install_that_failed_is_tried_again(checkout, monkeypatch):
    monkeypatch.setattr(venv, "step", lambda label, command: (1, "ERROR: no such package"))
    for _ in range(2):
        with pytest.raises(Stop, match="no such package"):
            venv.Venv().follow("lock.txt")


def test_a_python_without_venv_says_what_to_install(checkout, monkeypatch):
    monkeypatch.setattr(venv.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Stop, match="python3-venv"):
        venv.Venv().follow("lock.txt")


def test_a_step_keeps_its_output_for_when_it_fails(capfd):
    code, output = step("Proef", ["python3", "-c", "import sys; print('één'); sys.exit('twee')"])
    assert (code, output.splitlines()) == (1, ["één", "twee"])
    assert "één" not in capfd.readouterr().out
    with pytest.raises(Stop, match="twee"):
        finish((code, output))


def test_a_step_says_that_it_is_done(capfd):
    step("Proef", ["python3", "-c", ""])
    assert re.search(r"Proef \.\.\. klaar in \d+ s", capfd.readouterr().err)
