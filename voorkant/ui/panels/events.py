"""The row of buttons under a chart that shows or leaves out each of its events; what is left out stands in the URL."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from voorkant.ui import own
from voorkant.ui.literally import literally

LABEL = "Gebeurtenissen in beeld"
LONGEST = 44


class Marked(Protocol):
    """What has a button: an event as it was read, or as a chart describes it."""

    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...


def row(found: Sequence[tuple[int, Marked]]) -> None:
    """A button per event, by its number in the chart; nothing where there are none."""
    if not found:
        return
    words = {item.code: _words(number, item) for number, item in found}
    key = f"gebeurtenissen_{hashlib.sha256(repr(list(words)).encode()).hexdigest()[:8]}"
    shown = [code for code in words if code not in own.left_out()]
    if set(st.session_state.get(key, ())) != set(shown) or key not in st.session_state:
        st.session_state[key] = shown  # the URL says it: a link, a reload and the back button bring no other
    st.pills(
        LABEL,
        list(words),
        selection_mode="multi",
        format_func=lambda code: words[code],
        key=key,
        on_change=_keep,
        args=(key, tuple(words)),
    )


def _words(number: int, item: Marked) -> str:
    title = item.title if len(item.title) <= LONGEST else f"{item.title[:LONGEST].rstrip()}…"
    return f"{number} {literally(title)}"


def _keep(key: str, codes: tuple[str, ...]) -> None:
    """Before the page is drawn anew, so that charts and links say the same. Codes of other charts stay as they are."""
    shown = st.session_state[key]
    own.leave_out((own.left_out() - set(codes)) | {code for code in codes if code not in shown})
