"""The first page in a browser that was never here, on a warm server, against a bare page with the same charts.

Run: python -m bench.bench_first [home] ["pages/raad/overzicht.py?gemeente=GM9901"; the paired page without]
"""

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from bench.bench_page import PAGE, QUERY, bare, browser, figures, in_turns
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
    with tempfile.TemporaryDirectory() as folder, browser() as opened_in, \
            serving(home) as app, bare(shown, Path(folder)) as floor:  # fmt: skip
        addresses = {"pagina": f"{app}/{Path(PAGE).stem}?{QUERY}", "ondergrens": floor}
        measured = {name: partial(visit, opened_in, address, charts) for name, address in addresses.items()}
        in_turns(measured, 1)  # on a warm server
        middle = in_turns(measured, TURNS)
        print(f"eerste pagina p50: pagina {middle['pagina']:.0f} ms, ondergrens {middle['ondergrens']:.0f} ms, "
              f"verhouding {middle['pagina'] / middle['ondergrens']:.2f} (budget {BUDGET})")  # fmt: skip


if __name__ == "__main__":
    main()
