"""Momentopnamen: a memo is frozen with its files, which stay the same bytes, and what was revised since is named."""

import json
import shutil

import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, page_words
from tests.unit.report.memo.conftest import DRAFT
from voorkant.declare.home import Home
from voorkant.declare.memofile import keep, read_drafts
from voorkant.declare.snapshotfile import NAME, read_snapshots
from voorkant.ui import access

PAGE = "pages/raad/momentopnamen.py"


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


def press(app, label):
    next(item for item in app.button if label in item.label).click().run()
    assert not app.exception


def test_a_memo_is_frozen_and_says_later_what_is_different(home, monkeypatch):
    name = keep(home, access.LOCAL.name, DRAFT)
    app = open_app(home.path, monkeypatch, "pages/raad/raadsbrief.py", gemeente="GM9901", brief=name)
    press(app, "Bevries dit stuk")
    [code] = read_snapshots(home)
    assert app.title[0].value == "Momentopnamen"
    said = page_words(app)
    assert code in said
    assert "nog zoals ze toen waren" in said
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)
    assert {item.proto.label for item in app.get("download_button")} >= {"Download Word", "Download PDF"}
    revise(home, code)
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", opname=code)
    assert not app.exception
    said = page_words(app)
    assert "publicatie proef-1 verschenen: 1 cijfer is" in said
    assert "999" in said
    assert "de omschrijving is gelijk, maar er wordt anders geteld" in said
    assert "Verdwenen figuur" in said
    app.session_state[f"opname_{code}_cijfers"] = True
    app.run()
    press(app, "Bekijk met nieuwe cijfers")
    assert app.title[0].value == "Raadsbrief"
    assert len(read_drafts(home, access.LOCAL.name)) == 2


def revise(home, code):
    """As if figures, a definition and a figure were others when it was frozen."""
    path = home.work / "snapshots" / code / NAME
    told = json.loads(path.read_text(encoding="utf-8"))
    told["publication"] = "proef-0"
    told["tables"][0]["lines"][0][1] = "999"
    told["measures"][0]["query"] = "anders"
    told["tables"].append({"key": "weg", "title": "Verdwenen figuur", "headers": ["a", "b"], "lines": [["1", "2"]]})
    path.write_text(json.dumps(told), encoding="utf-8")


def test_a_link_to_what_is_gone_is_said(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    assert "Er is nog geen momentopname" in page_words(app)
