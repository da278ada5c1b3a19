"""A choice in a part of a page draws that part alone; the link goes along, and back and reload lead where they say."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import open_page, settle

pytestmark = pytest.mark.browser


def link(page: Page) -> dict[str, list[str]]:
    """What the copied link asks for."""
    return parse_qs(urlsplit(page.locator(".vk-header .vk-copy").get_attribute("data-link") or "").query)


def test_a_view_draws_the_two_figures_and_nothing_else(address, page, watch):
    open_page(page, address("vol") + "/voorkant_achterkant?gemeente=GM9902")
    first = link(page)
    assert watch.carried("vk-header", "vk-sentence", "Preventief programma") == [
        "vk-header", "vk-sentence", "Preventief programma",
    ]  # fmt: skip
    watch.wire.clear()
    page.get_by_text("Aantal", exact=True).click()
    expect(page).to_have_url(re.compile("weergave=aantal"))
    settle(page)
    assert watch.carried("vk-header", "vk-sentence", "Preventief programma") == ["vk-sentence"]
    assert link(page) == first | {"weergave": ["aantal"]}
    kept = page.locator("a.vk-keep").get_attribute("href") or ""
    assert "weergave=aantal" in kept
    assert "opname=nieuw" in kept
    page.reload()
    settle(page)
    expect(page.get_by_role("radio", name="Aantal")).to_be_checked()
    assert link(page) == first | {"weergave": ["aantal"]}
    page.go_back()
    expect(page.get_by_role("radio", name="Aantal")).not_to_be_checked()
    settle(page)
    assert link(page) == first  # also the gemeente, and the period
    assert watch.problems == []


def pick(page: Page, label: str, words: str) -> None:
    """Choose from a list of the page itself."""
    page.locator("[data-testid=stMain]").get_by_role("combobox", name=re.compile(f"^.*{label}")).click()
    page.get_by_role("option", name=words, exact=True).click()
    expect(page.get_by_role("option")).to_have_count(0)
    settle(page)


REDRAWN = {
    "verwijsroutes": (
        ("Jaar", "2025"),
        ("Verwijzingen in 2025", "Wachttijd van verwijzingen in 2025", "Afgesloten trajecten in 2025"),
        ("vk-header", "per startkwartaal?", "na het eerste contact volgt", "hoe verloopt het?", "Waar?"),
    ),
    "vergelijken": (
        ("Maat", "Contacten van het programma"),
        ("Contacten van het programma: 3 gemeenten", "vk-pair", "vk-link-here"),
        ("vk-header", "Waarom deze gemeenten", "Kenmerken uit", "vk-rug", "Naast welke gemeenten"),
    ),
}
"""By page: a choice, what comes with it, and what stays as it stands."""


@pytest.mark.parametrize("where", REDRAWN)
def test_a_choice_draws_what_depends_on_it_and_nothing_else(address, page, watch, where):
    choice, comes, stays = REDRAWN[where]
    open_page(page, f"{address('vol')}/{where}")
    assert watch.carried(*stays) == list(stays)
    watch.wire.clear()
    pick(page, *choice)
    assert watch.carried(*comes, *stays) == list(comes)
    assert watch.problems == []


def test_back_leads_to_the_measure_before(address, page):
    open_page(page, address("vol") + "/maat")
    first, title = link(page), page.locator("h1").inner_text()
    page.locator("[data-testid=stMain]").get_by_role("combobox", name=re.compile("^.*Maat")).click()
    page.get_by_role("option", name="Contacten").first.click()
    expect(page.locator("h1")).to_contain_text("Contacten")
    settle(page)
    assert link(page)["maat"] == ["contacten"]
    page.go_back()
    expect(page.locator("h1")).to_have_text(title)
    settle(page)
    assert link(page) == first
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("Contacten")
