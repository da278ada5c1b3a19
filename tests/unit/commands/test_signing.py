"""What `voorkant doctor` sees of signing in."""

import io
import urllib.error

import pytest

from voorkant.commands.checkup import signing as checkup
from voorkant.commands.checkup.signing import signing
from voorkant.declare.home import Home
from voorkant.declare.login import SECRET, SECRET_FILE

SETTINGS = """[server]
adres = "https://voorkant.nl"
[inloggen]
aanbieder = "https://op.nl"
client_id = "abc"
toegang_vragen = "Team Gegevens"
[inloggen.rollen]
manager = ["g-managers"]
[inloggen.gemeenten]
GM9901 = ["*"]
"""


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    monkeypatch.delenv(SECRET_FILE, raising=False)
    monkeypatch.setenv(SECRET, "geheim")
    (tmp_path / "voorkant.toml").write_text(SETTINGS, encoding="utf-8")
    return Home(tmp_path)


def answering(monkeypatch, said: bytes | None) -> None:
    def opened(address, timeout):
        assert address == "https://op.nl/.well-known/openid-configuration"
        if said is None:
            raise urllib.error.URLError("geen verbinding")
        return io.BytesIO(said)

    monkeypatch.setattr(checkup.urllib.request, "urlopen", opened)


@pytest.mark.parametrize(
    ("said", "state"),
    [(b'{"issuer": "https://op.nl/"}', "goed"), (b'{"issuer": "https://anders.nl"}', "let op"), (b"{}", "fout"),
     (b"<html>", "fout"), (b"[]", "fout"), (None, "fout")],
)  # fmt: skip
def test_the_provider_is_asked_who_it_is(home, monkeypatch, said, state):
    answering(monkeypatch, said)
    assert [item.state for item in signing(home)] == [state]


def test_a_secret_that_is_not_seen_here(home, monkeypatch):
    answering(monkeypatch, b'{"issuer": "https://op.nl"}')
    monkeypatch.delenv(SECRET)
    assert [item.state for item in signing(home)] == ["let op", "goed"]


def test_local_mode_and_settings_that_are_wrong(home):
    home.settings.write_text("[inloggen]\n", encoding="utf-8")
    assert list(signing(home)) == []
    home.settings.unlink()
    assert [(item.state, "alleen deze computer" in item.text) for item in signing(home)] == [("goed", True)]
