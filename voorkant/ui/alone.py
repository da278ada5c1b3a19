"""Parts of a page that are drawn anew alone when something in them is chosen, while the rest of the page stands."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from voorkant.ui import cache
from voorkant.ui.calm import calm
from voorkant.ui.snapshots import noted

P = ParamSpec("P")


def alone(draw: Callable[P, None]) -> Callable[P, None]:
    """`draw` with choices of its own: what it is given stays as it was, until the whole page runs.

    Not of a view that is kept or compared: what that is made of is noted in one run of all parts.
    """

    @wraps(draw)
    def shown(*args: P.args, **named: P.kwargs) -> None:
        if noted.is_on():
            draw(*args, **named)
            return
        of = cache.publication()

        @wraps(draw)
        def again() -> None:
            if cache.publication() != of:  # what stands around it is of the former publication
                st.rerun()
            with calm(), cache.steady():
                draw(*args, **named)

        st.fragment(again)()

    return shown
