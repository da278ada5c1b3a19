"""An answer of the app inside, held until it is whole, so that another one can take its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from voorkant.ui.cookies import Headers


@dataclass
class Answer:
    """A short answer: those of the way in and out are redirects."""

    status: int = HTTPStatus.INTERNAL_SERVER_ERROR
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    @property
    def location(self) -> str:
        """Where it sends the browser; empty for what is no redirect."""
        found = next((value for name, value in self.headers if name.lower() == b"location"), b"")
        redirects = HTTPStatus.MULTIPLE_CHOICES <= self.status < HTTPStatus.BAD_REQUEST
        return found.decode("latin-1") if redirects else ""

    def elsewhere(self, location: str) -> "Answer":
        """A redirect to another place, with the cookies of this one."""
        kept = [pair for pair in self.headers if pair[0].lower() == b"set-cookie"]
        return Answer(HTTPStatus.SEE_OTHER, [*kept, (b"location", location.encode("latin-1"))])

    async def give(self, send: Send, also: Sequence[tuple[bytes, bytes]] = ()) -> None:
        """Send it, with more headers."""
        headers = [*self.headers, *also, (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


async def asked(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """What the app answers."""
    answer = Answer()

    async def take(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status, answer.headers = message["status"], list(message["headers"])
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, take)
    return answer
