"""Kosten: a range and a break-even, no amount without a verdict, and what is entered stays with its source."""

import re
import shutil
from dataclasses import replace

import duckdb
import pytest

from tests import pilots
from tests.pages.app import open_app, text
from tests.pages.said import unfolded
from voorkant.declare.costfile import Cost, keep_cost, read_cost
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.handed import FORMATS
from voorkant.ui import access
from voorkant.ui.access import User
from voorkant.ui.panels import download
from voorkant.ui.pilots import costs, files, pricing

PAGE, PILOT = "pages/werkt_het/kosten.py", "pages/werkt_het/pilot.py"
COST = Cost(pilots.FALL, 6500, "Contract 2025", 90_000, "Begroting 2026", "Anne", "2026-11-26")
CHOSEN = Selection("GM9901", "GM9901", "gemeente", "year", "ojg", "contacten", "verwijzingen_sggz", pilot=pilots.FALL)


@pytest.fixture
def home(full, tmp_path):
    shutil.copytree(full, tmp_path / "home")
    return Home(tmp_path / "home")


def test_a_fall_is_told_as_a_range_with_its_break_even(home, monkeypatch):
    keep_cost(home, COST)
    for cube in home.published.rglob("*.duckdb"):  # an amount per youth and year, in the place of a share
        cube.chmod(0o644)
        with duckdb.connect(str(cube)) as connection:
            connection.execute("update indicator set slug = 'kosten_per_jeugdige' where slug = 'dekking'")
    said = text(unfolded(open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)))
    assert "Minder verwijzingen dan verwacht" in said
    assert "Dat is tussen €\u00a099.000 en €\u00a0380.000 minder kosten per jaar." in said
    assert "Dit loont bij 14 verwijzingen minder per jaar." in said
    assert "Of alle verwijzingen samen ook dalen, is per praktijk niet te tellen" in said
    assert "Kopieer deze tekst (openbaar)" in said
    assert "Wat kost en vermijdt" in said
    assert re.search(r"Gemeten, ter vergelijking: in Aldermeer €.\d+ per jeugdige \(\w+ 20\d\d\) en in Voorb", said)


@pytest.mark.parametrize("slug", [pilots.REFUSED, pilots.YOUNG])
def test_without_a_verdict_there_is_no_amount_and_it_says_why(opened, slug):
    said = text(opened("demo", PAGE, gemeente="GM9901", pilot=slug))
    assert "Nog geen bedrag mogelijk" in said
    assert "Op de pagina Pilot staat wat er ontbreekt." in said
    assert "dan verwacht (" not in said


def test_without_a_choice_it_opens_on_a_pilot_with_a_verdict(home, monkeypatch):
    """The first by name has none here: there is nothing to reckon with."""
    for cube in home.published.rglob("*.duckdb"):
        cube.chmod(0o644)
        with duckdb.connect(str(cube)) as connection:
            for table in ("pilot", "estimate"):
                connection.execute(f"update {table} set pilot_id = 9 where pilot_id = 1")
    assert "Nog geen bedrag mogelijk" not in text(open_app(home.path, monkeypatch, PAGE, gemeente="GM9901"))


def test_of_a_draft_nothing_is_told(opened):
    assert "Er is nog geen pilot met een uitkomst" in text(opened("demo", PAGE, gemeente="GM9901", pilot=pilots.DRAFT))


def test_the_page_of_the_pilot_has_a_line_and_the_way(home, monkeypatch):
    keep_cost(home, COST)
    said = text(open_app(home.path, monkeypatch, PILOT, gemeente="GM9901", pilot=pilots.FALL))
    assert "Een verwijzing kost €\u00a06.500 (Contract 2025)." in said
    assert "Bekijk de kosten" in said


def test_what_is_entered_is_kept_with_who_and_when_and_nothing_of_it_is_in_the_url(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    app.session_state["kosten_invullen"] = True
    app.run()
    app.number_input(key="kosten_per_verwijzing").set_value(6500)
    app.text_input(key="kosten_bron_verwijzing").set_value("Contract 2025")
    app.button(key="kosten_klaar").click().run()
    kept = read_cost(home, pilots.FALL)
    assert kept is not None
    assert (kept.each, kept.each_source, kept.who) == (6500, "Contract 2025", access.LOCAL.name)
    assert "kosten_bewaard" in (home.work / "audit.jsonl").read_text(encoding="utf-8")
    assert not [key for key in app.query_params if key.startswith("kosten")]


def test_an_amount_without_a_source_is_refused_in_place(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    app.session_state["kosten_invullen"] = True
    app.run()
    app.number_input(key="kosten_per_jaar").set_value(90_000)
    app.button(key="kosten_klaar").click().run()
    assert "Vul bij elk bedrag de bron in" in text(app)
    assert read_cost(home, pilots.FALL) is None


def test_who_may_not_enter_costs_gets_no_form_and_cannot_keep(home, monkeypatch):
    reader = User("Anne", frozenset({"wethouder"}), frozenset({"*"}), Protection.INTERN)
    monkeypatch.setattr(access, "current_user", lambda: reader)
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    assert "Kosten invullen" not in [part.label for part in app.expander]
    with pytest.raises(Problem, match="geen toegang"):
        pricing.keep(COST)


def test_the_file_is_the_public_one(home, monkeypatch):
    keep_cost(home, COST)
    open_app(home.path, monkeypatch, PAGE, gemeente="GM9901", pilot=pilots.FALL)
    made = files.public(CHOSEN, costs.drawn)
    lines = download.public_file(made, FORMATS[0]).decode("utf-8-sig").splitlines()
    assert lines[0] == "Per jaar;Laag;Midden;Hoog;Bron;periode;bron;publicatie;versie"
    assert lines[1].startswith("verwijzingen minder dan verwacht;15;35;59;")
    with pytest.raises(Problem, match="geen openbare versie"):
        files.public(replace(CHOSEN, pilot=pilots.REFUSED), costs.drawn)
