"""The shell around Streamlit: Dutch, closed to whoever has no business here, and without anything from elsewhere."""

import gc
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn.config
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from voorkant import __version__
from voorkant.declare.auditlog import to_server_log
from voorkant.declare.home import find_home
from voorkant.declare.serving import LOOPBACK, Serving
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import Problem
from voorkant.ui import door_start, frame, health, serverlog
from voorkant.ui.handing import MEDIA, OwnFiles
from voorkant.ui.headers import headers
from voorkant.ui.machine import metrics_token, room_for_connections
from voorkant.ui.messages import only_ours
from voorkant.ui.page_html import DutchPage

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
METRICS = "/_stcore/metrics"
CLOSED = (METRICS, "/_stcore/agent", "/_stcore/script-health-check")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
LONGEST_URL, LARGEST_HEADERS = 8_192, 32_768
"""Bytes; a link to a view has under a thousand, the cookies of a login under twenty thousand."""
NOBODY_ELSE = Serving()
REFUSED = (
    "Voorkant draait hier zonder inloggen en antwoordt daarom alleen deze computer. "
    "Start zonder --server.address, of met --server.address 127.0.0.1."
)


def options() -> dict[str, Any]:
    """What `st.App` gets beside the script. SystemExit when settings are wrong or others could look without login."""
    login = door_start.begin()
    found = served(login=login is not None)
    own = Middleware(OwnFiles, prefix=login.path if login else "")
    return {
        **found,
        "middleware": [*found["middleware"], *door_start.middleware(login), own],
        **door_start.options(login),
    }


def served(*, login: bool) -> dict[str, Any]:
    """The same of the shell alone; `login`: whether people sign in, so that other machines may ask."""
    try:
        serving = read_settings(find_home().settings).serving
        token = metrics_token()
    except Problem as problem:
        raise SystemExit(f"Voorkant start niet. {problem}") from problem
    if not login and config.get_option("server.address") not in LOOPBACK:
        raise SystemExit(REFUSED)
    if login:
        serverlog.begin()
        config.set_option("server.allowedHosts", sorted(serving.hosts))
        config.set_option("server.baseUrlPath", serving.prefix)
    else:
        serving = replace(serving, address="", proxies=())
        to_server_log()
    room_for_connections()
    # Streamlit's server would believe a forwarded address from any program on this machine; we know our proxies.
    uvicorn.config.ProxyHeadersMiddleware = _as_it_came
    # The folder pages/ makes Streamlit treat the first session as an old-style app: "Page not found" on a deep link.
    PagesManager.uses_pages_directory = False
    proxied = [Middleware(ProxyHeadersMiddleware, trusted_hosts=list(serving.proxies))] if login else []
    return {
        "routes": routes(serving),
        "middleware": [
            Middleware(serverlog.Numbered, proxies=serving.proxies, prefix=serving.prefix),
            *proxied,
            Middleware(Shell, serving=serving, login=login, token=token),
        ],
        "lifespan": frozen,
        "on_script_error": frame.broken,
    }


def _as_it_came(app: ASGIApp, **_trusted: Any) -> ASGIApp:
    return app


def routes(serving: Serving) -> list[BaseRoute]:
    """Our own addresses, below the path of the app, and at the root for what asks this machine itself."""
    found: list[BaseRoute] = [Mount(f"{serving.prefix}/schil", StaticFiles(directory=STATIC))]

    def told(_request: Request) -> Response:
        return health.security_txt(serving)

    for path, answer in ((health.ALIVE, health.alive), (health.READY, health.ready), (health.SECURITY_TXT, told)):
        found += [Route(place + path, answer) for place in {"", serving.prefix}]
    return found


@asynccontextmanager
async def frozen(_app: Any) -> AsyncIterator[dict[str, Any]]:
    """Take what was imported out of the garbage collector's sight: it lives as long as the process."""
    gc.collect()
    gc.freeze()
    log.info("started", extra={"version": __version__})
    yield {}
    log.info("stopped", extra={"version": __version__})


def is_local(scope: Scope) -> bool:
    """Whether the asking machine is this one (no address: a socket file)."""
    client = scope.get("client")
    try:
        return client is None or ip_address(client[0]).is_loopback
    except ValueError:
        return client[0] in LOOPBACK


class Shell:
    """Refuses who has no business here and what is too large, makes the one HTML page Dutch, adds the headers."""

    def __init__(self, app: ASGIApp, serving: Serving = NOBODY_ELSE, *, login: bool = False, token: str = "") -> None:
        self.app, self.serving, self.login = app, serving, login
        self.token = token.encode()
        self.headers = headers(serving)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif refusal := self._refusal(scope):
            await self._refuse(refusal, scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self.app(scope, only_ours(receive), send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """(status, sentence) for a request that goes no further."""
        asked = Headers(scope=scope)
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string", b"")) > LONGEST_URL:
            return 414, "Deze link is te lang."
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
            return 431, "De browser stuurt te veel mee. Verwijder de cookies van deze site en probeer het opnieuw."
        # without a login a proxy on this machine would open the app to everyone behind it
        if not self.login and (not is_local(scope) or any(name in asked for name in FORWARDED)):
            return 403, REFUSED
        if _host(asked) not in self.serving.hosts:
            return 421, "Voorkant heeft op dit adres niets. Gebruik het adres dat de beheerder heeft gegeven."
        if self._path(scope).startswith(CLOSED) and not self._may_measure(scope, asked):
            return 404, "Niet gevonden."
        return None

    def _may_measure(self, scope: Scope, asked: Headers) -> bool:
        given = asked.get("authorization", "").removeprefix("Bearer ").encode()
        return bool(self.token) and self._path(scope) == METRICS and compare_digest(given, self.token)

    def _path(self, scope: Scope) -> str:
        """The path below the address of the app."""
        path: str = scope["path"]
        return path.removeprefix(self.serving.prefix)

    async def _refuse(self, refusal: tuple[int, str], scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            status, sentence = refusal
            await PlainTextResponse(sentence, status_code=status)(scope, receive, self._with_headers(send))

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, answer = self._path(scope), self._with_headers(send)
        plain = {**scope, "headers": list(_without_shortcuts(scope, path))}
        # a web page that is handed out, as that of a memo, stays what it is, and may come compressed
        await self.app(plain, receive, answer if path.startswith(MEDIA) else DutchPage(answer))

    def _with_headers(self, send: Send) -> Send:
        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                sent.update(self.headers)
                if sent.get("content-length", "0") != "0":  # Streamlit's refusal of a path says not what it is
                    sent.setdefault("content-type", "text/plain; charset=utf-8")
            await send(message)

        return sender


def _host(asked: Headers) -> str:
    """The name that the request asks for, without its port; empty when there is none or it is no name."""
    try:
        return urlsplit(f"//{asked.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _without_shortcuts(scope: Scope, path: str) -> Iterable[tuple[bytes, bytes]]:
    """The request's headers; for the HTML page without those that lead to a compressed or an empty answer."""
    drop = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
    page = not path.startswith(("/static/", MEDIA, "/schil/", "/_stcore/"))
    return (pair for pair in scope["headers"] if not (page and pair[0] in drop))
