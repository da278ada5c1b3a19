"""Bescherming says which rules hold and on which ground, what is hidden, who did what, and how long it stays."""

from dataclasses import replace

import pytest

from tests.attacks.roleworld import GROUND, USERS, write_world
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, page_words
from voorkant.declare.auditlog import ACCOUNT, Action, Entry, app_log
from voorkant.declare.home import Home
from voorkant.ui import access

PAGE = "pages/verantwoording/bescherming.py"
SETTINGS = f"""
[bescherming.intern]
drempel = 4
afronding = 3
grond = "Besluit van het college, 3 maart"
[bewaren]
publicaties = "2 jaar"
[bronnen.ojg_contacten]
bewaartermijn = "5 jaar"
[koppeling]
bronnen = ["ojg_contacten"]
grond = "Overeenkomst 12"
dpia = "DPIA 7"
{GROUND}"""


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Home:
    made = Home(write_world(tmp_path_factory.mktemp("guarded") / "home"))
    made.settings.write_text(SETTINGS, encoding="utf-8")
    line = '[{"n": 1, "at": "2026-01-03T09:00:00+01:00", "who": "bouwer", "role": "opdrachtregel", "log": "bouwer", '
    line += '"action": "publiceren", "filter": {}, "publication": "proef-1", "prev": ""}]'
    (made.work / ACCOUNT).write_text(line, encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def officer(monkeypatch):
    monkeypatch.setattr(access, "current_user", lambda: USERS["functionaris"])


def test_rules_grounds_terms_and_who_sees_what(home, monkeypatch):
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    said = page_words(app)
    assert not app.exception
    for words in (
        "onder 4 verborgen, andere aantallen afgerond op 3", "Besluit van het college, 3 maart",
        "Overeenkomst 12 (DPIA: DPIA 7)",
        "Ware aantallen: Ondersteuner Jeugd & Gezin", "manager, per plek en maand", "DPIA 2026-3", "5 jaar", "2 jaar",
        "Functionaris gegevensbescherming", "Herleidbaar", "gepubliceerd",
    ):  # fmt: skip
        assert words in said
    assert not ENGLISH.search(said.replace("Proef", ""))
    assert not FORBIDDEN.search(said)
    assert "GM9902" not in said


def test_the_log_is_filtered_and_tells_when_it_was_changed(home, monkeypatch):
    app_log(home).append(Entry(Action.COSTS_KEPT, "Bo", "manager", "", {"gemeente": "GM9901"}))
    app_log(home).append(Entry(Action.DENIED, "Bo", "manager", "", {"gemeente": "GM9901", "wat": "bekijk_bescherming"}))
    app = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    assert "is heel" in app.success[0].value
    app.selectbox(key="logboek_wie").set_value("Bo").run()
    assert "kosten bij een pilot bewaard" in page_words(app)
    assert "interne versie gedownload" not in page_words(app)
    assert "geen toegang gekregen bescherming en logboek bekijken" in page_words(app)
    assert "bekijk_bescherming" not in page_words(app)
    app.selectbox(key="logboek_wat").set_value("kosten_bewaard").run()
    assert "kosten bij een pilot bewaard" in page_words(app)
    path = app_log(home).path
    path.write_bytes(path.read_bytes().replace(b'"Bo"', b'"Jo"'))
    changed = open_app(home.path, monkeypatch, PAGE, gemeente="GM9901")
    assert "klopt niet" in changed.error[0].value


def test_without_terms_grounds_or_a_log_it_says_so(full, monkeypatch):
    said = text(open_app(full, monkeypatch, PAGE))
    assert "niemand: er is geen grond vastgelegd" in said
    assert "Er is geen bewaartermijn vastgelegd" in said
    monkeypatch.setattr(access, "current_user", lambda: replace(USERS["functionaris"], scopes=frozenset({"*"})))
    assert not open_app(full, monkeypatch, PAGE).exception
