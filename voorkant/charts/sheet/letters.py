"""How wide words are in the letters of a picture, and where they are broken into lines."""

import unicodedata

FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The first comes with what makes a PNG; the others are as wide, letter by letter."""
ASCENT, MIDDLE, DESCENT = 0.905, 0.35, 0.212
"""From the line that letters stand on: to their top, to half of a small one, and below it; as a part of their size."""
BOLD = 1.07
"""How much wider bold letters are."""
ELSE = 0.6
"""A sign that is not listed: few are, and none is much wider."""
_THOUSANDTHS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "-`r()·", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "Jckszvxy", 556: "#$0123456789?L_abdeghnopqu–€", 584: "+<=>~×", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "→…—", 1015: "@",
}  # fmt: skip
"""Of the size: the widths of Helvetica (Adobe's core font metrics), which Arial and Liberation Sans have too."""
_WIDTHS = {letter: wide / 1000 for wide, letters in _THOUSANDTHS.items() for letter in letters}


def extent(words: str, size: float, *, bold: bool = False) -> float:
    """Pixels of a line; an accent takes no room of its own."""
    plain = (letter for letter in unicodedata.normalize("NFD", words) if not unicodedata.combining(letter))
    return sum(_WIDTHS.get(letter, ELSE) for letter in plain) * size * (BOLD if bold else 1)


def wrapped(words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The lines that words take; a word that is too long has a line of its own."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and extent(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
