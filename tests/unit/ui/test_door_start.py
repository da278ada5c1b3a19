"""A server starts with settings that are whole, or it does not start."""

import pytest

from tests.logins import SETTINGS as BASE
from voorkant.declare.home import Home
from voorkant.declare.login import SECRET, read_secret
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access, audit, jobs, shell, signed
from voorkant.ui.door_start import begin, middleware, options
from voorkant.ui.doorway import Doorway
from voorkant.ui.pace import HEAVY, limited
from voorkant.ui.signed import Mode
from voorkant.ui.snapshots import keeping

SETTINGS = BASE.replace("voorkant.nl", "voorkant.aldermeer.nl")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path))
    monkeypatch.setenv(SECRET, "geheim")
    monkeypatch.setattr(Mode, "signing_in", None)
    return tmp_path


def written(home, text=SETTINGS):
    (home / "voorkant.toml").write_text(text, encoding="utf-8")


def test_without_settings_it_is_the_local_mode(home):
    assert begin() is None
    assert Mode.signing_in is False
    assert (options(None), middleware(None)) == ({}, [])
    assert access.current_user() is access.LOCAL


def test_what_streamlit_gets(home):
    written(home)
    login = begin()
    auth = options(login)["secrets"]["auth"]
    assert Mode.signing_in is True
    assert auth["redirect_uri"] == "https://voorkant.aldermeer.nl/oauth2callback"
    assert auth["client_secret"] == read_secret(Home(home))
    assert "expose_tokens" not in auth
    assert len(auth["cookie_secret"]) == 64
    assert auth["cookie_secret"] != options(login)["secrets"]["auth"]["cookie_secret"]
    assert [item.cls for item in middleware(login)] == [Doorway]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('client_id = "abc"\n', "", "'client_id' ontbreekt"),
        ("manager =", "menager =", "de rol 'menager' bestaat niet. Bedoeld: 'manager'"),
        ("inloggen", "inlogen", "'inlogen' is onbekend"),
        ("[inloggen]", "[regio]\nnaam = 5\n[inloggen]", "'naam' is 5"),
        ("[inloggen]", "[inloggen", "geen geldige TOML"),
    ],
)
def test_wrong_settings_do_not_start(home, monkeypatch, old, new, says):
    written(home, SETTINGS.replace(old, new))
    with pytest.raises(SystemExit) as stopped:
        shell.options()
    assert str(stopped.value).startswith("Voorkant start niet. voorkant.toml")
    assert says in str(stopped.value)


def test_without_the_secret_it_does_not_start(home, monkeypatch):
    written(home)
    monkeypatch.delenv(SECRET)
    with pytest.raises(SystemExit, match="clientgeheim"):
        shell.options()


def test_a_page_outside_a_server_asks_to_sign_in_too(home):
    written(home)
    with pytest.raises(signed.NotSignedIn):
        access.current_user()


def test_a_login_that_was_taken_out_of_the_settings_opens_nothing(home):
    written(home)
    begin()
    (home / "voorkant.toml").unlink()
    with pytest.raises(Problem, match="Waarschuw de beheerder"):
        access.current_user()
    written(home, "[inloggen]\n")
    with pytest.raises(Problem, match="niemand nu toegang"):
        access.current_user()


def test_a_session_makes_the_user(home, monkeypatch):
    written(home)
    login = begin()
    claims = {"preferred_username": "carla@x.nl", "groups": ["g-managers"]}
    session = signed.SESSIONS.open(claims, {})
    monkeypatch.setattr(signed, "session", lambda _login: session)
    user = access.current_user()
    assert (user.name, user.roles, user.scopes) == ("carla@x.nl", {"manager"}, {"GM9901"})
    assert user.level == Protection.INTERN
    assert not user.may_read("GM9902", "intern")
    assert login is not None
    signed.SESSIONS.close(session)


def test_what_is_heavy_has_a_limit_for_who_signed_in(monkeypatch):
    made = limited(lambda: 1)
    assert [made() for _ in range(HEAVY.most + 1)]
    user = access.User("een@x.nl", frozenset(), frozenset(), Protection.OPENBAAR)
    monkeypatch.setattr(access, "current_user", lambda: user)
    for _ in range(HEAVY.most):
        made()
    with pytest.raises(Problem, match="te vaak gevraagd"):
        made()


@pytest.mark.parametrize(
    ("heavy", "asked"),
    [(keeping.freeze, 2), (keeping.freeze_view, 2), (jobs.undo, 1), (jobs.publish, 1), (jobs.check, 2)],
)
def test_what_starts_a_job_or_makes_files_is_heavy(monkeypatch, heavy, asked):
    user = access.User(f"{heavy.__name__}@x.nl", access.ROLES, access.ALL, Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: user)
    monkeypatch.setattr(HEAVY, "wait", lambda _key: 9)
    with pytest.raises(Problem, match="te vaak gevraagd"):
        heavy(*[None] * asked)


@pytest.mark.parametrize("full", [False, True])
def test_a_refusal_is_put_on_record_once_a_minute(home, monkeypatch, full):
    written(home)
    begin()
    told = []
    user = access.User(f"anna{full}@x.nl", frozenset({"wethouder"}), frozenset({"GM9901"}), Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: user)

    def put(who, role, action, **about):
        told.append((who, role, str(action), about))
        if full:
            raise Problem("De schijf is vol.")

    monkeypatch.setattr(audit, "log_of", put)
    for _ in range(3):
        with pytest.raises(Problem, match="geen toegang"):
            access.require("publiceren")
    assert told == [(user.name, "wethouder", "toegang_geweigerd", {"wat": "publiceren"})]
