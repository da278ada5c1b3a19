"""Begrippen en methode says of every indicator what it is, from the cube's own declaration."""

import shutil

import duckdb
import pytest

from tests.pages.app import open_app, text
from voorkant.cube.reader import current
from voorkant.domain.protection import Reason, Status
from voorkant.text.reasons import status_words

PAGE = "pages/verantwoording/begrippen.py"
SENTENCE = "Dit zegt nog niet of er minder verwijzingen zijn."


@pytest.fixture
def declared(full, tmp_path):
    """The indicators of the cube: (slug, title, ladder, denominator in words), from a copy of it."""
    found = current(full / "published")
    copied = shutil.copy(found.folder / "GM9901" / "intern.duckdb", tmp_path / "kopie.duckdb")
    with duckdb.connect(str(copied), read_only=True) as cube:
        return cube.execute("select slug, title, ladder, denominator_text from indicator").fetchall()


def test_every_indicator_stands_with_its_denominator(full, monkeypatch, declared):
    said = text(open_app(full, monkeypatch, PAGE))
    assert declared
    for slug, title, _, denominator in declared:
        assert f'id="begrip-{slug}"' in said
        assert title in said
        assert denominator in said


def test_process_and_outcome_stand_apart_with_the_fixed_sentence(full, monkeypatch, declared):
    app = open_app(full, monkeypatch, PAGE)
    blocks = [element.proto.body for element in app.get("html") if 'class="vk-terms"' in element.proto.body]
    ladders = [{ladder for slug, _, ladder, _ in declared if f'"begrip-{slug}"' in block} for block in blocks]
    assert ladders == [{"inzet"}, {"uitkomst"}, {"context"}]
    assert SENTENCE in text(app)


def test_a_search_leaves_what_holds_the_word(full, monkeypatch):
    app = open_app(full, monkeypatch, PAGE)
    app.text_input(key="zoek").set_value("HUISARTS").run()
    said = text(app)
    assert "begrip-verwijzingen_sggz_huisarts" in said
    assert "begrip-contacten" not in said


def test_a_search_in_vain_says_so(full, monkeypatch):
    app = open_app(full, monkeypatch, PAGE)
    app.text_input(key="zoek").set_value("zzz").run()
    assert "Geen maat gevonden met ‘zzz’" in text(app)


def test_all_words_beside_a_figure_are_explained(full, monkeypatch):
    said = text(open_app(full, monkeypatch, PAGE))
    assert all(status_words(status) in said for status in Status)
    assert all(f"<td>{reason}</td>" in said for reason in Reason)
    assert "minder dan 5" in said
    assert "minder dan 10" in text(open_app(full, monkeypatch, PAGE, openbaar="true"))


def test_a_measure_that_is_here_leads_to_its_page(full, monkeypatch):
    said = text(open_app(full, monkeypatch, PAGE, zoek="bereikte"))
    assert "maat?gemeente=GM9901&amp;programma=ojg&amp;maat=bereikte_jeugdigen&amp;" in said
    assert said.count("Bekijk de cijfers ›") == 1
