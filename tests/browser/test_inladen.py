"""A data steward at work in a real browser, with a real worker: from files to figures, and what comes in between."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import serving
from tests.browser.visit import WIDTHS, barriers, english, open_page, settle, too_wide
from tests.exports import contacts, write_quarter
from voorkant.declare.home import Home
from voorkant.declare.jobs import Jobs
from voorkant.domain.job import Kind, State, Status

pytestmark = pytest.mark.browser

ROLLOUT = "programma;locatie;startdatum\nojg;01000001;2024-02-01\nojg;01000002;31-02-2024\n"
BSN = "client_bsn;contactdatum\n" + "".join(f"{number};2024-01-01\n" for number in ("111222333", "123456782") * 15)
CANARY = "zq9kanarie"
LONG = 60_000


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Exports of a region, nothing published."""
    return Home(write_quarter(tmp_path / "home"))


@pytest.fixture
def app(home: Home) -> Iterator[str]:
    with serving(home.path) as address:
        yield f"{address}/gegevens_inladen"


def choose(page: Page, **texts: str) -> None:
    files = [{"name": f"{name}.csv", "mimeType": "text/csv", "buffer": text.encode()} for name, text in texts.items()]
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Controleren").click()
    expect(heading(page, "Gecontroleerd")).to_be_visible(timeout=LONG)
    settle(page)


def heading(page: Page, name: str):
    return page.get_by_role("heading", name=name, exact=True)


def test_from_files_to_figures(app, page, watch, home):
    """And no key of a person in what the browser gets on the way, nor in an address."""
    open_page(page, app)
    choose(
        page, uitrol_2=ROLLOUT, clienten=BSN, ojg_2=contacts().replace(";K", f";{CANARY}").replace(";T", f";{CANARY}")
    )
    expect(page.get_by_text("clienten.csv is geweigerd")).to_be_visible()
    expect(page.get_by_text("Deze datum bestaat niet.").first).to_be_visible()
    page.get_by_text("Kolommen van ojg_2.csv").click()
    settle(page)
    assert "111222333" not in page.content()
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    page.reload()
    settle(page)
    page.get_by_role("button", name="Publiceren").click()
    expect(heading(page, "Er wordt gepubliceerd")).to_be_visible()
    page.reload()
    expect(heading(page, "Gepubliceerd")).to_be_visible(timeout=LONG)
    settle(page)
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    page.get_by_role("link", name="Bekijk op Kwaliteit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kwaliteit")
    expect(page.get_by_text("uitrol_2.csv").first).to_be_visible()
    assert watch.problems == []
    assert watch.carried(CANARY, "111222333") == []
    assert watch.carried("clienten.csv", "/kwaliteit") == [
        "clienten.csv",
        "/kwaliteit",
    ]  # the search finds what is there
    assert {path.name for path in home.exports.iterdir()} >= {"uitrol_2.csv"}
    assert not any(Jobs(home).uploads.rglob("*.csv"))


BACKWARDS = (
    "programma;locatie;startdatum;einddatum\nojg;01000001;2024-02-01;2023-01-01\nojg;01000002;31-02-2024;2025-01-01\n"
)


def test_a_failing_cell_is_seen_and_its_rule_is_switched_off_and_on(app, page, watch):
    open_page(page, app)
    choose(page, uitrol_2=BACKWARDS)
    cell = page.locator("td.vk-mark", has_text="31-02-2024")
    expect(cell).to_contain_text("Deze datum bestaat niet.")
    expect(page.locator("td.vk-mark", has_text="2023-01-01")).to_be_visible()
    with page.expect_download() as got:
        page.get_by_role("button", name="Alle meldingen als CSV").click()
    text = Path(got.value.path()).read_text(encoding="utf-8-sig")
    assert "31-02-2024" in text
    assert "Deze datum bestaat niet." in text
    page.get_by_text("Een regel uitzetten voor een bron").click()
    settle(page)
    page.get_by_label("Waarom kan deze regel hier uit?").fill("Besluiten die zijn ingetrokken.")
    page.get_by_role("button", name="Deze regel uitzetten voor deze bron").click()
    expect(heading(page, "Uitgezette regels")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Het bestand wordt ingelezen: 1 rij.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Regel uitgezet: De einddatum").first).to_be_visible()
    page.get_by_text("Bericht aan de leverancier").click()
    settle(page)
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert barriers(page) == []
    page.get_by_role("button", name="Weer aanzetten").click()
    expect(heading(page, "Uitgezette regels")).to_have_count(0, timeout=LONG)
    expect(heading(page, "Gecontroleerd")).to_be_visible(timeout=LONG)
    assert watch.problems == []


def test_a_job_is_followed_stopped_and_taken_up_again(app, page, home):
    open_page(page, app)
    choose(page, uitrol_2=ROLLOUT)
    jobs = Jobs(home)
    checked = jobs.all()[-1]
    asked = replace(checked, id=f"{checked.id}-p", kind=Kind.PUBLISH, check=checked.id)
    with jobs.alone(5):
        jobs.ask(asked)
        jobs.tell(asked, Status(State.BUSY, "Lezen: uitrol_2.csv", 30))
        page.reload()
        expect(page.get_by_text("Lezen: uitrol_2.csv ...")).to_be_visible()
        jobs.tell(asked, Status(State.BUSY, "Meten en beschermen: Contacten", 60))
        expect(page.get_by_text("Meten en beschermen: Contacten ...")).to_be_visible()
        page.get_by_role("button", name="Stoppen").click()
        expect(page.get_by_text("Stopt na deze stap.")).to_be_visible()
        assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    expect(page.get_by_text("De verwerking is afgebroken")).to_be_visible()
    page.get_by_role("button", name="Publiceren").click()
    expect(heading(page, "Gepubliceerd")).to_be_visible(timeout=LONG)


def test_the_way_from_an_empty_home_and_what_may_not_come_in(app, page):
    open_page(page, app.removesuffix("gegevens_inladen"))
    page.get_by_role("link", name="Of kies de bestanden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gegevens inladen")
    page.locator("input[type=file]").set_input_files(
        [{"name": "foto.png", "mimeType": "image/png", "buffer": b"\x89PNG"}]
    )
    expect(page.get_by_text("foto.png kan niet worden ingeladen")).to_be_visible()
    assert page.get_by_role("button", name="Controleren").count() == 0
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})


BIRTHS = "contact_id;contactdatum;praktijk_agb;geboortedatum\n" + "".join(
    f"K{number};2024-03-15;01000001;12-03-2010\n" for number in range(9)
)


def test_consent_to_shorten_dates_of_birth(app, page, watch, home):
    open_page(page, app)
    choose(page, ojg_2=BIRTHS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    page.get_by_text("Verkort geboortedatums tot het jaar").click()
    page.get_by_label("Grond: waarom mag dit worden verwerkt?").fill("Besluit 7")
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name="Vastleggen en opnieuw controleren").click()
    expect(page.get_by_text("De geboortedatum is verkort").first).to_be_visible(timeout=LONG)
    assert "12-03-2010" not in page.content()
