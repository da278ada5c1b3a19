"""Parts of a page that are drawn anew alone when something in them is chosen, while the rest of the page stands."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from voorkant.cube.reader import Publication
from voorkant.domain.problem import Problem
from voorkant.ui import access, cache
from voorkant.ui.access import User
from voorkant.ui.calm import calm
from voorkant.ui.snapshots import noted

P = ParamSpec("P")


def _around() -> tuple[Publication | None, User | None]:
    """What the rest of the page was drawn of, and for whom; nobody where nobody has access any more."""
    try:
        return cache.publication(), access.current_user()
    except Problem:
        return None, None


def alone(draw: Callable[P, None]) -> Callable[P, None]:
    """`draw` with choices of its own: what it is given stays as it was, until the whole page runs.

    That is also when the publication is another one, or when someone may see other things than they did.
    Not of a view that is kept or compared: what that is made of is noted in one run of all parts.
    """

    @wraps(draw)
    def shown(*args: P.args, **named: P.kwargs) -> None:
        if noted.is_on():
            draw(*args, **named)
            return
        around = _around()

        @wraps(draw)
        def again() -> None:
            if _around() != around:
                st.rerun()
            with calm(), cache.steady():
                draw(*args, **named)

        st.fragment(again)()

    return shown
