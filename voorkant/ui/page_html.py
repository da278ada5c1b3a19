"""Streamlit's one HTML page, made Dutch and freed of inline scripts on its way out."""

import re
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send
from streamlit.file_util import get_static_dir

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NOSCRIPT = "<noscript><p>Zet JavaScript aan om Voorkant te gebruiken.</p></noscript>"
SCRIPTS = Path(get_static_dir()) / "static" / "js"
CHARTS = "PlotlyChart"
"""The script that draws charts: 4.7 MB, and without a word asked for after all others."""
NEEDS = re.compile(r"""\b(?:from|import)["']\./([\w.~-]+\.js)["']""")
"""What a script of Streamlit imports before it can run; not what it may load later."""


class DutchPage:
    """Holds an HTML answer until it is whole, and sends it in Dutch; other answers pass."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and "text/html" in MutableHeaders(scope=message).get(
            "content-type", ""
        ):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = dutch(self.body.decode()).encode()
        headers = MutableHeaders(scope=start)
        if self.body:  # a HEAD request keeps the length it was told
            headers["content-length"] = str(len(body))
        headers["cache-control"] = "no-store"
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body if self.body else b""})


def dutch(html: str) -> str:
    """Streamlit's page with our language, title, style and script, and without its inline script and pointers."""
    if '<html lang="en">' not in html:
        return html
    head = (
        '<link rel="stylesheet" href="./schil/voorkant.css">\n<script src="./schil/voorkant.js"></script>\n'
        '<script src="./schil/links.js" defer></script>\n<script src="./schil/session.js" defer></script>\n'
        '<script src="./schil/popovers.js" defer></script>\n'
    )
    html = html.replace('<html lang="en">', '<html lang="nl">').replace(
        "<title>Streamlit</title>", "<title>Voorkant</title>"
    )
    html = html.replace("<head>", f"<head>\n{head}", 1)
    html = html.replace('href="./favicon.png"', 'href="./schil/favicon.svg" type="image/svg+xml"')
    html = html.replace("</head>", f"{_soon(html)}</head>", 1)
    html = _cut(html, "<script>", "</script>", "")
    html = _cut(html, '<link rel="service-desc"', "/>", "")
    licence, doctype, rest = html.partition("<!DOCTYPE html>")
    html = licence + doctype + COMMENT.sub("", rest)
    return _cut(html, "<noscript>", "</noscript>", NOSCRIPT)


def _soon(html: str) -> str:
    """Links by which a browser fetches the script of charts while the app begins, after what the app begins with."""
    names = [name for name in _with_needs() if name not in html]
    return "".join(
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{name}">\n' for name in names
    )


@cache
def _with_needs() -> tuple[str, ...]:
    """File names of the script of charts and of all that it imports; none where Streamlit calls it otherwise."""
    found: list[str] = []
    wanted = [path.name for path in SCRIPTS.glob(f"{CHARTS}.*.js")]
    while wanted:
        found.append(name := wanted.pop())
        needs = NEEDS.findall((SCRIPTS / name).read_text(encoding="utf-8"))
        new = [need for need in needs if need not in (*found, *wanted)]
        wanted += [need for need in new if (SCRIPTS / need).is_file()]
    return tuple(found)


def _cut(text: str, opening: str, closing: str, instead: str) -> str:
    before, found, rest = text.partition(opening)
    return before + instead + rest.partition(closing)[2] if found else text
