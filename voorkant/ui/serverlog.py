"""The log of an app that runs as a service: JSON lines, and a number per request that the user sees too."""

import json
import logging
import re
import sys
import time
from collections.abc import Collection
from ipaddress import ip_address, ip_network
from typing import Any
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import logger as streamlit_logger
from structlog.typing import EventDict

from voorkant.declare.auditlog import server_log

REQUEST_ID = "x-request-id"
_GIVEN = re.compile(r"[0-9a-f]{16,64}")
"""What a proxy may call a request; nginx has 32 such signs."""
_LONGEST_PATH = 200
QUIET = ("/static/", "/schil/", "/gezond", "/_stcore/health", "/_stcore/host-config")
"""What is the same for everybody, when it went well."""
WRONG = 400
TOLD = ("request_id", "method", "path", "status", "ms", "client", "version")
log = logging.getLogger("voorkant.request")


def begin() -> None:
    """Have every line of this process on stderr as one JSON object, those of Streamlit and its server included."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(allow=TOLD),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,  # not its dict: that would hold the values of variables
                _audited,
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.EventRenamer("event"),
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.captureWarnings(True)  # or Python writes them down as plain text
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    streamlit_logger.setup_formatter = _to_root  # it gives every logger, also a later one, a handler of its own
    streamlit_logger.update_formatter()
    streamlit_logger.init_uvicorn_logs()
    streamlit_logger.set_log_level("warning")
    _to_root(server_log)
    server_log.setLevel(logging.INFO)


def _to_root(logger: logging.Logger) -> None:
    logger.handlers = []
    logger.propagate = logger.name != "uvicorn.access"  # it tells what was selected; ours does not


def _audited(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """A line of the audit log is JSON already: it stands in the line as a value, not as text."""
    if event.get("logger") == server_log.name:
        event.update(event="audit", audit=json.loads(event["event"]))
    return event


class Numbered:
    """Gives every request a number, in the log, in the answer and for the page; writes down how it ended."""

    def __init__(self, app: ASGIApp, proxies: Collection[str] = (), prefix: str = "") -> None:
        self.app, self.prefix = app, prefix
        self.proxies = tuple(map(ip_network, proxies))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        number = self._number(scope)
        headers = [pair for pair in scope["headers"] if pair[0] != REQUEST_ID.encode()]
        scope = {**scope, "headers": [*headers, (REQUEST_ID.encode(), number.encode())]}
        answer = _Answer(send, number)
        began = time.monotonic()
        with structlog.contextvars.bound_contextvars(request_id=number):
            try:
                await self.app(scope, receive, answer)
            finally:
                failed = 500 if scope["type"] == "http" else 0  # an answer that never began
                self._write(scope, answer.status or failed, round(1000 * (time.monotonic() - began)))

    def _write(self, scope: Scope, status: int, took: int) -> None:
        """Without what was asked for behind the path: a selection is nobody's business."""
        path = scope["path"][:_LONGEST_PATH]
        if status < WRONG and path.removeprefix(self.prefix).startswith(QUIET):
            return
        client = scope.get("client")
        log.info(
            "request",
            extra={"method": scope.get("method", "WEBSOCKET"), "path": path, "status": status, "ms": took,
                   "client": client[0] if client else ""},
        )  # fmt: skip

    def _number(self, scope: Scope) -> str:
        given = Headers(scope=scope).get(REQUEST_ID, "")
        return given if _GIVEN.fullmatch(given) and is_among(scope, self.proxies) else uuid4().hex


def is_among(scope: Scope, networks: Collection[Any]) -> bool:
    """Whether the other end of the connection stands in one of the networks."""
    client = scope.get("client")
    try:
        return bool(client) and any(ip_address(client[0]) in network for network in networks)
    except ValueError:
        return False


class _Answer:
    """Passes an answer on with the number of its request, and remembers its status."""

    def __init__(self, send: Send, number: str) -> None:
        self.send, self.number, self.status = send, number, 0

    async def __call__(self, message: Message) -> None:
        match message["type"]:
            case "http.response.start":
                self.status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = self.number
            case "websocket.accept":
                self.status = 101
            case "websocket.close" if not self.status:
                self.status = 403
        await self.send(message)
