"""Raadsbrief: a draft is begun, arranged, worded and kept at every step, and its files are made of public figures."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words
from tests.unit.report.memo.conftest import DRAFT
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.memofile import keep, read_drafts
from voorkant.domain.problem import Problem
from voorkant.report.memo.parts import digest
from voorkant.ui import access
from voorkant.ui.memo import keeping
from voorkant.ui.memo.page import _named

PAGE = "pages/raad/raadsbrief.py"
USER = access.LOCAL.owner


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


def press(app, label):
    next(item for item in app.button if label in item.label).click().run()
    assert not app.exception


def draft(home):
    [found] = read_drafts(home, USER).values()
    return found


def choose(app, name):
    """Other words and choices in the form, kept in one go."""
    key = f"brief_{name}"
    app.session_state[f"brief_keuzes_{name}"] = True
    app.run()
    app.text_input(key=f"{key}_titel").set_value("Jeugdhulp, kort")
    app.multiselect(key=f"{key}_maten").set_value(app.multiselect(key=f"{key}_maten").value[1:])
    app.multiselect(key=f"{key}_vragen").set_value(["leeftijd"])
    app.checkbox(key=f"{key}_naast").uncheck()
    app.checkbox(key=f"{key}_grafiek").check()
    press(app, "Keuzes bewaren")


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
    choose(app, begun.name)
    chosen = draft(home)
    assert (chosen.title, chosen.compare, chosen.editable, chosen.measures) == (
        "Jeugdhulp, kort", False, True, begun.measures[1:],
    )  # fmt: skip
    assert chosen.questions
    press(app, "Maak het bestand")
    [button] = app.get("download_button")
    assert button.proto.label == "Download Word (openbaar)"
    press(app, "Kopie met de nieuwste cijfers")
    assert len(read_drafts(home, USER)) == 2
    assert "De kopie staat klaar" in page_words(app)
    press(app, "Ja, verwijder dit concept")
    assert draft(home).name == begun.name
    told = [line["action"] for line in read_log(app_log(home), "app").records]
    assert told == ["brief_begonnen", "brief_begonnen", "brief_verwijderd"]


def test_words_at_other_figures_are_told_and_a_reader_only_reads(home, monkeypatch):
    old = DRAFT.with_text("ojg:contacten", "Het waren er 12.", digest("wat er toen stond"))
    name = keep(home, USER, replace(old, measures=(*old.measures, ":weg")))
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", brief=name)
    assert not app.exception
    assert "1 met de hand geschreven teksten staan niet in het stuk" in page_words(app)
    keep(home, USER, replace(old, name=name, period="2019", since="", pilots=(), questions=()))
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", brief=name)
    assert "Van dit concept is nu geen stuk te maken" in page_words(app)
    reader = replace(access.LOCAL, roles=frozenset({"wethouder"}))
    monkeypatch.setattr(access, "current_user", lambda: reader)
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    assert "Alleen om te lezen" in page_words(app)
    with pytest.raises(Problem, match="geen toegang"):
        keeping.begin(DRAFT)


def test_where_all_is_hidden_a_draft_is_not_begun_and_an_old_one_says_so(suppressed, tmp_path, monkeypatch):
    home = Path(shutil.copytree(suppressed, tmp_path / "home"))
    app = open_app(home, monkeypatch, PAGE, gemeente="GM9901")
    app.text_input(key="brief_nieuw_titel").set_value("Een brief")
    press(app, "Concept beginnen")
    assert "nog geen cijfer te tonen om over te schrijven" in page_words(app)
    keep(Home(home), USER, DRAFT)
    app = open_app(home, monkeypatch, PAGE, gemeente="GM9901", brief="brief-jeugdhulp-in-cijfers-beeld")
    app.session_state["brief_brief-jeugdhulp-in-cijfers-beeld_voorbeeld"] = True
    app.run()
    assert not app.exception
    [preview] = html(app, "vk-memo")
    assert "Er is nog geen cijfer dat definitief en te tonen is." in preview
    assert "minder dan 10 jeugdigen" in preview


def test_drafts_that_are_called_the_same_are_told_apart():
    words = dict(_named({"brief": DRAFT, "brief-2": DRAFT, "ander": replace(DRAFT, title="Een ander")}))
    assert words["brief-2"] == f"{words['brief']}, nummer 2"
    assert len(set(words.values())) == 3
