"""A filter change on a page with two charts against a floor: a bare Streamlit page that shows the same two charts.

The floor holds the very figures of the page, as constants, under the same settings, and does nothing else. Both are
driven in the same Chromium, in turns; a change is done when the script rests and both charts are drawn anew.
Run: python -m bench.bench_page [home] ["pages/werkt_het/pilot.py?pilot=ojg-olievlek"; the paired page without]
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from tests.browser.conftest import FLAGS
from tests.browser.server import free_port, get, serving
from tests.browser.visit import DRAWN, READY
from voorkant import ROOT
from voorkant.cube.reader import Cube
from voorkant.ui import cache

PAGE, _, QUERY = (sys.argv[2] if len(sys.argv) > 2 else "pages/beeld/voorkant_achterkant.py").partition("?")
TURNS = int(os.environ.get("TURNS", "60"))
BUDGET_PAGE, BUDGET_QUERIES = 1.5, 30
FLOOR = """
import json, pathlib
import streamlit as st
from voorkant.charts.plotly import CONFIG
st.set_page_config(layout="wide")
figures = json.loads(pathlib.Path({path!r}).read_text())
shown = figures["openbaar" if st.sidebar.toggle("Bekijk als openbaar") else "intern"]
for place, figure in enumerate(shown):
    st.plotly_chart(figure, key=str(place), theme=None, config=CONFIG)
"""
SWITCH = "[data-testid=stSidebar] [data-testid=stCheckbox] label >> nth=0"
"""Found by its place: looking for its words reads the whole page first, which takes longer on a longer one."""
MARK = "() => document.querySelectorAll('.js-plotly-plot svg.main-svg').forEach(plot => plot.dataset.old = 'yes')"
FRESH = "() => document.querySelectorAll('.js-plotly-plot svg.main-svg:not([data-old])').length >= 2"


def figures(home: Path) -> dict[str, list[object]]:
    """The figures that the page shows at both protection levels, as the browser gets them."""
    os.environ["VOORKANT_HOME"] = str(home)
    app = opened().switch_page(PAGE).run()
    shown = {"intern": _specs(app)}
    shown["openbaar"] = _specs(app.sidebar.toggle[0].set_value(True).run())
    return shown


def opened() -> AppTest:
    """The app with the choices of the address, at its first page."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, values in parse_qs(QUERY).items():
        app.query_params[key] = values[0]
    return app.run()


def _specs(app: AppTest) -> list[object]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


@contextmanager
def bare(shown: dict[str, list[object]], folder: Path) -> Iterator[str]:
    data, script = folder / "figures.json", folder / "floor.py"
    data.write_text(json.dumps(shown), encoding="utf-8")
    script.write_text(FLOOR.format(path=str(data)), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while get(f"http://127.0.0.1:{port}/_stcore/health")[0] != 200:
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def change(page: Page) -> float:
    """Milliseconds from the click until the script rests and both charts are new."""
    page.bring_to_front()
    page.evaluate(MARK)
    start = time.perf_counter()
    page.locator(SWITCH).click()
    page.wait_for_function(FRESH, polling="raf")
    page.wait_for_selector(READY)
    page.wait_for_function(DRAWN, polling="raf")
    return 1000 * (time.perf_counter() - start)


def in_turns(measured: Mapping[str, Callable[[], float]], turns: int) -> dict[str, float]:
    """The middle of so many times each, in turns: a slow minute of the machine is one of them all."""
    took: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(turns):
        for name, measure in measured.items():
            took[name].append(measure())
    return {name: statistics.median(values) for name, values in took.items()}


@contextmanager
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=FLAGS) as opened_in:
        yield opened_in


def queries(home: Path) -> float:
    """Milliseconds that all queries behind the page take together, nothing cached."""
    asked: list[tuple[Path, str, dict[str, object]]] = []
    real = Cube.rows, Cube.query
    os.environ["VOORKANT_HOME"] = str(home)

    def listen(method: Callable[..., object]) -> Callable[..., object]:
        def ask(self: Cube, panel: str, **params: object) -> object:
            asked.append((self.path, panel, params))
            return method(self, panel, **params)

        return ask

    Cube.rows, Cube.query = map(listen, real)  # type: ignore[assignment]
    try:
        app = opened()
        asked.clear()
        cache.forget()
        app.switch_page(PAGE).run()
    finally:
        Cube.rows, Cube.query = real  # type: ignore[method-assign]
    cubes = {path: Cube(path) for path, _, _ in asked}
    unique = {json.dumps(item, default=str): item for item in asked}.values()
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        for path, panel, params in unique:
            cubes[path].rows(panel, **params)
        times.append(1000 * (time.perf_counter() - start))
    print(
        f"vragen achter de pagina: {len(unique)}, samen p50 {statistics.median(times):.1f} ms (budget {BUDGET_QUERIES})"
    )
    return statistics.median(times)


def main() -> None:
    home = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "var" / "demo").resolve()
    queries(home)
    shown = figures(home)
    with tempfile.TemporaryDirectory() as folder, browser() as opened_in, \
            serving(home) as app, bare(shown, Path(folder)) as floor:  # fmt: skip
        pages = {}
        for name, address in (("pagina", f"{app}/{Path(PAGE).stem}?{QUERY}"), ("ondergrens", floor)):
            pages[name] = opened_in.new_page(viewport={"width": 1440, "height": 900})
            pages[name].goto(address)
            pages[name].wait_for_function("() => document.querySelectorAll('.js-plotly-plot svg.main-svg').length >= 2")
            pages[name].wait_for_selector(READY)
            change(pages[name]), change(pages[name])
        middle = in_turns({name: partial(change, page) for name, page in pages.items()}, TURNS)
        print(f"filterwissel p50: pagina {middle['pagina']:.0f} ms, ondergrens {middle['ondergrens']:.0f} ms, "
              f"verhouding {middle['pagina'] / middle['ondergrens']:.2f} (budget {BUDGET_PAGE})")  # fmt: skip


if __name__ == "__main__":
    main()
