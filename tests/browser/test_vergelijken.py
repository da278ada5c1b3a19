"""Doing differently from others: a peer is swapped, the sentence goes along, and the link brings the same peers."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import barriers, open_page, settle, too_wide

pytestmark = pytest.mark.browser

FILLED = """() => {  // parts of the room for the map, in width and in height
  const chart = document.querySelector(".js-plotly-plot"), {w, h} = chart._fullLayout._size;
  const boxes = [...chart.querySelectorAll(".cartesianlayer path.js-fill")].map(path => path.getBoundingClientRect());
  const most = side => Math.max(...boxes.map(box => box[side]));
  const least = side => Math.min(...boxes.map(box => box[side]));
  return [(most("right") - least("left")) / w, (most("bottom") - least("top")) / h];
}"""


def said(page: Page) -> str:
    return page.locator(".vk-pair").inner_text()


def test_a_swapped_peer_changes_the_sentence_and_the_link_holds_it(address, page, newcomer, watch):
    open_page(page, address("vol") + "/vergelijken")
    before = said(page)
    assert "Beekerwoude" in before
    page.get_by_role("button", name="Verwijder Beekerwoude").click()
    settle(page)
    expect(page.locator(".vk-pair")).not_to_contain_text("Beekerwoude")
    after, link = said(page), page.locator(".vk-copy").get_attribute("data-link")
    assert "met=GM9903" in (link or "")
    open_page(newcomer, address("vol") + "/vergelijken" + (link or "")[(link or "").index("?") :])
    assert said(newcomer) == after
    newcomer.set_viewport_size({"width": 390, "height": 844})
    settle(newcomer)
    assert too_wide(newcomer) == {}
    assert barriers(newcomer) == []
    assert watch.problems == []


def test_a_map_asks_nothing_of_elsewhere(address, page, watch):
    """No tiles and no base map: all that the page asks for is on this machine. On a phone it is as large as fits."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address("vol") + "/kaart")
    assert page.locator(".js-plotly-plot .fills path, .js-plotly-plot path.js-fill").count() >= 3
    assert max(page.evaluate(FILLED)) > 0.9
    assert watch.problems == []


def test_a_chart_is_taken_as_a_picture_and_its_sentence_copied(address, page, watch):
    """On a phone, from the folded part under the chart; the picture is made here and the text is the public one."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address("vol") + "/vergelijken?wat=groep")
    page.get_by_text("Tabel, downloads en query").click()
    settle(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download PNG (openbaar)").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"\x89PNG")
    assert not taken.value.suggested_filename.startswith("INTERN")
    page.get_by_role("button", name="Kopieer de zin").click()
    expect(page.get_by_text("Gekopieerd").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "openbaar=true" in copied
    assert "wat=groep" in copied
    assert barriers(page) == []
    assert watch.problems == []
