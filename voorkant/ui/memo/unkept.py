"""What was written or ticked and could not be kept: it is told in its place, with its words, until that is settled.

It is tried before the page is drawn, where nothing can be told.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from voorkant.declare.memofile import Draft
from voorkant.domain.problem import Problem
from voorkant.ui.panels.notice import notice

STATE = "brief_niet_bewaard"
WRITTEN = "{why} Hier was geschreven: ‘{text}’"


@dataclass(frozen=True)
class Unkept:
    """Why it was not kept, and the words it is about, if any."""

    why: str
    text: str = ""

    @property
    def words(self) -> str:
        return WRITTEN.format(why=self.why, text=self.text) if self.text else self.why


def tried(draft: Draft, key: str, do: Callable[[], None], text: str = "") -> None:
    """`key`: what of the draft it is about."""
    settle(draft, key)
    try:
        do()
    except Problem as problem:
        _all()[draft.name, key] = Unkept(str(problem), text)


def settle(draft: Draft, key: str) -> None:
    _all().pop((draft.name, key), None)


def show(draft: Draft, key: str) -> Unkept | None:
    """Tell it; None where all was kept."""
    found = _all().get((draft.name, key))
    if found:
        notice("Niet bewaard", found.words)
    return found


def show_all(name: str) -> None:
    """Of a draft that is not there any more."""
    for (of, _), found in _all().items():
        if of == name:
            notice("Niet bewaard", found.words)


def _all() -> dict[tuple[str, str], Unkept]:
    kept: dict[tuple[str, str], Unkept] = st.session_state.setdefault(STATE, {})
    return kept
