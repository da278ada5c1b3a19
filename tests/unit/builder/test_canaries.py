"""Pseudonyms and numbers that were planted in a delivery that is used are nowhere but with their owner."""

import logging
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exports import LATER, contacts, write_home
from tests.pages.app import open_app, text
from tests.unit.builder.test_nothing_left import contents
from tests.unit.builder.test_worker import bring, done
from tests.unit.commands.test_build import run
from voorkant.declare import auditlog
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.ui.access import LOCAL

YOUTH, TRAJECT = "zq7kanarie", "zq8kanarie"
CANARIES = (YOUTH, TRAJECT)
ROW = "C9;{traject};{youth};{day};01000001;GM9901;10;2;nog_lopend;nee\n"
PAGES = ("pages/verantwoording/kwaliteit.py", "pages/verantwoording/gegevens_inladen.py")


def planted(*, first: int = 1) -> str:
    """Contacts of which every key of a person is a canary; two more have a fault and are refused."""
    lines = contacts().replace(";T", f";{TRAJECT}").replace(";K", f";{YOUTH}").replace("C", f"C{first}")
    wrong = [ROW.format(traject=TRAJECT, youth=YOUTH, day=day) for day in ("31-02-2024", "ooit")]
    return "contact_id" + "".join([lines, *wrong]).removeprefix("contact_id")


def found_in(home: Home, *printed: str) -> list[str]:
    """Where a canary is, in any file of the test but what its owner brought and may keep there, or on screen."""
    owned = (home.exports, home.work / "uploads")
    places = [f"screen: {word}" for said in printed for word in CANARIES if word in said]
    for path in home.path.parent.rglob("*"):
        if path.is_file() and not any(folder in path.parents for folder in owned):
            places += [f"{path}: {word}" for said in contents(path) for word in CANARIES if word in said]
    return places


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    found = Home(write_home(tmp_path / "home"))
    (found.exports / "ojg_contacten.csv").write_text(planted(), encoding="utf-8")
    found.settings.write_text(
        found.settings.read_text("utf-8") + '[bronnen.ojg_contacten]\nbewaartermijn = "5 maanden"\n', "utf-8"
    )
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setenv("VOORKANT_HOME", str(found.path))
    monkeypatch.setattr(auditlog.server_log, "handlers", [])
    auditlog.to_server_log()
    return found


def test_keys_of_persons_are_in_no_log_page_or_file(home, capsys, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    code, out, err = run(capsys, "build", "--home", str(home.path), "--json")
    assert (code, '"rows_refused": 2' in out) == (0, True)
    assert found_in(home, out, err) == []
    job = replace(bring(home, ojg_2=planted(first=2), bevolking_2=LATER), who=LOCAL.name)
    Jobs(home).ask(job)
    assert done(home, job).result["files"][0]["rows_refused"] == 2
    commands = (["check", str(home.exports)], ["key", "rotate"], ["purge", "--day", "2024-12-20"], ["undo"], ["audit"])
    printed = [said for words in commands for said in run(capsys, *words)[1:]]  # in the home of the environment
    assert "sleutel" in "".join(printed)
    (home.path / "secrets" / "pseudonym.key").rename(home.exports / "weg.key")
    printed += run(capsys, "build")[1:]
    assert "Fout: De sleutel" in printed[-1]
    assert found_in(home, *printed, caplog.text) == []
    apps = [open_app(home.path, monkeypatch, page) for page in PAGES]
    pages = [said for app in apps for said in (text(app), str(app))]
    assert "ojg_2.csv" in pages[2]
    assert [word for said in (*pages, *capsys.readouterr(), caplog.text) for word in CANARIES if word in said] == []


def test_the_search_finds_what_is_there(home):
    (home.work / "rest.txt").parent.mkdir()
    (home.work / "rest.txt").write_text(f"van {YOUTH}", encoding="utf-8")
    assert len(found_in(home, f"Fout bij {TRAJECT}")) == 2
