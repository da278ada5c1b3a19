"""The door of a server on which people sign in: around Streamlit, for every request and websocket.

Streamlit does the OpenID Connect itself, and then hands claims and tokens to the browser in signed cookies that live
for thirty days. Here they are taken out of the answer and kept (`sessions.py`); the browser gets a random number, and
on its way in that number is exchanged for the cookies again. So a session ends when we say so, and the only token that
leaves the server goes back to the provider, to sign out there.
"""

import asyncio
import logging
import re
from math import ceil
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import encode_provider_token

from voorkant.declare.auditlog import Action
from voorkant.declare.claims import Granted
from voorkant.declare.login import CALLBACK, Login
from voorkant.domain.problem import Problem
from voorkant.ui import audit, cookies, pace, signed
from voorkant.ui.answer import Answer, asked
from voorkant.ui.sessions import SESSIONS, Session
from voorkant.ui.watched import Watched

log = logging.getLogger(__name__)
SIGN_IN, SIGN_OUT = "/auth/login", "/auth/logout"
CLOSED = ("/media/", "/component/", "/_stcore/")
"""What is for who is signed in: files, uploads, and whatever else Streamlit may add there."""
OPEN = frozenset({"/_stcore/health", "/_stcore/host-config", "/_stcore/metrics"})
"""What the page that asks to sign in needs too; the metrics have a token, to which the shell sees."""
LEFT = "/inloggen/sessie"
"""Where the page asks how long the session has, to say so in time (`static/session.js`)."""
BACK = "voorkant_terug"
"""The cookie with the link that someone had when signing in began."""
LONGEST_LINK = 2_000
LINK = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")
"""A place on this site: printable, without a backslash, and not the address of another site."""
TOLD = "inloggen"
"""The parameter in the address that says how signing in or out went."""
NOBODY = "onbekend"
CODE = re.compile(r"[a-z_]{1,40}")


class Doorway:
    """Middleware; `login` is how it was at the start: its address and path do not change under way."""

    def __init__(self, app: ASGIApp, login: Login) -> None:
        self.app, self.login = app, login
        self.prefix = login.path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        number = cookies.received(scope["headers"]).get(self.login.cookie)
        session = SESSIONS.find(number)
        if session and await self.ended(session):
            session = None
        kept = {**(session.cookies if session else {}), **({cookies.SESSION: number} if number else {})}
        scope = scope | {"headers": cookies.instead(scope["headers"], kept)}
        if scope["type"] == "http":
            await self._http(scope, receive, self._sealing(send), session)
        elif session:
            await Watched(self.app, session, self.ended)(scope, receive, send)
        else:  # the page that asks to sign in is a page of Streamlit too
            await self.app(scope, receive, send)

    async def ended(self, session: Session) -> str:
        """Why a session is over, in a word; empty while it is not. Whoever finds out first puts it on record."""
        why = _over(session)
        if why and SESSIONS.close(session):
            await _noted(Action.SESSION_ENDED, *signed.named(session), reden=why)
        return why

    async def _http(self, scope: Scope, receive: Receive, send: Send, session: Session | None) -> None:
        path = scope["path"].removeprefix(self.prefix)
        closed = path.startswith(CLOSED) and path not in OPEN
        if path in (SIGN_IN, CALLBACK) and (seconds := pace.SIGN_IN.wait(_machine(scope))):
            log.warning("too many sign-ins from %s", _machine(scope))
            sentence = f"Te vaak geprobeerd in te loggen. Probeer het over {seconds} seconden opnieuw."
            await PlainTextResponse(sentence, 429, {"retry-after": str(seconds)})(scope, receive, send)
        elif path == SIGN_IN:
            await self._sign_in(scope, receive, send)
        elif path == CALLBACK:
            await self._callback(scope, receive, send, session)
        elif path == SIGN_OUT:
            await self._sign_out(scope, receive, send, session)
        elif path == LEFT:
            await self._left(scope, receive, send, session)
        elif not closed:
            await self.app(scope, receive, send)
        elif session and session.held:
            SESSIONS.touch(session)
            await self.app(scope, receive, _not_kept(send))
        else:
            await PlainTextResponse("Log in om dit te openen.", 401)(scope, receive, send)

    async def _left(self, scope: Scope, receive: Receive, send: Send, session: Session | None) -> None:
        """How long someone has; with POST, which another site cannot send along with the cookie, anew."""
        if session is None:
            await PlainTextResponse("Niet ingelogd.", 401)(scope, receive, send)
            return
        if scope["method"] == "POST":
            SESSIONS.touch(session)
        login = signed.settings() or self.login
        quiet, anyhow = SESSIONS.left(session, login.idle, login.longest)
        told = {"rest": max(0, ceil(min(quiet, anyhow))), "verlengbaar": quiet < anyhow}
        await JSONResponse(told, headers={"cache-control": "no-store"})(scope, receive, send)

    async def _sign_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the provider; where that is not to be reached, back with the word that says so.

        Streamlit's page names the provider in a token of two minutes; there is one, and a page may stand open longer.
        """
        query = urlencode({"provider": encode_provider_token("default")}).encode()
        answer = await asked(self.app, scope | {"query_string": query}, receive)
        if urlsplit(answer.location).netloc:
            link = quote(_link(scope, self.login), safe="")
            await answer.give(send, [self._cookie(BACK, link, cookies.ROUND_TRIP, strict=False)])
            return
        log.error("the provider %s does not answer as it should", self.login.provider)
        await _noted(Action.SIGN_IN_FAILED, NOBODY, "", reden="aanbieder_onbereikbaar")
        await answer.elsewhere(self._home("storing")).give(send)

    async def _callback(self, scope: Scope, receive: Receive, send: Send, before: Session | None) -> None:
        """Back from the provider: signed in, signed out there, or refused."""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        answer = await asked(self.app, scope, receive)
        kept = cookies.handed_out(answer.headers)
        claims = cookies.claims_of(kept) if kept else {}
        gone = self._cookie(BACK, "", 0, strict=False)
        if claims:
            await self._enter(SESSIONS.open(claims, kept), answer, scope, send, before)
        elif not query.keys() & {"code", "error", "state"}:
            await answer.elsewhere(self._home("uitgelogd")).give(send, [gone])
        else:
            given = query.get("error", ["mislukt"])[0]
            why = given if CODE.fullmatch(given) else "mislukt"
            await _noted(Action.SIGN_IN_FAILED, NOBODY, "", reden=why)
            await answer.elsewhere(self._home("mislukt")).give(send, [gone])

    async def _enter(self, new: Session, answer: Answer, scope: Scope, send: Send, before: Session | None) -> None:
        """A session begins once it is on record, and the one before it in this browser is over."""
        gone = self._cookie(BACK, "", 0, strict=False)
        try:
            found = signed.judged(new, signed.settings() or self.login)
            if isinstance(found, Granted):
                new.held = found
                await _record(Action.SIGN_IN, *signed.named(new))
            else:
                await _record(Action.DENIED, *signed.named(new), reden=found.why)
        except Problem as problem:
            SESSIONS.close(new)
            log.error("nobody can sign in: %s", problem)  # noqa: TRY400 - its sentence says it all
            await answer.elsewhere(self._home("logboek")).give(send, [gone])
            return
        if before:
            SESSIONS.close(before)
        age = int(self.login.longest.total_seconds())
        link = unquote(cookies.received(scope["headers"]).get(BACK, ""))
        place = link if LINK.fullmatch(link) else self._home()
        await answer.elsewhere(place).give(send, [gone, self._cookie(self.login.cookie, new.number, age)])

    async def _sign_out(self, scope: Scope, receive: Receive, send: Send, session: Session | None) -> None:
        """Out here first, then at the provider."""
        gone = [self._cookie(self.login.cookie, "", 0)]
        if session is None:
            await Answer().elsewhere(self._home("uitgelogd")).give(send, gone)
            return
        SESSIONS.close(session)
        await _noted(Action.SIGN_OUT, *signed.named(session))
        answer = await asked(self.app, scope, receive)
        if not urlsplit(answer.location).netloc:  # the provider has no such place, or does not answer
            answer = answer.elsewhere(self._home("uitgelogd"))
        await answer.give(send, gone)

    def _home(self, told: str = "") -> str:
        return f"{self.prefix}/{f'?{TOLD}={told}' if told else ''}"

    def _cookie(self, name: str, value: str, age: int, *, strict: bool = True) -> tuple[bytes, bytes]:
        return cookies.made(name, value, path=self.prefix or "/", age=age, strict=strict)

    def _sealing(self, send: Send) -> Send:
        ours = (self.login.cookie, BACK)

        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = cookies.sealed(list(message["headers"]), secure=self.login.secure, ours=ours)
                message = message | {"headers": headers}
            await send(message)

        return sender


def _not_kept(send: Send) -> Send:
    """For files: neither the browser nor a proxy keeps a copy that outlives the session."""

    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["cache-control"] = "private, no-store"
        await send(message)

    return sender


def _over(session: Session) -> str:
    """Why a session may not go on, in a word."""
    if SESSIONS.find(session.number) is None:
        return "uitgelogd"
    try:
        login = signed.settings()
    except Problem:  # which it has put in the server's log
        return "instellingen"
    if login is None:
        return "instellingen"
    return SESSIONS.over(session, login.idle, login.longest) or signed.lost(session, login)


async def _record(action: Action, who: str, role: str, **about: str) -> None:
    """Put on record, beside the server's loop. Problem where that cannot be done."""
    await asyncio.to_thread(audit.log_of, who, role, action, **about)


async def _noted(action: Action, who: str, role: str, **about: str) -> None:
    """The same for what happens whether it can be put on record or not: nobody comes in by it."""
    try:
        await _record(action, who, role, **about)
    except Problem as problem:
        log.error("this could not be put on record: %s %s: %s", action, who, problem)  # noqa: TRY400


def _machine(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else "socket"


def _link(scope: Scope, login: Login) -> str:
    """The link on this site that someone was looking at; empty when that is not known."""
    referer = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"referer"), "")
    parts, own = urlsplit(referer), urlsplit(login.address)
    link = parts._replace(scheme="", netloc="", fragment="").geturl()
    same = (parts.scheme, parts.netloc) == (own.scheme, own.netloc)
    return link if same and len(link) <= LONGEST_LINK and LINK.fullmatch(link) else ""
