"""A calm sentence in the place of a figure: what is not there, and what to choose instead."""

from html import escape

from voorkant.ui.snapshots import noted


def notice(title: str, words: str) -> None:
    noted.draw(markup(title, words))


def markup(title: str, words: str) -> str:
    """The same, to stand in one element with what is around it."""
    return f'<section class="vk-notice"><h2>{escape(title)}</h2><p>{escape(words)}</p></section>'
