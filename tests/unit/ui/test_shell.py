"""The shell answers whom it should, closes what must be closed, and adds its headers to every answer."""

import gzip
import tomllib

import pytest
import uvicorn
from streamlit import config

from tests.coroutines import finished
from voorkant import ROOT
from voorkant.declare.serving import Serving
from voorkant.ui import shell
from voorkant.ui.headers import headers
from voorkant.ui.shell import CLOSED, LARGEST_HEADERS, LONGEST_URL, METRICS, Shell, is_local

OWN = Serving()
SITE = Serving(address="https://jeugd.voorbeeld.nl/vk", proxies=("10.0.0.5",), framed_by=("https://i.voorbeeld.nl",))
TOKEN = "a-token-that-is-long-enough"  # noqa: S105 - of nobody


async def inner(scope, receive, send):
    accept = dict(scope["headers"]).get(b"accept-encoding", b"")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": accept or b"ok"})


def request(path: str, machine: str = "127.0.0.1", host: str = "localhost:8501", query: str = "", **also: str) -> dict:
    asked = {"host": host, "accept-encoding": "gzip"} | {name.replace("_", "-"): value for name, value in also.items()}
    pairs = [(name.encode(), value.encode()) for name, value in asked.items()]
    return {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "client": (machine, 5000), "headers": pairs}  # fmt: skip


def ask(scope: dict, serving: Serving = OWN, **how) -> tuple[int, dict[str, str], str]:
    """(status, headers, text) of the shell's answer."""
    out = []

    async def send(message):
        out.append(message)

    finished(Shell(inner, serving, **how)(scope, None, send))
    told = {name.decode(): value.decode() for name, value in out[0]["headers"]}
    return out[0]["status"], told, out[1]["body"].decode()


@pytest.mark.parametrize("path", CLOSED)
def test_closed_paths(path):
    status, told, text = ask(request(path))
    assert (status, text) == (404, "Niet gevonden.")
    assert told["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", CLOSED)
def test_closed_paths_below_a_path(path):
    assert ask(request(SITE.prefix + path), SITE, login=True)[0] == 404


@pytest.mark.parametrize(
    ("given", "status"), [(f"Bearer {TOKEN}", 200), ("Bearer ", 404), ("Bearer anders", 404), ("Bearer é", 404)]
)
def test_the_metrics_open_with_the_token(given, status):
    assert ask(request(METRICS, authorization=given), token=TOKEN)[0] == status
    assert ask(request(METRICS, authorization=given))[0] == 404  # where no token was set nothing opens them


def test_headers_on_every_answer():
    _, told, _ = ask(request("/kwaliteit"))
    assert headers(OWN).items() <= told.items()
    policy = told["content-security-policy"]
    assert "script-src 'self';" in policy  # no inline, no eval, no blob, nothing from elsewhere
    assert policy.endswith("frame-ancestors 'none'")
    assert told["x-frame-options"] == "DENY"
    assert "strict-transport-security" not in told


def test_an_answer_with_words_says_what_it_is():
    async def bare(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 400, "headers": [(b"content-length", b"11")]})
        await send({"type": "http.response.body", "body": b"Bad Request"})

    out = []

    async def send(message):
        out.append(message)

    finished(Shell(bare, OWN)(request("/static/..%2f..%2fvoorkant.toml"), None, send))
    assert (b"content-type", b"text/plain; charset=utf-8") in out[0]["headers"]


def test_headers_follow_the_settings():
    _, told, _ = ask(request("/vk/kwaliteit"), SITE, login=True)
    assert told["content-security-policy"].endswith("frame-ancestors 'self' https://i.voorbeeld.nl")
    assert "x-frame-options" not in told
    assert told["strict-transport-security"] == "max-age=31536000"


def test_a_page_is_asked_for_uncompressed_and_a_file_is_not():
    assert ask(request("/kwaliteit"))[2] == "ok"
    assert ask(request("/static/js/x.js"))[2] == "gzip"
    assert ask(request("/vk/static/js/x.js"), SITE, login=True)[2] == "gzip"


@pytest.mark.parametrize("prefix", ["", SITE.prefix])
def test_a_web_page_that_is_handed_out_is_the_same_bytes(prefix):
    """As compressed as it comes: to be made Dutch is for the page of the app alone."""
    content, out = gzip.compress(b'<html lang="en"><head></head></html>'), []

    async def file(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": content})

    async def send(message):
        out.append(message)

    how = (SITE, {"login": True}) if prefix else (OWN, {})
    finished(
        Shell(file, how[0], **how[1])(
            request(f"{prefix}/media/x.html", host="jeugd.voorbeeld.nl" if prefix else "localhost"), None, send
        )
    )
    assert out[1]["body"] == content


def test_another_machine_is_refused_in_dutch():
    status, _, text = ask(request("/", machine="10.0.0.8"))
    assert status == 403
    assert "alleen deze computer" in text


@pytest.mark.parametrize("name", ["x_forwarded_for", "forwarded", "x_real_ip", "x_forwarded_host"])
def test_without_login_a_proxy_on_this_machine_opens_nothing(name):
    assert ask(request("/", **{name: "127.0.0.1"}))[0] == 403


def test_with_login_other_machines_are_answered_under_the_name_of_the_app_alone():
    assert ask(request("/vk/", machine="10.0.0.8", host="jeugd.voorbeeld.nl"), SITE, login=True)[0] == 200
    for other in ("elders.nl", "", "[", "jeugd.voorbeeld.nl.elders.nl"):
        assert ask(request("/vk/", machine="10.0.0.8", host=other), SITE, login=True)[0] == 421


def test_what_is_too_large_goes_no_further():
    assert ask(request("/", query="x" * LONGEST_URL))[0] == 414
    assert ask(request("/", cookie="x" * LARGEST_HEADERS))[0] == 431


def test_another_machine_gets_no_websocket():
    out = []

    async def send(message):
        out.append(message)

    finished(Shell(inner)(request("/", machine="10.0.0.8") | {"type": "websocket"}, None, send))
    assert out == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    ("client", "local"), [(("127.0.0.1", 1), True), (("::1", 1), True), (("192.168.1.4", 1), False), (None, True)]
)
def test_who_is_this_machine(client, local):
    assert is_local({"client": client}) is local


@pytest.mark.parametrize("address", ["0.0.0.0", None, "192.168.1.4"])  # noqa: S104 - it must be refused
def test_no_start_on_an_address_that_others_reach(monkeypatch, tmp_path, address):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    monkeypatch.setattr(config, "get_option", lambda _name: address)
    with pytest.raises(SystemExit, match="alleen deze computer"):
        shell.options()


@pytest.mark.parametrize("wrong", ["[server]\nadres = 3\n", "[regio]\nnaam = 'x'\nnaan = 'y'\n", "kapot"])
def test_no_start_with_settings_that_are_wrong(monkeypatch, tmp_path, wrong):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    (tmp_path / "voorkant.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(SystemExit, match=r"Voorkant start niet\. voorkant\.toml"):
        shell.options()


def test_the_server_itself_believes_no_forwarded_address(monkeypatch, tmp_path):
    """Streamlit's server would, of any program on this machine."""
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    monkeypatch.setattr(shell, "room_for_connections", lambda: None)
    monkeypatch.setattr(config, "get_option", lambda _name: "127.0.0.1")
    monkeypatch.setattr(uvicorn.config, "ProxyHeadersMiddleware", uvicorn.config.ProxyHeadersMiddleware)
    shell.options()
    seen = {}

    async def look(scope, _receive, _send):
        seen.update(scope)

    wrapped = uvicorn.Config(look)
    wrapped.load()
    finished(wrapped.loaded_app(request("/", x_forwarded_for="10.9.8.7"), None, None))
    assert seen["client"][0] == "127.0.0.1"


def test_no_page_around_the_app_may_steer_it():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["allowedOrigins"] == []
