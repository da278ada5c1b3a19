"""The only way to figures: one cached question to one cube, keyed on everything that decides who may see it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from voorkant.cube.reader import REGIO, Cube, Publication, Rows, current
from voorkant.declare.home import find_home
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.ui import access
from voorkant.ui.access import User

_HELD: ContextVar[tuple[Publication | None] | None] = ContextVar("publication", default=None)


@contextmanager
def steady() -> Iterator[None]:
    """One publication for a whole run of a page: one that comes into force meanwhile is for the next run."""
    before = _HELD.set((publication(),))
    try:
        yield
    finally:
        _HELD.reset(before)


def publication(published: Path | None = None) -> Publication | None:
    """The publication in force, looked up anew unless it is held `steady`; None when nothing was published yet."""
    held = _HELD.get()
    if held and published is None:
        return held[0]
    return current(published or find_home().published)


def required() -> Publication:
    """The publication in force. DataRefused when there is none."""
    found = publication()
    if found is None:
        raise DataRefused("Er is nog geen publicatie. Draai 'voorkant build' of zet de demo klaar.")
    return found


def has(scope: str, name: str) -> bool:
    """Whether the publication in force has this cube; one with true counts is there on a recorded ground alone."""
    return (required().folder / scope / f"{name}.duckdb").exists()


Key = tuple[str, str, str, str]
"""Folder and fingerprint of the publication, scope and protection: who may see an answer, and how old it is."""


@st.cache_resource(max_entries=64, ttl="1h", show_spinner=False)  # those of a former publication are let go of
def _open(key: Key) -> Cube:
    folder, fingerprint, scope, protection = key
    return Publication(Path(folder).name, Path(folder), fingerprint).cube(scope, protection)


def scopes() -> tuple[str, ...]:
    """The scopes that have cubes in the publication in force. DataRefused when there is none."""
    return _scopes(required())


@lru_cache(maxsize=8)
def _scopes(found: Publication) -> tuple[str, ...]:
    return tuple(found.scopes())


def _key(scope: str, protection: str) -> Key:
    """The cube that answers for a scope: its own, or the region's public one.

    That one is for a gemeente without cubes, and in public for one that is not the user's own.
    """
    found, user = required(), access.current_user()
    if scope == REGIO or scope not in _scopes(found) or _of_others(scope, protection, user):
        scope, protection = REGIO, Protection.OPENBAAR
    if not user.may_read(scope, protection):
        access.denied(user, f"{protection} van {scope}")
        raise Problem("Deze cijfers horen bij een gemeente of niveau waar deze gebruiker geen toegang toe heeft.")
    return str(found.folder), found.fingerprint, scope, str(protection)


def _of_others(scope: str, protection: str, user: User) -> bool:
    return protection == Protection.OPENBAAR and not user.may_read(scope, protection)


def ask(scope: str, protection: str, panel: str, **params: Any) -> pd.DataFrame:
    """The rows of a panel query on the cube of a scope. Problem when the user may not read that cube."""
    return _answer(_key(scope, protection), panel, **params)


def rows(scope: str, protection: str, panel: str, **params: Any) -> Rows:
    """The same as plain rows."""
    asked = {name: tuple(value) if isinstance(value, list) else value for name, value in params.items()}
    return _rows(_key(scope, protection), panel, tuple(sorted(asked.items())))


@lru_cache(maxsize=2000)  # not Streamlit's, which takes half a millisecond to find what it has: rows are tuples
def _rows(key: Key, panel: str, asked: tuple[tuple[str, Any], ...]) -> Rows:
    params = {name: list(value) if isinstance(value, tuple) else value for name, value in asked}
    return _open(key).rows(panel, **params)


@st.cache_data(max_entries=2000, show_spinner=False)
def _answer(key: Key, panel: str, **params: Any) -> pd.DataFrame:
    return _open(key).query(panel, **params)


def about(scope: str, protection: str) -> Mapping[str, str]:
    """What a cube says of itself: publication, date, protection, threshold, rounding base."""
    return _about(_key(scope, protection))


@lru_cache(maxsize=64)
def _about(key: Key) -> Mapping[str, str]:
    return MappingProxyType(_open(key).meta)


def forget() -> None:
    """Let go of every answer and cube."""
    st.cache_data.clear()
    st.cache_resource.clear()
    for kept in (_scopes, _rows, _about):
        kept.cache_clear()
