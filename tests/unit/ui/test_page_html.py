"""The one HTML page leaves the house in Dutch, without scripts of its own; other answers pass as they are."""

import re
from pathlib import Path

import streamlit

from tests.coroutines import finished
from voorkant import ROOT
from voorkant.ui.access import PAGES
from voorkant.ui.own import KEYS
from voorkant.ui.page_html import DutchPage, dutch

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def sent(*messages: dict) -> list[dict]:
    out: list[dict] = []

    async def send(message: dict) -> None:
        out.append(message)

    async def run() -> None:
        page = DutchPage(send)
        for message in messages:
            await page(message)

    finished(run())
    return out


def start(kind: bytes, length: int) -> dict:
    headers = [(b"content-type", kind), (b"content-length", str(length).encode())]
    return {"type": "http.response.start", "status": 200, "headers": headers}


def test_the_page_is_dutch_and_free_of_inline_scripts():
    page = dutch(INDEX)
    assert '<html lang="nl">' in page
    assert "<title>Voorkant</title>" in page
    assert "<script>" not in page
    assert "JavaScript aan" in page
    assert "agent" not in page
    assert page.index("schil/voorkant.js") < page.index("schil/links.js") < page.index('type="module"')


def test_the_script_of_charts_is_fetched_while_the_app_begins_with_all_that_it_needs():
    before, page = (re.findall(r'rel="modulepreload".*?/static/js/([^"]+)"', html) for html in (INDEX, dutch(INDEX)))
    scripts = Path(streamlit.__file__).parent / "static" / "static" / "js"
    [charts] = (path.name for path in scripts.glob("PlotlyChart.*.js"))
    assert page[: len(before)] == before
    assert charts in page[len(before) :]
    assert len(set(page)) == len(page)
    needs = set(re.findall(r'(?:from|import)"\./([^"]+)"', (scripts / charts).read_text(encoding="utf-8")))
    main = re.findall(r'src="./static/js/([^"]+)"', INDEX)
    assert needs
    assert needs <= {*page, *main}
    assert all((scripts / name).is_file() for name in page)


def test_a_page_in_parts_is_sent_whole_with_its_own_length():
    half = len(INDEX) // 2
    head, body = sent(
        start(b"text/html; charset=utf-8", len(INDEX)),
        {"type": "http.response.body", "body": INDEX[:half].encode(), "more_body": True},
        {"type": "http.response.body", "body": INDEX[half:].encode()},
    )
    assert dict(head["headers"])[b"content-length"] == str(len(body["body"])).encode()
    assert b'lang="nl"' in body["body"]


def test_other_answers_pass_untouched():
    messages = [start(b"application/json", 2), {"type": "http.response.body", "body": b"{}"}]
    assert sent(*messages) == messages


def test_html_of_something_else_is_left_alone():
    assert dutch("<html><body>x</body></html>") == "<html><body>x</body></html>"


def test_the_script_knows_the_choices_of_the_sidebar():
    """A choice of the sidebar that it does not know would be a step of the back button at every page."""
    script = (ROOT / "voorkant" / "ui" / "static" / "links.js").read_text(encoding="utf-8")
    known = re.search(r'const SIDEBAR = "([a-z ]+)"', script)
    assert known
    assert set(known[1].split()) == {key for rule in PAGES for key in rule.controls} - KEYS
