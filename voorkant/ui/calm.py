"""A problem that a person can mend is a Dutch sentence on an otherwise quiet page."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from voorkant.domain.problem import Problem


@contextmanager
def calm() -> Iterator[None]:
    """A problem becomes its Dutch sentence, in the place where it arose."""
    try:
        yield
    except Problem as problem:
        notice(str(problem))


def notice(sentence: str) -> None:
    st.html(f'<section class="vk-notice" role="alert"><h1>Dit lukt nu niet</h1><p>{escape(sentence)}</p></section>')
