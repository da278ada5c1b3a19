"""What a user does: follow a link, choose, share, go back, and meet what is not there."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reach import unreachable
from tests.browser.server import get, serving
from tests.browser.visit import OVERFLOW, Watch, barriers, english, open_page, settle
from tests.cubes import write_home

pytestmark = pytest.mark.browser


def control(page: Page, label: str):
    return page.get_by_test_id("stSidebar").get_by_role("combobox", name=label)


def choose(page: Page, label: str, typed: str) -> None:
    control(page, label).click()
    page.keyboard.type(typed)
    page.get_by_role("option").first.click()
    settle(page)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_first_request_after_a_start_is_a_deep_link_and_its_end_is_said(homes, newcomer, watch):
    with serving(homes["vol"]) as app:
        open_page(newcomer, f"{app}/begrippen?gemeente=GM9902")
        expect(newcomer.get_by_role("heading", level=1)).to_have_text("Begrippen en methode")
        expect(control(newcomer, "Gemeente")).to_have_value("Beekerwoude (GM9902)")
        assert newcomer.get_by_role("dialog").count() == 0
        assert watch.problems == []
    expect(newcomer.get_by_text("Geen verbinding")).to_be_visible()
    assert english(newcomer) == []


def test_a_gemeente_is_found_by_three_letters_and_stays(address, page):
    open_page(page, address("vol") + "/kwaliteit")
    choose(page, "Gemeente", "bee")
    expect(control(page, "Gemeente")).to_have_value("Beekerwoude (GM9902)")
    page.get_by_role("link", name="Begrippen en methode").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begrippen en methode")
    settle(page)
    expect(control(page, "Gemeente")).to_have_value("Beekerwoude (GM9902)")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kwaliteit")
    settle(page)
    expect(control(page, "Gemeente")).to_have_value("Beekerwoude (GM9902)")
    page.reload()
    settle(page)
    expect(control(page, "Gemeente")).to_have_value("Beekerwoude (GM9902)")


LINK = "gemeente=GM9901&niveau=wijk&gebied=WK990101&inzet=bereikte_jeugdigen&periode=half&van=2024-H2&tot=2025-H1"


def test_a_link_in_codes_opens_exactly_that_and_copies_itself(address, page, chromium):
    open_page(page, f"{address('vol')}/?{LINK}")
    expect(control(page, "Wijk")).to_have_value("Meerzicht (WK990101)")
    expect(control(page, "Inzet")).to_have_value("Bereikte jeugdigen")
    expect(control(page, "Tot en met")).to_have_value("1e halfjaar 2025")
    page.get_by_role("button", name="Kopieer link").first.click()
    expect(page.get_by_text("Gekopieerd").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    values = parse_qs(urlsplit(copied).query)
    assert {key: values[key] for key in parse_qs(LINK)} == parse_qs(LINK)
    assert values["openbaar"] == ["false"]
    assert values["programma"] == ["ojg"]
    other = chromium.new_context(locale="en-US")
    fresh = other.new_page()
    Watch().attach(fresh)
    open_page(fresh, copied)
    expect(control(fresh, "Wijk")).to_have_value("Meerzicht (WK990101)")
    expect(control(fresh, "Van")).to_have_value("2e halfjaar 2024")
    other.close()


def test_the_period_follows_its_default_until_it_is_chosen(address, page):
    open_page(page, address("vol") + "/")
    expect(control(page, "Periode")).to_have_value("Maand")
    choose(page, "Inzet", "bereikte")
    choose(page, "Uitkomst", "huisarts")
    expect(control(page, "Periode")).to_have_value("Kwartaal")
    choose(page, "Periode", "jaar")
    expect(control(page, "Periode")).to_have_value("Halfjaar")
    choose(page, "Inzet", "contacten")
    expect(control(page, "Periode")).to_have_value("Halfjaar")


def test_the_hidden_controls_keep_their_value_on_a_page_that_does_not_use_them(address, page):
    open_page(page, f"{address('vol')}/?{LINK}")
    page.get_by_role("link", name="Kwaliteit", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kwaliteit")
    settle(page)
    assert control(page, "Inzet").count() == 0
    page.get_by_role("link", name="Overzicht").click()
    expect(control(page, "Wijk")).to_have_value("Meerzicht (WK990101)")
    expect(control(page, "Periode")).to_have_value("Halfjaar")
    settle(page)
    for title in ("Kwaliteit", re.compile("Hoe staat het ervoor")):  # one press a page, also where it has fewer choices
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        settle(page)
    expect(control(page, "Wijk")).to_have_value("Meerzicht (WK990101)")


def test_a_renamed_gemeente_keeps_its_old_links(address, page):
    open_page(page, address("vol") + "/kwaliteit?gemeente=Oude+Naam+(GM9902)")
    expect(control(page, "Gemeente")).to_have_value("Beekerwoude (GM9902)")
    assert query(page)["gemeente"] == ["Beekerwoude (GM9902)"]


def test_what_a_link_names_in_vain_is_said(address, page):
    open_page(page, address("vol") + "/kwaliteit?gemeente=GM0000&periode=decade")
    expect(page.get_by_text("De link noemt een keuze die hier niet (meer) bestaat")).to_be_visible()
    assert english(page) == []


def test_public_view_is_named_and_in_the_link(address, page):
    open_page(page, address("vol") + "/kwaliteit")
    expect(page.get_by_text("Interne versie").first).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_text("Bekijk als openbaar").click()
    expect(page.locator(".vk-level")).to_have_text("Openbaar")
    assert query(page)["openbaar"] == ["true"]
    page.reload()
    settle(page)
    expect(page.locator(".vk-level")).to_have_text("Openbaar")


def test_a_small_screen_starts_with_the_page_and_opens_the_choices(address, page):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address("vol") + "/")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    page.get_by_role("button", name="Keuzes", exact=True).click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
    expect(control(page, "Niveau")).to_be_in_viewport()


def test_an_unknown_page_says_so_in_dutch(address, page):
    open_page(page, address("vol") + "/bestaatniet")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Pagina niet gevonden")
    assert english(page) == []
    assert barriers(page) == []
    assert unreachable(page) == []


def test_a_home_without_publication_says_what_to_do(address, page, homes):
    open_page(page, address("leeg") + "/kwaliteit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog geen publicatie")
    expect(page.get_by_text(str(homes["leeg"] / "exports")).first).to_be_visible()
    expect(page.get_by_role("button", name="Demo klaarzetten")).to_be_visible()


@pytest.fixture
def new_home(tmp_path) -> Iterator[Path]:
    """Where there is nothing; what was started for it is stopped at the end."""
    yield tmp_path / "nieuw"
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(FileNotFoundError, ProcessLookupError):
            words = line.read_bytes().split(b"\0")
            if b"voorkant" in words and str(tmp_path / "nieuw").encode() in words:
                os.kill(int(line.parent.name), signal.SIGKILL)


def test_one_press_starts_the_demo_and_shows_what_comes_of_it(page, new_home, watch):
    """The whole build takes minutes: figures of a small region are laid down in its place. `make attack` builds it."""
    with serving(new_home) as app:
        open_page(page, app)
        page.get_by_role("button", name="Demo klaarzetten").click()
        expect(page.get_by_text("De demo wordt")).to_be_visible()
        assert english(page) == []
        expect(page.get_by_text("De demo wordt gepubliceerd")).to_be_visible(timeout=60_000)
        assert (new_home / "waarheid.toml").is_file()
        write_home(new_home)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Nog geen publicatie", timeout=60_000)
        settle(page)
        expect(page.locator(".vk-level")).to_have_text("Interne versie")
        assert watch.problems == []


@pytest.mark.parametrize(("home", "words"), [("kapot", "current.json is beschadigd"), ("anders", "andere versie")])
def test_a_damaged_publication_is_a_calm_page(address, page, home, words):
    open_page(page, address(home) + "/")
    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_an_error_of_ours_is_a_calm_page_too(address, page):
    open_page(page, address("stuk") + "/kwaliteit")
    expect(page.get_by_role("alert")).to_contain_text("Er ging iets mis in Voorkant")
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"met het nummer [0-9a-f]{8}\."))
    expect(page.get_by_text("Traceback")).to_have_count(0)
    assert english(page) == []


def test_a_term_is_found_by_a_word(address, page):
    open_page(page, address("vol") + "/begrippen")
    page.get_by_label("Zoek een maat").fill("huisarts")
    page.keyboard.press("Enter")
    expect(page.locator(".vk-term")).to_have_count(1)
    page.get_by_label("Zoek een maat").fill("qqq")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Geen maat gevonden")).to_be_visible()


def test_a_question_of_the_council_is_found_and_answered_on_a_phone(address, page, watch):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address("vol") + "/?gemeente=GM9901")
    page.get_by_role("textbox", name="Zoek een maat").fill("minder specialistische")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Komt er minder specialistische jeugd-GGZ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vragen van de raad")
    settle(page)
    assert query(page)["vraag"] == ["minder-ggz"]
    told = page.locator(".vk-answer")
    expect(told).to_contain_text("Aantoonbare daling")
    told.get_by_text("Waarom dit antwoord?").click()
    expect(told.get_by_text("Wat hiermee niet bekend is")).to_be_visible()
    told.get_by_role("link", name="Bekijk waar dit vandaan komt").click()
    expect(page.locator(".vk-verdict")).to_contain_text("Aantoonbare daling")
    settle(page)
    page.go_back()
    settle(page)
    page.locator(".vk-questions").get_by_role("link").first.click()
    expect(told).to_contain_text("Daalt of stijgt het aantal verwijzingen")
    settle(page)
    told.get_by_text("Waarom dit antwoord?").click()
    told.get_by_role("link", name="Bekijk waar dit vandaan komt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Verwijzingen naar specialistische jeugd-GGZ in")
    settle(page)
    page.go_back()
    settle(page)
    expect(told).to_contain_text("Daalt of stijgt het aantal verwijzingen")
    page.go_back()
    settle(page)
    expect(told).to_contain_text("Aantoonbare daling")
    assert page.evaluate(OVERFLOW) <= 0
    assert watch.problems == []


def test_closed_and_open_addresses(address):
    app = address("vol")
    assert get(f"{app}/gezond")[0] == 200
    assert get(f"{address('kapot')}/gezond")[0] == 503
    for closed in ("/_stcore/metrics", "/_stcore/agent/openapi.json"):
        assert get(app + closed)[0] == 404


def test_another_address_is_refused_at_the_start(homes):
    everywhere = "0.0.0.0"  # noqa: S104 - it must not be bound
    with pytest.raises(AssertionError, match="antwoordt daarom alleen deze computer"), ExitStack() as stack:
        stack.enter_context(serving(homes["vol"], "--server.address", everywhere))
