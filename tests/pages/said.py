"""What a page says: its words without markup, and its charts."""

import json
import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

ENGLISH = re.compile(r"\b(the|and|of the|higher|lower|less|more|between|than|None|nan|NaT|null)\b")
FORBIDDEN = re.compile(r"bewezen|significant|p-waarde", re.IGNORECASE)


def html(app: AppTest, part: str = "") -> list[str]:
    """The HTML blocks that hold a text, in order."""
    return [block.proto.body for block in app.get("html") if part in block.proto.body]


def elements(app: AppTest, name: str) -> list[str]:
    """The words of every element with a class."""
    return [words(found) for block in html(app, name) for found in re.findall(rf'class="{name}">(.*?)</', block)]


def accounts(app: AppTest) -> list[str]:
    """The account of each chart, in order: from its list of terms to the link to what it shows."""
    pattern = re.compile(r'<dl class="vk-account">.*?vk-link-here.*?</a>', re.DOTALL)
    return [found for block in html(app, "vk-account") for found in pattern.findall(block)]


def words(markup: str) -> str:
    """The text of a block, without the code of queries."""
    prose = re.sub(r"<pre.*?</pre>", " ", markup, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", prose))).strip()


def page_words(app: AppTest) -> str:
    """Everything a reader meets on the page itself, outside the sidebar's controls and the code of queries."""
    texts = [
        element.value for kind in (app.title, app.header, app.subheader, app.markdown, app.caption) for element in kind
    ]
    charts = [chart.proto.alt for chart in app.get("plotly_chart")]
    return " ".join([*texts, *charts, *(words(block) for block in html(app))])


def charts(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) | {"alt": chart.proto.alt} for chart in app.get("plotly_chart")]


def pictures(app: AppTest) -> list[dict[str, Any]]:
    """The pictures that are made of HTML: their alt text, and how many places they name."""
    found = [
        (block, re.search(r'aria-label="(.*?)"', block.partition("vk-picture")[2])) for block in html(app, "vk-picture")
    ]
    return [
        {"alt": unescape(alt[1]), "places": block.count("<li>") + block.count('scope="row"')} for block, alt in found
    ]


def unfolded(app: AppTest) -> AppTest:
    """The page with every folded part of its figures open, as a reader opens them."""
    for part in app.expander:
        key = part.proto.id.split("-", 2)[-1]  # $$ID-<hash>-<key>
        if key:
            app.session_state[key] = True
        if key.startswith("tabel-"):
            app.session_state[f"intern-{key.split('-')[1]}"] = True
    return app.run()
