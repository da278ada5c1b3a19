"""Gegevens inladen: every state of a delivery is a calm page that says what is and what can be done."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.cubes import write_home
from tests.exports import write_quarter
from tests.pages.app import open_app, text
from tests.pages.said import FORBIDDEN, page_words
from voorkant.builder import worker
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Job, Kind, State, Status
from voorkant.ui import process

PAGE = "pages/verantwoording/gegevens_inladen.py"
ROLLOUT = "programma;locatie;startdatum\nojg;01000001;2024-02-01\n"
HALF = ROLLOUT + "ojg;01000002;31-02-2024\n"
NONE = "programma;locatie;startdatum\nojg;01000002;31-02-2024\n"
BSN = "client_bsn;contactdatum\n" + "".join(f"{number};2024-01-01\n" for number in ("111222333", "123456782") * 15)


class Finished:
    """A worker that has done its work."""

    def poll(self) -> int:
        return 0


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    """Exports that were not published yet, and a worker that works at once."""
    found = Home(write_quarter(tmp_path / "home"))

    def launch(_command: list[str], _log: Path) -> Finished:
        worker.work(found, once=True)
        return Finished()

    monkeypatch.setattr(process, "launch", launch)
    return found


def opened(home: Home, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    app = open_app(home.path, monkeypatch, PAGE)
    assert not app.exception
    return app


def bring(app: AppTest, **texts: str | bytes) -> AppTest:
    """Choose files and have them checked; the name of the argument is that of the file."""
    files = [(f"{name}.csv", data if isinstance(data, bytes) else data.encode(), "text/csv")
             for name, data in texts.items()]  # fmt: skip
    app.file_uploader[0].set_value(files).run()
    return press(app, "controleren")


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button}


def test_from_file_to_publication_without_one_before(home, monkeypatch):
    app = opened(home, monkeypatch)
    assert "Er is nog niets ingelezen." in text(app)
    bring(app, uitrol_2=HALF)
    said = text(app)
    assert "Uitrol van programma&#x27;s, wordt ingelezen" in said
    assert "Deze datum bestaat niet." in said
    assert "Het bestand wordt ingelezen: 1 rij." in said
    assert "bevolking.csv" in said  # it waited in the inbox
    press(app, "publiceren")
    said = text(app)
    assert "Publicatie 000001, gemaakt door lokale modus op " in said
    assert "uitrol_2.csv" in said
    assert not FORBIDDEN.search(page_words(app))
    press(app, "meer_bestanden")
    assert len(app.file_uploader) == 1
    assert "Interne versie" in text(app)


def test_a_reload_loses_nothing(home, monkeypatch):
    bring(opened(home, monkeypatch), uitrol_2=HALF)
    again = opened(home, monkeypatch)
    assert "Het bestand wordt ingelezen: 1 rij." in text(again)
    assert "publiceren" in keys(again)


def test_columns_show_what_they_are_taken_for(home, monkeypatch):
    app = bring(opened(home, monkeypatch), uitrol_2=ROLLOUT)
    assert app.expander[0].label == "Kolommen van uitrol_2.csv"
    assert "2024-02-01" in text(app)


def test_a_refused_file_says_why_and_is_not_counted(home, monkeypatch):
    app = bring(opened(home, monkeypatch), vreemd="kleur;maat\nrood;3\n", uitrol_2=ROLLOUT)
    said = text(app)
    assert "vreemd.csv is geweigerd" in said
    assert "kleur, maat" in said
    assert "1 van de 2 bestanden wordt ingelezen: 1 rij." in said
    assert "1 van de 2 bestanden wordt niet ingelezen" in said


def test_a_file_with_bsn_is_gone_and_its_numbers_are_nowhere(home, monkeypatch):
    app = bring(opened(home, monkeypatch), clienten=BSN)
    said = text(app)
    assert "De kopie is hier direct verwijderd" in said
    assert "111222333" not in said
    assert not [path for path in home.work.rglob("*") if path.is_file() and b"111222333" in path.read_bytes()]


def test_nothing_to_use_means_nothing_to_publish(home, monkeypatch):
    for path in home.exports.iterdir():
        path.unlink()
    app = bring(opened(home, monkeypatch), uitrol_2=NONE)
    assert "geen enkele rij is te gebruiken" in text(app)
    assert "Niets: er is geen nieuw bestand" in text(app)
    assert "publiceren" not in keys(app)
    press(app, "andere_bestanden")
    assert len(app.file_uploader) == 1


def test_what_is_known_is_skipped(home, quarter_once, monkeypatch):
    shutil.copytree(quarter_once, home.path, dirs_exist_ok=True)
    app = bring(opened(home, monkeypatch), nog_eens=(home.exports / "uitrol.csv").read_text(encoding="utf-8"))
    assert "al ingelezen op" in text(app)
    assert "publiceren" not in keys(app)


def test_findings_are_filtered_and_every_page_of_many_can_be_reached(home, monkeypatch):
    many = "programma;locatie;startdatum\n" + "ojg;01000001;31-02-2024\n" * 150 + "ojg;01000001;99-01-2024\n" * 150
    app = bring(opened(home, monkeypatch), uitrol_2=many + ROLLOUT.splitlines()[1] + "\n;01000001;2024-02-01\n")
    assert "301 meldingen." in text(app)
    shown = app.selectbox(key="meldingen_bladzijde")
    assert shown.options == ["1 t/m 200 van 301", "201 t/m 301 van 301"]
    assert text(app).count('<th scope="row">Deze datum bestaat niet.') == 200
    assert app.button(key="vorige_bladzijde").disabled
    press(app, "volgende_bladzijde")
    assert text(app).count('<th scope="row">Deze datum bestaat niet.') == 100
    assert "Een verplichte cel is leeg." in text(app)
    assert app.button(key="volgende_bladzijde").disabled
    rule = next(option for option in app.selectbox(key="regel").options if option.startswith("Een verplichte cel"))
    app.selectbox(key="regel").set_value(rule).run()
    assert "1 melding." in text(app)
    assert "meldingen_bladzijde" not in {box.key for box in app.selectbox}
    app.selectbox(key="regel").set_value("").run()
    app.selectbox(key="ernst").set_value("geweigerd").run()
    assert "301 meldingen" in text(app)
    assert app.selectbox(key="meldingen_bladzijde").value == 0
    assert {button.key for button in app.get("download_button")} >= {"meldingen_csv", "meldingen_xlsx"}


def test_what_may_not_come_in_is_said_at_once(home, monkeypatch):
    app = opened(home, monkeypatch)
    app.file_uploader[0].set_value([("x.csv", b"PK\x03\x04", "text/csv"), ("y.exe", b"MZ", "")]).run()
    assert "x.csv kan niet worden ingeladen" in text(app)
    assert "y.exe kan niet worden ingeladen" in text(app)
    assert "controleren" not in keys(app)


def test_a_full_disk_at_the_door(home, monkeypatch):
    app = opened(home, monkeypatch)
    app.file_uploader[0].set_value([("a.csv", ROLLOUT.encode(), "text/csv")]).run()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    press(app, "controleren")
    assert "De schijf is vol" in text(app)
    assert len(app.file_uploader) == 1


def test_no_permission_to_write(home, monkeypatch):
    app = opened(home, monkeypatch)
    home.work.parent.mkdir(exist_ok=True)
    app.file_uploader[0].set_value([("a.csv", ROLLOUT.encode(), "text/csv")]).run()

    def closed(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", closed)
    press(app, "controleren")
    assert "Geen schrijfrechten voor" in text(app)


@pytest.fixture
def checked(home, monkeypatch) -> Job:
    """A check that was done, in a home of which the worker has left."""
    bring(opened(home, monkeypatch), uitrol_2=HALF)
    return Jobs(home).all()[-1]


def publication(home: Home, checked: Job, status: Status) -> Job:
    jobs = Jobs(home)
    job = replace(checked, id=f"{checked.id}-p", kind=Kind.PUBLISH, check=checked.id)
    jobs.ask(job)
    jobs.tell(job, status)
    return job


def test_a_killed_worker_is_said_and_publishing_can_be_tried_again(home, checked, monkeypatch):
    publication(home, checked, Status(State.BUSY, "Meten en beschermen: Contacten", 40))
    app = opened(home, monkeypatch)
    assert "Publiceren is niet gelukt" in text(app)
    assert "De verwerking is afgebroken" in text(app)
    assert "Publicatie 000001" in text(press(app, "publiceren"))


def test_a_job_under_way_shows_its_step_and_can_be_stopped(home, checked, monkeypatch):
    job = publication(home, checked, Status(State.BUSY, "Meten en beschermen: Contacten", 40))
    with Jobs(home).alone(0):
        app = opened(home, monkeypatch)
        bar = app.get("progress")[0].proto
        assert (bar.value, bar.text) == (40, "Meten en beschermen: Contacten ...")
        press(app, "stoppen")
        assert Jobs(home).is_stopped(job)
        assert "Stopt na deze stap." in text(app)
        assert "stoppen" not in keys(app)


@pytest.mark.parametrize(
    ("status", "title"),
    [(Status(State.STOPPED, "Gestopt. Er is niets veranderd."), "Publiceren is gestopt"),
     (Status(State.FAILED, "De schijf is vol."), "Publiceren is niet gelukt")],
)  # fmt: skip
def test_a_publication_that_ended_otherwise(home, checked, monkeypatch, status, title):
    publication(home, checked, status)
    app = opened(home, monkeypatch)
    assert title in text(app)
    assert status.step in text(app)
    assert {"publiceren", "andere_bestanden"} <= keys(app)


def test_a_check_that_failed_can_be_done_again(home, checked, monkeypatch):
    Jobs(home).tell(checked, Status(State.FAILED, "voorkant.toml is onjuist."))
    app = opened(home, monkeypatch)
    assert "Controleren is niet gelukt" in text(app)
    assert "Het bestand wordt ingelezen" in text(press(app, "opnieuw_controleren"))


def test_the_second_steward_sees_who_is_busy(home, checked, monkeypatch):
    publication(home, replace(checked, id="4", who="Bea"), Status())
    app = opened(home, monkeypatch)
    assert "Bea is nu aan het publiceren" in app.info[0].value
    assert "publiceren" not in keys(app)
    press(app, "andere_bestanden")
    assert "Bea is nu aan het publiceren" in app.info[0].value
    assert len(app.file_uploader) == 1


def test_a_check_before_another_publication_is_done_again(home, checked, monkeypatch):
    write_home(home.path / "ander")
    (home.path / "ander" / "published").rename(home.published)
    app = opened(home, monkeypatch)
    assert "Na deze controle is er opnieuw gepubliceerd" in app.info[0].value
    assert "publiceren" not in keys(app)
    press(app, "opnieuw_controleren")
    assert "publiceren" in keys(app)


def test_a_worker_that_does_not_start_is_said(home, monkeypatch):
    class Left:
        def poll(self) -> int:
            return 1

    def launch(_command: list[str], log: Path) -> Left:
        log.write_text("Fout: De map is weg.\n", encoding="utf-8")
        return Left()

    monkeypatch.setattr(process, "launch", launch)
    app = bring(opened(home, monkeypatch), uitrol_2=ROLLOUT)
    assert "De verwerking start niet" in text(app)
    assert "De map is weg." in text(app)
    assert "opnieuw_starten" in keys(app)


def test_the_published_home_lists_its_deliveries(opened, monkeypatch):
    said = text(opened("demo", PAGE))
    assert "Laatste leveringen" in said
    assert "Hoogstens" not in said


BIRTHS = "contact_id;contactdatum;praktijk_agb;geboortedatum\nK1;2024-03-15;01000001;12-03-2010\n"


def test_what_is_too_precise_is_shortened_after_consent_with_a_reason(home, monkeypatch):
    app = bring(opened(home, monkeypatch), ojg=BIRTHS)
    assert "Deze kolom is te precies om te bewaren" in text(app)
    press(app, "vastleggen_ojg_contacten")
    assert "Vink aan wat mag worden verkort" in text(app)
    app.checkbox(key="verkort_ojg_contacten_geboortedatum").check()
    app.text_input(key="grond_ojg_contacten").set_value("Besluit 7")
    press(app, "vastleggen_ojg_contacten")
    said = text(app)
    assert "De geboortedatum is verkort; alleen het jaar is overgenomen." in said
    assert "12-03-2010" not in said
    assert "vastleggen_ojg_contacten" not in keys(app)
    kept = (home.work / "verkort" / "ojg_contacten.geboortedatum.toml").read_text(encoding="utf-8")
    assert 'grond = "Besluit 7"' in kept
    assert not [path for path in home.work.rglob("*.json") if "12-03-2010" in path.read_text(encoding="utf-8")]
