"""A redelivery in a real browser: a fall is seen, asks for a reason, is published, and is undone again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import serving
from tests.browser.test_inladen import LONG, choose, heading
from tests.browser.visit import barriers, english, open_page, settle, too_wide
from tests.exports import write_home
from tests.unit.builder.test_broken_off import figures
from tests.unit.builder.test_warnings import fallen
from voorkant.builder.build import build
from voorkant.declare.home import Home

pytestmark = pytest.mark.browser
HIDDEN = ("klein", "herleidbaar")


@pytest.fixture
def home(tmp_path) -> Home:
    found = Home(write_home(tmp_path / "home"))
    build(found, lambda _step: None)
    return found


@pytest.fixture
def app(home: Home) -> Iterator[str]:
    with serving(home.path) as address:
        yield f"{address}/gegevens_inladen"


def cells(home: Home) -> dict[tuple, tuple]:
    """What each cell says: key -> reason, and the numbers between which its count lies."""
    return {(name, *row[:5]): (row[13], row[6], row[7]) for name, rows in figures(home).items() for row in rows}


def told_more_than(before: dict[tuple, tuple], after: dict[tuple, tuple]) -> list[tuple]:
    """The cells that are not as before, other than wider: what gave way for a publication that was seen stays so."""
    assert before.keys() == after.keys()
    moved = [key for key in before if after[key] != before[key]]
    return [key for key in moved if after[key][0] not in HIDDEN or width(after[key]) < width(before[key])]


def width(cell: tuple) -> float:
    _, low, high = cell
    return float("inf") if high is None else high - low


def in_order(page: Page) -> None:
    settle(page)
    assert (english(page), barriers(page), too_wide(page)) == ([], [], {})


def test_a_fall_asks_for_a_reason_and_can_be_undone(app, page, watch, home):
    before = cells(home)
    open_page(page, app)
    choose(page, ojg_2=fallen())
    expect(page.get_by_text("mei 2024: 4 rijen; eerder waren het er 16.").first).to_be_visible()
    page.get_by_text("Per maand, plek en code").click()
    in_order(page)
    page.get_by_role("button", name="Publiceren").click()
    expect(page.get_by_text("Vul bij elke waarschuwing in waarom dit klopt.")).to_be_visible()
    in_order(page)
    page.get_by_label("Waarom klopt dit?").fill("In mei was er geen spreekuur.")
    page.get_by_text("Alles van januari 2024 t/m december 2024").click()
    settle(page)
    page.get_by_role("button", name="Publiceren").click()
    expect(heading(page, "Gepubliceerd")).to_be_visible(timeout=LONG)
    assert told_more_than(before, cells(home))
    page.get_by_role("button", name="Meer bestanden inladen").click()
    page.get_by_role("button", name="Maak laatste publicatie ongedaan").click()
    expect(page.get_by_text("Publicatie 000002 ongedaan maken?")).to_be_visible()
    in_order(page)
    page.get_by_role("button", name="Ja, maak ongedaan").click()
    expect(page.get_by_text("Publicatie 000002 is ongedaan gemaakt")).to_be_visible(timeout=LONG)
    in_order(page)
    assert told_more_than(before, cells(home)) == []
    assert watch.problems == []
