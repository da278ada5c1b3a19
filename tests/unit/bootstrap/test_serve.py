"""The port of the app."""

import socket
from collections.abc import Iterator

import pytest

from bootstrap import serve
from bootstrap.step import Stop


@pytest.fixture
def busy() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server((serve.HOST, 0)) as server:
        yield server.getsockname()[1]


def free() -> int:
    with socket.create_server((serve.HOST, 0)) as server:
        return server.getsockname()[1]


def test_a_port_that_is_free_is_taken_as_asked():
    port = free()
    assert serve.port_to_use(str(port)) == port


def test_an_asked_port_that_is_in_use_is_an_error(busy):
    with pytest.raises(Stop, match=f"Poort {busy} is al in gebruik") as stop:
        serve.port_to_use(str(busy))
    assert stop.value.code == 1


@pytest.mark.parametrize("asked", ["0", "65536", "-1", "acht", ""])
def test_what_is_no_port_is_an_error(asked):
    with pytest.raises(Stop, match="is geen poort"):
        serve.port_to_use(asked)


def test_without_a_wish_the_next_free_port_is_taken(busy, monkeypatch):
    monkeypatch.setattr(serve, "FIRST_PORT", busy)
    assert serve.port_to_use(None) > busy


def test_when_all_ports_are_in_use_it_says_so(busy, monkeypatch):
    monkeypatch.setattr(serve, "FIRST_PORT", busy)
    monkeypatch.setattr(serve, "PORTS_TRIED", 1)
    with pytest.raises(Stop, match="Geen vrije poort"):
        serve.port_to_use(None)


def test_nothing_answers_on_a_free_port():
    assert serve.answers(free()) is False
