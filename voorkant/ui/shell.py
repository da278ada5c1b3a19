"""The shell around Streamlit: Dutch, closed to the outside, and without anything from elsewhere."""

import gc
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from voorkant.declare.auditlog import to_server_log
from voorkant.declare.home import find_home
from voorkant.domain.problem import Problem
from voorkant.ui import cache, door_start, frame
from voorkant.ui.page_html import DutchPage

STATIC = Path(__file__).parent / "static"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
HEADERS = {
    "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:; "
    "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self)",
    "cross-origin-opener-policy": "same-origin",
}
REFUSED = (
    "Voorkant draait hier zonder inloggen en antwoordt daarom alleen deze computer. "
    "Start zonder --server.address, of met --server.address 127.0.0.1."
)


def options() -> dict[str, Any]:
    """What `st.App` gets beside the script. SystemExit when the server would answer other machines."""
    login = door_start.begin()
    if login is None and config.get_option("server.address") not in LOOPBACK:
        raise SystemExit(REFUSED)
    to_server_log()
    # The folder pages/ makes Streamlit treat the first session as an old-style app: "Page not found" on a deep link.
    PagesManager.uses_pages_directory = False
    return {
        "routes": [Route("/gezond", health), Mount("/schil", StaticFiles(directory=STATIC))],
        "middleware": [Middleware(Shell, login=login is not None), *door_start.middleware(login)],
        "lifespan": frozen,
        "on_script_error": frame.broken,
        **door_start.options(login),
    }


@asynccontextmanager
async def frozen(_app: Any) -> AsyncIterator[dict[str, Any]]:
    """Take what was imported out of the garbage collector's sight: it lives as long as the process."""
    gc.collect()
    gc.freeze()
    yield {}


async def health(_request: Request) -> JSONResponse:
    """Whether the app can serve its publication; 503 with the sentence when it cannot."""
    try:
        found = cache.publication(find_home().published)
    except Problem as problem:
        return JSONResponse({"status": "storing", "melding": str(problem)}, status_code=503)
    return JSONResponse({"status": "gezond", "publicatie": found and found.name})


def is_local(scope: Scope) -> bool:
    """Whether the asking machine is this one (no address: a socket file)."""
    client = scope.get("client")
    try:
        return client is None or ip_address(client[0]).is_loopback
    except ValueError:
        return client[0] in LOOPBACK


class Shell:
    """Refuses other machines and closed paths, makes the one HTML page Dutch, and adds the security headers."""

    def __init__(self, app: ASGIApp, *, login: bool = False) -> None:
        self.app, self.login = app, login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif not self.login and not is_local(scope):
            await self._refuse(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith(CLOSED):
            await PlainTextResponse("Niet gevonden.", status_code=404)(scope, receive, _with_headers(send))
        else:
            plain = {**scope, "headers": list(_without_shortcuts(scope))}
            await self.app(plain, receive, DutchPage(_with_headers(send)))


def _without_shortcuts(scope: Scope) -> Iterable[tuple[bytes, bytes]]:
    """The request's headers; for the HTML page without those that lead to a compressed or an empty answer."""
    drop = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
    page = not scope["path"].startswith(("/static/", "/media/", "/schil/", "/_stcore/"))
    return (pair for pair in scope["headers"] if not (page and pair[0] in drop))


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sender
