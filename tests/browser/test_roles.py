"""Who signs in sees other pages than the local user: axe on those of every role, with all that opens opened.

By itself it looks where roles differ. With `VOORKANT_ROLES=HOME` it walks every page of every role, and every choice
on it, on a copy of that home, and with `VOORKANT_ROLES=klein` on the small one.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.attacks.roleworld import GROUND, OTHER, OWN, write_world
from tests.attacks.served_as import WHO
from tests.attacks.test_roles import OPENS
from tests.browser.reach import lost_when_large, unreachable, without_ring
from tests.browser.server import serving
from tests.browser.visit import barriers, english, open_page, settle, too_wide

pytestmark = pytest.mark.browser
DIFFER = (
    ("raad", "overzicht"),
    ("raad", "momentopnamen"),
    ("functionaris", "bescherming"),
    ("manager", "detail"),
    ("regio", "pilots"),
    ("beleidsmedewerker", "vragen"),
)
"""Where a role has what the local user has not: fewer links, another menu, true counts, only what is public."""
ALL = os.environ.get("VOORKANT_ROLES", "")
WALK = [(role, page) for role, pages in OPENS.items() for page in pages] if ALL else DIFFER
OPTION = '[data-testid="stMain"] [data-testid="stRadioOption"]'
POPOVER = '[data-testid="stMain"] [data-testid="stPopover"] button:visible'


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with users of every role."""
    home = tmp_path_factory.mktemp("roles") / "home"
    if Path(ALL).is_absolute():
        shutil.copytree(ALL, home)
        with (home / "voorkant.toml").open("a", encoding="utf-8") as settings:
            settings.write(f"\n{GROUND}")
    else:
        write_world(home)
    with serving(home, started_by="tests.attacks.served_as") as found:
        yield found


def faults(page: Page) -> list[str]:
    return [*barriers(page), *unreachable(page), *english(page)]


def unfolded(page: Page) -> None:
    """Open all that folds; what comes into it may fold too."""
    shut = page.locator("[data-testid=stMain] details:not([open]) > summary:visible")
    while shut.count():
        shut.first.click()
        settle(page)


def every_choice(page: Page) -> Iterator[str]:
    """What is chosen, each in its turn: a page draws other parts for each, and other choices."""
    options, at = page.locator(OPTION), 0
    while at < options.count():
        name = options.nth(at).inner_text()
        options.nth(at).click()
        settle(page)
        unfolded(page)
        yield name
        at += 1


def every_window(page: Page) -> Iterator[str]:
    """What opens above the page, each in its turn."""
    for at in range(page.locator(POPOVER).count()):
        button = page.locator(POPOVER).nth(at)
        name = button.inner_text()
        button.click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settle(page)
        yield name
        page.keyboard.press("Escape")
        page.get_by_test_id("stPopoverBody").wait_for(state="detached")


@pytest.mark.parametrize(("role", "stem"), WALK)
def test_no_barrier_for_a_role(world, page, watch, role, stem):
    page.context.add_cookies([{"name": WHO, "value": role, "url": world}])
    path = "" if stem == "overzicht" else stem
    open_page(page, f"{world}/{path}?gemeente={OWN}")
    unfolded(page)
    assert faults(page) == []
    for opens in (every_window, every_choice) if ALL else (every_window,):
        for name in opens(page):
            assert faults(page) == [], name
    if ALL:
        open_page(page, f"{world}/{path}?gemeente={OTHER}")
        assert faults(page) == []
        assert (without_ring(page), too_wide(page)) == ([], {})
        assert faults(page) == []  # narrow now
        assert lost_when_large(page) == []
    assert watch.problems == []
