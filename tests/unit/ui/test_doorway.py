"""The door: what it lets through, what stays behind it, and when it closes again."""

import asyncio
import json
from datetime import timedelta
from http.cookies import SimpleCookie
from urllib.parse import quote

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.coroutines import finished
from tests.logins import SETTINGS
from voorkant.domain.problem import Problem
from voorkant.ui import audit, doorway, pace, signed, watched
from voorkant.ui.doorway import Doorway
from voorkant.ui.sessions import Sessions
from voorkant.ui.signed import Mode, NoAccess, NotSignedIn

CARLA = {"iss": "https://op.nl", "sub": "c", "preferred_username": "carla@x.nl", "groups": ["g-managers"]}
COOKIE = "__Host-voorkant_sessie"
LATER = 400.0


class Inside:
    """What stands for Streamlit: it redirects as Streamlit does, and says which cookies reached it."""

    def __init__(self) -> None:
        self.claims: dict = dict(CARLA)
        self.provider = (302, "https://op.nl/auth?state=s")
        self.out = (302, "https://op.nl/session/end")

    async def __call__(self, scope, receive, send):
        path, headers = scope["path"], []
        status, body = 200, dict(scope["headers"]).get(b"cookie", b"")
        if path == "/auth/login":
            status, location = self.provider
            headers = [(b"location", location.encode())] if location else []
            headers.append((b"set-cookie", b"_streamlit_session=abc; path=/; Max-Age=1209600; httponly; samesite=lax"))
        elif path == "/auth/logout":
            status, location = self.out
            headers = [(b"location", location.encode())]
        elif path == "/oauth2callback":
            status, headers = 302, [(b"location", b"/"), *self._identity()]
        elif path == "/xsrf":
            headers = [(b"set-cookie", b"_streamlit_xsrf=2|a|b|1; Path=/")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _identity(self):
        if not self.claims:
            return [(b"set-cookie", b'_streamlit_user=""; Max-Age=0; Path=/')]
        signed_value = create_signed_value(get_cookie_secret(), "_streamlit_user", json.dumps(self.claims)).decode()
        return [(b"set-cookie", f"_streamlit_user={signed_value}; HttpOnly; Max-Age=2592000; Path=/".encode())]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """The settings of a home in which people sign in, as a server started with them."""
    path = tmp_path / "voorkant.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    monkeypatch.setattr(Mode, "signing_in", True)
    return path


@pytest.fixture
def records(monkeypatch) -> list:
    lines: list = []
    monkeypatch.setattr(
        audit, "log_of", lambda who, role, action, **about: lines.append((str(action), who, role, about))
    )
    return lines


@pytest.fixture
def sessions(monkeypatch, clock) -> Sessions:
    mine = Sessions(clock)
    for module in (doorway, signed, watched):
        monkeypatch.setattr(module, "SESSIONS", mine)
    return mine


@pytest.fixture
def inside() -> Inside:
    return Inside()


@pytest.fixture
def door(settings, records, sessions, inside, monkeypatch):
    monkeypatch.setattr(pace, "SIGN_IN", pace.Pace(50, 60.0))
    return Doorway(inside, signed.settings())


def ask(door, path: str, *, query: str = "", **headers: str):
    """(status, location, {cookie: morsel}, body)."""
    out = []

    async def send(message):
        out.append(message)

    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": given,
             "client": ("10.0.0.1", 1)}  # fmt: skip
    finished(door(scope, None, send))
    location, set_ = "", {}
    for name, value in out[0]["headers"]:
        if name == b"location":
            location = value.decode()
        elif name == b"set-cookie":
            set_ |= SimpleCookie(value.decode())
    return out[0]["status"], location, set_, out[1]["body"].decode()


def enter(door, **headers: str) -> str:
    """The cookie of someone who signed in."""
    cookies = ask(door, "/oauth2callback", query="code=c&state=s", **headers)[2]
    return f"{COOKIE}={cookies[COOKIE].value}"


def test_the_way_to_the_provider_keeps_the_link_and_seals_the_cookie(door):
    status, location, cookies, _ = ask(door, "/auth/login", referer="https://voorkant.nl/kwaliteit?a=1;b")
    assert (status, location) == (302, "https://op.nl/auth?state=s")
    assert cookies["voorkant_terug"].value == quote("/kwaliteit?a=1;b", safe="")
    state = cookies["_streamlit_session"]
    assert (state["max-age"], state["samesite"], state["secure"], state["httponly"]) == ("600", "Lax", True, True)


def test_coming_back_gives_a_number_and_nothing_of_the_provider(door, records, sessions):
    back = f"voorkant_terug={quote('/kwaliteit?a=1', safe='')}"
    status, location, cookies, _ = ask(door, "/oauth2callback", query="code=c&state=s", cookie=back)
    assert (status, location) == (303, "/kwaliteit?a=1")
    assert set(cookies) == {COOKIE, "voorkant_terug"}
    ours = cookies[COOKIE]
    assert (ours["max-age"], ours["samesite"], ours["secure"], ours["httponly"]) == ("28800", "Strict", True, True)
    assert sessions.find(ours.value).claims == CARLA
    assert records == [("ingelogd", "carla@x.nl", "manager", {})]


@pytest.mark.parametrize("link", ["https://elders.nl", "//elders.nl", "/\\elders.nl", "/a\r\nset-cookie: x=1", ""])
def test_a_link_of_elsewhere_leads_home(door, link):
    assert ask(door, "/oauth2callback", query="code=c", cookie=f"voorkant_terug={quote(link, safe='')}")[1] == "/"


def test_the_number_is_exchanged_for_what_streamlit_wants(door):
    mine = enter(door)
    body = ask(door, "/kwaliteit", cookie=mine + "; ander=1; _streamlit_user=verzonnen; voorkant_sessie=verzonnen")[3]
    assert "ander=1" in body
    assert f" voorkant_sessie={mine.partition('=')[2]}" in body
    assert "_streamlit_user=" in body
    assert "verzonnen" not in body


def test_an_identity_that_the_browser_sends_does_not_come_in(door):
    assert ask(door, "/", cookie="_streamlit_user=x; _streamlit_user_tokens=y; ander=1")[3] == "ander=1"


def test_other_cookies_keep_to_this_site_too(door):
    xsrf = ask(door, "/xsrf")[2]["_streamlit_xsrf"]
    assert (xsrf["samesite"], xsrf["secure"], xsrf["httponly"]) == ("Strict", True, "")


@pytest.mark.parametrize("path", ["/media/x.png", "/_stcore/upload_file/a/b", "/component/x", "/_stcore/nieuw"])
def test_files_are_for_who_signed_in(door, path):
    assert ask(door, path)[0] == 401
    assert ask(door, path, cookie=enter(door))[0] == 200


def test_files_stay_in_no_cache(door):
    out = []

    async def send(message):
        out.append(message)

    cookie = enter(door).encode()
    finished(door({"type": "http", "path": "/media/x", "headers": [(b"cookie", cookie)]}, None, send))
    assert (b"cache-control", b"private, no-store") in out[0]["headers"]


@pytest.mark.parametrize("path", ["/", "/kwaliteit", "/static/x.js", "/_stcore/health", "/_stcore/metrics", "/gezond"])
def test_the_page_to_sign_in_is_open(door, path):
    assert ask(door, path)[0] == 200


def test_a_new_session_ends_the_one_before(door, sessions):
    first = enter(door)
    enter(door, cookie=first)
    assert ask(door, "/media/x", cookie=first)[0] == 401


def test_signing_out(door, records, inside):
    cookie = enter(door)
    status, location, cookies, _ = ask(door, "/auth/logout", cookie=cookie)
    assert (status, location) == (302, "https://op.nl/session/end")
    assert cookies[COOKIE]["max-age"] == "0"
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    assert records[-1] == ("uitgelogd", "carla@x.nl", "manager", {})
    assert ask(door, "/auth/logout")[1] == "/?inloggen=uitgelogd"
    inside.claims = {}
    assert ask(door, "/oauth2callback")[1] == "/?inloggen=uitgelogd"


def test_signing_out_where_the_provider_has_no_such_place(door, inside):
    inside.out = (302, "/")
    assert ask(door, "/auth/logout", cookie=enter(door))[1] == "/?inloggen=uitgelogd"


@pytest.mark.parametrize(
    ("query", "why"),
    [("code=c&state=s", "mislukt"), ("error=access_denied", "access_denied"), ("error=<b>&state=s", "mislukt")],
)
def test_what_fails_is_put_on_record(door, inside, records, query, why):
    inside.claims = {}
    assert ask(door, "/oauth2callback", query=query)[1] == "/?inloggen=mislukt"
    assert records == [("inloggen_mislukt", "onbekend", "", {"reden": why})]


def test_a_provider_that_does_not_answer(door, inside, records):
    inside.provider = (400, "")
    assert ask(door, "/auth/login")[:2] == (303, "/?inloggen=storing")
    assert records == [("inloggen_mislukt", "onbekend", "", {"reden": "aanbieder_onbereikbaar"})]


def test_who_has_no_role_gets_a_session_and_no_access(door, inside, records):
    inside.claims["groups"] = []
    cookie = enter(door)
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    number = cookie.partition("=")[2]
    assert records == [("toegang_geweigerd", "carla@x.nl", "", {"reden": "geen_rol"})]
    asking = signed.ASKING.set(number)
    with pytest.raises(NoAccess, match="Team Gegevens"):
        signed.granted(signed.settings())
    signed.ASKING.reset(asking)


def test_what_cannot_be_put_on_record_does_not_happen(door, sessions, monkeypatch):
    def full(*_told, **_about):
        raise Problem("De schijf is vol.")

    monkeypatch.setattr(audit, "log_of", full)
    status, location, cookies, _ = ask(door, "/oauth2callback", query="code=c&state=s")
    assert (status, location) == (303, "/?inloggen=logboek")
    assert COOKIE not in cookies
    assert sessions.close_others(sessions.open(CARLA, {})) == 0


def test_a_failure_and_an_end_are_there_without_a_record_too(door, inside, clock, monkeypatch):
    cookie = enter(door)

    def full(*_told, **_about):
        raise Problem("De schijf is vol.")

    monkeypatch.setattr(audit, "log_of", full)
    clock.now += 9 * 3600
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    inside.claims = {}
    assert ask(door, "/oauth2callback", query="error=x")[1] == "/?inloggen=mislukt"


@pytest.mark.parametrize(("seconds", "why"), [(30 * 60, "stil"), (8 * 3600, "ten_hoogste")])
def test_time_ends_a_session(door, clock, records, seconds, why):
    cookie = enter(door)
    clock.now += seconds - 1 if why == "stil" else 0
    assert ask(door, "/media/x", cookie=cookie)[0] == 200
    clock.now += seconds
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    assert records[-1] == ("sessie_beeindigd", "carla@x.nl", "manager", {"reden": why})
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    assert len(records) == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("g-managers", "g-anders"), "rechten_gewijzigd"),
        (("GM9901", "GM9902"), "rechten_gewijzigd"),
        (("client_id", "client"), "instellingen"),
        (("manager =", "menager ="), "instellingen"),
        ((SETTINGS, ""), "instellingen"),
    ],
)
def test_settings_end_a_session(door, settings, records, change, why):
    cookie = enter(door)
    settings.write_text(SETTINGS.replace(*change), encoding="utf-8")
    assert ask(door, "/media/x", cookie=cookie)[0] == 401
    assert records[-1][3] == {"reden": why}


def test_what_settings_add_ends_nothing(door, settings):
    cookie = enter(door)
    settings.write_text(SETTINGS + 'GM9902 = ["*"]\n', encoding="utf-8")
    assert ask(door, "/media/x", cookie=cookie)[0] == 200
    settings.write_text(SETTINGS, encoding="utf-8")  # and taking that away again does
    assert ask(door, "/media/x", cookie=cookie)[0] == 401


def test_who_tries_too_often_has_to_wait(door, monkeypatch):
    monkeypatch.setattr(pace, "SIGN_IN", pace.Pace(1, 60.0))
    ask(door, "/auth/login")
    status, _, _, text = ask(door, "/auth/login")
    assert status == 429
    assert "Te vaak geprobeerd" in text


def test_a_script_of_nobody_is_of_nobody(settings, sessions):
    with pytest.raises(NotSignedIn):
        signed.granted(signed.settings())


def test_local_mode_stays_local_until_a_restart(settings, monkeypatch):
    monkeypatch.setattr(Mode, "signing_in", False)
    assert signed.settings() is None


def by_hand(*, auto: bool = False) -> dict:
    message = BackMsg()
    message.rerun_script.is_auto_rerun = auto
    message.rerun_script.query_string = "a=1"
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def over_websocket(door, cookie: str, messages: list, between) -> list:
    """What goes to the browser while these messages come; `between` is done after each. It ends by leaving."""
    out = []

    async def inside(scope, receive, send):
        while (await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "bytes": b"cijfers"})
            between()
        await send({"type": "websocket.send", "bytes": b"te laat"})
        assert (await receive())["type"] == "websocket.disconnect"

    async def receive():
        if messages:
            return messages.pop(0)
        return await asyncio.Event().wait()

    async def send(message):
        out.append(message)

    door.app = inside
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"cookie", cookie.encode())]}
    finished(asyncio.wait_for(door(scope, receive, send), 20))
    return out


@pytest.mark.parametrize(
    "messages", [[by_hand(auto=True)] * 9, [by_hand(), {"type": "websocket.receive", "bytes": b"\xff"}]]
)
def test_an_open_page_closes_with_its_session(door, clock, messages, monkeypatch):
    """Also while the page asks by itself, and while nobody does anything."""
    monkeypatch.setattr(watched, "LOOK", 0.01)
    cookie = enter(door)

    def later():
        clock.now += LATER

    if len(messages) < 3:  # then time passes while the door looks
        real = door.ended

        async def passing(session):
            later()
            return await real(session)

        monkeypatch.setattr(door, "ended", passing)
    sent = over_websocket(door, cookie, list(messages), later)
    last = ForwardMsg()
    last.ParseFromString(sent[-2]["bytes"])
    assert (last.WhichOneof("type"), sent[-1]) == ("auth_redirect", {"type": "websocket.close", "code": 1008})
    assert not any(message.get("bytes") == b"te laat" for message in sent)


def test_who_does_something_stays(door, clock, sessions):
    cookie = enter(door)
    session = sessions.find(cookie.partition("=")[2])

    def later():
        clock.now += 20 * 60
        if clock.now > 2 * 3600:
            sessions.close(session)

    sent = over_websocket(door, cookie, [by_hand() for _ in range(9)], later)
    assert len([message for message in sent if message.get("bytes") == b"cijfers"]) == 7
    assert sessions.over(session, timedelta(minutes=30), timedelta(hours=8)) == ""


def test_the_page_to_sign_in_has_a_websocket_without_a_session(door):
    async def inside(scope, receive, send):
        await send({"type": "websocket.accept"})
        assert signed.ASKING.get() is None

    door.app, out = inside, []

    async def send(message):
        out.append(message)

    finished(door({"type": "websocket", "path": "/_stcore/stream", "headers": []}, None, send))
    finished(door({"type": "lifespan"}, None, send))
    assert out == [{"type": "websocket.accept"}] * 2


def test_a_page_can_say_in_time_that_the_session_ends(door, clock):
    cookie = enter(door)

    def left(method: str) -> dict:
        out = []

        async def send(message):
            out.append(message)

        asked = {"type": "http", "path": "/inloggen/sessie", "headers": [(b"cookie", cookie.encode())]}
        finished(door(asked | {"method": method}, None, send))
        return json.loads(out[1]["body"])

    clock.now += 600
    assert left("GET") == {"rest": 1200, "verlengbaar": True}
    assert left("POST") == {"rest": 1800, "verlengbaar": True}
    while clock.now < 8 * 3600 - 600:
        clock.now += 600
        left("POST")
    clock.now += 510.5
    assert left("POST") == {"rest": 90, "verlengbaar": False}


def test_without_a_session_there_is_no_time_left(door):
    assert ask(door, "/inloggen/sessie")[0] == 401
