"""Raadsbrief: a draft is begun, arranged, worded and kept at every step, and its files are made of public figures."""

import shutil

import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.memofile import read_drafts
from voorkant.ui import access

PAGE = "pages/raad/raadsbrief.py"
USER = access.LOCAL.name


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


def press(app, label):
    next(item for item in app.button if label in item.label).click().run()
    assert not app.exception


def draft(home):
    [found] = read_drafts(home, USER).values()
    return found


def test_a_memo_from_its_title_to_its_file(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    assert not app.exception
    app.text_input(key="brief_nieuw_titel").set_value("Jeugdhulp  in cijfers")
    press(app, "Concept beginnen")
    begun = draft(home)
    assert (begun.title, begun.kind, begun.period, begun.since) == (
        "Jeugdhulp in cijfers",
        "raadsbrief",
        "2025",
        "2021",
    )
    assert begun.measures
    assert begun.pilots
    press(app, "De kern omlaag")
    assert draft(home).order[:2] == ("aanleiding", "kern")
    app.checkbox(key=f"brief_{begun.name}_in_onbekend_True").uncheck().run()
    assert "onbekend" not in draft(home).order
    app.session_state[f"brief_{begun.name}_teksten_aanleiding"] = True
    app.session_state[f"brief_{begun.name}_voorbeeld"] = True
    app.run()
    app.text_area[0].set_value("De raad vroeg om dit overzicht.").run()
    assert not app.exception
    assert draft(home).texts[0].text == "De raad vroeg om dit overzicht."
    [preview] = html(app, "vk-memo")
    assert "Aanleiding: ‘De raad vroeg om dit overzicht.’" in preview
    assert "Aantoonbare daling" in preview
    assert preview.count("<figure>") == preview.count('alt="')
    said = page_words(app)
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)
    press(app, "Maak het bestand")
    [button] = app.get("download_button")
    assert button.proto.label == "Download Word (openbaar)"
    press(app, "Kopie met de nieuwste cijfers")
    assert len(read_drafts(home, USER)) == 2
    press(app, "Ja, verwijder dit concept")
    assert draft(home).name == begun.name
    told = [line["action"] for line in read_log(app_log(home), "app").records]
    assert told == ["brief_begonnen", "brief_begonnen", "brief_verwijderd"]
