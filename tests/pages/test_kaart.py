"""Kaart: gemeenten or wijken in shades, and what the page says without boundaries or with wrong ones."""

from tests.cubes import write_home
from tests.pages.app import open_app
from tests.pages.said import charts, elements, page_words, unfolded

PAGE = "pages/beeld/kaart.py"


def test_gemeenten_and_wijken_are_drawn_with_their_table(opened):
    app = opened("demo", PAGE)
    said = page_words(app)
    assert elements(app, "vk-title") == ["Verwijzingen naar specialistische jeugd-GGZ: 3 gemeenten in 2024"]
    assert "Zonder grens in het bestand, alleen in de tabel: Cederveen." in said
    first = [trace["name"] for trace in charts(app)[0]["data"][:5]]
    app.selectbox(key="eigen_jaar").set_value("2025").run()
    assert [trace["name"] for trace in charts(app)[0]["data"][:5]] == first, "classes stay the same over the years"
    assert app.query_params["jaar"] == "2025"
    app.radio(key="eigen_kaartlaag").set_value("wijk").run()
    assert "3 wijken in 2025" in page_words(app)
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
