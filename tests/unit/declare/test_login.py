"""The settings of signing in: read strictly, and refused where they would leave a door half open."""

import stat

import pytest

from tests.logins import SETTINGS
from voorkant.declare.home import Home
from voorkant.declare.login import SECRET, SECRET_FILE, read_login, read_secret
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused

ENTRA = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"
GOOD = SETTINGS.replace("https://voorkant.nl", "https://voorkant.aldermeer.nl/").replace("https://op.nl", ENTRA)


@pytest.fixture(autouse=True)
def no_secret_around(monkeypatch):
    for name in (SECRET, SECRET_FILE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def written(home: Home, old: str = "", new: str = "") -> Home:
    assert old in GOOD
    home.settings.write_text(GOOD.replace(old, new) if old else GOOD, encoding="utf-8")
    return home


def test_without_the_table_it_is_the_local_mode(home):
    assert read_login(home.settings) is None
    home.settings.write_text('[regio]\nnaam = "Een"\n', encoding="utf-8")
    assert read_login(home.settings) is None
    assert read_settings(home.settings).login is None


def test_what_is_written_is_what_holds(home):
    login = read_login(written(home).settings)
    assert login is not None
    assert read_settings(home.settings).login == login
    assert login.provider.endswith("555555555555/v2.0/.well-known/openid-configuration")
    assert login.callback == "https://voorkant.aldermeer.nl/oauth2callback"
    assert login.secure
    assert (login.idle.total_seconds(), login.longest.total_seconds()) == (30 * 60, 8 * 3600)
    assert login.roles == {"manager": frozenset({"g-managers"})}


def test_the_whole_address_of_the_provider_is_understood_too(home):
    whole = '555555555555/v2.0/.well-known/openid-configuration"'
    assert read_login(written(home, '555555555555/v2.0"', whole).settings) == read_login(written(home).settings)


def test_http_is_for_this_machine_alone(home):
    login = read_login(written(home, "https://voorkant.aldermeer.nl/", "http://127.0.0.1:8501").settings)
    assert not login.secure
    assert login.cookie == "voorkant_sessie"


def test_the_cookie_is_of_this_host_or_of_this_path(home):
    assert read_login(written(home).settings).cookie == "__Host-voorkant_sessie"
    below = read_login(written(home, "aldermeer.nl/", "aldermeer.nl/voorkant/").settings)
    assert (below.path, below.cookie) == ("/voorkant", "__Secure-voorkant_sessie")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('client_id = "abc"\n', "", "'client_id' ontbreekt"),
        ('"abc"', '" "', "'client_id' is leeg"),
        ("client_id", "cliënt_id", "geen geldige TOML"),
        ('client_id = "abc"', 'client_id = "abc"\nclaim = "x"', "'claim' is onbekend"),
        ("https://login", "http://login", "moet met https:// beginnen"),
        ("https://login", "login", "hoort een webadres"),
        ("/v2.0", "/v2.0?a=1", "hoort een webadres"),
        ("https://voorkant", "http://voorkant", "Begin met https://"),
        ('adres = "https://voorkant.aldermeer.nl/"', "", "Zet 'adres' in [server]"),
        ("[inloggen]", '[inloggen]\nadres = "https://v.nl"', "'adres' hoort bij [server]"),
        ("11111111-2222-3333-4444-555555555555", "common", "iedereen met een Microsoft-account"),
        ('toegang_vragen = "Team Gegevens"\n', "", "'toegang_vragen' ontbreekt"),
        ("[inloggen.rollen]", '[inloggen.privacy]\nverklaring = "http://x.nl"\n[inloggen.rollen]', "'verklaring' is"),
        ("[inloggen.rollen]", "[inloggen.privacy]\nbewaren = 3\n[inloggen.rollen]", "'bewaren' is onbekend"),
        ("[inloggen.rollen]", "stil_minuten = 0\n[inloggen.rollen]", "'stil_minuten' is 0"),
        ("[inloggen.rollen]", "hoogstens_uren = 100\n[inloggen.rollen]", "'hoogstens_uren' is 100"),
        ("[inloggen.rollen]", "claims = []\n[inloggen.rollen]", "ten minste één claim"),
        ('["g-managers"]', "[]", "[inloggen.rollen] is leeg"),
        ('["g-managers"]', '[" "]', "bevat een lege tekst"),
        ('["g-managers"]', '["*"]', "mag niet in [inloggen.rollen]"),
        ('GM9901 = ["*"]\n', "", "[inloggen.gemeenten] is leeg"),
        ("GM9901", "Aldermeer", "noemt 'Aldermeer'"),
    ],
)
def test_what_is_wrong_is_named(home, old, new, says):
    with pytest.raises(DataRefused) as refusal:
        read_login(written(home, old, new).settings)
    assert says in str(refusal.value)
    assert str(refusal.value).startswith("voorkant.toml")


def test_the_secret_of_the_environment_goes_first(home, monkeypatch):
    monkeypatch.setenv(SECRET, " uit-de-omgeving ")
    assert read_secret(home) == "uit-de-omgeving"


def test_the_secret_of_a_file(home, monkeypatch, tmp_path):
    path = tmp_path / "inloggen.geheim"
    path.write_text("uit-het-bestand\n", encoding="utf-8")
    path.chmod(0o600)
    assert read_secret(home) == "uit-het-bestand"
    other = tmp_path / "elders"
    path.rename(other)
    monkeypatch.setenv(SECRET_FILE, str(other))
    assert read_secret(home) == "uit-het-bestand"


@pytest.mark.parametrize(("text", "says"), [("", "alleen het clientgeheim"), ("a\nb\n", "alleen het clientgeheim")])
def test_a_file_that_is_no_secret(home, tmp_path, text, says):
    path = tmp_path / "inloggen.geheim"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(DataRefused, match=says):
        read_secret(home)


def test_no_secret_at_all(home):
    with pytest.raises(DataRefused, match="kan niet worden gelezen"):
        read_secret(home)


def test_a_secret_that_others_can_read(home, tmp_path):
    path = tmp_path / "inloggen.geheim"
    path.write_text("geheim", encoding="utf-8")
    path.chmod(stat.S_IRUSR | stat.S_IRGRP)
    with pytest.raises(DataRefused, match="chmod 600"):
        read_secret(home)
