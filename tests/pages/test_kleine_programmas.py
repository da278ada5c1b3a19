"""A programme of tens of families: found on Overzicht, told by year on Pilot, with experiences apart."""

import re
from html import unescape

import duckdb
import pytest

from tests import pilots
from tests.cubes import PUBLICATION, write_home
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words, unfolded
from voorkant.domain.selection import Selection
from voorkant.ui.panels import answers

OVERVIEW, PILOT = "pages/beeld/overzicht.py", "pages/werkt_het/pilot.py"
OF_OJG = {
    "gemeente": "GM9901", "area": "GM9901", "level": "gemeente", "period_type": "year", "programme": "ojg",
    "inzet": "doel_behaald", "uitkomst": "verwijzingen_sggz",
}  # fmt: skip
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
    [reach, asked] = re.findall(r"<table.*?</table>", said)
    assert "Bereikte jeugdigen" in reach
    assert '<th scope="row" role="rowheader">2024</th>' in reach
    assert "Kleinste relevante daling" not in said
    assert asked != reach
    known = answers.headers(Selection(**OF_OJG), ["doel_behaald", "verwijzingen_sggz"])
    assert {slug: header.small_of for slug, header in known.items()} == {
        "doel_behaald": "gezinnen", "verwijzingen_sggz": "verwijzingen",
    }  # fmt: skip


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


def test_a_programme_of_wijken_is_told_per_wijk_in_its_newest_firm_year(tmp_path, monkeypatch):
    """A small wijk has its reason in the place of a count."""
    home = write_home(tmp_path / "home")
    with duckdb.connect(str(home / "published" / PUBLICATION / "GM9901" / "intern.duckdb")) as connection:
        connection.execute("update programme set unit = 'wijk', places = 3 where slug = 'ojg'")
    app = open_app(home, monkeypatch, "pages/werkt_het/uitrol.py", gemeente="GM9901", programma="ojg")
    assert not app.exception
    [table] = [block for block in html(app, "vk-table") if "aantallen zijn wat ze kunnen zijn" in block]
    assert "Contacten van het programma (aantal)" in table
    assert '<th scope="row">Meerzicht</th>' in table
    assert re.search(r"Meerzicht</th><td>\d+ tot \d+</td><td>\d+", table)
    assert re.search(r"Buitendijk</th><td>(minder dan 5|\d+ tot)", table)
    labels = [button.proto.label for button in unfolded(app).get("download_button")]
    assert "Download Excel (intern)" in labels
    assert not any("openbaar" in label for label in labels), "places are not public"


def test_of_a_kern_no_outcome_is_listed_and_kernen_stand_beside_each_other(tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    with duckdb.connect(str(home / "published" / PUBLICATION / "GM9901" / "intern.duckdb")) as connection:
        connection.execute("update programme set unit = 'kern', places = 3 where slug = 'ojg'")
        connection.execute("update area set level = 'kern' where level = 'wijk'")
    app = open_app(home, monkeypatch, "pages/werkt_het/uitrol.py", gemeente="GM9901", programma="ojg")
    assert not app.exception
    assert "Een verwijzing noemt een wijk en geen kern." in text(app)
    assert "niet te vergelijken" not in text(app)
    beside = open_app(home, monkeypatch, "pages/beeld/vergelijken.py", gemeente="GM9901", programma="ojg", wat="kern")
    assert beside.title[0].value == "Hoe liggen de kernen van Aldermeer naast elkaar?"
    assert "3 kernen in 2024" in text(beside)
    assert "In een kern wonen weinig jeugdigen" in text(beside)
    assert not beside.exception
