"""Turning pages in a long list: all of it can be reached, and the browser holds a page at a time."""

import streamlit as st

from voorkant.text.numbers import number

SIZE = 200
PAGE, OF = "meldingen_bladzijde", "_meldingen_keuze"


def first_of_page(total: int, choice: object) -> int:
    """Where the page on screen begins. Another `choice` of what is listed begins at its first page."""
    pages = range(max(1, -(-total // SIZE)))
    if st.session_state.get(OF) != choice:
        st.session_state[OF], st.session_state[PAGE] = choice, 0
    st.session_state[PAGE] = min(st.session_state.get(PAGE, 0), pages[-1])
    if len(pages) == 1:
        return 0
    with st.container(horizontal=True, vertical_alignment="bottom", key="bladeren"):
        page: int = st.selectbox("Meldingen op het scherm", pages, format_func=lambda at: _words(at, total), key=PAGE)
        st.button("Vorige", key="vorige_bladzijde", on_click=_turn, args=(-1,), disabled=page == 0)
        st.button("Volgende", key="volgende_bladzijde", on_click=_turn, args=(1,), disabled=page == pages[-1])
    return page * SIZE


def _words(page: int, total: int) -> str:
    last = min((page + 1) * SIZE, total)
    return f"{number(page * SIZE + 1)} t/m {number(last)} van {number(total)}"


def _turn(by: int) -> None:
    st.session_state[PAGE] += by
