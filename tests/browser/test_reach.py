"""Who uses no mouse, wants no motion or has colours of their own."""

import pytest
from playwright.sync_api import expect

from tests.browser.reach import LARGE, STILL, cut_off, lost_when_large, unreachable
from tests.browser.visit import OVERFLOW, barriers, english, open_page, settle

pytestmark = pytest.mark.browser
MOST_STOPS = 80
FURTHER = """() => {
  const now = document.activeElement, before = window.stoodAt;
  window.stoodAt = now;
  if (now === document.body) return null;
  const onwards = !before || before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [now.ariaLabel || now.labels?.[0]?.innerText || now.textContent.trim(), Boolean(onwards)];
}"""
SLOWEST = """() => Math.max(...[...document.querySelectorAll("*")].map(element => {
  const style = getComputedStyle(element), seconds = [style.transitionDuration, style.animationDuration];
  return Math.max(...seconds.join().split(",").map(parseFloat));
}))"""
COLOURS = """() => {
  const options = [...document.querySelectorAll("[data-testid=stRadioOption]")];
  const dot = option => getComputedStyle(option.querySelector(":scope > div > div:first-child")).backgroundColor;
  return {
    paper: getComputedStyle(document.querySelector(".main-svg")).backgroundColor,
    dots: [true, false].map(on => dot(options.find(option => (option.dataset.selected === "true") === on))),
  };
}"""

LONG = "Samenwerkingsverband Jeugdhulpverlening Sint-Michielsgestel en omstreken, met spoed"
ROW = """words => {  // pixels that a name leaves of its row
  const name = document.querySelector("[role=option] [data-item-hl]"), range = document.createRange();
  name.textContent = words;
  range.selectNodeContents(name);
  return name.closest("[role=option]").parentElement.clientHeight - range.getBoundingClientRect().height;
}"""


def test_the_keyboard_goes_through_a_page_in_order_and_out_again(address, page):
    """A form with every kind of field: nothing holds the keyboard, and nothing comes before what stands above it."""
    open_page(page, address("vol") + "/gebeurtenissen")
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FURTHER)
        if at is None:
            break
        stops.append(at)
    else:
        pytest.fail(f"no way out: {stops[-3:]}")
    names = [name for name, _ in stops]
    assert names[0] == "Naar de inhoud"
    assert {"Gemeente", "Kopieer link", "Wat gebeurde er?", "Toelichting", "Bewaren"} <= set(names)
    assert [name for name, onwards in stops if not onwards] == []


def test_a_choice_is_made_by_keyboard_alone(address, page):
    open_page(page, address("vol") + "/vergelijken")
    page.get_by_role("radio", name="Volgorde").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Verloop")).to_be_checked()
    settle(page)
    page.locator("summary", has_text="Tabel, downloads en query").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Download CSV").first).to_be_visible()


def test_what_opens_beside_a_button_comes_after_it(address, page):
    """It stands at the end of the page, and Streamlit leaves the focus where it is."""
    open_page(page, address("vol") + "/voorkant_achterkant")
    page.locator("summary", has_text="Tabel, downloads en query").first.click()
    inside = page.get_by_test_id("stPopoverBody").get_by_role("button")
    window = page.get_by_role("button", name="Interne versie").first
    window.focus()
    page.keyboard.press("Enter")
    expect(inside.first).to_be_visible()
    settle(page)
    page.keyboard.press("Tab")
    expect(inside.first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(window).to_be_focused()
    for _ in range(inside.count()):
        page.keyboard.press("Tab")
    expect(inside.last).to_be_focused()
    page.evaluate("window.stoodAt = document.querySelector('[data-testid=stPopoverButton][aria-expanded=true]')")
    page.keyboard.press("Tab")
    assert page.evaluate(FURTHER)[1], "what comes after the button"
    page.keyboard.press("Shift+Tab")
    expect(window).to_be_focused()
    page.keyboard.press("Escape")
    expect(inside).to_have_count(0)


def test_no_motion_and_own_colours_for_who_asks(address, page):
    page.emulate_media(reduced_motion="reduce", forced_colors="active", color_scheme="dark")
    try:
        open_page(page, address("vol") + "/voorkant_achterkant")
        assert page.evaluate(SLOWEST) < 0.001
        seen = page.evaluate(COLOURS)
        assert seen["paper"] == "rgb(255, 255, 255)"  # the words of a chart are dark
        assert len(set(seen["dots"])) == 2
    finally:
        page.emulate_media(reduced_motion="null", forced_colors="null", color_scheme="null")


def test_the_order_of_a_memo_is_changed_on_a_phone(address, page):
    """The arrows stand beside what they move, and say what that is."""
    page.set_viewport_size({"width": 320, "height": 844})
    open_page(page, f"{address('vol')}/raadsbrief")
    page.get_by_role("button", name="Concept beginnen").click()
    tick = page.get_by_role("checkbox", name="Aanleiding")
    down = page.get_by_role("button", name="Aanleiding omlaag")
    expect(down).to_be_visible()
    settle(page)
    middle = [box["y"] + box["height"] / 2 for box in (tick.bounding_box(), down.bounding_box())]
    assert middle[0] == pytest.approx(middle[1], abs=8)
    assert page.evaluate(OVERFLOW) <= 0
    page.get_by_role("button", name="Verwijderen").click()
    page.get_by_role("button", name="Ja, verwijder dit concept").click()
    expect(page.get_by_role("button", name="Concept beginnen")).to_be_visible()


def test_a_calendar_is_dutch_in_an_english_browser(address, page):
    open_page(page, address("vol") + "/bescherming")
    page.get_by_role("button", name="Kies een datum").click()
    calendar = page.get_by_role("dialog")
    expect(calendar.get_by_role("button", name="maandag").first).to_be_visible()
    assert english(page) == []
    assert barriers(page) == []
    assert unreachable(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Kies een datum")).to_be_focused()


def test_large_letters_lose_nothing_of_what_is_chosen_or_written(address, page):
    """Names of any length, in the menu too, on the narrowest screen; who types sees what they type."""
    page.set_viewport_size({"width": 320, "height": 844})
    open_page(page, address("vol") + "/gebeurtenissen")
    written = page.get_by_label("Wat gebeurde er?")
    written.fill(LONG)
    assert [fault for fault in cut_off(page) if LONG in fault]  # who writes has one line
    written.blur()
    page.get_by_test_id("stExpandSidebarButton").click()
    assert lost_when_large(page, (320,)) == []


def test_what_a_field_refuses_is_said_in_dutch(address, page):
    open_page(page, address("vol") + "/pilots")
    page.locator("summary", has_text="pilot").first.click()
    field = page.get_by_label("Kleinste relevante daling (%)")
    field.fill("99")
    field.press("Tab")
    expect(page.get_by_text("Kies een getal van 1 tot en met 95.")).to_be_visible()
    assert english(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_a_list_of_which_several_are_chosen_has_room_for_long_names(address, page, width):
    """All its rows have one height, which follows from the letters when the list came."""
    open_page(page, address("vol"))
    page.evaluate(LARGE, "32px")
    page.get_by_role("link", name="Vergelijken").click()
    expect(page.get_by_role("combobox", name="Naast welke gemeenten?")).to_be_visible()
    settle(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(STILL)
    field = page.get_by_role("combobox", name="Naast welke gemeenten?")
    field.focus()
    field.press("Backspace")  # all are chosen here
    settle(page)
    page.wait_for_function(STILL)
    field.press("ArrowDown")
    page.locator("[role=option] [data-item-hl]").first.wait_for()
    assert page.evaluate(ROW, LONG) >= 0
    assert (cut_off(page), barriers(page)) == ([], [])
    page.keyboard.press("Escape")


def test_who_searches_a_list_sees_what_they_type(address, page):
    open_page(page, address("vol") + "/voorkant_achterkant")
    page.evaluate(LARGE, "32px")
    field = page.get_by_role("combobox", name="Uitkomst")
    expect(field).to_have_css("opacity", "0")
    field.focus()  # a list closes when the page scrolls to its field, and forgets what was typed
    page.wait_for_function(STILL)
    page.keyboard.type("jeug", delay=20)
    expect(field).to_have_css("opacity", "1")
    page.keyboard.press("Escape")
    expect(field).to_have_css("opacity", "0")
    field.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    assert (cut_off(page), barriers(page), unreachable(page)) == ([], [], [])
