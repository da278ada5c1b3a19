"""Cookies on their way in and out: what the browser may hold, and what of Streamlit's stays on the server."""

import json
from collections.abc import Collection, Iterable, Mapping
from http.cookies import Morsel, SimpleCookie
from typing import Any

from starlette.requests import cookie_parser
from streamlit.web.server.starlette.starlette_server_config import (
    SESSION_COOKIE_NAME,
    USER_COOKIE_NAME,
    XSRF_COOKIE_NAME,
)
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

Headers = list[tuple[bytes, bytes]]
SESSION = "voorkant_sessie"
"""What the number of a session is called within the server; what a browser calls it follows from the address."""
ROUND_TRIP = 600
"""Seconds for the way to the provider and back."""


def received(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The cookies of a request."""
    found: dict[str, str] = {}
    for name, value in headers:
        if name == b"cookie":
            found |= cookie_parser(value.decode("latin-1"))
    return found


def instead(headers: Headers, kept: Mapping[str, str]) -> Headers:
    """The headers of a request with the identity that is kept here, never with one that the browser sends."""
    sent = {name: value for name, value in received(headers).items() if not is_identity(name) and name != SESSION}
    cookies = sent | dict(kept)
    line = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return [pair for pair in headers if pair[0] != b"cookie"] + ([(b"cookie", line.encode("latin-1"))] if line else [])


def is_identity(name: str) -> bool:
    """Whether it is one of the cookies in which Streamlit keeps claims and tokens, or a part of one."""
    return name.startswith(USER_COOKIE_NAME)


def handed_out(headers: Headers) -> dict[str, str]:
    """Name -> value of Streamlit's identity cookies that an answer sets; those that it deletes are left out."""
    found = {}
    for morsel in _set(headers):
        if is_identity(morsel.key) and morsel.value and morsel["max-age"] != "0":
            found[morsel.key] = morsel.value
    return found


def claims_of(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said about who signed in; empty when that cannot be read."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    claims = json.loads(signed) if signed else {}
    return claims if isinstance(claims, dict) else {}


def sealed(headers: Headers, *, secure: bool, ours: Collection[str] = ()) -> Headers:
    """The headers of an answer with cookies that keep to this site and to their time, and without an identity.

    `ours` were made here, and pass.
    """
    kept = [pair for pair in headers if pair[0].lower() != b"set-cookie"]
    for morsel in _set(headers):
        if is_identity(morsel.key):
            continue
        if morsel.key in ours:
            kept.append(_line(morsel, secure=secure))
            continue
        morsel["samesite"] = "Lax" if morsel.key == SESSION_COOKIE_NAME else "Strict"
        if morsel.key == SESSION_COOKIE_NAME and not morsel["expires"]:  # one that expires is taken away
            morsel["max-age"] = str(ROUND_TRIP)
        if morsel.key != XSRF_COOKIE_NAME:  # which Streamlit's own script sends back
            morsel["httponly"] = True
        kept.append(_line(morsel, secure=secure))
    return kept


def made(name: str, value: str, *, path: str, age: int, strict: bool = True) -> tuple[bytes, bytes]:
    """A header that sets a cookie of ours; with age 0 it deletes it. `sealed` adds whether it keeps to https."""
    morsel: Morsel[str] = Morsel()
    morsel.set(name, value, value)
    morsel.update({"path": path, "max-age": str(age), "httponly": True, "samesite": "Strict" if strict else "Lax"})
    return _line(morsel, secure=False)


def _line(morsel: "Morsel[str]", *, secure: bool) -> tuple[bytes, bytes]:
    morsel["secure"] = secure
    return b"set-cookie", morsel.OutputString().encode("latin-1")


def _set(headers: Headers) -> Iterable["Morsel[str]"]:
    for name, value in headers:
        if name.lower() == b"set-cookie":
            yield from SimpleCookie(value.decode("latin-1")).values()
