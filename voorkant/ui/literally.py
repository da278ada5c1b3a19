"""Words of people or files in a text that Streamlit reads as Markdown: they stand there as they were written."""

import re

_SIGNS = re.compile(
    r"[\\`*\[\]<>~$|]|&(?=[#\w]+;)"
    r"|(?<!\w)_|_(?!\w)"  # within a word, as in the name of a column, it is a sign like others
    r"|:(?=[A-Za-z_])"  # Streamlit's colours and pictures
    r"|^\s*[#+-]|(?<=\d)[.)](?=\s|$)",  # a heading, a list
    re.MULTILINE,
)


def literally(text: object) -> str:
    """No emphasis, link, picture, colour, formula or list comes of it."""
    return _SIGNS.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", str(text))
