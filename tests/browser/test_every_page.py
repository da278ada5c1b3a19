"""Whatever is in the menu, in every state of the home: Dutch, reachable, closed to the outside and in its place."""

import pytest
from playwright.sync_api import expect

from tests.browser.reach import lost_when_large, spoken_english, unreachable, without_ring
from tests.browser.visit import barriers, english, open_page, pale, settle, too_wide
from voorkant.ui.access import PageRule, menu

pytestmark = pytest.mark.browser
UNFOLD = """() => {  // at once: to move the mouse to each takes half a second of a page; `test_roles.py` does
  const seen = [...document.querySelectorAll("summary")].filter(summary => summary.checkVisibility());
  for (const summary of seen) if (!summary.closest("details").open) summary.click();
  window.unfolded = seen;
}"""
STILL_SHUT = """() => window.unfolded.filter(summary => summary.isConnected && !summary.closest("details").open)
  .map(summary => summary.textContent)"""


def path(rule: PageRule) -> str:
    """The first page of the menu has no path of its own."""
    return "/" if rule == menu()[0] else f"/{rule.file.stem}"


@pytest.mark.parametrize("home", ["kapot", "anders"])
def test_damaged(address, page, home):
    """One page stands for all: the frame never gets to the page itself."""
    open_page(page, address(home))
    assert english(page) == []
    assert barriers(page) == []
    assert too_wide(page) == {}


def opened(page) -> list[str]:
    """English on a page with a list of choices and all that folds opened, which then stays open."""
    page.get_by_role("combobox").first.click()
    page.get_by_role("option").first.wait_for()
    found = english(page)
    page.keyboard.press("Escape")
    page.evaluate(UNFOLD)
    settle(page)
    assert page.evaluate(STILL_SHUT) == []
    return found + english(page)


def looked_at(page, rule: PageRule) -> None:
    assert page.title() == f"{rule.title} · Voorkant"
    assert page.locator("h1").count() == 1
    assert english(page) == []


@pytest.mark.parametrize("rule", [rule for rule in menu() if not rule.needs_publication], ids=lambda rule: rule.path)
def test_page_without_a_publication(address, page, watch, rule):
    open_page(page, address("leeg") + path(rule))
    looked_at(page, rule)
    assert (unreachable(page), barriers(page), too_wide(page)) == ([], [], {})
    assert watch.problems == []


def test_pages_of_figures_without_a_publication(address, page, watch):
    """They are one page here, which is looked at whole at the first and gone through by the menu for the others."""
    first, *others = [rule for rule in menu() if rule.needs_publication]
    open_page(page, address("leeg") + path(first))
    for rule in others:
        page.get_by_role("link", name=rule.title, exact=True).click()
        expect(page).to_have_title(f"{rule.title} · Voorkant")
        settle(page)
        looked_at(page, rule)
    open_page(page, address("leeg") + path(first))
    looked_at(page, first)
    assert (unreachable(page), barriers(page), too_wide(page)) == ([], [], {})
    assert watch.problems == []


@pytest.mark.parametrize("rule", menu(), ids=lambda rule: rule.file.stem)
@pytest.mark.parametrize("home", ["vol", "verborgen"])
def test_page(address, page, watch, home, rule):
    open_page(page, address(home) + path(rule))
    looked_at(page, rule)
    assert page.get_by_role("dialog").count() == 0
    assert pale(page) == []
    assert unreachable(page) == []
    assert home != "vol" or spoken_english(page) == []
    assert opened(page) == []
    assert barriers(page) == []
    assert home != "vol" or without_ring(page) == []
    assert too_wide(page) == {}
    if home == "vol":  # narrow now, and wide again at the end: each change of width draws every chart anew
        assert barriers(page) == []
        assert english(page) == []
        assert unreachable(page) == []
        assert lost_when_large(page) == []
    assert watch.problems == []
