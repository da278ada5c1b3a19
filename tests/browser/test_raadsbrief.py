"""A memo in a real browser: begun, looked at, made and downloaded; and the overview on one sheet of paper."""

import io

import docx
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.visit import barriers, english, open_page, settle

pytestmark = pytest.mark.browser


def test_a_memo_is_made_and_downloaded(address, page, watch, tmp_path):
    open_page(page, f"{address('vol')}/raadsbrief")
    page.get_by_label("Titel").fill("Een brief")
    page.get_by_role("button", name="Concept beginnen").click()
    expect(page.get_by_role("heading", name="Onderdelen en teksten")).to_be_visible()
    settle(page)
    page.get_by_text("Wat er in het stuk komt").click()
    page.get_by_label("Titel", exact=True).fill("Een brief met een andere titel")
    page.get_by_role("button", name="Keuzes bewaren").press("Enter")  # it moves down while the lists in the fold come
    expect(page.get_by_text("Een brief met een andere titel (")).to_be_visible()
    settle(page)
    page.get_by_role(
        "button", name="De kern omlaag"
    ).click()  # the first that is asked after the words of a choice changed
    settle(page)
    assert page.url.endswith("brief=brief-een-brief")
    page.get_by_text("Voorbeeld van het stuk").click()
    expect(page.locator(".vk-memo figure img").first).to_be_visible()
    settle(page)
    assert english(page) == []
    assert barriers(page) == []
    page.get_by_role("button", name="Maak het bestand").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download Word (openbaar)").click()
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    assert path.name.startswith("raadsinformatiebrief-aldermeer-2025-")
    assert any("Aantoonbare daling" in item.text for item in docx.Document(str(path)).paragraphs)
    page.get_by_role("button", name="Verwijderen").click()
    page.get_by_role("button", name="Ja, verwijder dit concept").click()
    expect(page.get_by_role("button", name="Concept beginnen")).to_be_visible()
    assert watch.problems == []


def test_the_overview_prints_on_one_sheet(address, page):
    open_page(page, address("vol"))
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 1
