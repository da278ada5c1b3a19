"""The websocket of someone who signed in: what is on screen stays there only while the session lasts."""

import asyncio
from collections.abc import Awaitable, Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from voorkant.ui.sessions import SESSIONS, Session
from voorkant.ui.signed import ASKING

LOOK = 1.0
"""Seconds between two looks whether an open page may stay open."""
POLICY = 1008
"""The websocket's code for who may not go on."""
Look = Callable[[Session], Awaitable[str]]


def _again() -> bytes:
    """What has a browser load the same address again, where it is asked to sign in: nothing stays on screen."""
    message = ForwardMsg()
    message.auth_redirect.url = ""
    return message.SerializeToString()


AGAIN = _again()


class Watched:
    """One websocket. `look` says why the session is over, and empty while it is not."""

    def __init__(self, app: ASGIApp, session: Session, look: Look) -> None:
        self.app, self.session, self.look = app, session, look
        self.closed = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sender(message: Message) -> None:
            if not self.closed:  # the script may still be busy with an answer that nobody may see
                await send(message)

        async def receiver() -> Message:
            return await self._next(receive, send)

        asking = ASKING.set(self.session.number)
        try:
            await self.app(scope, receiver, sender)
        finally:
            ASKING.reset(asking)

    async def _next(self, receive: Receive, send: Send) -> Message:
        """The next message of the browser, or its leaving; a session that ends is one."""
        if self.closed:
            return {"type": "websocket.disconnect", "code": POLICY}
        coming = asyncio.ensure_future(receive())
        try:
            while True:
                done, _ = await asyncio.wait({coming}, timeout=LOOK)
                if await self.look(self.session):
                    self.closed = True
                    await send({"type": "websocket.send", "bytes": AGAIN})
                    await send({"type": "websocket.close", "code": POLICY})
                    return {"type": "websocket.disconnect", "code": POLICY}
                if done:
                    message = coming.result()
                    if by_hand(message):
                        SESSIONS.touch(self.session)
                    return message
        finally:
            coming.cancel()


def by_hand(message: Message) -> bool:
    """Whether a person did something: what a page asks by itself, to see how a job is doing, keeps nobody signed in."""
    back = BackMsg()
    try:
        back.ParseFromString(message.get("bytes") or b"")
    except DecodeError:
        return False
    return back.WhichOneof("type") == "rerun_script" and not back.rerun_script.is_auto_rerun
