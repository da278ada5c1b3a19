"""One visit to a page in Chromium, and what must hold for whatever is on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response, WebSocket

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
ASKED = """(() => {  // what is asked of the server and not yet answered: 2 when sent, 1 when begun, 0 when done
  const RERUN = 11, BEGUN = 4, DONE = 6, BYTES = 2, AGAIN = 2;
  const fields = message => {  // by number what it holds, and of bytes how many
    const found = new Map();
    let at = 0;
    const number = () => { let read = 0, shift = 0, byte; do { byte = message[at++]; read |= (byte & 127) << shift;
      shift += 7; } while (byte & 128); return read; };
    while (at < message.length) {
      const tag = number(), value = number();
      found.set(tag >> 3, value);
      if ((tag & 7) === BYTES) at += value;
    }
    return found;
  };
  window.asked = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (message) {
    if (fields(new Uint8Array(message)).has(RERUN)) window.asked = 2;
    if (!this.heard) {
      this.heard = true;
      this.addEventListener("close", () => { window.asked = 0; });
      this.addEventListener("message", ({data}) => {
        const kinds = fields(new Uint8Array(data));
        if (kinds.has(BEGUN) && window.asked === 2) window.asked = 1;
        if (kinds.has(DONE) && kinds.get(DONE) !== AGAIN && window.asked === 1)
          requestIdleCallback(() => { if (window.asked === 1) window.asked = 0; });  // once it is drawn
      });
    }
    return send.call(this, message);
  };
})()"""
DRAWN = """() => !window.asked && !document.querySelector("[data-testid=stSkeleton], [data-stale=true]") &&
  [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(chart => chart.querySelector("svg.main-svg"))"""
WIDTHS = (1440, 1024, 320)
"""The narrowest is a screen of 1280 pixels at a zoom of 400%; what fits there fits a phone."""
AXE = {"resultTypes": ["violations"],
       "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}  # fmt: skip
IS_HERE = "() => 'axe' in window"
BARRIERS = "options => axe.run(options).then(found => found.violations)"
"""What passed comes not along: to hand that over takes a third of the time."""
CONTRAST = 4.5
ENGLISH = re.compile(
    r"\b(the|and|this|that|with|your|choose|select|selected|search|sidebar|collapse|expand|settings|results?|"
    r"options?|loading|running|connect\w*|error|page|pages|found|clear|close|link to heading|press|enter|remove|"
    r"dismiss|help for|drag|drop|files?|limit|browse|cancel|apply|submit|add|rows?|sort|ascending|descending|"
    r"values?|day|arrow|keys|increment|decrement|today|next|previous|network|failed|retry|again|rerun|tooltip|"
    r"required|fullscreen|copy|copied|show|hide|view|more|less|less than|unknown|true|false|none|nan|null|yes|"
    r"quarter|year|month|half|schoolyear|january|february|march|may|june|july|october|mon|tue|wed|thu|fri|sun)\b",
    re.IGNORECASE,
)
WORDS = """() => {
  const skip = "script, style, pre, code, [lang=en], [data-testid=stIconMaterial]", found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest(skip)) found.push(walker.currentNode.nodeValue);
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (!element.closest(skip)) found.push(element.getAttribute(name));
  return [document.title, document.documentElement.lang === "nl" ? "" : "lang is not nl", ...found];
}"""
SVG_TEXT = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const solid = style => /^rgb\\(/.test(style.fill) && style.fillOpacity * style.opacity >= 0.9;
  const behind = text => {  // the smallest filled shape that the text lies in, else the paper
    const at = text.getBoundingClientRect(), x = at.x + at.width / 2, y = at.y + at.height / 2;
    const around = [...text.closest(".js-plotly-plot").querySelectorAll("svg path, svg rect, svg circle")]
      .map(shape => [shape.getBoundingClientRect(), getComputedStyle(shape)])
      .filter(([box, style]) => solid(style) && box.left < x && x < box.right && box.top < y && y < box.bottom)
      .sort(([a], [b]) => a.width * a.height - b.width * b.height);
    return around.length ? around[0][1].fill : "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll(".js-plotly-plot svg text")].filter(t => t.textContent.trim()).map(text => {
    const style = getComputedStyle(text), [a, b] = [light(style.fill), light(behind(text))].sort((x, y) => y - x);
    return [text.textContent, style.fillOpacity * style.opacity < 0.9 ? 0 : (a + 0.05) / (b + 0.05)];
  });
}"""
OVERFLOW = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
}"""


@dataclass
class Watch:
    """What went wrong behind the page: console errors, requests to elsewhere, answers that failed.

    And all that went to and fro: the address of every request, and the frames by which a page gets what it shows.
    """

    problems: list[str] = field(default_factory=list)
    wire: list[bytes] = field(default_factory=list)

    def carried(self, *words: str) -> list[str]:
        """Which of these words were in any of it."""
        return [word for word in words if any(word.encode() in part for part in self.wire)]

    def attach(self, page: Page) -> None:
        for event, listen in self._listeners().items():
            page.on(event, listen)

    def leave(self, page: Page) -> None:
        for event, listen in self._listeners().items():
            page.remove_listener(event, listen)

    def _listeners(self) -> dict[str, Callable[[Any], None]]:
        return {"console": self._said, "pageerror": self._threw, "response": self._got, "request": self._asked,
                "websocket": self._opened}  # fmt: skip

    def _opened(self, socket: WebSocket) -> None:
        for event in ("framereceived", "framesent"):
            socket.on(event, lambda part: self.wire.append(part if isinstance(part, bytes) else part.encode()))

    def _said(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.problems.append(f"console: {said.text}")

    def _threw(self, error: Error) -> None:
        self.problems.append(f"script: {error}")

    def _got(self, got: Response) -> None:
        if got.status >= 400:
            self.problems.append(f"{got.status}: {got.url}")

    def _asked(self, asked: Request) -> None:
        self.wire.append(asked.url.encode())
        if not re.match(r"(https?|wss?)://127\.0\.0\.1[:/]|data:|blob:|about:", asked.url):
            self.problems.append(f"outside: {asked.url}")


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script has run, the page has a heading and the charts are drawn."""
    page.wait_for_selector(READY)
    page.wait_for_selector("h1")
    page.wait_for_function(DRAWN)


def english(page: Page) -> list[str]:
    """Texts on the page, labels included, that hold an English word."""
    return sorted({text.strip() for text in page.evaluate(WORDS) if ENGLISH.search(text)})


def pale(page: Page) -> list[tuple[str, float]]:
    """Texts in charts with too little contrast."""
    return [(text, ratio) for text, ratio in page.evaluate(SVG_TEXT) if ratio < CONTRAST]


def barriers(page: Page) -> list[str]:
    """WCAG A and AA violations, with the element."""
    if not page.evaluate(IS_HERE):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(BARRIERS, AXE)
    return [
        f"{item['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for item in found for node in item["nodes"]
    ]


def too_wide(page: Page) -> dict[int, int]:
    """Pixels of horizontal scroll by width; the page stays at the narrowest."""
    over = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        over[width] = page.evaluate(OVERFLOW)
    return {width: pixels for width, pixels in over.items() if pixels > 0}


def keep(page: Page, folder: Path, name: str) -> None:
    """A picture for who looks into a failure."""
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)
