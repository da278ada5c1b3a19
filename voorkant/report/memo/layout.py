"""What documents share of how a memo looks: the lines above it, and how wide columns are."""

from collections.abc import Sequence

from voorkant.declare.memofile import KINDS
from voorkant.report.memo.description import Memo

LONG = 7
"""From so many parts on there is a table of contents."""
LEAST, MOST = 6, 30
"""Letters by which the width of a column is reckoned."""
TO = {
    "raadsbrief": (("Aan", "De gemeenteraad"), ("Van", "Het college van burgemeester en wethouders")),
    "bijlage": (("Bij voorstel", "(zaaknummer)"),),
    "evaluatie": (("Voor", "De gemeenteraad en het college"),),
    "halfjaar": (("Voor", "De gemeenteraad"),),
}
"""To whom each kind goes."""


def heads(memo: Memo) -> list[tuple[str, str]]:
    """The lines above a memo."""
    about = memo.about
    kind = next(code for code, name in KINDS.items() if name == about.kind)
    return [*TO[kind], ("Onderwerp", about.title), ("Gemeente", about.place), ("Periode", f"tot en met {about.period}"),
            ("Peildatum", about.until), ("Kenmerk", about.code)]  # fmt: skip


def widths(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """In letters: as the longest words of each column up to a bound, and never less than its longest word."""
    found = []
    for place, header in enumerate(headers):
        told = [header, *(line[place] for line in lines)]
        longest = max(len(word) for text in told for word in text.split() or [""])
        found.append(max(LEAST, longest + 2, min(MOST, max(map(len, told[1:]), default=0))))
    return found
