"""What must hold for everyone and axe does not see: targets, focus, figures, and what a screen reader is told."""

from playwright.sync_api import Page

from tests.browser.visit import ENGLISH, OVERFLOW, settle

LEAST_TARGET, LEAST_MARK = 24, 3
"""Pixels of what is pressed, and contrast of lines and markers with the paper."""
SPOKEN = ("name", "description", "value")
OF_THE_BROWSER = {"No file chosen"}
"""Said by the browser in the language of its own menus, which no page can change."""
LOOK = """([leastTarget, leastMark]) => {
  const faults = [], how = {visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false};
  const clipped = element => getComputedStyle(element).clipPath !== "none" || getComputedStyle(element).clip !== "auto";
  const visible = element => element.checkVisibility(how) && !element.closest("[data-collapsed=true], [inert]") &&
    !clipped(element) && !clipped(element.parentElement);
  const name = element => `${element.tagName} ${element.ariaLabel || element.textContent.trim()}`.slice(0, 80);
  const inSentence = link => link.tagName === "A" && getComputedStyle(link).display === "inline" &&
    [...link.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\\p{L}/u.test(node.nodeValue));
  for (const target of document.querySelectorAll(
      "a[href], button, summary, [role=button], [role=tab], label:has(input[type=radio], input[type=checkbox])")) {
    const box = target.getBoundingClientRect();
    if (!visible(target) || box.width <= 1 || inSentence(target)) continue;
    if (Math.min(box.width, box.height) < leastTarget - 0.5)
      faults.push(`small ${Math.round(box.width)}x${Math.round(box.height)}: ${name(target)}`);
  }
  for (const part of document.querySelectorAll("[data-testid=stApp] :is(p, span, div, label, a, button, td, th, dd)")) {
    const cut = part.clientWidth > 2 && part.scrollWidth > part.clientWidth + 1 && part.textContent.trim();
    if (cut && getComputedStyle(part).textOverflow === "ellipsis" && visible(part))
      faults.push(`cut off: ${name(part)}`);
  }
  for (const element of document.querySelectorAll("[tabindex]"))
    if (element.tabIndex > 0) faults.push(`out of the order of tabs: ${name(element)}`);

  const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  const named = element => (element.closest("[role=figure], [role=img]") ||
    element.querySelector("[role=figure], [role=img]"))?.ariaLabel?.trim().length > 20;
  if (!charts.every(named)) faults.push("a figure without a name");
  if (document.querySelectorAll("[class*=st-key-tabel-], table").length < charts.length) faults.push("no table");

  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const contrast = (colour, opacity) => {  // with white, seen through as it is
    const [r, g, b, alpha = 1] = colour.match(/[\\d.]+/g).map(Number), seen = alpha * opacity;
    const [R, G, B] = [r, g, b].map(v => channel(255 + (v - 255) * seen));
    return 1.05 / (0.2126 * R + 0.7152 * G + 0.0722 * B + 0.05);
  };
  const lists = ["stSelectbox", "stMultiSelect", "stDateInput"].map(id => `[data-testid=${id}] [role=group][data-rac]`);
  const boxes = ["stTextInputRootElement", "stTextAreaRootElement", "stNumberInputContainer"];
  const fields = [...lists, ...boxes.map(id => `[data-testid=${id}]`),
    "[data-testid=stRadioOption] > div > div:first-child", "[data-testid=stCheckbox] label > div:first-of-type"].join();
  for (const field of document.querySelectorAll(fields)) {
    const style = getComputedStyle(field), off = field.closest("[data-disabled], [aria-disabled=true]");
    const edge = Math.max(contrast(style.borderTopColor, 1), contrast(style.backgroundColor, 1));
    const called = field.closest("[data-testid]").dataset.testid;
    if (!off && visible(field) && edge < leastMark) faults.push(`no edge: ${called}`);
  }
  const marks = ".js-line, .points path, .point path, .errorbar path, .shapelayer path";
  for (const mark of document.querySelectorAll(marks)) {
    const style = getComputedStyle(mark), plain = /^rgb/;
    const margin = mark.matches(".js-line") && style.strokeOpacity <= 0.3, surface = mark.closest(".shapelayer");
    if (margin || Number(style.opacity) === 0 || !mark.getAttribute("d")) continue;
    const strokes = plain.test(style.stroke) && parseFloat(style.strokeWidth) > 0;
    const filled = plain.test(style.fill) && !surface;
    const seen = [strokes ? contrast(style.stroke, style.strokeOpacity * style.opacity) : 0,
                  filled ? contrast(style.fill, style.fillOpacity * style.opacity) : 0];
    const called = mark.className.baseVal || mark.parentElement.className.baseVal;
    const best = Math.max(...seen);
    if (best && best < leastMark) faults.push(`pale ${called}: ${style.stroke} ${style.fill}`);
  }
  return [...new Set(faults)];
}"""
LARGE = """size => document.documentElement.style.setProperty("font-size", size, "important")"""
LARGE_AT = (320, 1280)
STILL = "() => document.getAnimations().every(motion => motion.playState !== 'running')"
"""What slides into place is outside its box until it is there."""
CUT = """() => {
  const faults = [], pen = document.createElement("canvas").getContext("2d"), shut = "[data-collapsed=true], [inert]";
  const style = getComputedStyle, how = {visibilityProperty: true};
  const written = "input:not([type=checkbox], [type=radio], [type=file], [type=hidden])";
  const skip = `.js-plotly-plot, script, style, ${shut}`;
  for (const field of document.querySelectorAll(written)) {
    const own = style(field), words = field.value || field.placeholder, box = field.closest("[data-whole]");
    if (!field.checkVisibility(how) || own.clipPath !== "none" || field.closest(shut)) continue;
    pen.font = own.font;
    const room = field.clientWidth - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
    if (pen.measureText(words).width <= room + 1) continue;
    const told = box && style(box, "::before"), held = box && box.scrollHeight <= box.clientHeight + 1;
    if (!held || told.visibility === "hidden" || !told.content.includes(JSON.stringify(words)))
      faults.push(`too long for its field: ${words}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode, from = text.parentElement;
    if (!text.nodeValue.trim() || from.closest(skip) || !from.checkVisibility(how)) continue;
    range.selectNodeContents(text);
    const {left, right, width} = range.getBoundingClientRect();
    if (!width) continue;
    for (let around = from; around; around = around.parentElement) {
      const {overflowX, clipPath, display} = style(around), edge = around.getBoundingClientRect();
      if (clipPath !== "none" || edge.width <= 1) break;
      if (/auto|scroll/.test(overflowX) && !around.matches("[data-testid=stMain]") && around.tabIndex >= 0) break;
      if (overflowX === "visible" || display === "inline" || display === "contents") continue;
      if (right > edge.right + 1 || left < edge.left - 1) {
        faults.push(`cut off: ${text.nodeValue.trim().slice(0, 80)}`);
        break;
      }
    }
  }
  return [...new Set(faults)];
}"""
RINGS = """async () => {
  const faults = [], heard = new MessageChannel();
  const told = () => new Promise(resolve => { heard.port1.onmessage = resolve; heard.port2.postMessage(0); });
  const hidden = e => [e, e.parentElement].some(part => getComputedStyle(part).clipPath !== "none");
  const ringed = e => (s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(e));
  for (const element of document.querySelectorAll("a[href], button, input, textarea, summary, [tabindex='0']")) {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({visibilityProperty: true})) continue;
    element.focus({preventScroll: true});
    if (document.activeElement !== element) continue;
    await told();  // React draws the ring of a field in between
    const around = [element, element.parentElement, element.parentElement.parentElement];
    if (!around.some(e => ringed(e) && !hidden(e)))
      faults.push(`no ring: ${element.tagName} ${element.ariaLabel || element.textContent.trim()}`.slice(0, 90));
  }
  document.activeElement.blur();
  return [...new Set(faults)];
}"""


def unreachable(page: Page) -> list[str]:
    """Small targets, a broken order of tabs, figures without a name or table, and pale lines and markers."""
    return page.evaluate(LOOK, [LEAST_TARGET, LEAST_MARK])


def cut_off(page: Page) -> list[str]:
    """Words that are wider than what they stand in: what was chosen or written in a field, else what leaves its box."""
    return page.evaluate(CUT)


def lost_when_large(page: Page, widths: tuple[int, ...] = LARGE_AT) -> list[str]:
    """What letters of twice the size cut off or push out of the page; nothing else grows with them."""
    page.evaluate(LARGE, "32px")
    lost = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        page.wait_for_function(STILL)
        over = page.evaluate(OVERFLOW)
        lost += [f"{width}: {fault}" for fault in (*cut_off(page), *([f"{over} pixels sideways"] if over > 0 else []))]
    page.evaluate(LARGE, "")
    return lost


def without_ring(page: Page) -> list[str]:
    """What does not show that it has the focus; the first step is a real key, or the browser shows none at all."""
    page.keyboard.press("Tab")
    return page.evaluate(RINGS)


def spoken_english(page: Page) -> list[str]:
    """English in what a screen reader is told: names, descriptions and values of the accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = {node.get(part, {}).get("value") for node in nodes if not node.get("ignored") for part in SPOKEN}
    return sorted(words for words in told - OF_THE_BROWSER if isinstance(words, str) and ENGLISH.search(words))
