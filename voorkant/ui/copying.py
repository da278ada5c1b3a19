"""Buttons that copy: a link, or a text. The script of the shell says so, or shows what to copy by hand."""

from html import escape


def copy_link(link: str) -> str:
    return _button("vk-copying", f'data-link="{escape(link)}"', "Kopieer link", "Link naar dit beeld", link)


def copy_text(text: str, words: str, name: str) -> str:
    """`words` stand on the button, `name` is what a screen reader calls the text."""
    return _button("vk-copying vk-left", f'data-text="{escape(text)}"', words, name, text)


def _button(place: str, data: str, words: str, name: str, shown: str) -> str:
    return (
        f'<div class="{place}"><button type="button" class="vk-copy" {data}>{words}</button>'
        f'<input class="vk-link" type="text" readonly hidden aria-label="{name}" value="{escape(shown)}">'
        '<span role="status" class="vk-said"></span></div>'
    )
