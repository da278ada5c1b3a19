"""The whole app in a test, without a browser: its router, its controls and one page."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from voorkant import ROOT
from voorkant.ui import cache

PATIENCE = 30


def open_app(home: Path, monkeypatch: Any, page: str | None = None, **query: str) -> AppTest:
    """The app on a home, at a page (a path such as `pages/verantwoording/kwaliteit.py`) and with a URL."""
    cache.forget()
    return another_page(home, monkeypatch, page, **query)


def another_page(home: Path, monkeypatch: Any, page: str | None, **query: str) -> AppTest:
    """The same for who asks for many pages: answers that are known stay known, as they do on a server."""
    monkeypatch.setenv("VOORKANT_HOME", str(home))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
    for key, value in query.items():
        app.query_params[key] = value
    if page:  # at once: the first page would be run for nothing
        app.switch_page(page)
    return app.run()


def text(app: AppTest) -> str:
    """All that the page says: headings, paragraphs, HTML."""
    plain = [element.value for kind in ("title", "header", "subheader", "markdown", "info", "error", "caption")
             for element in getattr(app, kind)]  # fmt: skip
    return "\n".join([*plain, *(element.proto.body for element in app.get("html"))])
