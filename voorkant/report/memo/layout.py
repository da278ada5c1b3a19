"""What documents share of how a memo looks: the lines above it, and how wide columns are."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import ceil

from voorkant.charts.sheet.letters import extent
from voorkant.declare.memofile import KINDS
from voorkant.report.memo.description import Block, Heading, Memo, Section, Words

LONG = 7
"""From so many parts on there is a table of contents."""
DIGIT, AROUND, LEAST, ROOM = 0.556, 2.4, 6, 98
"""Widths of columns are in digits: how wide one is, the edges of a cell, the least, and what fits on a line."""
WHOLE = 32
"""Lines of a table that is kept on one page; a longer one may be broken, as it could leave half a page empty."""
BESIDE = 3
"""Rows of a longer one that stay together at its begin, the headers among them, and at its end."""
TO = {
    "raadsbrief": (("Aan", "De gemeenteraad"), ("Van", "Het college van burgemeester en wethouders")),
    "bijlage": (("Voor", "Het college van burgemeester en wethouders"),),
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
    """In digits. Each column has room for its longest word; what is left goes where the most lines are."""
    found = [
        max(LEAST, _longest(head, bold=True), *(_longest(text) for text in rest))
        for head, *rest in zip(headers, *lines, strict=True)
    ]
    rows = [[_long(text) for text in line] for line in lines]
    asked = [max(low, *column) for low, column in zip(found, zip(*rows, strict=True), strict=True)] if rows else found
    for _ in range(min(ROOM, sum(asked)) - sum(found)):
        found[_tightest(found, asked, rows)] += 1
    return found


def _long(text: str, *, bold: bool = False) -> int:
    """What a cell asks for to stand in one line."""
    return ceil(extent(text, 1, bold=bold) / DIGIT + AROUND)


def _longest(text: str, *, bold: bool = False) -> int:
    return max((_long(word, bold=bold) for word in text.split()), default=0)


def _tightest(wide: Sequence[int], asked: Sequence[int], rows: Sequence[Sequence[int]]) -> int:
    """Among the columns that ask for more the one that makes most lines of the table; of two that asks for most."""
    wanting = [place for place in range(len(wide)) if wide[place] < asked[place]]
    lines = {place: [row[place] / wide[place] for row in rows] for place in wanting}
    highest = [max(map(ceil, of_row)) for of_row in zip(*lines.values(), strict=True)]
    return max(
        wanting,
        key=lambda place: (
            sum(high for high, long in zip(highest, lines[place], strict=True) if ceil(long) == high > 1),
            sum(lines[place]),
        ),
    )


def height(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
    """How many lines a table takes, about."""
    wide = widths(headers, lines)
    rows = [[_long(text) / room for text, room in zip(line, wide, strict=True)] for line in (headers, *lines)]
    return sum(max(map(ceil, row)) for row in rows)


def whole(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> bool:
    """Whether a table is short enough to stay on one page; one of sentences may be broken between any two of them."""
    return height(headers, lines) <= min(WHOLE, 2 * (1 + len(lines)))


def kept(headers: Sequence[str], lines: Sequence[Sequence[str]]) -> list[bool]:
    """Of each row whether it may not be the last on a page: no row stands alone, and a short table is not broken."""
    rows, is_whole = 1 + len(lines), whole(headers, lines)
    return [place < rows - 1 and (is_whole or place < BESIDE or place >= rows - BESIDE) for place in range(rows)]


def stays(section: Section, *, opening: bool = True) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it may not be the last on a page: words that lead to what comes after them.

    Without `opening` the first words of a part may stand apart from the heading below them.
    """
    blocks = section.blocks
    for number, (block, after, then) in enumerate(zip_longest(blocks, blocks[1:], blocks[2:])):
        opens = opening and not number and isinstance(after, Heading)
        yield block, isinstance(block, Words) and (opens or _leads(block, after) or _last_but_one(block, after, then))


def _leads(block: Words, after: Block | None) -> bool:
    """A sentence to the words or points below it, a verdict to its reasons, and no point to the next."""
    match after:
        case Words(look="gewoon"):
            return block.look == "oordeel"
        case Words():
            return block.look not in ("punt", "verhaal")
    return False


def _last_but_one(block: Words, after: Block | None, then: Block | None) -> bool:
    """A last point does not stand alone on the next page."""
    return block.look == "punt" and _is_point(after) and not _is_point(then)


def _is_point(block: Block | None) -> bool:
    return isinstance(block, Words) and block.look == "punt"
