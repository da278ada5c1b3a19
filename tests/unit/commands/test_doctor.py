"""`voorkant doctor` finds what is wrong with an installation, says what to do, and changes nothing."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from tests.logins import SETTINGS
from voorkant.__main__ import main
from voorkant.commands.checkup import entrance, installation, machine
from voorkant.commands.checkup.found import State, careful
from voorkant.declare import clock
from voorkant.declare.auditlog import Action, Entry, app_log
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.declare.login import secret_file
from voorkant.domain.job import Job, Kind


@pytest.fixture(autouse=True)
def nothing_on_the_port(monkeypatch):
    monkeypatch.setattr(machine.socket.socket, "connect_ex", lambda *_: 111)


@pytest.fixture
def bare(tmp_path) -> Home:
    """A home in which nothing was published."""
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


def doctor(capsys, home: Path) -> tuple[int, dict[str, list[tuple[str, str, str]]]]:
    """(exit code, name -> what was found of it)."""
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--home", str(home), "--json"])
    found: dict[str, list[tuple[str, str, str]]] = {}
    for item in json.loads(capsys.readouterr().out)["checks"]:
        found.setdefault(item["name"], []).append((item["state"], item["text"], item["advice"]))
    return ended.value.code, found


def states(found) -> dict[str, set[str]]:
    return {name: {state for state, _, _ in items} for name, items in found.items()}


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {str(path): (path.stat().st_mode, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_a_home_in_order_has_no_faults_and_stays_as_it_was(published: Home, capsys):
    before = contents(published.path)
    code, found = doctor(capsys, published.path)
    assert code == 0
    assert not any("fout" in kinds for kinds in states(found).values())
    assert states(found)["sleutel"] == states(found)["publicatie"] == states(found)["logboek"] == {"goed"}
    assert contents(published.path) == before


def test_people_read_a_state_a_text_and_what_to_do(bare: Home, capsys):
    bare.work.mkdir(exist_ok=True)
    bare.work.chmod(0o777)
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--home", str(bare.path)])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert f"Doe: Draai: chmod 770 {bare.work}" in said.out
    assert said.err.endswith(f"{bare.path}: 1 fout.\n")


def test_a_home_that_is_not_there_is_wrong_use(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--home", str(tmp_path / "weg")])
    assert ended.value.code == 1
    assert "is er niet" in capsys.readouterr().err


def test_every_fault_is_found(published: Home, capsys):
    (published.path / "voorkant.toml").write_text("[regio]\nnaan = 'x'\n", encoding="utf-8")
    (published.path / "secrets" / "pseudonym.key").write_bytes(b"\1" * 32)
    log = published.records / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b"publiceren", b"opschonen!"))
    next(published.published.glob("*/regio/openbaar.duckdb")).unlink()
    published.records.chmod(0o755)
    published.published.chmod(0o777)
    published.exports.chmod(0o755)
    (published.path / "voorkant.toml").chmod(0o666)
    code, found = doctor(capsys, published.path)
    assert code == 2
    wrong = {name for name, kinds in states(found).items() if "fout" in kinds}
    assert wrong == {"instellingen", "inloggen", "sleutel", "logboek", "publicatie", "rechten"}
    assert "Bedoeld: 'naam'?" in found["instellingen"][0][1]
    assert [state for state, *_ in found["rechten"]] == ["fout", "fout", "let op", "fout"]
    (published.records / "history.json").write_text("{", encoding="utf-8")
    assert "reservekopie" in doctor(capsys, published.path)[1]["geschiedenis"][0][2]


def test_a_damaged_cube_and_none_at_all(published: Home, tmp_path):
    cube = next(published.published.glob("*/GM*/intern.duckdb"))
    cube.chmod(0o644)
    cube.write_bytes(b"geen kubus")
    assert [item.state for item in installation.publication(published)] == [State.WRONG]
    assert [item.state for item in installation.publication(Home(tmp_path / "leeg"))] == [State.WARNING]


SITE, _, SIGNING_IN = SETTINGS.partition("[inloggen]")
WHOLE = f"""{SITE}proxys = ["10.0.0.5"]
[server.veiligheid]
contact = ["mailto:v@voorbeeld.nl"]
geldig_tot = 2027-06-30
[inloggen]{SIGNING_IN}"""


def test_settings_of_a_site_that_are_not_whole(bare: Home, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 6, 20).astimezone())
    bare.settings.write_text(SITE, encoding="utf-8")
    texts = [item.text for item in entrance.entrance(bare) if item.state is State.WARNING]
    said = ["[inloggen] ontbreekt" in texts[0], "security.txt" in texts[1], "geen 'proxys'" in texts[2]]
    assert said == [True] * 3
    bare.settings.write_text(WHOLE, encoding="utf-8")
    texts = [item.text for item in entrance.entrance(bare) if item.state is State.WARNING]
    assert texts == ["security.txt is geldig tot 30-06-2027."]


def test_the_secret_of_a_login(bare: Home, monkeypatch):
    bare.settings.write_text(WHOLE, encoding="utf-8")
    assert next(entrance.entrance(bare)).state is State.UNKNOWN
    secret = secret_file(bare)
    secret.write_text("geheim", encoding="utf-8")
    secret.chmod(0o644)
    assert next(entrance.entrance(bare)).state is State.WRONG
    secret.chmod(0o600)
    assert next(entrance.entrance(bare)).state is State.GOOD
    bare.settings.write_text("[inloggen]\n", encoding="utf-8")
    assert next(entrance.entrance(bare)).state is State.WRONG


def test_a_clock_that_was_set_back(bare: Home, monkeypatch):
    bare.work.mkdir()
    app_log(bare).append(Entry(Action.DOWNLOAD, "iemand", "manager"))
    past = clock.now() - timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: past)
    assert {item.name: item.state for item in installation.logs(bare)}["klok"] is State.WRONG


def test_what_was_asked_and_nobody_does(bare: Home):
    Jobs(bare).ask(Job("20260101T000000000000-aa", Kind.CHECK, (), "iemand", "2026-01-01T00:00:00+01:00"))
    assert [item.state for item in installation.jobs(bare)] == [State.WARNING]
    with Jobs(bare).alone(0):
        assert [item.state for item in installation.jobs(bare)] == [State.GOOD]
    next((bare.work / "jobs").glob("*.json")).write_text("{", encoding="utf-8")
    assert [item.state for item in installation.jobs(bare)] == [State.WRONG]


@pytest.mark.parametrize(("free", "state"), [(10**8, "fout"), (10**9, "let op"), (10**11, "goed")])
def test_room_on_disk(bare: Home, monkeypatch, free, state):
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    assert [item.state for item in machine.disk(bare)] == [state]


def test_a_disk_that_takes_nothing(bare: Home, monkeypatch):
    monkeypatch.setattr(machine.os, "statvfs", lambda _path: SimpleNamespace(f_flag=machine.os.ST_RDONLY))
    (found,) = machine.disk(bare)
    assert (found.state, "alleen te lezen" in found.text) == (State.WRONG, True)


def test_packages_other_than_the_lock(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "ROOT", tmp_path)
    assert [item.state for item in machine.versions()] == [State.UNKNOWN]
    lock = "duckdb==0.0.1 \\\n    --hash=x\nnergens-te-vinden==1\nalleen-daar==1 ; sys_platform == 'elders'\n???\n"
    (tmp_path / "requirements.txt").write_text(lock, encoding="utf-8")
    (found,) = machine.versions()
    assert found.state is State.WRONG
    assert "duckdb" in found.text
    assert "nergens-te-vinden ontbreekt" in found.text
    assert "alleen-daar" not in found.text
    monkeypatch.setattr(machine.sys, "version_info", (3, 9))
    assert next(machine.versions()).text.endswith("is te oud.")


def test_letters_that_are_gone(monkeypatch):
    assert [item.state for item in machine.letters()] == [State.GOOD]
    monkeypatch.setattr(machine, "WORD", machine.WORD.replace("Één", ""))
    assert [item.state for item in machine.letters()] == [State.WRONG]


def test_who_runs_it(monkeypatch):
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0, raising=False)
    assert [item.state for item in machine.user()] == [State.WARNING]
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000, raising=False)
    assert [item.state for item in machine.user()] == [State.GOOD]


@pytest.fixture
def neighbour(monkeypatch) -> Iterator[list[int]]:
    """A program on a port, which answers with the status in the list."""
    status = [200]

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *_said) -> None:
            """A test prints nothing."""

    monkeypatch.undo()
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv(machine.PORT, str(server.server_port))
        yield status
        server.shutdown()


@pytest.mark.parametrize(("answer", "state"), [(200, "goed"), (503, "fout"), (404, "fout")])
def test_what_answers_on_the_port(neighbour, answer, state):
    neighbour[0] = answer
    assert [item.state for item in machine.port()] == [state]


def test_a_port_that_is_none(monkeypatch):
    monkeypatch.setenv(machine.PORT, "poort")
    assert [item.state for item in machine.port()] == [State.WRONG]


def test_what_may_not_be_looked_at_is_told():
    def closed():
        raise PermissionError(13, "Permission denied", "/huis/records")
        yield

    def broken():
        raise OSError(5, "Input/output error", "/huis/records")
        yield

    assert [item.state for item in careful("sleutel", closed)] == [State.UNKNOWN]
    assert [item.state for item in careful("sleutel", broken)] == [State.WRONG]


def test_every_damaged_file_that_a_page_kept_is_named(bare, capsys):
    for name in ("events/een.toml", "stories/twee.toml"):
        path = bare.work / name
        path.parent.mkdir(parents=True)
        path.write_text("titel = ", encoding="utf-8")
    (bare.path / "questions").mkdir()
    (bare.path / "questions" / "drie.toml").write_text("titel = ", encoding="utf-8")
    _, found = doctor(capsys, bare.path)
    said = [text for state, text, _ in found["bewaard"] if state == "fout"]
    assert [name for name in ("drie.toml", "work/events/een.toml", "work/stories/twee.toml")
            if not any(name in text for text in said)] == []  # fmt: skip
