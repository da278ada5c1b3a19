"""What the parts of a page say of themselves while it is drawn, for who wants to keep the view."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from voorkant.charts.description import Description
from voorkant.charts.told import Told
from voorkant.declare.snapshotfile import Measured
from voorkant.report.memo.description import Shown, Words
from voorkant.report.memo.plain import blocks
from voorkant.report.memo.seen import Seen
from voorkant.report.rows import Header
from voorkant.text.origin import BELOW

_SEEN: ContextVar[Seen | None] = ContextVar("seen", default=None)
COUNTED = "Wat er bij het publiceren wordt geteld"
"""How an account calls the query that decides what is counted; how it is read from the publication may change."""
MEANING = ("Betekenis", "Teller en noemer")


@contextmanager
def noting() -> Iterator[Seen]:
    """For one run of a page."""
    found = Seen()
    before = _SEEN.set(found)
    try:
        yield found
    finally:
        _SEEN.reset(before)


def is_on() -> bool:
    """Whether what is drawn now is noted."""
    return _SEEN.get() is not None


def draw(markup: str) -> None:
    """HTML that says something of the figures: on the page, and in what is kept of it."""
    st.html(markup)
    words(markup)


def words(markup: str) -> None:
    """HTML that was drawn: its headings, sentences and tables."""
    if (seen := _SEEN.get()) is not None:
        seen.blocks += blocks(markup)


def picture(shown: Description | Told, bars: tuple[tuple[float, ...], ...] = ()) -> None:
    """A picture with its sentence, which stands under it."""
    if (seen := _SEEN.get()) is not None:
        seen.blocks += [Shown(shown, bars), Words(shown.key, shown.sentence, shown.sentence, fixed=True)]


def indicator(header: Header) -> None:
    """What is shown without a picture: of a tile its measure."""
    meaning = ("Betekenis", header.definition), ("Teller en noemer", header.divided)
    measure(header.title, meaning, {COUNTED: header.query}, "")


def measure(title: str, behind: Sequence[tuple[str, str]], queries: Mapping[str, str], delivered: str) -> None:
    """What a picture is about, as its account says it."""
    if (seen := _SEEN.get()) is None:
        return
    terms = dict(behind)
    meaning = " ".join(f"{terms[term].rstrip('.')}." for term in MEANING if term in terms)
    counted = "".join(query for name, query in queries.items() if name.startswith(COUNTED))
    if meaning or counted:
        digest = hashlib.sha256(counted.encode()).hexdigest()[:12]
        seen.measures.setdefault(title, Measured(title, title, meaning, digest, delivered, terms.get(BELOW, "")))
