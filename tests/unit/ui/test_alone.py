"""A part of a page runs again alone, of the publication that the page around it is of."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.ui import access, alone, cache, calm
from voorkant.ui.signed import NotSignedIn
from voorkant.ui.snapshots import noted


class Again(Exception):  # noqa: N818 - as Streamlit says that all is to run again
    """The whole page runs."""


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What can run again alone."""
    found: list[Callable[[], None]] = []

    def fragment(again: Callable[[], None]) -> Callable[[], None]:
        found.append(again)
        return again

    def rerun() -> None:
        raise Again

    monkeypatch.setattr(st, "fragment", fragment)
    monkeypatch.setattr(st, "rerun", rerun)
    monkeypatch.setattr(cache, "publication", lambda: "eerste")
    return found


def test_a_part_runs_again_as_it_was_called(parts):
    drawn: list[str] = []
    alone.alone(drawn.append)("wijk")
    parts[0]()
    assert drawn == ["wijk", "wijk"]


def test_after_another_publication_the_whole_page_runs(parts, monkeypatch):
    drawn: list[str] = []
    alone.alone(drawn.append)("wijk")
    monkeypatch.setattr(cache, "publication", lambda: "tweede")
    with pytest.raises(Again):
        parts[0]()
    assert drawn == ["wijk"]


def test_when_someone_may_see_less_the_whole_page_runs(parts, monkeypatch):
    drawn: list[str] = []
    alone.alone(drawn.append)("wijk")

    def nobody() -> access.User:
        raise NotSignedIn("Er is niemand ingelogd.")

    for now in (lambda: replace(access.LOCAL, roles=frozenset({"wethouder"})), nobody):
        monkeypatch.setattr(access, "current_user", now)
        with pytest.raises(Again):
            parts[0]()
    assert drawn == ["wijk"]


def test_a_problem_in_a_part_is_a_sentence_in_its_place(parts, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(calm, "notice", said.append)

    def draw() -> None:
        raise Problem("Dit kan nu niet.")

    alone.alone(draw)()
    assert said == ["Dit kan nu niet."]


def test_a_view_that_is_kept_is_drawn_in_one_run(parts):
    drawn: list[str] = []
    with noted.noting():
        alone.alone(drawn.append)("wijk")
    assert drawn == ["wijk"]
    assert parts == []
