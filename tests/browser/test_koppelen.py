"""A data steward maps a file that nobody knows, in a real browser: once, and never again for the same header."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import serving
from tests.browser.test_inladen import LONG, choose, heading
from tests.browser.visit import barriers, english, open_page, settle, too_wide
from tests.exports import write_quarter
from voorkant.declare.home import Home
from voorkant.declare.mapping import read_mappings

pytestmark = pytest.mark.browser

HEADER = "Bezoeknr;Hulpaanbod;Dag van bezoek;Woongem.;Hoe verder"
STRANGE = HEADER + "\n" + "".join(
    f"{number};steungezinnen;{1 + number % 28:02d}-03-2024;GM9901;{'klaar' if number % 3 else 'sggz'}\n"
    for number in range(30)
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(write_quarter(tmp_path / "home"))


@pytest.fixture
def app(home: Home) -> Iterator[str]:
    with serving(home.path) as address:
        yield f"{address}/gegevens_inladen"


def select(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.click()


def save(page: Page, then: Locator) -> None:
    """`then`: what stands there once the files were checked again."""
    page.get_by_role("button", name="Bewaren en opnieuw controleren").click()
    expect(then).to_be_visible(timeout=LONG)
    settle(page)


def test_from_an_unknown_file_to_figures(app, page, watch, home):
    open_page(page, app)
    choose(page, bezoeken=STRANGE)
    expect(page.get_by_text("Van 1 bestand is nog niet alles gekoppeld.")).to_be_visible()
    select(page, "Soort export", "Contacten van preventieve programma's")
    settle(page)
    expect(page.get_by_text("Nodig voor deze soort")).to_be_visible()
    for header, column in {"Bezoeknr": "contact_id", "Hulpaanbod": "voorziening", "Dag van bezoek": "contactdatum",
                           "Woongem.": "gemeentecode", "Hoe verder": "vervolg"}.items():  # fmt: skip
        select(page, header, f"{column}:")
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    save(page, page.get_by_role("combobox", name="klaar (20 keer)"))
    with page.expect_download() as got:
        page.get_by_role("button", name="Exporteer als bron (TOML)").click()
    assert got.value.suggested_filename == "preventie_contacten.toml"
    assert "Hulpaanbod" in Path(got.value.path()).read_text(encoding="utf-8")
    select(page, "klaar (20 keer)", "zelf_afgehandeld")
    save(page, page.get_by_text("Alles is herkend."))
    (mapping,) = read_mappings(home).values()
    assert mapping.values == {"vervolg": {"klaar": "zelf_afgehandeld"}}
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})
    page.get_by_role("button", name="Publiceren", exact=True).click()
    expect(heading(page, "Gepubliceerd")).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Meer bestanden inladen").click()
    expect(page.get_by_role("button", name="Controleren")).to_have_count(0)
    settle(page)
    choose(page, volgende=STRANGE.replace("03-2024", "04-2024"))
    expect(page.get_by_text("Alles is herkend.")).to_be_visible()
    assert page.get_by_role("button", name="Publiceren", exact=True).is_visible()
    assert watch.problems == []
