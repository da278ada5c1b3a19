"""Every chart of every page carries everything that a chart must carry (docs/architecture.md)."""

import ast
import re

import pytest

from tests.pages.said import accounts, charts, elements, html, pictures, unfolded, words
from voorkant import ROOT
from voorkant.ui.access import PAGES

VIEWS = [
    ("demo", {"periode": "quarter"}),
    ("demo", {"periode": "month", "openbaar": "true"}),
    ("demo", {"niveau": "wijk", "gebied": "WK990102", "periode": "half"}),
    ("suppressed", {"periode": "quarter"}),
]
TERMS = ("Bron", "Periode", "Status", "Noemer", "Niet getoond", "Gebeurtenissen")


@pytest.mark.parametrize(("home", "parameters"), VIEWS)
@pytest.mark.parametrize("page", [rule.path for rule in PAGES])
def test_every_chart_has_every_element(opened, page, home, parameters):
    app = unfolded(opened(home, page, **parameters))
    titles = elements(app, "vk-title")
    drawn = sorted([*pictures(app), *charts(app)], key=lambda one: place(one, titles))
    sentences = elements(app, "vk-sentence")
    told = accounts(app)
    tables = [found for found in html(app, "<table class='vk-table'") if any(title in words(found) for title in titles)]
    assert len(titles) == len(sentences) == len(told) == len(tables) == len(drawn) or not drawn
    for title, sentence, account, table, chart in zip(titles, sentences, told, tables, drawn, strict=False):
        assert title.endswith("?") or ": " in title, "a finding or a question"
        assert sentence.endswith(".")
        assert title.rstrip("?") in chart["alt"]
        assert sentence in chart["alt"]
        for term in TERMS:
            assert re.search(rf"<dt>{term}</dt><dd>.+?</dd>", account), term
        assert shows_all(table.count("<tr>") - 1, chart)
    assert sum(block.count("vk-origin") for block in html(app, "vk-origin")) == len(drawn)
    assert sum("vk-query" in block for block in html(app, "select")) >= len(drawn)
    labels = [button.proto.label for button in app.get("download_button")]
    expanders = [expander.label for expander in app.expander]
    assert len(labels) >= len(drawn)
    assert pictures_of(app, labels) >= len(drawn), "each can be taken as a picture, or says when"
    assert sum(block.count("Kopieer de zin") for block in html(app, "Kopieer de zin")) == copies_of(labels)
    assert sum(label.startswith("Tabel, downloads en query") for label in expanders) == len(told) == len(drawn)
    assert len(set(expanders)) == len(expanders), "each says what it is of"
    for account in told:
        link = account.partition("vk-link-here")[2]
        assert "gemeente=GM9901" in link
        assert f"periode={parameters['periode']}" in link
        assert "Link naar precies dit beeld" in link


def pictures_of(app, labels):
    """Buttons for a picture; a page with files of its own has them at the public level."""
    later = sum("bij ‘Bekijk als openbaar’" in block for block in html(app, "vk-axis"))
    return sum(label.startswith("Download PNG") for label in labels) + later


def copies_of(labels):
    """What is copied is public, so it stands beside every public picture."""
    return labels.count("Download PNG (openbaar)")


def place(one, titles):
    """Pictures and charts stand among each other: each where its own title stands."""
    return next(number for number, title in enumerate(titles) if title.rstrip("?") in one["alt"])


def shows_all(rows, chart):
    """A table has a row for each period of a chart; of a picture or a map each place, and what they cannot draw."""
    if "places" in chart:
        return rows >= chart["places"] > 0
    return rows >= periods(chart) > 0 if is_map(chart) else rows == periods(chart)


def is_map(chart):
    return not chart["layout"]["xaxis"].get("visible", True)


def periods(chart):
    """How many periods a chart draws, shown or hidden; of one that lies on its side or of a map, how many places."""
    drawn = [trace for trace in chart["data"] if "hovertext" in trace and trace.get("yaxis") != "y2"]
    return len({place for trace in drawn for place in trace["y" if trace.get("orientation") == "h" else "x"]})


def test_charts_are_drawn_in_one_place_only():
    found = []
    for path in [*ROOT.glob("voorkant/ui/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
        found += [path.name for name in calls if name.endswith("_chart")]
    assert found == ["figure.py"]
