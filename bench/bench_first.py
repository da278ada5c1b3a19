"""The first page in a browser that was never here, on a warm server, against a bare page with the same charts.

Run: python -m bench.bench_first [home] ["pages/raad/overzicht.py?gemeente=GM9901"; the paired page without]
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.bench_page import PAGE, QUERY, bare, figures
from tests.browser.conftest import FLAGS
from tests.browser.server import serving
from tests.browser.visit import DRAWN, READY
from voorkant import ROOT

TURNS = int(os.environ.get("TURNS", "15"))
BUDGET = 1.3


def visit(browser: Browser, address: str, charts: int) -> float:
    """Milliseconds from the address to a page at rest with its charts, with nothing in the cache."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(address)
        page.wait_for_function(
            f"() => document.querySelectorAll('.js-plotly-plot svg.main-svg').length >= {charts}", polling="raf"
        )
        page.wait_for_selector(READY)
        page.wait_for_function(DRAWN, polling="raf")
        return 1000 * (time.perf_counter() - start)


def main() -> None:
    home = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "var" / "demo").resolve()
    shown = figures(home)
    charts = len(shown["intern"])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, \
            serving(home) as app, bare(shown, Path(folder)) as floor:  # fmt: skip
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        addresses = {"pagina": f"{app}/{Path(PAGE).stem}?{QUERY}", "ondergrens": floor}
        for address in addresses.values():
            visit(browser, address, charts)
        took: dict[str, list[float]] = {name: [] for name in addresses}
        for _ in range(TURNS):
            for name, address in addresses.items():
                took[name].append(visit(browser, address, charts))
        middle = {name: statistics.median(values) for name, values in took.items()}
        print(f"eerste pagina p50: pagina {middle['pagina']:.0f} ms, ondergrens {middle['ondergrens']:.0f} ms, "
              f"verhouding {middle['pagina'] / middle['ondergrens']:.2f} (budget {BUDGET})")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
