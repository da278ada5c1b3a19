"""A wethouder follows a pilot from the list to its verdict, and takes the story along."""

import pytest
from playwright.sync_api import expect

from tests import pilots
from tests.browser.visit import barriers, english, open_page, settle, too_wide

pytestmark = pytest.mark.browser


def test_from_the_list_to_the_verdict_and_the_story(address, page, watch):
    open_page(page, address("vol") + "/pilots?gemeente=GM9901")
    page.get_by_role("link", name=f"Pilot {pilots.FALL}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Pilot {pilots.FALL}")
    settle(page)
    card = page.get_by_role("region", name="Oordeel")
    expect(card).to_contain_text("Aantoonbare daling")
    expect(card).to_contain_text("501 verwijzingen")
    page.get_by_role("button", name="Kopieer dit verhaal (openbaar)").click()
    expect(page.get_by_text("Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"Pilot {pilots.FALL}. Sinds maart 2019 zijn er")
    assert watch.problems == []


@pytest.mark.parametrize("slug", [pilots.REFUSED, pilots.YOUNG, pilots.DRAFT, pilots.ELSEWHERE])
def test_a_link_opens_a_pilot_in_every_state(address, page, slug):
    open_page(page, f"{address('vol')}/pilot?gemeente=GM9901&pilot={slug}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Pilot {slug}")
    for part in ("Pilot wijzigen", "Een besluit vastleggen"):
        if (button := page.get_by_role("radio", name=part)).count():
            button.click()
            settle(page)
    assert english(page) == []
    assert barriers(page) == []
    assert too_wide(page) == {}


def test_the_form_is_usable_on_a_phone(address, page):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address("vol") + "/pilots?gemeente=GM9901")
    page.locator("summary", has_text="Een nieuwe pilot opstellen").click()
    settle(page)
    expect(page.get_by_role("textbox", name="Titel")).to_be_visible()
    assert barriers(page) == []
    assert english(page) == []
    assert too_wide(page) == {}
