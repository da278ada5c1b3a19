"""A button that asks for something, and says in place why that does not work."""

from collections.abc import Callable

import streamlit as st

from voorkant.domain.problem import Problem
from voorkant.ui.panels.notice import notice


def act(label: str, key: str, do: Callable[[], None], *, main: bool = False) -> None:
    """`main`: the one thing that the page is about now."""
    if st.button(label, key=key, type="primary" if main else "secondary"):
        attempt(do)


def attempt(do: Callable[[], None]) -> None:
    """Do it and start the page anew, or say in place why it does not work."""
    try:
        do()
    except Problem as problem:
        notice("Dit lukt nu niet", str(problem))
    else:
        st.rerun()
