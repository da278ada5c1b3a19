"""Uitrol: who takes part since when, and what is said where practices may not be shown."""

import re

import pytest

from tests.pages.said import ENGLISH, FORBIDDEN, charts, html, page_words, pictures, unfolded, words

PAGE = "pages/werkt_het/uitrol.py"


def test_a_bar_per_stretch_and_a_name_for_who_did_not_begin(opened):
    app = opened("demo", PAGE)
    (picture,) = html(app, "vk-spread")
    assert re.findall(r"<li><div>(.*?)<small>", picture) == [
        "Praktijk De Berk",
        "Praktijk De Linde",
        "Praktijk Meerzicht",
    ]
    assert picture.count('class="vk-hours-') == 4
    assert "Nog niet gestart (3)" in picture
    assert "gepland: september 2026" in picture
    assert "werkt bij 2 van de 6 praktijken" in pictures(app)[0]["alt"]


def test_the_table_says_the_same_and_the_file_is_internal(opened):
    app = unfolded(opened("demo", PAGE))
    table = html(app, "<table class='vk-table'")[0]
    assert table.count("<tr>") == 8
    assert "17" in words(table)
    labels = [button.proto.label for button in app.get("download_button")]
    assert set(labels) == {f"Download {word} (intern)" for word in ("CSV", "Excel", "PNG")}
    assert "geen openbare versie" in page_words(app)


def test_quarters_stand_under_the_own_start_and_the_choice_is_in_the_link(opened):
    app = opened("demo", PAGE)
    (contacts,) = html(app, "vk-squares")
    assert contacts.count('<th scope="row">') == 3
    app.radio[0].set_value("bereikte_jeugdigen").run()
    assert app.query_params["maat"] == "bereikte_jeugdigen"
    assert "Bereikte jeugdigen per praktijk sinds de eigen start" in pictures(app)[1]["alt"]
    assert all("maat=bereikte_jeugdigen" in link for link in html(app, "vk-link-here"))


def test_a_link_names_the_measure_and_an_unknown_one_is_the_first(opened):
    assert "Bereikte jeugdigen per" in pictures(opened("demo", PAGE, maat="bereikte_jeugdigen"))[1]["alt"]
    assert "Contacten van het programma per" in pictures(opened("demo", PAGE, maat="weg"))[1]["alt"]


def test_the_list_stands_by_name_and_is_never_blank(opened):
    app = opened("demo", PAGE, uitkomst="verwijzingen_sggz")
    (table,) = html(app, "vk-stacked")
    names = re.findall(r'<th scope="row" role="rowheader">(.*?)</th>', table)
    assert names == sorted(names)
    assert len(names) == 6
    assert "<div></div>" not in table
    assert "nog niet gestart" in table


def test_the_funnel_has_every_place_and_ranks_nobody(opened):
    app = unfolded(opened("demo", PAGE, uitkomst="verwijzingen_sggz"))
    (funnel,) = charts(app)
    assert sum(len(trace["x"]) for trace in funnel["data"] if "hovertext" in trace) == 6
    assert "5 van de 5 praktijken liggen binnen verwachting" in funnel["alt"]
    assert "te weinig om te vergelijken" in words(html(app, "<table class='vk-table'")[-1])


def test_all_hidden_is_no_comparison(opened):
    app = opened("suppressed", PAGE)
    assert charts(app) == []
    (notice,) = html(app, "vk-notice")
    assert "te weinig plekken" in notice


def test_in_public_there_are_no_practices_but_how_many(opened):
    app = opened("demo", PAGE, openbaar="true")
    (notice,) = html(app, "vk-notice")
    assert "bij 2 van de 6 praktijken" in notice
    assert re.search(r"Dekking: [\d,]+% van de ingeschreven jeugdigen \(2025\)\.", notice)
    assert "vk-spread" not in "".join(html(app))


def test_a_home_without_programmes_says_what_it_needs(opened):
    (notice,) = html(opened("empty", PAGE), "vk-notice")
    assert "Lever de uitrol, en praktijken of scholen." in notice


@pytest.mark.parametrize("home", ["demo", "empty", "suppressed"])
def test_words_are_dutch_and_modest(opened, home):
    text = page_words(opened(home, PAGE))
    assert not ENGLISH.search(text)
    assert not FORBIDDEN.search(text)
