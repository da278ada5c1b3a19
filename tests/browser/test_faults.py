"""A server that is killed, or asked too much of, goes on answering others."""

import os
import resource
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.browser.server import get, serving
from tests.cubes import write_home

pytestmark = pytest.mark.browser
MANY, LARGE, USUAL = 1_200, 10_000_000, 1_024
GOODBYE = b"\x88\x02\x03\xf4"
"""The frame that closes a websocket because the service starts again (RFC 6455, code 1012)."""
PROMPT = 5
"""Seconds in which a newcomer is answered; where nothing is left to give, nobody is."""
HANDSHAKE = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Protocol: streamlit\r\n\r\n"
)


@contextmanager
def files(most: int) -> Iterator[None]:
    """As many open files and sockets as this process, and what it starts, may have."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_home(tmp_path_factory.mktemp("faults") / "home")


@pytest.fixture(scope="module")
def app(home: Path) -> Iterator[str]:
    """One of its own, with as little room as a system gives by default."""
    with ExitStack() as stack:
        with files(USUAL):
            address = stack.enter_context(serving(home))
        yield address


def connected(app: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", int(app.rpartition(":")[2])), timeout=30)


def answer(app: str, request: bytes) -> bytes:
    """What comes back to a request, however it ends: a server may close before it has read all."""
    with connected(app) as line, suppress(ConnectionError):
        with suppress(ConnectionError):
            line.sendall(request)
        return line.recv(1000)
    return b""


def serves(app: str) -> bool:
    """Whether a newcomer gets a page and a session."""
    with connected(app) as line:
        line.settimeout(PROMPT)
        line.sendall(HANDSHAKE)
        return line.recv(1000).startswith(b"HTTP/1.1 101") and get(f"{app}/kwaliteit")[0] == 200


def test_more_than_a_thousand_open_sessions_and_half_requests_leave_room_for_others(app: str):
    with files(3 * MANY), ExitStack() as held:
        for n in range(MANY):
            line = held.enter_context(connected(app))
            line.sendall(HANDSHAKE if n % 2 else HANDSHAKE[:60])
        assert serves(app)
    assert serves(app)


def test_a_reader_that_takes_nothing_holds_nobody_up(app: str):
    with ExitStack() as held:
        for _ in range(50):
            line = held.enter_context(connected(app))
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            line.sendall(b"GET /schil/voorkant.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 20)
        assert serves(app)


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /?x=" + b"y" * LARGE + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: x=" + b"y" * LARGE + b"\r\n\r\n",
        HANDSHAKE[:-2] + b"Cookie: x=" + b"y" * LARGE + b"\r\n\r\n",
        b"GET /?x=" + b"y" * 20_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: x=" + b"y" * 40_000 + b"\r\n\r\n",
    ],
    ids=["url", "cookie", "cookie of a session", "long url", "long cookie"],
)
def test_what_is_too_large_is_refused_or_cut_off(app: str, request_: bytes):
    assert answer(app, request_)[9:12] in (b"", b"400", b"403", b"414", b"431")
    assert serves(app)


def test_an_app_that_was_killed_starts_again_and_one_that_is_stopped_says_goodbye(home: Path):
    with serving(home) as first:
        before = get(f"{first}/gezond")
        os.kill(process_on(first), signal.SIGKILL)
    with serving(home) as second:
        assert get(f"{second}/gezond") == before
        assert before[0] == 200
        assert serves(second)
        with connected(second) as line:
            line.settimeout(PROMPT)
            line.sendall(HANDSHAKE)
            line.recv(1000)
            os.kill(process_on(second), signal.SIGTERM)
            said = b"".join(iter(lambda: line.recv(1000), b""))
        assert GOODBYE in said
        assert get(f"{second}/gezond/leeft")[0] == 0


def process_on(app: str) -> int:
    """The number of the server with that address."""
    port = app.rpartition(":")[2].encode()
    found = [
        int(line.parent.name)
        for line in Path("/proc").glob("[0-9]*/cmdline")
        if {b"streamlit", port} <= set(line.read_bytes().split(b"\0"))
    ]
    assert len(found) == 1
    return found[0]
