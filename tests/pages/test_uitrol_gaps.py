"""Uitrol where something of it was not delivered, and its file for who works inside."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.pages.app import open_app
from tests.pages.said import charts, html, words
from voorkant.charts.told import Told
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.domain.problem import Problem
from voorkant.domain.selection import Selection
from voorkant.ui.panels import download, inside

PAGE = "pages/werkt_het/uitrol.py"
OUTCOMES = "indicator_id in (select indicator_id from indicator where ladder = 'uitkomst')"
TOLD = Told(
    key="olievlek", title="Uitrol: 1", axis="tijd", denominator="alle", sentence="Een.", alt="Een.", source="Uitrol",
    period="2025", status="zoals geleverd", suppression="Alles.", headers=("Plek",), lines=(("=Praktijk",),),
)  # fmt: skip


@pytest.fixture
def home(full, tmp_path) -> Path:
    return shutil.copytree(full, tmp_path / "home")


@pytest.fixture
def without(home, monkeypatch):
    def open_page(*statements):
        name = json.loads((home / "published" / "current.json").read_text())["publication"]
        with duckdb.connect(str(home / "published" / name / "GM9901" / "intern.duckdb")) as cube:
            for statement in statements:
                cube.execute(statement)
        app = open_app(home, monkeypatch, PAGE)
        assert not app.exception
        return app

    return open_page


def notices(app) -> list[str]:
    return [words(block) for block in html(app, "vk-notice")]


def test_no_place_of_this_kind_is_known(without):
    (notice,) = notices(without("update programme set places = null, running = null"))
    assert "geen plek bekend" in notice


def test_a_programme_of_families_has_no_places(without):
    (notice,) = notices(without("update programme set unit = 'gezin'"))
    assert "niet op een vaste plek" in notice


@pytest.mark.parametrize("statement", ["delete from offer where type = 'quarter'", "delete from rollout"])
def test_no_counts_per_quarter(without, statement):
    app = without(statement)
    assert any("geen aantallen per plek en kwartaal" in notice for notice in notices(app))
    assert html(app, "vk-spread")


def test_one_measure_is_no_choice(without):
    app = without("delete from offer where indicator = 'contacten'")
    assert "Bereikte jeugdigen per praktijk" in "".join(html(app, "vk-title"))
    assert app.radio.len == 0


def test_no_outcome_per_place_says_where_it_is(without):
    app = without(
        f"delete from cell where {OUTCOMES} and area_id in (select area_id from area where level = 'praktijk')"
    )
    assert charts(app) == []
    assert any("Deze uitkomst is er niet per plek" in notice for notice in notices(app))
    table = words(html(app, "<table class='vk-table'")[0])
    assert table.count("niet geleverd per plek") == 6


def test_who_takes_the_internal_file_is_put_on_record_first(home, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    chosen = Selection("GM9901", "GM9901", "gemeente", "quarter", "ojg", "contacten", "verwijzingen_sggz")
    files = inside.files(TOLD, chosen)
    assert (files.public, files.why) == (None, download.ONLY_INSIDE)
    lines = download.internal_file(files.internal(), chosen, download.FORMATS[0]).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("INTERN")
    assert lines[1:] == ["Plek;periode;bron;publicatie;versie", "'=Praktijk;2025;Uitrol;proef-1;intern"]
    (record,) = read_log(app_log(Home(home)), "app").records
    assert (record["action"], record["filter"]["indicator"]) == ("interne_versie_gedownload", "olievlek")
    app_log(Home(home)).path.write_bytes(b"")
    with pytest.raises(Problem, match="logboek"):
        download.internal_file(files.internal(), chosen, download.FORMATS[0])


def test_where_nothing_can_be_put_on_record_there_is_no_file(home, monkeypatch):
    app = open_app(home, monkeypatch, PAGE)
    app_log(Home(home)).path.parent.mkdir(exist_ok=True)
    app_log(Home(home)).path.write_bytes(b"geen regel\n")
    for key in ("tabel-olievlek", "intern-olievlek"):
        app.session_state[key] = True
    app.run()
    assert any("De interne versie is er nu niet" in notice for notice in notices(app))
    assert app.get("download_button") == []
