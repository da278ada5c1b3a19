"""Gebeurtenissen: the steward keeps what touches the figures, and every chart of its place shows it."""

import json
import shutil
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from tests.pages.app import open_app
from tests.pages.said import ENGLISH, charts, html, page_words, words
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.eventfile import KeptEvent, keep, read_events
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access
from voorkant.ui.events import register

PAGE = "pages/verantwoording/gebeurtenissen.py"
PAIR = "pages/beeld/voorkant_achterkant.py"
EVENT = KeptEvent(
    "2025-05-01-verhuizing", "Verhuizing", date(2025, 5, 1), None, "GM9901", "aanbod", "", "", "", breaks=False,
    public=False, who="Anne", day="2026-01-01",
)  # fmt: skip


@pytest.fixture
def home(full, tmp_path) -> Home:
    return Home(shutil.copytree(full, tmp_path / "home"))


@pytest.fixture
def opened_here(home, monkeypatch):
    def open_page(page, **query):
        app = open_app(home.path, monkeypatch, page, **query)
        assert not app.exception
        return app

    return open_page


def fill(app, **texts):
    for key, value in texts.items():
        next(item for item in app.text_input if item.key.startswith(key)).set_value(value)


def test_the_list_holds_what_came_with_the_files(opened):
    (table,) = html(opened("demo", PAGE), "<table class='vk-table'")
    said = words(table)
    assert "Griepgolf" in said
    assert "reeks afgebroken" in said
    assert "Verwijzingen door de huisarts naar specialistische jeugd-GGZ" in said


def test_an_event_is_added_changed_and_removed_and_every_step_is_logged(home, opened_here):
    app = opened_here(PAGE)
    fill(app, titel="Nieuw contract", start="1-2-2025", einde="28-2-2025")
    app.button[0].click().run()
    (kept,) = read_events(home)
    assert (kept.title, kept.start, kept.end, kept.who) == (
        "Nieuw contract", date(2025, 2, 1), date(2025, 2, 28), "lokale modus",
    )  # fmt: skip
    assert next(item for item in app.text_input if item.key.startswith("titel")).value == ""
    app.selectbox(key="welke").set_value(kept.id).run()
    fill(app, titel="Contract met een ander")
    app.button[0].click().run()
    assert [item.title for item in read_events(home)] == ["Contract met een ander"]
    next(item for item in app.button if item.label.startswith("Ja, verwijder")).click().run()
    assert read_events(home) == ()
    lines = read_log(app_log(home), "app").records
    assert [line["action"] for line in lines] == ["gebeurtenis_bewaard"] * 2 + ["gebeurtenis_verwijderd"]
    assert "Nieuw contract" not in str(lines)


def test_a_damaged_file_takes_nothing_else_along_and_the_page_says_so(home, opened_here):
    """It may be of another gemeente, so nothing of it is told here."""
    keep(home, EVENT)
    (home.work / "events" / "geheim-plan.toml").write_text("titel = ", encoding="utf-8")
    app = opened_here(PAGE)
    [said] = [item.value for item in app.warning]
    assert "1 bestand beschadigd" in said
    assert "geheim" not in page_words(app)
    assert EVENT.title in page_words(app)


def test_what_cannot_be_kept_is_said_and_stays_in_the_form(home, opened_here):
    app = opened_here(PAGE)
    fill(app, titel="Bel 06 12 34 56 78", start="1-2-2025")
    app.button[0].click().run()
    assert "persoonsgegeven" in page_words(app)
    fill(app, titel="Verhuizing", start="vorig jaar")
    app.button[0].click().run()
    assert "niet te lezen" in page_words(app)
    assert next(item for item in app.text_input if item.key.startswith("titel")).value == "Verhuizing"
    assert read_events(home) == ()


@pytest.mark.parametrize(("query", "public", "shown"), [
    ({}, False, True), ({"openbaar": "true"}, False, False), ({"openbaar": "true"}, True, True),
    ({"gemeente": "GM9902"}, False, False),
])  # fmt: skip
def test_a_chart_shows_it_where_it_may(home, opened_here, query, public, shown):
    keep(home, replace(EVENT, public=public))
    app = opened_here(PAIR, periode="quarter", **query)
    assert ("Verhuizing" in page_words(app)) is shown
    marks = [text for trace in charts(app)[0]["data"] if trace.get("yaxis") == "y2" for text in trace["hovertext"]]
    assert any("Verhuizing" in text for text in marks) is shown


def test_a_break_of_the_register_cuts_the_series(home, opened_here):
    def runs():
        drawn = charts(opened_here(PAIR, periode="quarter", uitkomst="verwijzingen_sggz"))[1]
        return sum(trace.get("mode") == "lines+markers" for trace in drawn["data"])

    before = runs()
    keep(home, replace(EVENT, start=date(2025, 4, 1), breaks=True, indicator="verwijzingen_sggz"))
    assert runs() == before + 1


def test_what_the_cube_has_too_is_shown_once(home, opened_here):
    keep(home, replace(EVENT, title="Griepgolf", start=date(2025, 1, 13), end=date(2025, 3, 2), area=""))
    (row,) = opened_here(PAIR, periode="quarter").get("button_group")
    assert sum("Griepgolf" in words for words in row.options) == 1


def test_who_is_no_steward_reads_only(home, opened_here, monkeypatch):
    reader = replace(access.LOCAL, roles=frozenset({"manager"}))
    monkeypatch.setattr(access, "current_user", lambda: reader)
    app = opened_here(PAGE)
    assert app.text_input.len == 0
    assert "Griepgolf" in page_words(app)
    with pytest.raises(Problem, match="geen toegang"):
        register.keep(EVENT)
    with pytest.raises(Problem, match="geen toegang"):
        register.remove(EVENT)


def test_the_register_is_read_by_level(home, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(home.path))
    keep(home, EVENT)
    assert [item.title for item in register.kept(Protection.INTERN)] == ["Verhuizing"]
    assert register.kept(Protection.OPENBAAR) == []


def test_a_kept_event_stands_in_the_list(home, opened_here):
    keep(home, replace(EVENT, area="GM9901", indicator="contacten"))
    said = words(html(opened_here(PAGE), "<table class='vk-table'")[0])
    assert "Aldermeer (GM9901)" in said
    assert "Contacten van het programma" in said
    assert "op deze pagina, alleen intern" in said


def test_an_event_of_one_practice_is_read_in_its_own_gemeente_alone(home, opened_here):
    keep(home, replace(EVENT, area="01990001"))
    app = opened_here(PAGE, gemeente="GM9901")
    assert "Verhuizing" in page_words(app)
    offered = next(item for item in app.selectbox if item.key.startswith("gebied")).options
    assert any(words.startswith("alleen ") for words in offered)
    for query in ({"gemeente": "GM9902"}, {"openbaar": "true"}):
        assert "Verhuizing" not in page_words(opened_here(PAGE, **query))


def test_no_event_at_all_is_said(home, opened_here):
    name = json.loads((home.published / "current.json").read_text())["publication"]
    with duckdb.connect(str(home.published / name / "GM9901" / "intern.duckdb")) as cube:
        cube.execute("delete from event")
    assert "Er is nog geen gebeurtenis bekend." in page_words(opened_here(PAGE))


def test_words_are_dutch(opened):
    assert not ENGLISH.search(page_words(opened("demo", PAGE)))
