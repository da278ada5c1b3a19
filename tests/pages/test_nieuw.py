"""Overzicht: what is new since the last visit, once there is another publication."""

import shutil

import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, page_words
from voorkant.declare.home import Home
from voorkant.declare.visitfile import Visit, keep, read_visit
from voorkant.ui import access

PAGE = "pages/beeld/overzicht.py"
USER = access.LOCAL.owner
NEW = "Nieuw sinds uw laatste bezoek, op 1 oktober 2026"


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


def test_what_is_new_is_told_until_the_next_visit(home, monkeypatch):
    assert "Nieuw sinds" not in page_words(open_app(home.path, monkeypatch, PAGE))
    first = read_visit(home, USER, "GM9901")
    assert first.publication == "proef-1"
    assert first.measures
    keep(home, USER, "GM9901", Visit("proef-0", "2026-10-01", first.measures, {}))
    app = open_app(home.path, monkeypatch, PAGE)
    assert not app.exception
    said = page_words(app.run())
    assert NEW in said
    assert "is beoordeeld" in said
    assert not ENGLISH.search(said)
    assert read_visit(home, USER, "GM9901").publication == "proef-1"
    assert NEW not in page_words(open_app(home.path, monkeypatch, PAGE))
    keep(home, USER, "GM9901", Visit("proef-0", "2026-10-01", first.measures, first.verdicts))
    assert "Van geen van de" in page_words(open_app(home.path, monkeypatch, PAGE))
