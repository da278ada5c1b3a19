"""The only way to figures: one cached question to one cube, keyed on everything that decides who may see it."""

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from voorkant.cube.reader import REGIO, Cube, Publication, Rows, current
from voorkant.declare.home import find_home
from voorkant.domain.problem import DataRefused, Problem
from voorkant.domain.protection import Protection
from voorkant.ui.access import current_user


def publication(published: Path | None = None) -> Publication | None:
    """The publication in force, read anew at every call; None when nothing was published yet."""
    return current(published or find_home().published)


def required() -> Publication:
    """The publication in force. DataRefused when there is none."""
    found = publication()
    if found is None:
        raise DataRefused("Er is nog geen publicatie. Draai 'voorkant build' of zet de demo klaar.")
    return found


Key = tuple[str, str, str, str]
"""Folder and fingerprint of the publication, scope and protection: who may see an answer, and how old it is."""


@st.cache_resource(max_entries=64, show_spinner=False)
def _open(key: Key) -> Cube:
    folder, fingerprint, scope, protection = key
    return Publication(Path(folder).name, Path(folder), fingerprint).cube(scope, protection)


def _key(scope: str, protection: str) -> Key:
    """The cube that answers for a scope: its own, or the region's public one for a gemeente that has none."""
    found = required()
    if scope == REGIO or not (found.folder / scope).is_dir():
        scope, protection = REGIO, Protection.OPENBAAR
    if not current_user().may_read(scope, protection):
        raise Problem("Deze cijfers horen bij een gemeente of niveau waar deze gebruiker geen toegang toe heeft.")
    return str(found.folder), found.fingerprint, scope, str(protection)


def ask(scope: str, protection: str, panel: str, **params: Any) -> pd.DataFrame:
    """The rows of a panel query on the cube of a scope. Problem when the user may not read that cube."""
    return _answer(_key(scope, protection), panel, **params)


def rows(scope: str, protection: str, panel: str, **params: Any) -> Rows:
    """The same as plain rows."""
    return _rows(_key(scope, protection), panel, **params)


@st.cache_resource(max_entries=2000, show_spinner=False)  # unlike data not copied for each reader: rows are tuples
def _rows(key: Key, panel: str, **params: Any) -> Rows:
    return _open(key).rows(panel, **params)


@st.cache_data(max_entries=2000, show_spinner=False)
def _answer(key: Key, panel: str, **params: Any) -> pd.DataFrame:
    return _open(key).query(panel, **params)


def about(scope: str, protection: str) -> dict[str, str]:
    """What a cube says of itself: publication, date, protection, threshold, rounding base."""
    return _open(_key(scope, protection)).meta
