"""A Chromium with one tab for the whole run, emptied after each test, and a server per home."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.server import serving
from tests.browser.visit import ASKED, Watch
from tests.cubes import write_home

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
NO_COMPILERS = "--js-flags=--no-opt --no-maglev"
"""What makes scripts faster for who stays: no page of a test is open long enough to gain by it, or measures time."""
PATIENCE = 30_000
FORGET = "location.protocol.startsWith('http') && [localStorage, sessionStorage].forEach(kept => kept.clear())"


class Empty(BaseHTTPRequestHandler):
    """Answers everything with a page without anything."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def log_message(self, *_said: Any) -> None:
        """A test prints nothing."""


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=[*FLAGS, NO_COMPILERS]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A home as it should be, without publication, with all hidden, and with a pointer or cubes that are damaged."""
    folder = tmp_path_factory.mktemp("homes")
    found = {name: folder / name for name in ("vol", "leeg", "verborgen", "kapot", "anders", "stuk")}
    write_home(found["vol"])
    write_home(found["verborgen"], suppressed=True)
    found["leeg"].mkdir()
    (found["kapot"] / "published").mkdir(parents=True)
    (found["kapot"] / "published" / "current.json").write_text("{", encoding="utf-8")
    _change_cubes(write_home(found["anders"]), "update meta set value = '99' where key = 'format'")
    _change_cubes(write_home(found["stuk"]), "alter table quality drop column item")
    return found


def _change_cubes(home: Path, statement: str) -> None:
    published = home / "published"
    name = json.loads((published / "current.json").read_text(encoding="utf-8"))["publication"]
    for path in (published / name).glob("*/*.duckdb"):
        path.chmod(0o644)
        with duckdb.connect(str(path)) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def address(homes: dict[str, Path]) -> Iterator[Callable[[str], str]]:
    """The address of the app that serves a home; started when first asked for."""
    started: dict[str, str] = {}
    with ExitStack() as stack:

        def ask(name: str) -> str:
            if name not in started:
                started[name] = stack.enter_context(serving(homes[name]))
            return started[name]

        yield ask


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def newcomer(chromium: Browser, watch: Watch) -> Iterator[Page]:
    """A page of an English browser that has never been here, with nothing in its cache."""
    with chromium.new_context(locale="en-US") as context:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(ASKED)
        opened = context.new_page()
        watch.attach(opened)
        yield opened


@pytest.fixture(scope="session")
def tab(chromium: Browser) -> Iterator[Page]:
    """The one tab of all tests: in a new one Chromium compiles all scripts again, two thirds of what a page costs."""
    with chromium.new_context(locale="en-US") as context:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(ASKED)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context.new_page()


@pytest.fixture(scope="session")
def nowhere() -> Iterator[str]:
    """The address of an empty page; it is on the site of the app, for on any other the tab would begin anew."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Empty) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(tab: Page, watch: Watch, nowhere: str) -> Iterator[Page]:
    """A page of an English browser that remembers nothing of another test but the files of the app."""
    tab.set_viewport_size({"width": 1440, "height": 900})
    watch.attach(tab)
    yield tab
    watch.leave(tab)
    tab.evaluate(FORGET)
    tab.context.clear_cookies()
    tab.goto(nowhere)
