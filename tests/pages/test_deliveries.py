"""Gegevens inladen, when it is not the first delivery: what changes, why what stands out is right, and undoing it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.pages.app import text
from tests.pages.said import FORBIDDEN, page_words
from tests.pages.test_gegevens_inladen import bring, home, keys, opened, press  # noqa: F401 - a fixture
from tests.unit.builder.test_warnings import ID, fallen
from voorkant.builder.build import build
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, Kind, State, Status

AREA = f"reden_0_{ID}"


@pytest.fixture
def published(home: Home, published_once: Path) -> Home:  # noqa: F811
    shutil.copytree(published_once, home.path, dirs_exist_ok=True)
    return home


def test_from_a_fall_to_a_reason_to_undoing(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bring(opened(published, monkeypatch), ojg_2=fallen())
    said = text(app)
    assert "Er viel 1 ding op" in said
    assert "mei 2024: 4 rijen; eerder waren het er 16." in said
    press(app, "publiceren")
    assert "Vul bij elke waarschuwing in waarom dit klopt." in text(app)
    assert [job.kind for job in Jobs(published).all()] == [Kind.CHECK]
    app.text_area(key=AREA).set_value("bel 06-12345678").run()
    press(app, "publiceren")
    assert "persoonsgegeven" in text(app)
    assert not [path for path in published.work.rglob("*.json") if "12345678" in path.read_text(encoding="utf-8")]
    app.text_area(key=AREA).set_value("In mei was er geen spreekuur.").run()
    press(app, "publiceren")
    assert "Publicatie 000002" in text(app)
    press(app, "meer_bestanden")
    assert "door lokale modus" in text(app)
    assert "1 waarschuwing" in text(app)
    press(app, "ongedaan")
    assert "Publicatie 000002 ongedaan maken?" in text(app)
    press(app, "ongedaan_nee")
    assert "ongedaan" in keys(app)
    press(press(app, "ongedaan"), "ongedaan_ja")
    said = text(app)
    assert "Publicatie 000002 is ongedaan gemaakt" in said
    assert "Ongedaan gemaakt op" in said
    assert "ongedaan" not in keys(app)  # the first publication stays
    assert not FORBIDDEN.search(page_words(app))


def test_the_reason_stands_on_kwaliteit(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    (published.exports / "ojg_2.csv").write_text(fallen(), encoding="utf-8")
    build(published, lambda _step: None)
    app = opened(published, monkeypatch).switch_page("pages/verantwoording/kwaliteit.py").run()
    said = text(app)
    assert "Een maand heeft veel minder rijen dan eerder." in said
    assert "Niet bevestigd." in said


def test_a_period_is_a_choice_that_shows_what_goes(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    app = bring(opened(published, monkeypatch), ojg_2=fallen())
    choice = app.radio(key="vervangt_ojg_contacten")
    assert choice.options == ["Alleen rijen met hetzelfde nummer", "Alles van januari 2024 t/m december 2024"]
    row = '<td class="vk-number">0</td><td class="vk-number">0</td><td class="vk-number">{}</td>'
    assert row.format(0) in text(app)
    choice.set_value("periode").run()
    assert row.format(12) in text(app)
    app.text_area(key=AREA).set_value("Klopt.").run()
    press(app, "publiceren")
    told = json.loads((published.work / "deliveries.json").read_text(encoding="utf-8"))[0]
    assert (told["replaced"], told["changes"]["removed"]) == (["2024-01", "2024-12"], 12)
    assert "12 vervallen, 180 hetzelfde; vervangt januari 2024 t/m december 2024; 1 waarschuwing" in text(app)


def test_one_reason_for_all(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = "".join(line + "\n" for line in fallen().splitlines() if "-08-2024" not in line)
    app = bring(opened(published, monkeypatch), ojg_2=fewer)
    assert "Er vielen 2 dingen op" in text(app)
    app.text_area(key="reden_alle").set_value("Vakantie.").run()
    press(app, "publiceren")
    told = json.loads((published.work / "deliveries.json").read_text(encoding="utf-8"))[0]
    assert [item["reason"] for item in told["warnings"]] == ["Vakantie.", "Vakantie."]


def undoing(home: Home, status: Status) -> Job:  # noqa: F811
    job = Job("30000101T000000000000-undo", Kind.UNDO, (), "lokale modus", "2026-11-23T10:00:00", publication="000001")
    Jobs(home).ask(job)
    Jobs(home).tell(job, status)
    return job


def test_undoing_under_way_is_followed_and_nobody_publishes_meanwhile(
    published: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    undoing(published, Status(State.BUSY, "Meten en beschermen: Contacten", 40))
    with Jobs(published).alone(0):
        app = opened(published, monkeypatch)
        assert "De laatste publicatie wordt ongedaan gemaakt" in text(app)
        assert "ongedaan" not in keys(app)


def test_undoing_that_failed_says_why(quarter_twice: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    undoing(quarter_twice, Status(State.FAILED, "Er is intussen opnieuw gepubliceerd."))
    app = opened(quarter_twice, monkeypatch)
    assert "Ongedaan maken is niet gelukt" in text(app)
    assert "Er is intussen opnieuw gepubliceerd." in text(app)
    assert "ongedaan" in keys(app)


def test_a_damaged_account_is_said(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    (published.work / "deliveries.json").write_text("{", encoding="utf-8")
    assert "deliveries.json is beschadigd" in text(opened(published, monkeypatch))


def test_many_deliveries_are_cut_with_a_word(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    path = published.work / "deliveries.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    odd = told[0] | {"kind": None, "used": False, "who": "", "undone": {"by": "", "at": told[0]["at"]}}
    path.write_text(json.dumps([odd] * 30), encoding="utf-8")
    said = text(opened(published, monkeypatch))
    assert "Dit zijn de nieuwste 25 van 30 leveringen." in said
    assert "soort niet herkend" in said
