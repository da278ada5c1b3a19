"""Koppelen on Gegevens inladen: what is not known is proposed, decided by a person, and remembered for the header."""

import tomllib

import pytest
from streamlit.testing.v1 import AppTest

from tests.exports import write_quarter
from tests.pages.app import text
from tests.pages.said import FORBIDDEN, page_words
from tests.pages.test_gegevens_inladen import ROLLOUT, Finished, bring, keys, opened
from voorkant.builder import worker
from voorkant.declare.home import Home
from voorkant.declare.mapping import FileMapping, read_mappings
from voorkant.ui import process

HEADER = "Bezoeknr;Kind code;Dag van bezoek;Woongem.;M of V;Hoe verder"
STRANGE = HEADER + "\n" + "".join(
    f"{number};K{number % 9};{1 + number % 28:02d}-03-2024;GM9901;{'man' if number % 2 else 'vrouw'};"
    f"{'klaar' if number % 3 else 'sggz'}\n"
    for number in range(30)
)  # fmt: skip
CHOICES = {"Bezoeknr": "contact_id", "Kind code": "client_id", "Dag van bezoek": "contactdatum",
           "Woongem.": "gemeentecode", "M of V": "geslacht", "Hoe verder": "vervolg"}  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    found = Home(write_quarter(tmp_path / "home"))

    def launch(_command, _log) -> Finished:
        worker.work(found, once=True)
        return Finished()

    monkeypatch.setattr(process, "launch", launch)
    return found


def selectbox(app: AppTest, label: str):
    return next(item for item in app.selectbox if item.label == label)


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def choose_kind(app: AppTest, kind: str) -> AppTest:
    selectbox(app, "Soort export").set_value(kind).run()
    assert not app.exception
    return app


def fill(app: AppTest, choices: dict[str, str]) -> None:
    for header, column in choices.items():
        selectbox(app, header).set_value(column)


def save(app: AppTest) -> AppTest:
    return press(app, "Bewaren en opnieuw controleren")


def only(home: Home) -> FileMapping:
    (mapping,) = read_mappings(home).values()
    return mapping


def test_an_unknown_file_is_mapped_by_hand_and_known_the_next_time(home, monkeypatch):
    app = bring(opened(home, monkeypatch), vreemd=STRANGE)
    assert "Van 1 bestand is nog niet alles gekoppeld." in text(app)
    assert read_mappings(home) == {}
    choose_kind(app, "ojg_contacten")
    assert "Nodig voor deze soort: contact_id, contactdatum, praktijk_agb" in text(app)
    assert "Voorstel: contactdatum (" in text(app)
    choose_kind(app, "preventie_contacten")
    fill(app, CHOICES | {"Kind code": "voorziening"})
    next(item for item in app.text_input if item.label.startswith("Leverancier")).set_value("De Brug")
    save(app)
    assert (only(home).kind, only(home).supplier) == ("preventie_contacten", "De Brug")
    assert only(home).columns["Bezoeknr"] == "contact_id"
    said = text(app)
    assert "Contacten van preventieve programma&#x27;s, wordt ingelezen" in said
    assert "klaar" in said
    assert not FORBIDDEN.search(page_words(app))
    selectbox(app, "klaar (20 keer)").set_value("zelf_afgehandeld")
    save(app)
    assert only(home).values == {"vervolg": {"klaar": "zelf_afgehandeld"}}
    assert selectbox_labels(app).isdisjoint({"klaar (20 keer)"})
    press(app, "Publiceren")
    press(app, "Meer bestanden inladen")
    bring(app, volgende=STRANGE.replace("03-2024", "04-2024"))
    assert "Alles is herkend." in text(app)
    assert "De kolommen zijn gekoppeld zoals voor deze kop is bewaard." in text(app)
    assert "publiceren" in keys(app)


def selectbox_labels(app: AppTest) -> set[str]:
    return {item.label for item in app.selectbox}


def test_samples_of_an_unknown_file_are_patterns(home, monkeypatch):
    app = choose_kind(bring(opened(home, monkeypatch), vreemd=STRANGE), "preventie_contacten")
    said = text(app)
    assert "Voorbeelden: A9." in said
    assert "Voorbeelden: vrouw, man." in said
    assert "K8" not in said


def test_two_headers_for_one_column_are_refused_in_place(home, monkeypatch):
    app = choose_kind(bring(opened(home, monkeypatch), vreemd=STRANGE), "preventie_contacten")
    fill(app, {"Bezoeknr": "contact_id", "Kind code": "contact_id"})
    assert "zijn allebei gekoppeld aan" in text(save(app))
    assert read_mappings(home) == {}


def test_a_known_file_is_closed_but_can_be_changed(home, monkeypatch):
    app = bring(opened(home, monkeypatch), uitrol_2=ROLLOUT)
    assert "Alles is herkend." in text(app)
    assert "startdatum" not in selectbox_labels(app)
    part = next(item for item in app.expander if item.label == "Kolommen koppelen van uitrol_2.csv")
    app.session_state[part.proto.id.split("-", 2)[-1]] = True
    app.run()
    selectbox(app, "startdatum").set_value("einddatum")
    save(app)
    assert only(home).columns["startdatum"] == "einddatum"
    assert "uitrol_2.csv is geweigerd" in text(app)
    press(app, "Koppeling vergeten")
    assert read_mappings(home) == {}
    assert "Alles is herkend." in text(app)


def test_a_kind_that_was_not_worked_out_is_saved_first(home, monkeypatch):
    app = choose_kind(bring(opened(home, monkeypatch), vreemd=STRANGE), "praktijken")
    assert "Bewaar eerst de soort." in text(app)
    save(app)
    assert only(home) == FileMapping("praktijken")
    assert selectbox(app, "Soort export").value == "praktijken"
    assert "Nodig voor deze soort: praktijk_agb" in text(app)


def test_a_new_kind_is_made_without_code(home, monkeypatch):
    app = choose_kind(bring(opened(home, monkeypatch), bezoek=STRANGE), "preventie_contacten")
    next(item for item in app.toggle if item.label.startswith("Bewaar dit")).set_value(True).run()
    fill(app, CHOICES)
    save(app)
    assert "Vul in wat een rij is" in text(app)
    field = {item.label: item for item in app.text_input}
    field["Een rij is"].set_value("een bezoek aan het kinderwerk")
    save(app)
    assert "Geef de nieuwe soort een titel" in text(app)
    field = {item.label: item for item in app.text_input}
    field["Titel van de nieuwe soort"].set_value("Kinderwerk")
    save(app)
    assert "geef een vaste waarde voor: voorziening" in text(app)
    field = {item.label: item for item in app.text_input}
    field["Vaste waarde voor voorziening (nodig)"].set_value("kinderwerk")
    save(app)
    assert "Kinderwerk (Contacten van preventieve programma&#x27;s), wordt ingelezen" in text(app)
    declared = tomllib.loads((home.work / "sources" / "kinderwerk.toml").read_text(encoding="utf-8"))
    assert (declared["like"], declared["fixed"]) == ("preventie_contacten", {"voorziening": "kinderwerk"})
    assert only(home).kind == "kinderwerk"
    press(app, "Publiceren")
    assert "Gepubliceerd" in text(app)
    press(app, "Meer bestanden inladen")
    bring(app, later=STRANGE.replace(HEADER, HEADER + ";Nieuw").replace("\n", ";\n").replace("Nieuw;", "Nieuw"))
    assert "Kinderwerk (Contacten" in text(app)


def test_a_saved_mapping_can_leave_as_a_source(home, monkeypatch):
    app = choose_kind(bring(opened(home, monkeypatch), vreemd=STRANGE), "preventie_contacten")
    assert "Exporteer als bron (TOML)" not in downloads(app)
    fill(app, CHOICES | {"Kind code": "voorziening"})
    assert "Exporteer als bron (TOML)" in downloads(save(app))


def test_a_header_that_is_the_name_of_another_column_cannot_leave(home, monkeypatch):
    app = bring(opened(home, monkeypatch), vreemd=STRANGE.replace("Hoe verder", "Soort"))
    choose_kind(app, "preventie_contacten")
    fill(app, {"Bezoeknr": "contact_id", "Kind code": "voorziening", "Dag van bezoek": "contactdatum",
               "Soort": "vervolg"})  # fmt: skip
    app = save(app)
    assert "'Soort' is de eigen naam van een andere kolom" in text(app)
    assert "Exporteer als bron (TOML)" not in downloads(app)


def downloads(app: AppTest) -> set[str]:
    return {button.proto.label for button in app.get("download_button")}
