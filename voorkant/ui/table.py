"""A plain HTML table with a caption and row headers: readable by everyone, and scrolling within itself when wide."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from voorkant.ui.snapshots import noted

Row = Sequence[str]


def table(
    headers: Row, rows: Iterable[Row], *, caption: str, numeric: frozenset[int] = frozenset(), quiet: bool = False
) -> None:
    """Draw rows of ready words, as `markup` makes them."""
    noted.draw(markup(headers, rows, caption=caption, numeric=numeric, quiet=quiet))


def markup(
    headers: Row, rows: Iterable[Row], *, caption: str, numeric: frozenset[int] = frozenset(), quiet: bool = False
) -> str:
    """HTML of rows of ready words; the first cell of a row is its header, `numeric` columns stand right.

    What follows a line break in a cell stands small below its first line.

    A quiet caption is read out only: a heading above the table says the same.
    """
    said = ' class="vk-quiet"' if quiet else ""
    sides = [' class="vk-number"' if column in numeric else "" for column in range(len(headers))]
    head = "".join(f'<th scope="col"{side}>{escape(word)}</th>' for word, side in zip(headers, sides, strict=True))
    body = "".join(_row(row, sides) for row in rows)
    return wide(f"<table class='vk-table'><caption{said}>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
           f"<tbody>{body}</tbody></table>", caption)  # fmt: skip


def stacked(headers: Row, rows: Iterable[Row], *, caption: str, numeric: frozenset[int] = frozenset()) -> None:
    """Draw a table with a quiet caption, as `stack` makes it."""
    noted.draw(stack(headers, rows, caption=caption, quiet=True, numeric=numeric))


def stack(
    headers: Row, rows: Iterable[Row], *, caption: str, quiet: bool = False, numeric: frozenset[int] = frozenset()
) -> str:
    """HTML of a table of which the cells of a row stand below each other where the screen is small.

    Roles are named, because a table that is drawn as blocks is none to a screen reader.
    """
    said = ' class="vk-quiet"' if quiet else ""
    sides = [' class="vk-number"' if column in numeric else "" for column in range(len(headers))]
    named = zip(headers, sides, strict=True)
    head = "".join(f'<th scope="col" role="columnheader"{side}>{escape(word)}</th>' for word, side in named)
    body = "".join(_stack(headers, row, sides) for row in rows)
    return (
        f"<div class='vk-stacked'><table class='vk-table' role='table'><caption{said}>{escape(caption)}</caption>"
        f"<thead role='rowgroup'><tr role='row'>{head}</tr></thead><tbody role='rowgroup'>{body}</tbody></table></div>"
    )


def _stack(headers: Row, row: Row, sides: Row) -> str:
    first, *rest = [_cell(words) for words in row]
    named = zip(map(escape, headers[1:]), rest, sides[1:], strict=True)
    cells = "".join(f'<td role="cell"{side} data-label="{name}"><div>{word}</div></td>' for name, word, side in named)
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>'


def _row(row: Row, sides: Row) -> str:
    first, *rest = [_cell(words) for words in row]
    cells = "".join(f"<td{side}>{word}</td>" for word, side in zip(rest, sides[1:], strict=True))
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'


def _cell(words: str) -> str:
    first, _, below = escape(words).partition("\n")
    return f"{first}<small>{below}</small>" if below else first


def region(html: str, label: str) -> None:
    st.html(wide(html, label))


def wide(html: str, label: str) -> str:
    """A part that may be wider than a small screen: it scrolls within itself, by keyboard too."""
    return f'<div class="vk-wide" role="region" tabindex="0" aria-label="{escape(label)}">{html}</div>'
