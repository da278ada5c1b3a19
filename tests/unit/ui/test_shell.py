"""The shell answers this machine alone, closes what must be closed, and adds its headers to every answer."""

import tomllib

import pytest
from streamlit import config

from tests.coroutines import finished
from voorkant import ROOT
from voorkant.ui import shell
from voorkant.ui.shell import CLOSED, HEADERS, Shell, is_local


async def inner(scope, receive, send):
    accept = dict(scope["headers"]).get(b"accept-encoding", b"")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": accept or b"ok"})


def ask(path: str, machine: str = "127.0.0.1") -> tuple[int, dict[str, str], str]:
    """(status, headers, text) of the shell's answer to a machine that understands gzip."""
    out = []

    async def send(message):
        out.append(message)

    asked = [(b"accept-encoding", b"gzip")]
    scope = {"type": "http", "method": "GET", "path": path, "headers": asked, "client": (machine, 5000)}
    finished(Shell(inner)(scope, None, send))
    headers = {name.decode(): value.decode() for name, value in out[0]["headers"]}
    return out[0]["status"], headers, out[1]["body"].decode()


@pytest.mark.parametrize("path", CLOSED)
def test_closed_paths(path):
    status, headers, text = ask(path)
    assert (status, text) == (404, "Niet gevonden.")
    assert headers["x-content-type-options"] == "nosniff"


def test_headers_on_every_answer():
    _, headers, _ = ask("/kwaliteit")
    assert {name: headers[name] for name in HEADERS} == HEADERS
    policy = headers["content-security-policy"]
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "frame-ancestors 'none'" in policy


def test_a_page_is_asked_for_uncompressed_and_a_file_is_not():
    assert ask("/kwaliteit")[2] == "ok"
    assert ask("/static/js/x.js")[2] == "gzip"


def test_another_machine_is_refused_in_dutch():
    status, _, text = ask("/", machine="10.0.0.8")
    assert status == 403
    assert "alleen deze computer" in text


def test_another_machine_gets_no_websocket():
    out = []

    async def send(message):
        out.append(message)

    finished(Shell(inner)({"type": "websocket", "client": ("10.0.0.8", 1), "path": "/"}, None, send))
    assert out == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    ("client", "local"), [(("127.0.0.1", 1), True), (("::1", 1), True), (("192.168.1.4", 1), False), (None, True)]
)
def test_who_is_this_machine(client, local):
    assert is_local({"client": client}) is local


@pytest.mark.parametrize("address", ["0.0.0.0", None, "192.168.1.4"])  # noqa: S104 - it must be refused
def test_no_start_on_an_address_that_others_reach(monkeypatch, address):
    monkeypatch.setattr(config, "get_option", lambda _name: address)
    with pytest.raises(SystemExit, match="alleen deze computer"):
        shell.options()


def test_health_says_what_is_wrong(tmp_path, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    assert finished(shell.health(None)).status_code == 200
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "current.json").write_text("{", encoding="utf-8")
    assert finished(shell.health(None)).status_code == 503


def test_no_page_around_the_app_may_steer_it():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["allowedOrigins"] == []
