"""Overzicht: at most five tiles in two groups that are never mixed."""

import re
from html import unescape

import duckdb

from tests.cubes import PUBLICATION, write_home
from tests.pages.app import open_app
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words, words

PAGE = "pages/beeld/overzicht.py"


def tiles(app):
    return [words(block) for block in html(app, "vk-tile")]


def test_five_tiles_outcome_first(opened):
    app = opened("demo", PAGE)
    assert [words(block) for block in html(app, "<h2>")] == [
        "Wat verandert er",
        "Wat doet de inzet",
        "Welke programma's zijn er",
    ]
    assert "Vragen van de raad" in html(app, "vk-first")[0], "a wethouder first, until someone chooses"
    app.selectbox(key="eigen_rol").set_value("gegevensbeheerder").run()
    assert app.query_params["rol"] == "gegevensbeheerder"
    assert "Gegevens inladen" in html(app, "vk-first")[0]
    ladders = [re.search(r"vk-tile vk-(\w+)", block)[1] for block in html(app, "vk-tile")]
    assert ladders == ["uitkomst", "uitkomst", "context", "inzet", "inzet"]


def test_the_process_stands_under_its_own_heading_with_its_sentence(opened):
    blocks = html(opened("demo", PAGE), "vk-")
    fixed = next(number for number, block in enumerate(blocks) if "Dit zegt nog niet of er minder" in block)
    kinds = [re.search(r"vk-tile vk-(\w+)", block) for block in blocks]
    assert all(kind is None or kind[1] != "inzet" for kind in kinds[:fixed])
    assert all(kind is None or kind[1] == "inzet" for kind in kinds[fixed:])


def test_a_tile_has_number_period_status_margin_direction_and_source(opened):
    tile = tiles(opened("demo", PAGE))[3]
    for part in ("65,0", "bereikte jeugdigen per 1.000 jeugdigen", "2025, definitief", "onzekerheidsmarge", "↑ hoger",
                 "Dat is hoger dan in 2024 (50,0)", "Bron: Contacten van de Ondersteuner"):  # fmt: skip
        assert part in tile


def test_a_newer_provisional_value_is_named_but_not_compared(opened):
    tile = tiles(opened("demo", PAGE))[0]
    assert "2024, definitief" in tile
    assert re.search(r"2025 is voorlopig: \d+,\d\.", tile)
    assert not re.search(r"(hoger|lager) dan in", tile)


def test_tiles_stand_beside_the_region_or_the_country(opened):
    found = tiles(opened("demo", PAGE))
    assert "met de regio" in found[0]
    assert "Nederland: 13,2%" in found[2]


def test_every_tile_leads_to_its_measure_and_those_of_a_side_to_the_pair(opened):
    blocks = html(opened("demo", PAGE), "vk-tile")
    found = [[unescape(link) for link in re.findall(r'href="([^"]*)"', block)] for block in blocks]
    assert [len(links) for links in found] == [2, 2, 1, 2, 2]
    assert all("maat?gemeente=GM9901&" in links[-1] for links in found)
    links = [links[0] for links in found if len(links) > 1]
    assert all("voorkant_achterkant?gemeente=GM9901&" in link for link in links)
    assert "uitkomst=verwijzingen_sggz_huisarts" in links[1]
    assert "inzet=zonder_verwijzing" in links[3]


def test_a_small_count_is_never_a_rate(opened):
    tile = tiles(opened("suppressed", PAGE))[0]
    assert "minder dan 5 jeugdigen 2025, voorlopig" in tile
    assert "per 1.000" not in tile
    assert "minder dan 10 (CBS)" in tiles(opened("suppressed", PAGE))[2]


def test_an_empty_store_is_a_calm_page(opened):
    app = opened("empty", PAGE)
    assert tiles(app) == []
    assert len(html(app, "vk-notice")) == 2
    assert "Op Kwaliteit staat wat er is geleverd" in page_words(app)


def test_a_programme_that_is_not_there_is_said_not_shown_as_a_figure(tmp_path, monkeypatch):
    home = write_home(tmp_path)
    with duckdb.connect(str(home / "published" / PUBLICATION / "GM9901" / "intern.duckdb")) as connection:
        connection.execute("update cell set numerator = null, value = null, reason = 'nvt' where programme_id = 1")
    app = open_app(home, monkeypatch)
    assert len(tiles(app)) == 3
    assert "Dit programma is er niet in deze gemeente" in page_words(app)


def test_words_are_dutch_and_modest(opened):
    for home in ("demo", "empty", "suppressed"):
        text = page_words(opened(home, PAGE))
        assert not ENGLISH.search(text)
        assert not FORBIDDEN.search(text)
