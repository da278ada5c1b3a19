"""Voorkant & achterkant: two figures on one time axis, and a calm sentence where one is missing."""

import re
import shutil
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.app import open_app
from tests.pages.said import (
    ENGLISH,
    FORBIDDEN,
    accounts,
    charts,
    elements,
    html,
    page_words,
    pictures,
    unfolded,
    words,
)  # fmt: skip
from voorkant.declare.auditcheck import read_log
from voorkant.declare.auditlog import app_log
from voorkant.declare.home import Home
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import Problem
from voorkant.domain.selection import Selection
from voorkant.report.figure import describe
from voorkant.ui import audit
from voorkant.ui.panels import answers, download, timeline

PAGE = "pages/beeld/voorkant_achterkant.py"
WIJK = {"niveau": "wijk", "gebied": "WK990102", "periode": "year"}

CSV = download.FORMATS[0]


def test_prevention_stands_above_specialist_care(opened):
    app = opened("demo", PAGE, periode="quarter", inzet="contacten", uitkomst="verwijzingen_sggz")
    assert [title.split(":")[0] for title in elements(app, "vk-title")] == [
        "Contacten van het programma",
        "Verwijzingen naar specialistische jeugd-GGZ",
    ]


def test_both_share_axis_area_denominator_and_events(opened):
    app = opened("demo", PAGE, periode="quarter")
    first, second = charts(app)
    assert first["layout"]["xaxis"]["range"] == second["layout"]["xaxis"]["range"]
    assert first["layout"]["xaxis"]["ticktext"] == second["layout"]["xaxis"]["ticktext"]
    assert first["layout"]["margin"] == second["layout"]["margin"]
    assert first["layout"]["shapes"] == second["layout"]["shapes"] != []
    rows = [re.search(r"Noemer</dt><dd>(.*?)</dd>", block)[1] for block in accounts(app)]
    assert rows[0] == rows[1]


def test_one_sentence_names_both_directions_and_is_no_proof(opened):
    (sentence,) = html(opened("demo", PAGE, periode="quarter"), "vk-pair")
    assert "eigen noemer" not in sentence
    assert re.search(r"steeg aan de voorkant ‘Contacten van het programma’ van \d+,\d naar \d+,\d", words(sentence))
    assert re.search(r"aan de achterkant ‘.*’ van \d+,\d naar \d+,\d", words(sentence))
    assert "geen bewijs" in sentence


def test_two_denominators_are_said(opened):
    (sentence,) = html(opened("demo", PAGE, periode="year", inzet="zonder_verwijzing"), "vk-pair")
    assert "elk een eigen noemer: vergelijk de richting, niet de hoogte." in words(sentence)


def test_the_default_period_is_shown_without_choosing(opened):
    assert len(charts(opened("demo", PAGE))) == 2


def test_a_hidden_figure_is_drawn_and_said(opened):
    app = opened("demo", PAGE, **WIJK)
    drawn = charts(app)[1]
    (bar,) = [trace for trace in drawn["data"] if trace["name"] == "niet getoond: wat het kan zijn"]
    assert len(bar["x"]) == 2
    assert "minder dan 5 jeugdigen (2)" in drawn["alt"]
    assert "nog geen twee perioden" in page_words(app)


def test_a_wholly_suppressed_selection_says_what_to_choose_instead(opened):
    app = opened("suppressed", PAGE, periode="quarter")
    assert len(charts(app)) == 2
    (notice,) = html(app, "vk-notice")
    assert "Alles in deze keuze is verborgen" in notice
    assert "Kies een groter gebied" in notice


def test_an_empty_store_says_what_it_needs(opened):
    app = opened("empty", PAGE)
    assert charts(app) == []
    (notice,) = html(app, "vk-notice")
    assert "Nodig is een levering van contacten" in notice
    assert "Nodig is een levering van verwijzingen" in notice


def test_the_public_view_has_no_internal_file(opened):
    app = unfolded(opened("demo", PAGE, periode="quarter", openbaar="true"))
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [f"Download {word} (openbaar)" for word in ("CSV", "Excel", "PNG")] * 2


def test_a_practice_has_no_public_file(opened):
    app = unfolded(opened("demo", PAGE, niveau="praktijk", gebied="01990001", periode="year"))
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == [f"Download {word} (intern)" for word in ("CSV", "Excel", "PNG")] * 2
    assert page_words(app).count("geen openbare versie") == 2


def one_sided():
    """A practice per quarter has contacts, but no referrals."""
    from voorkant.domain.selection import Selection  # noqa: PLC0415 - AppTest runs this body as a script of its own
    from voorkant.ui.panels import pair  # noqa: PLC0415

    pair.show(
        Selection("GM9901", "01990001", "praktijk", "quarter", "ojg", "contacten", "verwijzingen_sggz", first="2025-Q3")
    )


def test_a_level_without_one_of_both_shows_the_other_and_says_what_to_choose(full, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(full))
    app = AppTest.from_function(one_sided, default_timeout=60).run()
    assert not app.exception
    assert len(charts(app)) == 1
    (notice,) = html(app, "vk-notice")
    assert "Verwijzingen naar specialistische jeugd-GGZ: geen cijfers" in notice
    assert "Kies in de zijbalk een ander programma" in notice
    assert "Geen in deze periode." in page_words(app)


def test_files_come_from_the_cube_that_they_name(full, monkeypatch):
    monkeypatch.setenv("VOORKANT_HOME", str(full))
    chosen = Selection("GM9901", "GM9901", "gemeente", "year", "ojg", "contacten", "verwijzingen_sggz")
    figure = answers.figures(chosen, ["contacten"])["contacten"]
    files = download.of_figure(figure, chosen, describe)
    public = download.public_file(files.public(), CSV).decode("utf-8-sig").splitlines()
    assert ";openbaar;" in public[1]
    assert not (full / "work" / "audit.jsonl").exists()  # a public file is anyone's
    internal = download.internal_file(files.internal(), chosen, CSV).decode("utf-8-sig")
    assert internal.startswith("INTERN")
    (record,) = read_log(app_log(Home(full)), "app").records
    assert (record["action"], record["publication"]) == ("interne_versie_gedownload", figure.publication.name)
    assert record["filter"] == {"indicator": "contacten", "bestand": "csv", "gemeente": "GM9901", "area": "GM9901",
                                "level": "gemeente", "period_type": "year", "programme": "ojg"}  # fmt: skip
    assert audit.objection() == ""
    app_log(Home(full)).path.write_bytes(b"")
    assert "klopt niet" in audit.objection()
    with pytest.raises(Problem, match="logboek"):
        download.internal_file(files.internal(), chosen, CSV)
    app_log(Home(full)).head.unlink()
    app_log(Home(full)).path.unlink()
    with pytest.raises(Problem, match="geen openbare versie"):
        download.public_version(replace(chosen, area="01990001", level="praktijk"), "contacten", describe)


def test_a_button_per_event_leaves_it_out_of_both_figures_and_the_link(opened):
    app = opened("demo", PAGE, periode="quarter", uitkomst="verwijzingen_sggz_huisarts")
    (row,) = app.get("button_group")
    assert row.options == [
        "1 Start Ondersteuner Jeugd & Gezin", "2 Griepgolf", "3 Andere telling van verwijzingen",
    ]  # fmt: skip
    before = [len(chart["layout"]["shapes"]) for chart in charts(app)]
    row.set_value(row.value[:1]).run()
    assert [len(chart["layout"]["shapes"]) for chart in charts(app)] == [1, 1]
    assert before == [2, 3]
    left_out = app.query_params["zonder"]
    assert all(f"zonder={left_out}" in link for link in html(app, "vk-link-here"))
    assert page_words(app).count("niet getekend") == 3
    (row,) = app.get("button_group")
    assert len(row.value) == 1
    row.set_value([*row.value, *left_out.split(".")]).run()
    assert "zonder" not in app.query_params
    assert [len(chart["layout"]["shapes"]) for chart in charts(app)] == before


def test_a_link_says_which_events_are_left_out(opened):
    app = opened("demo", PAGE, periode="quarter")
    codes = app.get("button_group")[0].value
    again = opened("demo", PAGE, periode="quarter", zonder=codes[0])
    assert again.get("button_group")[0].value == codes[1:]
    assert len(charts(again)[0]["layout"]["shapes"]) == len(charts(app)[0]["layout"]["shapes"]) - 1


@pytest.mark.parametrize("home", ["demo", "empty", "suppressed"])
def test_words_are_dutch_and_modest(opened, home):
    text = page_words(opened(home, PAGE))
    assert not ENGLISH.search(text)
    assert not FORBIDDEN.search(text)


def test_both_figures_in_another_view(opened):
    """Contacts and referrals add up over months; the view stands in the URL, and its words in axis and table."""
    app = opened("demo", "pages/beeld/voorkant_achterkant.py", periode="month", inzet="contacten", weergave="jaar")
    axes = elements(app, "vk-axis")
    assert "contacten in twaalf maanden" in axes
    assert any("weergave=jaar" in block for block in html(app, "vk-copy"))
    app.radio(key="eigen_weergave").set_value("aantal").run()
    assert app.query_params["weergave"] == "aantal"
    assert "contacten" in elements(app, "vk-axis")
    assert not app.exception


def test_goals_stand_beside_years_alone_and_budgets_beside_both_sides(full, tmp_path, monkeypatch):
    home = shutil.copytree(full, tmp_path / "home")
    goal = '[[doel]]\nindicator = "verwijzingen_sggz"\ngebied = "GM9901"\nwaarde = 15\njaar = 2027\nbron = "Plan <b>"\n'
    (home / "doelen.toml").write_text(goal, encoding="utf-8")
    budget = {"gemeente": "GM9901", "jaar": 2025, "taakveld": "6.2 <b>", "euro": 1_500_000, "bron": "Begroting"}
    sides = [budget | {"kant": "voorkant"}, budget | {"kant": "achterkant", "euro": 7_800_000}]
    (home / "begroting.toml").write_text(to_toml({"begroting": sides}), encoding="utf-8")
    view = {"gemeente": "GM9901", "uitkomst": "verwijzingen_sggz"}
    app = open_app(home, monkeypatch, PAGE, periode="year", **view)
    assert "Voorkant : achterkant" not in page_words(app)
    app.toggle(key="begroting").set_value(True).run()
    app = unfolded(app)
    said = page_words(app)
    assert "Voorkant : achterkant" in said
    assert "voor de achterkant: 1 : 5,2." in said
    assert [item["places"] for item in pictures(app)] == [1]
    assert "6.2 <b>" in said
    assert "Het doel voor 2027 is 15,0 (Plan <b>); in 2024 was het" in said
    assert "doel" not in page_words(open_app(home, monkeypatch, PAGE, periode="quarter", **view))


def test_what_is_missing_is_not_called_small():
    assert "te klein om te tonen" in timeline.nothing({"klein", "niet_geleverd"})
    assert "een noemer nodig" in timeline.nothing({"geen_cijfer"})
    assert "een noemer nodig" in timeline.nothing({"klein", "niet_geleverd"}, counted=True)
    assert "niets geleverd" in timeline.nothing({"niet_geleverd", "nvt"})
