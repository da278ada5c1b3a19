"""A chart of eight lines by ninety-six months: how long the browser is held when it is drawn anew, and under the mouse.

The chart changes on a bare page, as the browser is the same on every page. A long task is work that holds the page for
50 ms or more, in which it answers nobody; what is told is the longest of each change by the clock, and the computing
time of the page's process in the whole change, which depends less on what else the machine does.
Run: python -m bench.bench_draw
"""

import math
import os
import statistics
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import CDPSession, Page

from bench.bench_page import FRESH, MARK, SWITCH, bare, browser
from tests.browser.visit import DRAWN, READY
from voorkant.charts.description import Description, Event, Kind, Point, Series
from voorkant.charts.ready import ready
from voorkant.domain.period import PeriodType, periods_between

LINES, MONTHS, TURNS = 8, 96, int(os.environ.get("TURNS", "20"))
LADDERS = ("inzet", "uitkomst", "context", "ander")
WATCH = """() => {
  window.held = [];
  new PerformanceObserver(seen => held.push(...seen.getEntries().map(one => one.duration)))
    .observe({type: "longtask", buffered: false});
}"""
FRAMES = """() => {
  window.gaps = []; let before = performance.now();
  const frame = now => { gaps.push(now - before); before = now; window.watching && requestAnimationFrame(frame); };
  window.watching = true; requestAnimationFrame(frame);
}"""


def line(number: int, shift: float) -> Series:
    months = list(periods_between(date(2018, 1, 1), date(2025, 12, 31), PeriodType.MONTH))[:MONTHS]
    points = []
    for place, month in enumerate(months):
        value = round(10 + 2 * number + shift + 3 * math.sin(place / (3 + number)), 1)
        points.append(Point(
            month.start, month.end, month.code, month.code, f"{value} (marge)", "definitief", place < MONTHS - 2,
            value=value, low=value - 1, high=value + 1,
        ))  # fmt: skip
    return Series(f"Groep {number + 1}", LADDERS[number % len(LADDERS)], tuple(points))


def chart(shift: float) -> Description:
    series = tuple(line(number, shift) for number in range(LINES))
    events = tuple(
        Event("Gebeurtenis", date(year, 3, 1), None, "toen", number=year - 2018) for year in (2019, 2021, 2023)
    )
    made = Description(
        key="acht", kind=Kind.LINE, title="Acht lijnen: hoe verlopen ze?", series=series, unit="per 1.000",
        axis="per 1.000",
        denominator="jeugdigen", sentence="Acht lijnen.", alt="Lijnen.", source="bench", period="2018 tot en met 2025",
        status="definitief", suppression="Alles wordt getoond.", first=date(2018, 1, 1), last=date(2025, 12, 31),
        ticks=tuple((point.middle, point.short) for point in series[0].points),
    )  # fmt: skip
    return replace(made, events=events)


def computed(client: CDPSession) -> float:
    """Milliseconds that the processes of pages have worked."""
    found = client.send("SystemInfo.getProcessInfo")["processInfo"]
    return 1000 * sum(item["cpuTime"] for item in found if item["type"] == "renderer")


def change(page: Page, client: CDPSession) -> tuple[float, float]:
    """Milliseconds of the longest task of a change, 0 where none took 50 ms; and of computing in all of it."""
    page.evaluate("() => { held.length = 0; }")
    before = computed(client)
    page.evaluate(MARK)
    page.locator(SWITCH).click()
    page.wait_for_function(FRESH, polling="raf")
    page.wait_for_selector(READY)
    page.wait_for_function(DRAWN, polling="raf")
    return page.evaluate("() => Math.max(0, ...held)"), computed(client) - before


def under_the_mouse(page: Page) -> list[float]:
    """Milliseconds between frames while the mouse goes over the chart."""
    box = page.locator(".js-plotly-plot").bounding_box()
    if box is None:
        raise RuntimeError("the chart is not on the page")
    page.evaluate(FRAMES)
    for step in range(100):
        page.mouse.move(
            box["x"] + 60 + (box["width"] - 80) * step / 100, box["y"] + box["height"] / 2 + 20 * math.sin(step)
        )
    page.evaluate("() => { watching = false; }")
    return page.evaluate("() => gaps.slice(1)")


def main() -> None:
    shown = {name: [ready(chart(shift), height=360).to_dict()] for name, shift in (("intern", 0.0), ("openbaar", 2.0))}
    with tempfile.TemporaryDirectory() as folder, browser() as opened_in, bare(shown, Path(folder)) as floor:
        page = opened_in.new_page(viewport={"width": 1440, "height": 900})
        page.goto(floor)
        page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot svg.main-svg').length >= 2")
        page.wait_for_selector(READY)
        page.evaluate(WATCH)
        client = opened_in.new_browser_cdp_session()
        change(page, client), change(page, client)
        longest, worked = (sorted(times) for times in zip(*(change(page, client) for _ in range(TURNS)), strict=True))
        gaps = sorted(under_the_mouse(page))
        print(f"{LINES} lijnen x {MONTHS} maanden, langste taak per wissel: p50 {statistics.median(longest):.0f} ms, "
              f"hoogste {longest[-1]:.0f} ms; rekentijd van de wissel p50 {statistics.median(worked):.0f} ms; "
              f"tussen beelden onder de muis: p50 {statistics.median(gaps):.0f} ms, "
              f"p95 {gaps[int(0.95 * len(gaps))]:.0f} ms, hoogste {gaps[-1]:.0f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
