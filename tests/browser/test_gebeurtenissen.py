"""An event from the steward's form to a line in a chart, left out again by its button, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import serving
from tests.browser.visit import barriers, english, open_page, settle, too_wide
from tests.cubes import write_home

pytestmark = pytest.mark.browser


@pytest.fixture
def app(tmp_path) -> Iterator[str]:
    with serving(write_home(tmp_path / "home")) as address:
        yield address


def in_order(page: Page) -> None:
    settle(page)
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})


def test_from_the_form_to_every_chart_and_out_of_sight(app, page, watch):
    open_page(page, f"{app}/gebeurtenissen")
    page.get_by_label("Wat gebeurde er?").fill("Verhuizing van het wijkteam")
    page.get_by_label("Eerste dag").fill("31-2-2025")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("is niet te lezen")).to_be_visible()
    in_order(page)
    page.get_by_label("Eerste dag").fill("1-2-2025")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("rowheader", name="Verhuizing van het wijkteam")).to_be_visible()
    in_order(page)
    open_page(page, f"{app}/voorkant_achterkant?gemeente=GM9901&periode=quarter")
    button = page.get_by_role("button", name="Verhuizing van het wijkteam")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_text("niet getekend").first).to_be_visible()
    link = page.locator(".vk-copy").get_attribute("data-link")
    in_order(page)
    open_page(page, link)
    expect(page.get_by_role("button", name="Verhuizing van het wijkteam")).to_have_attribute("aria-pressed", "false")
    assert watch.problems == []


def test_a_measure_of_the_rollout_stands_in_its_link(app, page, watch):
    open_page(page, f"{app}/uitrol?gemeente=GM9901")
    page.get_by_text("Bereikte jeugdigen", exact=True).first.click()
    expect(page.get_by_role("heading", name="Bereikte jeugdigen per praktijk")).to_be_visible()
    link = page.locator(".vk-copy").get_attribute("data-link")
    open_page(page, link)
    expect(page.get_by_role("heading", name="Bereikte jeugdigen per praktijk")).to_be_visible()
    in_order(page)
    assert watch.problems == []
