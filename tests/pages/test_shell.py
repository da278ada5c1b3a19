"""The frame around every page, in every state of the home."""

import json

import duckdb
import pytest

from tests.cubes import write_home
from tests.pages.app import open_app, text
from voorkant.ui.access import menu

LEVELS = [(rule.path, "Openbaar" if rule.public else "Interne versie") for rule in menu()]
FIGURES = [rule.path for rule in menu() if rule.needs_publication]
MEASURES = {"inzet": "zonder_verwijzing", "uitkomst": "verwijzingen_sggz_huisarts"}


@pytest.mark.parametrize(("path", "level"), LEVELS)
@pytest.mark.parametrize("home", ["full", "suppressed", "without_cells"])
def test_every_page_stands_in_every_state(request, monkeypatch, home, path, level):
    app = open_app(request.getfixturevalue(home), monkeypatch, path)
    assert not app.exception
    assert f">{level}</span>" in text(app)
    assert "lokale modus" in text(app)


@pytest.mark.parametrize("path", FIGURES)
def test_without_publication_every_address_says_what_to_do(unpublished, monkeypatch, path):
    app = open_app(unpublished, monkeypatch, path)
    assert not app.exception
    assert app.title[0].value == "Nog geen publicatie"
    assert app.button(key="demo_klaarzetten").label == "Demo klaarzetten"
    assert str(unpublished / "exports") in app.code[0].value


def test_the_demo_does_not_join_files_that_are_there(unpublished, monkeypatch):
    (unpublished / "exports").mkdir(parents=True)
    (unpublished / "exports" / "eigen.csv").write_text("a;b\n", encoding="utf-8")
    app = open_app(unpublished, monkeypatch)
    assert len(app.button) == 0
    assert "staan al bestanden" in app.info[0].value


def test_a_damaged_pointer_is_a_sentence(unpublished, monkeypatch):
    (unpublished / "published").mkdir(parents=True)
    (unpublished / "published" / "current.json").write_text("[]", encoding="utf-8")
    app = open_app(unpublished, monkeypatch)
    assert not app.exception
    assert "current.json is beschadigd" in text(app)


def test_a_damaged_cube_is_a_sentence(tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    for path in (home / "published").glob("*/GM9901/*.duckdb"):
        path.chmod(0o644)
        path.write_bytes(b"geen database")
    app = open_app(home, monkeypatch)
    assert not app.exception
    assert "ontbreekt of is beschadigd" in text(app)


def test_a_cube_of_another_version_is_a_sentence(tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    name = json.loads((home / "published" / "current.json").read_text(encoding="utf-8"))["publication"]
    for path in (home / "published" / name).glob("*/*.duckdb"):
        path.chmod(0o644)
        with duckdb.connect(str(path)) as connection:
            connection.execute("update meta set value = '99' where key = 'format'")
    app = open_app(home, monkeypatch)
    assert not app.exception
    assert "andere versie" in text(app)


def test_the_words_of_a_link_choose(full, monkeypatch):
    app = open_app(full, monkeypatch, gemeente="Beekerwoude (GM9902)", niveau="Wijk", openbaar="true")
    assert app.selectbox(key="gemeente").value == "GM9902"
    assert app.selectbox(key="gebied").value.startswith("WK9902")
    assert "Openbaar" in text(app)


def test_the_codes_of_a_link_choose(full, monkeypatch):
    app = open_app(full, monkeypatch, gemeente="GM9902", **MEASURES)
    assert app.selectbox(key="gemeente").value == "GM9902"
    assert {key: app.selectbox(key=key).value for key in MEASURES} == MEASURES


def test_the_copied_link_holds_every_value_in_codes(full, monkeypatch):
    app = open_app(full, monkeypatch, gemeente="GM9902", periode="year", **MEASURES)
    said = text(app)
    for part in ("gemeente=GM9902", "programma=ojg", "inzet=zonder_verwijzing", "niveau=gemeente", "openbaar=false",
                 "uitkomst=verwijzingen_sggz_huisarts", "periode=year", "van=2024", "tot=2025"):  # fmt: skip
        assert part in said


def test_what_a_link_names_in_vain_is_said(full, monkeypatch):
    app = open_app(full, monkeypatch, gemeente="GM0000")
    assert "bij: gemeente" in app.info[0].value
    assert app.selectbox(key="gemeente").value == "GM9901"


@pytest.mark.parametrize("page", ["voorkant_achterkant", "maat", "vergelijken", "kaart"])
def test_a_tampered_link_is_a_working_page_and_is_not_handed_on(full, monkeypatch, page):
    """Choices of parts of a page: unknown, of another gemeente, empty, or far too long."""
    wrong = {"wat": "weg", "beeld": "'; drop table cell; --", "weergave": "<b>", "kaartlaag": "", "maat": "x" * 10_000,
             "met": "GM0344.", "delen": "WK990200", "naast": ".", "jaar": "0", "zonder": "weg",
             "gebied": "WK990200"}  # fmt: skip
    app = open_app(full, monkeypatch, f"pages/beeld/{page}.py", **wrong)
    assert not app.exception
    assert len(app.get("plotly_chart")) >= 1
    said = text(app)
    assert "x" * 5_000 not in said
    assert "<b>" not in said.replace("<b>1", "")


def test_what_a_link_names_in_vain_is_said_where_the_choice_stands_until_someone_chooses(full, monkeypatch):
    vain = "De link noemt bij ‘{}’ een keuze die hier niet (meer) bestaat."
    app = open_app(full, monkeypatch, "pages/beeld/vergelijken.py", maat="weg", naast="", met="GM9902.GM0344")
    said = " ".join(item.value for item in app.info)
    for label in ("Maat", "Vergelijken met", "Naast welke gemeenten"):
        assert vain.format(label) in said
    app.radio(key="eigen_beeld").set_value("verloop").run()
    assert not app.info
    known = open_app(full, monkeypatch, "pages/beeld/vergelijken.py", maat="contacten", naast="eigen", met="geen")
    assert vain.format("Maat") not in " ".join(item.value for item in known.info)
    assert vain.format("Naast welke gemeenten") not in " ".join(item.value for item in known.info)


def test_what_no_page_can_use_is_not_handed_on_either(full, monkeypatch):
    app = open_app(full, monkeypatch, "pages/beeld/kaart.py", gebied="x" * 10_000, periode="year")
    assert not app.exception
    assert "xxx" not in text(app)
    assert "periode=year" in text(app)


def test_a_choice_stays_while_pages_do_not_draw_its_control(full, monkeypatch):
    app = open_app(full, monkeypatch, "pages/beeld/voorkant_achterkant.py", gemeente="GM9902", inzet=MEASURES["inzet"])
    app.selectbox(key="periode").set_value("year").run()
    app.switch_page("pages/werkt_het/pilot.py").run()
    assert {box.key for box in app.selectbox} == {"gemeente", "pilot"}
    assert f"inzet={MEASURES['inzet']}" in text(app)  # the link to this view holds every value
    app.sidebar.toggle[0].set_value(True).run()
    app.switch_page("pages/beeld/voorkant_achterkant.py").run()
    chosen = {key: app.selectbox(key=key).value for key in ("gemeente", "inzet", "periode")}
    assert chosen == {"gemeente": "GM9902", "inzet": MEASURES["inzet"], "periode": "year"}
    assert app.sidebar.toggle[0].value is True
