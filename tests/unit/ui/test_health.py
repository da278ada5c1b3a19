"""What a monitor is told: whether the app lives, and whether its publication can be read."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cubes import write_home
from voorkant.declare.serving import Serving
from voorkant.ui import health


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOORKANT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def ready() -> tuple[int, dict[str, str]]:
    answer = health.ready(None)
    return answer.status_code, json.loads(answer.body)


def test_without_publication_it_lives_and_is_not_ready(home):
    assert health.alive(None).status_code == 200
    assert ready() == (503, {"status": "leeg", "melding": "Er is nog geen publicatie."})


def test_a_damaged_pointer_is_told(home):
    (home / "published").mkdir(parents=True)
    (home / "published" / "current.json").write_text("{", encoding="utf-8")
    status, told = ready()
    assert (status, told["status"]) == (503, "storing")


def test_a_cube_that_is_changed_or_removed_under_the_app_is_told(home):
    write_home(home)
    assert ready()[0] == 200
    cube = next((home / "published").glob("*/regio/openbaar.duckdb"))
    whole = cube.read_bytes()
    cube.chmod(0o644)
    cube.write_bytes(b"iets anders")
    assert "beschadigd" in ready()[1]["melding"]
    cube.write_bytes(whole)
    assert ready()[0] == 200
    cube.unlink()
    assert "ontbreken" in ready()[1]["melding"]


def test_security_txt_has_what_the_standard_asks():
    serving = Serving(
        address="https://jeugd.voorbeeld.nl/vk", contact=("mailto:v@voorbeeld.nl", "tel:+31200000000"),
        contact_until=date(2027, 6, 30), policy="https://voorbeeld.nl/melden",
    )  # fmt: skip
    assert health.security_txt(serving).body.decode().splitlines() == [
        "Contact: mailto:v@voorbeeld.nl",
        "Contact: tel:+31200000000",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://jeugd.voorbeeld.nl/.well-known/security.txt",
        "Policy: https://voorbeeld.nl/melden",
    ]
    assert health.security_txt(Serving()).status_code == 404
