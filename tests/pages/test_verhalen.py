"""Stories beside figures: told, never counted, and seen by whom they may be seen."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests import pilots
from tests.pages.app import open_app
from tests.pages.said import ENGLISH, charts, html, page_words, unfolded
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.storyfile import Story, keep, read_stories
from voorkant.domain.problem import Problem
from voorkant.ui import access
from voorkant.ui.stories import keeping

PAGE = "pages/beeld/voorkant_achterkant.py"
STORY = Story(
    "", "Na drie gesprekken ging het weer.", "ouder", date(2025, 3, 1), "Mag in interne stukken.", "GM9901", "figuur",
    "contacten", public=False, who="Anne", day="2026-01-01",
)  # fmt: skip
VIEW = {"periode": "quarter", "inzet": "contacten"}


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


@pytest.fixture
def opened_here(home, monkeypatch):
    def open_page(**query):
        app = open_app(home.path, monkeypatch, PAGE, **VIEW | query)
        assert not app.exception
        return app

    return open_page


@pytest.mark.parametrize(("query", "public", "shown"), [
    ({}, False, True), ({"openbaar": "true"}, False, False), ({"openbaar": "true"}, True, True),
    ({"gemeente": "GM9902"}, True, False), ({"inzet": "bereikte_jeugdigen"}, True, False),
])  # fmt: skip
def test_a_story_stands_beside_its_own_figure_where_it_may(home, opened_here, query, public, shown):
    keep(home, replace(STORY, public=public))
    stories = html(opened_here(**query), "vk-anecdote")
    assert bool(stories) is shown
    assert all("Verhaal. Een ouder, 1 maart 2025. Bij: Contacten van het programma." in story for story in stories)


def test_it_changes_no_figure_and_no_sentence(home, opened_here):
    def said():
        app = opened_here()
        return charts(app), html(app, "vk-sentence"), html(app, "vk-account")

    before = said()
    keep(home, STORY)
    assert said() == before


def written(app):
    form = unfolded(app)
    form.text_area[0].set_value("Wij konden er dezelfde week terecht.")
    form.text_input[0].set_value("3-4-2025")
    form.text_input[1].set_value("Mag intern, zonder naam.")
    return form


def test_a_story_is_added_and_removed_and_both_are_logged(home, opened_here):
    app = written(opened_here())
    next(item for item in app.button if item.label == "Verhaal bewaren").click().run()
    (kept,) = read_stories(home)
    assert (kept.text, kept.told, kept.pinned, kept.who) == (
        "Wij konden er dezelfde week terecht.", date(2025, 4, 3), "contacten", "lokale modus",
    )  # fmt: skip
    app = opened_here()
    next(item for item in app.button if item.label.startswith("Ja, verwijder")).click().run()
    assert read_stories(home) == ()
    lines = read_log(app_log(home), "app").records
    assert [line["action"] for line in lines] == ["verhaal_bewaard", "verhaal_verwijderd"]
    assert "terecht" not in str(lines)


def test_what_cannot_be_kept_is_said_and_stays(home, opened_here):
    app = written(opened_here())
    app.text_input[0].set_value("gisteren")
    next(item for item in app.button if item.label == "Verhaal bewaren").click().run()
    assert "op welke dag" in page_words(app)
    assert app.text_area[0].value == "Wij konden er dezelfde week terecht."
    assert read_stories(home) == ()


def test_who_may_not_add_sees_no_form(home, opened_here, monkeypatch):
    reader = replace(access.LOCAL, roles=frozenset({"wethouder"}))
    monkeypatch.setattr(access, "current_user", lambda: reader)
    assert html(opened_here(), "Verhalen") == []
    keep(home, STORY)
    app = opened_here()
    assert html(app, "vk-anecdote")
    assert not any(item.label == "Een verhaal toevoegen" for item in app.expander)
    with pytest.raises(Problem, match="geen toegang"):
        keeping.keep(STORY)
    with pytest.raises(Problem, match="geen toegang"):
        keeping.remove(STORY)


def test_words_are_dutch(home, opened_here):
    keep(home, STORY)
    assert not ENGLISH.search(page_words(unfolded(opened_here())))


def test_a_story_stands_beside_its_own_pilot(home, monkeypatch):
    keep(home, replace(STORY, pin="pilot", pinned=pilots.FALL))
    for slug, shown in ((pilots.FALL, True), (pilots.DRAFT, False)):
        app = open_app(home.path, monkeypatch, "pages/werkt_het/pilot.py", pilot=slug)
        assert not app.exception
        assert bool(html(app, "vk-anecdote")) is shown
