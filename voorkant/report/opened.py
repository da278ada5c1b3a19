"""Asking the publication of a home without a page: what a command does."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from voorkant.cube.reader import REGIO, Cube, Rows, current
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection
from voorkant.report.asking import Asker


def asker(home: Home) -> Asker:
    """Of the publication in force, public cubes alone. DataRefused when there is none."""
    found = current(home.published)
    if found is None:
        raise DataRefused(f"In {home.path} is nog niets gepubliceerd. Draai eerst 'voorkant build --home {home.path}'.")
    scopes = tuple(found.scopes())

    @cache
    def cube(scope: str) -> Cube:
        return found.cube(scope if scope in scopes else REGIO, Protection.OPENBAAR)

    return Asker(partial(_rows, cube), partial(_about, cube), lambda: scopes, lambda: home)


def _rows(cube: Any, scope: str, protection: str, panel: str, **params: Any) -> Rows:
    _only_public(protection)
    rows: Rows = cube(scope).rows(panel, **params)
    return rows


def _about(cube: Any, scope: str, protection: str) -> Mapping[str, str]:
    _only_public(protection)
    meta: Mapping[str, str] = cube(scope).meta
    return meta


def _only_public(protection: str) -> None:
    if protection != Protection.OPENBAAR:
        raise ValueError("a command makes only what is public")
