"""The whole app in a test, without a browser: its router, its controls and one page."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from voorkant import ROOT

PATIENCE = 30


def open_app(home: Path, monkeypatch: Any, page: str | None = None, **query: str) -> AppTest:
    """The app on a home, at a page (a path such as `pages/verantwoording/kwaliteit.py`) and with a URL.

    What is known of a home stays known, as it does on a server: to open its cubes again is a tenth of these tests,
    and no two share a home that changes.
    """
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
