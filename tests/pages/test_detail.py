"""Detail per plek: true counts for who has a ground, marked as such, without a way out of the screen."""

from dataclasses import replace

import pytest

from tests.attacks.roleworld import USERS, write_world
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, page_words
from voorkant.ui import access

PAGE = "pages/werkt_het/detail.py"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return write_world(tmp_path_factory.mktemp("detailed") / "home")


@pytest.fixture(autouse=True)
def manager(monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: USERS["manager"])


def test_counts_of_places_by_month_are_marked_and_have_no_way_out(home, monkeypatch):
    app = open_app(home, monkeypatch, PAGE, gemeente="GM9901")
    said = page_words(app)
    assert app.title[0].value == "Detail per plek"
    for words in ("7.312.4", "Praktijk De Linde", "01990001", "dec", "Begeleiding van de ondersteuners; DPIA 2026-3"):
        assert words in said
    assert "Detail: ware aantallen" in text(app)
    assert not app.get("download_button")
    assert "Kopieer link" not in text(app)
    assert not ENGLISH.search(said)
    assert all(key not in dict(app.query_params) for key in ("detail_maat", "detail_jaar", "detail_programma"))
    app.selectbox(key="detail_jaar").set_value("2024").run()
    assert "Detail: Contacten van het programma, 2024" in page_words(app)


def test_elsewhere_and_without_a_cube_it_says_so(home, full, monkeypatch, tmp_path):
    assert "alleen van de eigen gemeente" in page_words(open_app(home, monkeypatch, PAGE, gemeente="GM9902"))
    for cube in home.glob("published/*/GM9901/detail-*"):
        cube.unlink()
    assert "geen ware aantallen" in page_words(open_app(home, monkeypatch, PAGE, gemeente="GM9901"))


def test_who_lost_the_ground_has_no_such_page(home, monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: replace(USERS["manager"], personal=False))
    assert "Detail per plek" not in [rule.title for rule in access.menu()]
