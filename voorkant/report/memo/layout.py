"""What documents share of how a memo looks: the lines above it, and how wide columns are."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from voorkant.declare.memofile import KINDS
from voorkant.report.memo.description import Block, Heading, Memo, Section, Words

LONG = 7
"""From so many parts on there is a table of contents."""
LEAST, MOST, ROOM, BOLD = 6, 30, 98, 5
"""Letters by which the width of a column is reckoned, and how many fit beside each other."""
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
    kind = next((code for code, name in KINDS.items() if name == about.kind), "")  # a view is addressed to nobody
    return [*TO.get(kind, ()), ("Onderwerp", about.title), ("Gemeente", about.place),
            ("Periode", f"tot en met {about.period}"), ("Peildatum", about.until), ("Kenmerk", about.code)]  # fmt: skip


def widths(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """In letters: what each column asks for, up to a bound; where that is too much, at least its longest word."""
    least, asked = [], []
    for place, header in enumerate(headers):
        told = [header, *(line[place] for line in lines)]
        bold = max(len(word) for word in header.split() or [""]) + BOLD
        least.append(max(LEAST, bold, 3 + max(len(word) for text in told for word in text.split() or [""])))
        asked.append(max(least[-1], min(MOST, max(map(len, told[1:]), default=0))))
    over, spare = sum(asked) - ROOM, sum(asked) - sum(least)
    if over <= 0 or not spare:
        return asked
    kept = max(spare - over, 0) / spare
    return [low + round((high - low) * kept) for low, high in zip(least, asked, strict=True)]


def stays(section: Section) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it may not be the last on a page: words that lead to what comes after them."""
    for number, (block, after) in enumerate(zip_longest(section.blocks, section.blocks[1:])):
        yield block, isinstance(block, Words) and (_leads(block, after) or (not number and isinstance(after, Heading)))


def _leads(block: Words, after: Block | None) -> bool:
    """A sentence to its picture or to the words below it, a verdict to its reasons, and no point to the next."""
    match after:
        case Words(look="gewoon"):
            return block.look == "oordeel"
        case Words():
            return block.look not in ("punt", "verhaal")
    return False
