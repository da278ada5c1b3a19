"""What the app takes from its machine: the token of a monitor, and room for connections."""

import sys
from types import SimpleNamespace

import pytest

from voorkant.domain.problem import Problem
from voorkant.ui import machine
from voorkant.ui.machine import TOKEN, TOKEN_FILE, metrics_token

LONG = "x" * machine.SHORTEST_TOKEN


def test_the_token_comes_from_the_environment_or_from_a_file(monkeypatch, tmp_path):
    assert metrics_token() == ""
    monkeypatch.setenv(TOKEN, LONG)
    assert metrics_token() == LONG
    (tmp_path / "token").write_text(f"{LONG}y\n", encoding="utf-8")
    monkeypatch.setenv(TOKEN_FILE, str(tmp_path / "token"))
    assert metrics_token() == f"{LONG}y"


def test_a_short_token_and_a_file_that_is_not_there_are_refused(monkeypatch, tmp_path):
    monkeypatch.setenv(TOKEN, "kort")
    with pytest.raises(Problem, match="minder dan 24 tekens"):
        metrics_token()
    monkeypatch.setenv(TOKEN_FILE, str(tmp_path / "weg"))
    with pytest.raises(Problem, match="niet te lezen"):
        metrics_token()
    (tmp_path / "weg").write_text("", encoding="utf-8")
    with pytest.raises(Problem, match="minder dan 24 tekens"):
        metrics_token()


def test_there_is_room_for_more_connections_than_a_system_gives(monkeypatch):
    asked = []
    system = SimpleNamespace(
        RLIMIT_NOFILE=7, RLIM_INFINITY=-1, getrlimit=lambda _what: (1024, 4096),
        setrlimit=lambda _what, limits: asked.append(limits),
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "resource", system)
    monkeypatch.setattr(sys, "platform", "linux")
    machine.room_for_connections()
    system.getrlimit = lambda _what: (65536, system.RLIM_INFINITY)
    machine.room_for_connections()
    assert asked == [(4096, 4096)]
