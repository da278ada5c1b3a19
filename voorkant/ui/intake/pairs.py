"""Fields two by two: on a small screen, where they stand below each other, they keep their order."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import streamlit as st

T = TypeVar("T")


def in_pairs(items: Sequence[T]) -> Iterator[tuple[Any, T]]:
    """(the place to draw in, item) for each item."""
    for start in range(0, len(items), 2):
        yield from zip(st.columns(2), items[start : start + 2], strict=False)
