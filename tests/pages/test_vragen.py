"""Vragen van de raad: an answer in three sentences from public figures, checked and added by who may."""

import re
import shutil
from dataclasses import replace

import pytest

from tests import pilots
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words, pictures, unfolded
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.questionfile import ANSWERS, Question, keep, read_questions
from voorkant.domain.problem import Problem
from voorkant.ui import access
from voorkant.ui.questions import keeping

PAGE = "pages/raad/vragen.py"
GROUPS = Question(
    "", "Hoe oud zijn zij <echt>?", "parts", ("verwijzingen_sggz",), split="age_group", gemeente="GM9901", who="Anne",
    day="2026-11-26",
)  # fmt: skip
PLACES = replace(GROUPS, title="Waar?", answer="places", indicators=("contacten", "verwijzingen_sggz"), programme="ojg")


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


@pytest.fixture
def opened_here(home, monkeypatch):
    def open_page(**query):
        app = open_app(home.path, monkeypatch, PAGE, **{"gemeente": "GM9901"} | query)
        assert not app.exception
        return app

    return open_page


def answer(app) -> str:
    [found] = html(app, "vk-answer")
    return found


def press(app, label):
    next(item for item in app.button if item.label == label).click().run()
    assert not app.exception


def test_every_question_is_answered_or_says_what_it_needs(opened_here):
    app = opened_here()
    said = page_words(app)
    assert "Aantoonbare daling" in answer(app)
    assert "Dit bewijst niet dat Ondersteuner Jeugd &amp; Gezin de oorzaak is. Let op: " in answer(app)
    [others] = html(app, "vk-questions")
    assert others.count("<li>") == 11
    assert "Daalt of stijgt het aantal verwijzingen" in said
    assert "Deze publicatie kent de maat ‘kosten_per_jeugdige’ niet." in said
    assert "Er zijn te weinig wijken" in said
    assert f"pilot={pilots.FALL}" in answer(app)
    (row,) = app.get("button_group")  # what is marked in the chart can be left out
    assert any("Griepgolf" in words for words in row.options)
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)


def test_an_own_question_is_added_checked_and_removed_and_all_is_logged(home, opened_here):
    form = unfolded(opened_here())
    for kind in reversed(ANSWERS):
        form.selectbox(key="nieuwe_vraag_soort").set_value(kind).run()
        assert not form.exception
    next(item for item in form.text_input if item.label == "De vraag").set_value("Stijgen de  contacten?")
    form.selectbox(key="nieuwe_vraag_maat").set_value("ojg contacten")
    press(form, "Vraag bewaren")
    kept = read_questions(home)[-1]
    assert (kept.title, kept.indicators, kept.programme, kept.gemeente) == (
        "Stijgen de contacten?", ("contacten",), "ojg", "GM9901",
    )  # fmt: skip
    assert "Stijgen de contacten?" in answer(form)
    assert "Nog niet nagekeken." in answer(form)
    press(form, "Markeer als nagekeken")
    assert "Nagekeken op" in answer(form)
    assert not any(item.label == "Markeer als nagekeken" for item in form.button)
    revise(home)
    app = opened_here(vraag=kept.slug)
    assert "Niet meer nagekeken: het antwoord is veranderd" in answer(app)
    press(app, "Ja, verwijder deze vraag")
    assert read_questions(home)[-1].slug != kept.slug
    assert not any((home.work / "checked").iterdir())
    lines = read_log(app_log(home), "app").records
    assert [line["action"] for line in lines] == ["vraag_bewaard", "antwoord_nagekeken", "vraag_verwijderd"]


def revise(home):
    """As if the answer was another one when it was looked at."""
    [path] = (home.work / "checked").glob("*.toml")
    path.write_text(re.sub('digest = ".*?"', 'digest = "anders"', path.read_text()), encoding="utf-8")


def test_groups_and_wijken_are_drawn_and_escaped(home, opened_here):
    for question in (GROUPS, PLACES):
        keep(home, question)
    app = opened_here(vraag="vraag-hoe-oud-zijn-zij-echt")
    assert "Hoe oud zijn zij &lt;echt&gt;?" in answer(app)
    assert "is de grootste groep 4 tot en met 11 jaar" in answer(app)
    assert "/vergelijken?wat=groep&amp;maat=verwijzingen_sggz&amp;groep=age_group&amp;" in answer(app)
    [picture] = pictures(app)
    assert picture["places"] == 3
    assert "/vergelijken?wat=wijk&amp;maat=verwijzingen_sggz&amp;" in answer(opened_here(vraag="vraag-waar"))
    assert [item.proto.label for item in unfolded(app).get("download_button")] == [
        f"Download {word} (openbaar)" for word in ("CSV", "Excel", "PNG")
    ]


def test_a_question_that_is_gone_is_said(opened_here):
    app = opened_here(vraag="bestaat-niet")
    assert "een vraag die hier niet (meer) bestaat" in app.info[0].value
    assert "vk-answer" in text(app)


def test_who_may_not_tend_only_reads(opened_here, monkeypatch):
    reader = replace(access.LOCAL, roles=frozenset({"wethouder"}))
    monkeypatch.setattr(access, "current_user", lambda: reader)
    app = opened_here()
    assert not any(item.label == "Markeer als nagekeken" for item in app.button)
    assert not any(item.label == "Een eigen vraag toevoegen" for item in app.expander)
    with pytest.raises(Problem, match="geen toegang"):
        keeping.keep(GROUPS)
    with pytest.raises(Problem, match="geen toegang"):
        keeping.check(GROUPS, "GM9901", publication="1", digest="x")
