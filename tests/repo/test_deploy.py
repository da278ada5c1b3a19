"""What is shipped for a server says what the app does."""

import re
import tomllib

from tests.repo.tree import ROOT
from voorkant import __version__
from voorkant.declare.settings import read_settings
from voorkant.ui.health import ALIVE, READY, SECURITY_TXT

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))


def text(*place: str) -> str:
    return DEPLOY.joinpath(*place).read_text(encoding="utf-8")


def test_health_is_asked_where_it_is_told():
    assert f"127.0.0.1:8501{ALIVE}'" in text("Dockerfile")
    guide = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    assert [path for path in (ALIVE, READY, SECURITY_TXT) if path not in guide] == []


def test_the_proxy_takes_what_the_app_takes():
    server = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert f"client_max_body_size {server['maxUploadSize']}m;" in text("nginx", "voorkant.conf")


def test_image_and_app_are_of_one_version():
    assert f"image: voorkant:{__version__}\n" in text("compose.yaml")


def test_the_image_holds_what_the_app_reads():
    allowed = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    assert {
        "app.py",
        "pages",
        "queries",
        "data",
        "voorkant",
        ".streamlit",
        "pyproject.toml",
        "requirements.txt",
    } <= allowed


def test_every_unit_runs_as_a_user_of_its_own_and_may_write_in_the_home_alone():
    for unit in UNITS:
        said = unit.read_text(encoding="utf-8")
        assert re.search(r"^User=voorkant-\w+$", said, re.MULTILINE), unit.name
        assert re.search(r"^ProtectSystem=strict$", said, re.MULTILINE), unit.name
        assert set(re.findall(r"^ReadWritePaths=(\S+)$", said, re.MULTILINE)) <= {
            "/var/lib/voorkant", "/var/lib/voorkant/work"
        }, unit.name  # fmt: skip
    assert "ReadWritePaths=/var/lib/voorkant/work\n" in text("systemd", "voorkant.service")


def test_the_licence_is_one():
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes()


def test_the_settings_in_the_guide_can_be_used(tmp_path):
    guide = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    path = tmp_path / "voorkant.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", guide, re.DOTALL)[1], encoding="utf-8")
    serving = read_settings(path).serving
    assert serving.host
    assert serving.contact
