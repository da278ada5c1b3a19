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
    key = f"brief_{name}_0"
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


def two_tabs(home, monkeypatch, opened, *drafts):
    """The same page twice, on the first of the drafts, with these folds open; what a press or a text does in each."""
    names = [keep(home, USER, item) for item in drafts]
    tabs = [open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", brief=names[0]) for _ in range(2)]
    for tab in tabs:
        tab.session_state[opened.format(names[0])] = True
        tab.run()
    return (names[0], *tabs)


def test_what_two_tabs_write_is_kept_or_told(home, monkeypatch):
    old = replace(DRAFT, order=("kern", "aanleiding", "vervolg"))
    name, mine, other = two_tabs(home, monkeypatch, "brief_{}_teksten_aanleiding", old)
    mine.text_area[0].set_value("Van mij.").run()
    press(other, "De kern omlaag")
    other.checkbox(key=f"brief_{name}_in_vervolg_True").uncheck().run()
    assert draft(home).order == ("aanleiding", "kern")
    assert draft(home).text("aanleiding").text == "Van mij."
    other.text_area[0].set_value("Van de ander.").run()
    mine.text_area[0].set_value("Weer van mij.").run()
    assert mine.text_area[0].value == draft(home).text("aanleiding").text == "Van de ander."
    assert "Hier was geschreven: ‘Weer van mij.’" in page_words(mine)
    press(mine, "Neem wat hier was geschreven")
    assert draft(home).text("aanleiding").text == mine.text_area[0].value == "Weer van mij."
    assert "Niet bewaard" not in page_words(mine)
    mine.text_area[0].set_value("Het BSN is 123456782.").run()
    assert "In de tekst staat een persoonsgegeven" in page_words(mine)
    assert "BSN" not in draft(home).text("aanleiding").text


def test_a_link_to_a_draft_that_is_not_there_is_told_once(home, monkeypatch):
    keep(home, USER, DRAFT)
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", brief="weg")
    assert "Dit concept is er niet (meer)" in page_words(app)
    assert not app.info


def test_a_text_for_a_draft_that_is_gone_is_told_and_brings_it_not_back(home, monkeypatch):
    _, mine, other = two_tabs(home, monkeypatch, "brief_{}_teksten_aanleiding", DRAFT)
    press(other, "Ja, verwijder dit concept")
    mine.text_area[0].set_value("Een zin te laat.").run()
    assert "Dit concept is er niet (meer)" in page_words(mine)
    assert "Hier was geschreven: ‘Een zin te laat.’" in page_words(mine)
    assert read_drafts(home, USER) == {}


def test_what_two_tabs_choose_is_joined_and_what_is_twofold_is_asked_again(home, monkeypatch):
    name, mine, other = two_tabs(home, monkeypatch, "brief_keuzes_{}", DRAFT)
    other.text_input(key=f"brief_{name}_0_titel").set_value("Titel van de ander")
    press(other, "Keuzes bewaren")
    mine.checkbox(key=f"brief_{name}_0_naast").set_value(not DRAFT.compare)
    press(mine, "Keuzes bewaren")
    assert (draft(home).title, draft(home).compare) == ("Titel van de ander", not DRAFT.compare)
    assert mine.text_input(key=f"brief_{name}_1_titel").value == "Titel van de ander"
    mine.text_input(key=f"brief_{name}_1_titel").set_value("Titel van mij")
    press(mine, "Keuzes bewaren")
    other.text_input(key=f"brief_{name}_0_titel").set_value("Titel van de ander, twee")
    press(other, "Keuzes bewaren")
    assert "Intussen is ook in een ander venster veranderd: titel." in page_words(other)
    assert draft(home).title == "Titel van mij"
    press(other, "Keuzes bewaren")
    assert draft(home).title == "Titel van de ander, twee"
    assert draft(home).compare is not DRAFT.compare


def test_a_file_is_not_made_of_what_another_tab_has_changed(home, monkeypatch):
    name = keep(home, USER, DRAFT)
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", brief=name)
    before, after = ({name: replace(DRAFT, name=name, title=title)} for title in ("Toen", "Nu"))
    read = iter([before])  # by the page; its last part is drawn alone, and reads again
    monkeypatch.setattr(keeping, "here", lambda _: next(read, after))
    press(app, "Maak het bestand")
    assert "Dit concept is veranderd" in page_words(app)
    assert not app.get("download_button")


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
