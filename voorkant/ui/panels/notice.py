"""A calm sentence in the place of a figure: what is not there, and what to choose instead."""

from collections.abc import Sequence
from html import escape

from voorkant.ui.snapshots import noted


def notice(title: str, words: str) -> None:
    noted.draw(markup(title, words))


def noticed(title: str, lines: Sequence[str]) -> None:
    """The same of several things, each on a line of its own."""
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    noted.draw(f'<section class="vk-notice"><h2>{escape(title)}</h2><ul>{listed}</ul></section>')


def markup(title: str, words: str) -> str:
    """The same, to stand in one element with what is around it."""
    return f'<section class="vk-notice"><h2>{escape(title)}</h2><p>{escape(words)}</p></section>'
