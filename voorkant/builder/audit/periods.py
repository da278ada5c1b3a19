"""How the periods of a table cover each other: which together make a longer one, lie in it, or lie over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voorkant.domain.period import MONTHS

SUM, PART, COVER, GROUP = "sum", "part", "cover", "group"
"""Pieces that make a whole without overlap · a piece inside it · pieces that together lie over it · a share, of which
hits and rest together lie inside it."""


@dataclass(frozen=True)
class Span:
    """A period as months counted from the year 0, both ends included."""

    id: int
    type: str
    first: int
    last: int

    @classmethod
    def of(cls, number: int, kind: str, start: date, end: date) -> "Span":
        return cls(number, kind, start.year * MONTHS + start.month - 1, end.year * MONTHS + end.month - 1)

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    def holds(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last and self.months > other.months


def parts(whole: Span, spans: Sequence[Span]) -> list[tuple[str, list[Span]]]:
    """(form, pieces) of each way in which other periods bound this one."""
    inside = [span for span in spans if whole.holds(span)]
    largest = [span for span in inside if not any(other.holds(span) for other in inside)]
    found = [(PART, largest)] if largest else []
    # what only touches the whole can still lie over it: a year lies within two school years
    across = [span for span in spans if span.type != whole.type and not whole.holds(span)
              and span.first <= whole.last and span.last >= whole.first]  # fmt: skip
    exact = _chain(whole, inside)
    found += [(SUM, exact or largest)] if exact or largest else []
    over = _chain(whole, across if exact else [*across, *inside], exact=False)
    return [*found, (COVER, over)] if over else found


def _chain(whole: Span, spans: Sequence[Span], *, exact: bool = True) -> list[Span]:
    """The fewest spans from first month to last, end to end when exact; empty when there is a hole."""
    chain: list[Span] = []
    month = whole.first
    while month <= whole.last:
        fit = [span for span in spans if (span.first == month if exact else span.first <= month <= span.last)]
        if not fit:
            return []
        chain.append(max(fit, key=lambda span: (span.last, span.first)))
        month = chain[-1].last + 1
    return chain


def part_rows(types: str, spans: Sequence[Span]) -> list[tuple[str, int, int, str, int]]:
    """The rows of `period_part` for tables that have these period types (comma separated)."""
    own = [span for span in spans if span.type in types.split(",")]
    return [
        (types, whole.id, piece.id, form, whole.months if form == SUM and not _is_whole(whole, pieces) else len(pieces))
        for whole in own
        for form, pieces in parts(whole, own)
        for piece in pieces
    ]


def _is_whole(whole: Span, pieces: Sequence[Span]) -> bool:
    return sum(piece.months for piece in pieces) == whole.months
