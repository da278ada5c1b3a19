"""Whatever is in the menu, in every state of the home: Dutch, reachable, closed to the outside and in its place."""

import pytest

from tests.browser.reach import lost_when_large, spoken_english, unreachable, without_ring
from tests.browser.visit import barriers, english, open_page, pale, too_wide
from voorkant.ui.access import PageRule, menu

pytestmark = pytest.mark.browser


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
    for summary in page.locator("summary:visible").all():
        summary.click()
    return found + english(page)


@pytest.mark.parametrize("rule", menu(), ids=lambda rule: rule.file.stem)
def test_page_without_a_publication(address, page, watch, rule):
    """All pages of figures are one page here, which is looked at whole at the first of the menu."""
    open_page(page, address("leeg") + path(rule))
    assert page.title() == f"{rule.title} · Voorkant"
    assert page.locator("h1").count() == 1
    assert english(page) == []
    if rule == menu()[0] or not rule.needs_publication:
        assert unreachable(page) == []
        assert barriers(page) == []
        assert too_wide(page) == {}
    assert watch.problems == []


@pytest.mark.parametrize("rule", menu(), ids=lambda rule: rule.file.stem)
@pytest.mark.parametrize("home", ["vol", "verborgen"])
def test_page(address, page, watch, home, rule):
    open_page(page, address(home) + path(rule))
    assert page.title() == f"{rule.title} · Voorkant"
    assert page.locator("h1").count() == 1
    assert page.get_by_role("dialog").count() == 0
    assert english(page) == []
    assert pale(page) == []
    assert unreachable(page) == []
    assert home != "vol" or spoken_english(page) == []
    assert opened(page) == []
    assert barriers(page) == []
    assert home != "vol" or (without_ring(page), lost_when_large(page)) == ([], [])
    assert too_wide(page) == {}
    if home == "vol":  # narrow now
        assert barriers(page) == []
        assert english(page) == []
        assert unreachable(page) == []
    assert watch.problems == []
