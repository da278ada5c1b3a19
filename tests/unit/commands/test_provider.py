"""`voorkant doctor` asks the provider whether it answers."""

import io
import urllib.error

import pytest

from tests.logins import SETTINGS
from voorkant.commands.checkup import provider as checkup
from voorkant.commands.checkup.provider import provider
from voorkant.declare.home import Home


@pytest.fixture
def home(tmp_path) -> Home:
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
    assert [item.state for item in provider(home)] == [state]


def test_local_mode_and_settings_that_are_wrong_ask_nothing(home):
    home.settings.write_text("[inloggen]\n", encoding="utf-8")
    assert list(provider(home)) == []
    home.settings.unlink()
    assert list(provider(home)) == []
