"""What holds for every test: nothing goes over the network but to this machine itself."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

LOOPBACK = ("127.", "::1", "localhost")


def _guarded(real: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            # not an exception that a library under test could catch and forget
            pytest.fail(f"a test tried to reach {address[0]}:{address[1]}; tests stay on this machine")
        return real(self, *arguments)

    return call


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield
