"""Meetlat: steps with the gemeente's own judgement, and links to exactly the figures beside them."""

import shutil
from html import unescape

import pytest

from tests import pilots
from tests.pages.app import open_app, text
from tests.pages.said import ENGLISH, FORBIDDEN, html, page_words
from voorkant.declare.meetlatfile import FILE

PAGE = "pages/beeld/meetlat.py"
LADDER = f"""
[[meetlat]]
gemeente = "GM9901"
title = "Meetlat van <drie> stappen"

[[meetlat.step]]
title = "Hulp dichtbij"
goal = "Hulp in de eigen buurt."
status = "gehaald"
evidence = "In <elke> wijk."
source = "Jaarverslag"
date = 2026-03-17
programme = "ojg"
indicators = ["contacten", "bestaat_niet"]

[[meetlat.step]]
title = "Minder verwijzingen"
goal = "Minder dan verwacht."
status = "op_weg"
evidence = "Zie de pilot."
source = "Raadsbrief"
date = 2026-04-01
indicators = ["verwijzingen_sggz"]
pilot = "{pilots.FALL}"

[[meetlat.step]]
title = "Later"
goal = "Ooit."
status = "niet_gemeten"
"""


@pytest.fixture
def home(full, tmp_path):
    made = shutil.copytree(full, tmp_path / "home")
    (made / FILE).write_text(LADDER, encoding="utf-8")
    return made


def test_every_step_has_its_judgement_and_what_it_rests_on(home, monkeypatch):
    app = open_app(home, monkeypatch, PAGE, gemeente="GM9901")
    said = text(app)
    assert not app.exception
    assert "1 van 3 stappen gehaald, 1 op weg, 1 niet gemeten." in said
    assert "De gemeente zegt hier zelf hoe ver zij is." in said
    [steps] = html(app, "vk-meetlat")
    assert steps.count('<li class="vk-step') == 3
    assert "In &lt;elke&gt; wijk." in steps
    assert "Bron: Jaarverslag, 17 maart 2026" in steps
    [table] = html(app, "vk-table")
    assert '<th scope="row">3. Later</th>' in table


def test_links_lead_to_exactly_the_figure_and_the_pilot_that_exist(home, monkeypatch):
    [steps] = html(open_app(home, monkeypatch, PAGE, gemeente="GM9901"), "vk-meetlat")
    plain = unescape(steps)
    assert plain.count('target="_self"') == 3
    assert "voorkant_achterkant?gemeente=GM9901&programma=ojg&inzet=contacten&" in plain
    assert "uitkomst=verwijzingen_sggz&" in plain
    assert f"pilot={pilots.FALL}&" in plain


def test_another_gemeente_and_no_file_are_calm(home, monkeypatch, opened):
    assert "Nog geen meetlat" in text(open_app(home, monkeypatch, PAGE, gemeente="GM9902"))
    for state in ("demo", "empty", "suppressed"):
        assert "Nog geen meetlat" in text(opened(state, PAGE))


def test_words_are_dutch_and_modest(home, monkeypatch):
    said = page_words(open_app(home, monkeypatch, PAGE, gemeente="GM9901"))
    assert not ENGLISH.search(said)
    assert not FORBIDDEN.search(said)
