"""Files that are made once someone asks for them: by who asked, as they are then, and given to that browser alone.

Streamlit makes such a file in a thread of its own, which does not know whose session it is for, and then gives it to
whoever has its address. So the session goes along, and what was made for one browser is not there for another.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from voorkant.ui.cookies import SESSION as COOKIE

MEDIA = "/media/"
MOST = 2_000
"""Files of which it is remembered whose they are; one that is forgotten is asked for again."""
GONE = "Dit bestand is er niet. Vraag het opnieuw aan op de pagina zelf."
_CONTEXT = "streamlit_script_run_ctx"


class Owners:
    """Which browsers a file was made for: of both only a hash."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, set[str]] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, content: bytes, browser: str) -> None:
        with self._lock:
            self._known.setdefault(_hashed(content), set()).add(_hashed(browser.encode()))
            self._known.move_to_end(_hashed(content))
            while len(self._known) > MOST:
                self._known.popitem(last=False)

    def has(self, content: bytes, browser: str) -> bool:
        with self._lock:
            return _hashed(browser.encode()) in self._known.get(_hashed(content), ())


OWNERS = Owners()


def later(content: Callable[[], bytes]) -> Callable[[], bytes]:
    """What a download button calls: `content`, in the session that drew the button.

    In local mode browsers have no cookie, and are one.
    """
    context = get_script_run_ctx(suppress_warning=True)
    browser = st.context.cookies.get(COOKIE) or "" if context else ""

    def make() -> bytes:
        with _session(context):
            made = content()
        OWNERS.add(made, browser)
        return made

    return make


@contextmanager
def _session(context: Any) -> Iterator[None]:
    """Who is signed in is looked up in the session, so whoever left or lost a role since gets nothing."""
    thread = threading.current_thread()
    before = getattr(thread, _CONTEXT, None)
    if context is not None and before is not context:
        add_script_run_ctx(thread, context)
    try:
        yield
    finally:
        setattr(thread, _CONTEXT, before)


def _hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class OwnFiles:
    """Middleware: a file goes to a browser that it was made for; to another it is as if it were not there."""

    def __init__(self, app: ASGIApp, prefix: str = "", read: Callable[[str], bytes | None] | None = None) -> None:
        self.app, self.media, self.read = app, prefix + MEDIA, read or _read

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(self.media) and not self._is_own(scope):
            await PlainTextResponse(GONE, status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        content = self.read(PurePosixPath(scope["path"]).stem)
        return content is not None and OWNERS.has(content, Request(scope).cookies.get(COOKIE, ""))


def _read(file_id: str) -> bytes | None:
    found = runtime.get_instance().media_file_mgr.read_file(file_id)
    return found.content if found else None
