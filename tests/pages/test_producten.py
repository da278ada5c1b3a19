"""Products without a care class on Gegevens inladen: chosen on the page, counted from the next publication."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.exports import write_home
from tests.pages.app import text
from tests.pages.test_gegevens_inladen import Finished, opened, press
from voorkant.builder import worker
from voorkant.builder.build import build
from voorkant.cube.reader import current
from voorkant.declare.home import Home
from voorkant.declare.productindeling import Product, read_chosen
from voorkant.ui import process


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    """A publication in which the referrals of one gemeente have a product that nobody classed."""
    found = Home(write_home(tmp_path / "home"))
    path = found.exports / "ggz_verwijzingen.csv"
    text = path.read_text(encoding="utf-8").replace("productcategorie", "productcategorie;productcode")
    lines = [line if "productcode" in line else line + (";54009" if "GM9901" in line else ";") for line in
             text.replace("GM9901;10;52", "GM9901;10;54").splitlines()]  # fmt: skip
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    build(found, lambda _step: None)

    def launch(_command, _log) -> Finished:
        worker.work(found, once=True)
        return Finished()

    monkeypatch.setattr(process, "launch", launch)
    return found


def specialist(home: Home) -> int:
    publication = current(home.published)
    assert publication
    frame = publication.cube("GM9901", "intern")._fetch(
        "select sum(numerator) from cell join indicator using (indicator_id) where slug = 'verwijzingen_sggz'"
    )
    return int(frame[0][0] or 0)


def unfolded(app: AppTest) -> AppTest:
    app.session_state["producten"] = True
    return app.run()


def test_a_product_is_classed_on_the_page(home, monkeypatch):
    assert specialist(home) == 0
    app = unfolded(opened(home, monkeypatch))
    assert "Producten zonder zorgsoort" in text(app)
    box = next(item for item in app.selectbox if item.label.startswith("Categorie 54, 54009"))
    assert box.label == "Categorie 54, 54009 (72 rijen)"
    box.set_value("specialistisch")
    press(app, "producten_bewaren")
    assert read_chosen(home) == [Product("54", "54009", "specialistisch")]
    press(unfolded(app), "producten_publiceren")
    assert "De instellingen of de indeling van producten zijn veranderd" in text(app)
    press(app, "publiceren")
    assert "Publicatie 000002" in text(app)
    assert specialist(home) > 0
    press(app, "meer_bestanden")
    assert "1 keuze is bewaard." in text(unfolded(app))
    press(app, "producten_publiceren")
    assert "Niets: er is geen nieuw bestand" in text(app)


def test_nothing_is_said_where_every_product_is_known(published, monkeypatch):
    assert "Producten zonder zorgsoort" not in text(opened(published, monkeypatch))
