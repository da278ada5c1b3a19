"""A programme of tens of families: found on Overzicht, told by year on Pilot, with experiences apart."""

from html import unescape

import duckdb
import pytest

from tests import pilots
from tests.cubes import PUBLICATION, write_home
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words

OVERVIEW, PILOT = "pages/beeld/overzicht.py", "pages/werkt_het/pilot.py"
FAMILY = {"bereikte_jeugdigen": "bereikte_gezinnen", "zonder_verwijzing": "doel_behaald", "dekking": "ervaring"}


@pytest.fixture
def families(tmp_path):
    """The programme of the test publication as one of families, of which the others were asked."""
    home = write_home(tmp_path / "home")
    for cube in (home / "published" / PUBLICATION).rglob("*.duckdb"):
        with duckdb.connect(str(cube)) as connection:
            for old, new in FAMILY.items():
                connection.execute("update indicator set slug = ? where slug = ?", [new, old])
                connection.execute("update offer set indicator = ? where indicator = ?", [new, old])
            connection.execute("update indicator set ladder = 'uitkomst', shape = 'share' where slug = 'ervaring'")
            connection.execute("update indicator set counts = 'gezinnen' where slug = 'bereikte_gezinnen'")
            connection.execute("update programme set unit = 'gezin' where slug = 'ojg'")
            connection.execute("update pilot set unit = 'gezin' where slug = ?", [pilots.REFUSED])
            connection.execute("delete from estimate where name like 'reeks%' or name = 'sinds_start'")
    return home


def test_a_pilot_of_families_is_told_by_year_and_without_a_chart(families, monkeypatch):
    app = open_app(families, monkeypatch, PILOT, gemeente="GM9901", pilot=pilots.REFUSED)
    said = text(app)
    assert not app.exception
    assert "Nog geen uitspraak mogelijk" in said
    assert "Met tientallen gezinnen is niet te zien of er minder verwijzingen komen" in said
    [reach, asked] = [block for block in html(app, "vk-table") if "per jaar" in block]
    assert "Bereikte jeugdigen" in reach
    assert '<th scope="row">2024</th>' in reach
    assert "Kleinste relevante daling" not in said
    assert asked != reach


def test_experiences_stand_apart_with_what_they_do_not_say(families, monkeypatch):
    app = open_app(families, monkeypatch, OVERVIEW, gemeente="GM9901")
    assert html(app, "Wat vinden jongeren en ouders")
    assert "Ervaringen staan naast de cijfers en tellen er niet in mee." in text(app)
    assert len(html(app, "vk-tile")) == 5


def test_without_experiences_there_is_no_heading(opened):
    assert html(opened("demo", OVERVIEW), "Wat vinden jongeren en ouders") == []


def test_overzicht_lists_the_programmes_with_links_to_exactly_them(opened):
    [block] = html(opened("demo", OVERVIEW), "vk-programmes")
    plain = unescape(block)
    assert "in huisartsenpraktijken" in plain
    assert "voorkant_achterkant?gemeente=GM9901&programma=ojg&" in plain
    assert "uitrol?gemeente=GM9901&programma=ojg&" in plain
    assert f"pilot={pilots.FALL}&" in plain
    assert f"pilot={pilots.ELSEWHERE}&" not in plain


def test_words_are_dutch_and_modest(families, monkeypatch):
    for page in (OVERVIEW, PILOT):
        said = page_words(open_app(families, monkeypatch, page, gemeente="GM9901", pilot=pilots.REFUSED))
        assert not ENGLISH.search(said)
        assert not FORBIDDEN.search(said)
