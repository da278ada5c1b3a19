"""Momentopnamen: a memo is frozen with its files, which stay the same bytes, and what was revised since is named."""

import json
import shutil
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, page_words
from tests.unit.report.memo.conftest import DRAFT
from voorkant.cube.reader import current
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
    name = keep(home, access.LOCAL.owner, DRAFT)
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
    [draft] = read_drafts(home, access.LOCAL.owner).values()  # nothing of it was changed, so it is the same
    keep(home, access.LOCAL.owner, replace(draft, title="Een ander"))
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", opname=code)
    press(app, "Bekijk met nieuwe cijfers")
    assert sorted(item.title for item in read_drafts(home, access.LOCAL.owner).values()) == sorted(
        ("Een ander", draft.title)
    )


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


VIEWS = {
    "pages/beeld/overzicht.py": "Bereikte jeugdigen", "pages/beeld/voorkant_achterkant.py": "Tussen ",
    "pages/werkt_het/pilots.py": "Volgend moment", "pages/verantwoording/kwaliteit.py": "Bescherming die nu geldt",
}  # fmt: skip


@pytest.mark.parametrize("page", VIEWS)
def test_any_view_is_kept_and_says_on_its_page_what_changed(home, monkeypatch, page):
    where = {"gemeente": "GM9901", "openbaar": "true"}
    app = open_app(home.path, monkeypatch, page, **where, opname="nieuw")
    press(app, "Bewaar als momentopname")
    [(code, kept)] = read_snapshots(home).items()
    assert app.title[0].value == "Momentopnamen"
    assert "geen nieuwe cijfers gepubliceerd" in page_words(app)
    assert VIEWS[page] in str(kept.tables)
    path, _, asked = kept.view.partition("?")
    assert path == page.rpartition("/")[2].removesuffix(".py")
    said = " ".join(block.proto.body for block in app.get("html"))
    assert f'href="./{"" if path == "overzicht" else path}?' in said
    revise_view(home, code)
    app = open_app(home.path, monkeypatch, page, **dict(parse_qsl(asked)), opname=code)
    said = page_words(app)
    assert not app.exception
    assert "publicatie proef-1 verschenen: 1 cijfer is" in said
    assert "was eerst anders" in said
    assert not ENGLISH.search(said)
    app = open_app(home.path, monkeypatch, page, gemeente="GM9902", openbaar="true", opname=code)
    assert "momentopname die niet (meer) bestaat" in page_words(app)


def revise_view(home, code):
    path = home.work / "snapshots" / code / NAME
    told = json.loads(path.read_text(encoding="utf-8"))
    told["publication"] = "proef-0"
    told["tables"][0]["lines"][0][1] = "was eerst anders"
    path.write_text(json.dumps(told), encoding="utf-8")


def test_a_view_outlives_a_publication_and_tells_what_that_revised(
    published_once, published_twice, tmp_path, monkeypatch
):
    published, page = Home(shutil.copytree(published_once, tmp_path / "before")), "pages/beeld/voorkant_achterkant.py"
    app = open_app(published.path, monkeypatch, page, gemeente="GM9901", openbaar="true", opname="nieuw")
    press(app, "Bewaar als momentopname")
    [(code, kept)] = read_snapshots(published).items()
    shutil.copytree(published.work / "snapshots", published_twice.work / "snapshots")
    asked = dict(parse_qsl(kept.view.partition("?")[2]))
    app = open_app(published_twice.path, monkeypatch, page, **asked, opname=code)
    assert not app.exception
    said = page_words(app)
    assert f"Sindsdien is publicatie {current(published_twice.published).name} verschenen" in said
    assert "cijfers zijn nu anders" in said
    assert "andere leveringen" in said


def test_a_view_on_an_internal_screen_is_not_kept(home, monkeypatch):
    app = open_app(
        home.path, monkeypatch, "pages/beeld/overzicht.py", gemeente="GM9901", openbaar="false", opname="nieuw"
    )
    assert "altijd van de openbare cijfers" in page_words(app)
    assert not [item for item in app.button if "momentopname" in item.label]
    assert "openbaar=true&amp;opname=nieuw" in page_html(app)


def page_html(app):
    return " ".join(block.proto.body for block in app.get("html"))
