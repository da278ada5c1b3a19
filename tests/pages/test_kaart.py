"""Kaart: gemeenten or wijken in shades, and what the page says without boundaries or with wrong ones."""

import json

from tests.cubes import write_home
from tests.pages.app import open_app
from tests.pages.said import charts, elements, page_words, unfolded
from voorkant.text.compare import ALL_PUBLIC

PAGE = "pages/beeld/kaart.py"


def test_gemeenten_and_wijken_are_drawn_with_their_table(opened):
    app = opened("demo", PAGE)
    said = page_words(app)
    assert elements(app, "vk-title") == ["Verwijzingen naar specialistische jeugd-GGZ: 3 gemeenten in 2024"]
    assert "Zonder grens in het bestand, alleen in de tabel: Cederveen." in said
    assert ALL_PUBLIC in said, "on Overzicht this gemeente has the figure of its own version"
    first = [trace["name"] for trace in charts(app)[0]["data"][:5]]
    app.selectbox(key="eigen_jaar").set_value("2025").run()
    assert [trace["name"] for trace in charts(app)[0]["data"][:5]] == first, "classes stay the same over the years"
    assert app.query_params["jaar"] == "2025"
    app.radio(key="eigen_kaartlaag").set_value("wijk").run()
    assert "3 wijken in 2025" in page_words(app)
    assert ALL_PUBLIC not in page_words(app)
    assert "minder dan 5 jeugdigen" in page_words(app), "a wijk that is hidden stands there in words"
    labels = [button.proto.label for button in unfolded(app).get("download_button")]
    assert {"Download PNG (openbaar)", "Download PNG (intern)"} <= set(labels)
    assert not app.exception


def test_the_page_says_what_is_wrong_with_boundaries(tmp_path, monkeypatch):
    home = write_home(tmp_path / "home")
    drawn = home / "geo" / "grenzen.geojson"
    drawn.write_text(drawn.read_text(encoding="utf-8").replace("GM99", "GM88"), encoding="utf-8")
    (home / "geo" / "stuk.json").write_text("{", encoding="utf-8")
    said = page_words(open_app(home, monkeypatch, PAGE))
    assert "stuk.json: geen geldige GeoJSON" in said
    assert "grenzen van een ander jaar" in said
    drawn.unlink()
    said = page_words(open_app(home, monkeypatch, PAGE, jaar="1900", maat="weg"))
    assert "Zet een GeoJSON met de grenzen in de map geo" in said
    assert "Beekerwoude" in said, "the figures stand there all the same"


def test_without_figures_there_is_no_map(opened):
    assert "Geen kaart te tonen" in page_words(opened("empty", PAGE))
    assert "niet te tonen" in page_words(opened("suppressed", PAGE))


def test_practices_are_points_inside_and_none_outside(tmp_path, monkeypatch):
    """One practice has a point, the others stand in the table alone; what leaves in public has none of them."""
    home = write_home(tmp_path / "home")
    shape = {"type": "Point", "coordinates": [4.45, 54.05]}
    point = {"type": "Feature", "properties": {"agb": "01990001"}, "geometry": shape}
    (home / "geo" / "plekken.geojson").write_text(json.dumps({"features": [point]}), encoding="utf-8")
    wanted = {"gemeente": "GM9901", "programma": "ojg", "kaartlaag": "wijk"}
    app = open_app(home, monkeypatch, PAGE, **wanted)
    spot = charts(app)[0]["data"][-1]
    assert (spot["name"], spot["hovertext"][0][:29]) == ("doet mee (1)", "<b>Praktijk De Linde</b><br>s")
    said = page_words(app)
    assert "De tekens zijn 1 praktijk; Ondersteuner Jeugd & Gezin doet mee" in said
    assert "Zonder punt, alleen in de tabel: " in said
    assert "Praktijk Aan Zee" in said
    public = open_app(home, monkeypatch, PAGE, openbaar="true", **wanted)
    assert "Praktijk" not in page_words(public)
    assert not any(trace["name"].startswith("doet mee") for trace in charts(public)[0]["data"])
    far = point | {"geometry": shape | {"coordinates": [99, 99]}}
    (home / "geo" / "plekken.geojson").write_text(json.dumps({"features": [far]}), encoding="utf-8")
    refused = page_words(open_app(home, monkeypatch, PAGE, **wanted))
    assert "Een bestand met praktijken of scholen is niet gebruikt" in refused
