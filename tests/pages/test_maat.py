"""Eén maat: all there is of one measure, and a calm sentence for a link that names what is not there."""

import shutil
from html import unescape

import duckdb
import pytest

from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, charts, elements, html, page_words, unfolded

PAGE = "pages/beeld/maat.py"
OUTCOME = "verwijzingen_sggz_huisarts"


def further(app) -> str:
    (block,) = html(app, 'aria-label="Verder kijken"')
    return unescape(block)


def test_an_outcome_in_full(opened):
    app = opened("demo", PAGE, maat=OUTCOME, periode="year")
    said = page_words(app)
    assert "Verwijzingen door de huisarts naar specialistische jeugd-GGZ in Aldermeer" in said
    assert "Uitkomst: wat verandert er." in said
    (newest,) = html(app, "vk-newest")
    for part in ("2024, definitief", "onzekerheidsmarge", "de regio", "2025 is voorlopig"):
        assert part in newest
    assert len(charts(app)) >= 1
    assert [f'id="begrip-{OUTCOME}"' in block for block in html(app, "vk-terms")] == [True]
    assert "Teller" in said
    links = further(app)
    assert f"uitkomst={OUTCOME}" in links
    for page in ("vergelijken", "kaart"):
        assert f"{page}?gemeente=GM9901&programma=ojg&maat={OUTCOME}&" in links
    assert "voorkant_achterkant?" in links


def test_groups_stand_on_one_scale_and_leave_in_public(opened):
    app = unfolded(opened("demo", PAGE, maat="verwijzingen_sggz", periode="year"))
    assert any("naar leeftijd?" in title for title in elements(app, "vk-title"))
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels.count("Download PNG (openbaar)") == len(charts(app)) == 2
    assert "vraag=" in further(app)


def test_a_measure_without_groups_says_what_they_need(opened):
    assert "Naar groepen zijn er van deze maat hier geen jaarcijfers" in page_words(
        opened("demo", PAGE, maat="dekking")
    )


def test_a_process_is_named_as_such(opened):
    app = opened("demo", PAGE, maat="zonder_verwijzing", periode="year")
    said = page_words(app)
    assert "Proces: wat doet de inzet." in said
    assert "Programma: Ondersteuner Jeugd & Gezin." in said
    assert "Dit zegt nog niet of er minder verwijzingen zijn." in said
    assert "inzet=zonder_verwijzing" in further(app)


def test_where_the_parts_are_the_figure_the_whole_is_not_drawn(opened):
    app = opened("demo", PAGE, maat="wachttijd")
    assert "De delen zijn hier het cijfer" in page_words(app)
    assert charts(app) == []
    assert "verwijsroutes?" in further(app)


def test_the_measure_stands_in_the_link_also_when_nobody_chose_it(opened):
    app = opened("demo", PAGE)
    (link,) = html(app, "vk-link-here")[:1]
    assert f"maat={app.selectbox(key='eigen_maat').value}&" in unescape(link)


def test_another_measure_another_view(opened):
    app = opened("demo", PAGE, maat=OUTCOME, periode="quarter")
    app.selectbox(key="eigen_maat").set_value("contacten").run()
    assert not app.exception
    assert app.query_params["maat"] == "contacten"
    assert "Contacten van het programma in Aldermeer" in page_words(app)
    app.radio(key="eigen_weergave").set_value("jaar").run()
    assert "contacten in twaalf maanden" in elements(app, "vk-axis")
    assert all("maat=contacten" in link and "weergave=jaar" in link for link in html(app, "vk-link-here")[:1])
    assert {"inzet", "uitkomst"}.isdisjoint(box.key for box in app.selectbox)


def test_a_practice_has_its_own_periods(opened):
    app = opened("demo", PAGE, maat="contacten", niveau="praktijk", gebied="01990001", periode="quarter")
    assert app.selectbox(key="periode").value == "quarter"
    assert len(charts(app)) == 1
    assert "Praktijk De Linde" in page_words(app)


@pytest.mark.parametrize("asked", ["weg", "", "x" * 10_000, "<b>"])
def test_an_unknown_measure_is_said_and_another_is_shown(full, monkeypatch, asked):
    app = open_app(full, monkeypatch, PAGE, maat=asked)
    assert not app.exception
    assert "bij: maat" in app.info[0].value
    assert len(charts(app)) >= 1
    assert "xxx" not in text(app)


def test_all_hidden_nothing_at_all_and_another_gemeente(opened):
    hidden = opened("suppressed", PAGE, maat=OUTCOME, periode="quarter")
    assert "Alles in deze keuze is verborgen" in page_words(hidden)
    assert len(charts(hidden)) >= 1
    assert "nog geen enkel cijfer gepubliceerd" in page_words(opened("empty", PAGE, maat=OUTCOME))
    other = opened("demo", PAGE, maat=OUTCOME, gemeente="GM9902", niveau="wijk", gebied="WK990100")
    assert "Centrum" not in page_words(other)


def test_the_goal_stands_beside_the_newest_value(full, tmp_path, monkeypatch):
    home = shutil.copytree(full, tmp_path / "home")
    goal = f'[[doel]]\nindicator = "{OUTCOME}"\ngebied = "GM9901"\nwaarde = 15\njaar = 2027\nbron = "Plan <b>"\n'
    (home / "doelen.toml").write_text(goal, encoding="utf-8")
    app = open_app(home, monkeypatch, PAGE, maat=OUTCOME, periode="year")
    assert "Doel 2027: 15,0" in html(app, "vk-newest")[0]
    assert "Het doel voor 2027 is 15,0 (Plan <b>)" in page_words(app)


def test_a_measure_that_only_others_have_says_so(full, tmp_path, monkeypatch):
    home = shutil.copytree(full, tmp_path / "home")
    (cube,) = home.glob("published/*/regio/openbaar.duckdb")
    cube.chmod(0o644)
    with duckdb.connect(str(cube)) as connection:
        connection.execute("delete from offer where indicator = 'contacten' and area = 'GM9903'")
    app = open_app(home, monkeypatch, PAGE, maat="contacten", gemeente="GM9903")
    assert not app.exception
    assert "Van deze maat is er bij deze keuze niets gepubliceerd" in page_words(app)
    assert "Wat deze maat betekent" in page_words(app)


@pytest.mark.parametrize("home", ["demo", "empty", "suppressed"])
def test_words_are_dutch_and_modest(opened, home):
    said = page_words(opened(home, PAGE))
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)
