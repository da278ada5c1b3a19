"""How long things are kept: `bewaartermijn` of a source, and `[bewaren]` for what is made of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voorkant.declare.strict import Table
from voorkant.domain.period import MONTHS

_TERM = re.compile(r"([1-9]\d{0,2}) (jaar|maand|maanden)")
MADE = ("publicaties", "opdrachten")
"""What is made of deliveries and may go: publications that are no longer in force, and jobs that are done."""


@dataclass(frozen=True)
class Term:
    """So many calendar years or months after the one in which something happened."""

    amount: int
    unit: str

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    def first_kept(self, today: date) -> date:
        """The first day that is kept. Whole years go at once, so that no year is published in part."""
        if self.unit == "jaar":
            return date(today.year - self.amount, 1, 1)
        months = today.year * MONTHS + today.month - 1 - self.amount
        return date(months // MONTHS, months % MONTHS + 1, 1)


Terms = Mapping[str, Term]


def take_term(table: Table, key: str) -> Term | None:
    """What a table says. DataRefused for anything but a number of years or months."""
    text = table.take(key, str, None)
    if text is None:
        return None
    found = _TERM.fullmatch(text)
    if found is None:
        raise table.refuse(f'\'{key}\' is een aantal jaren of maanden, zoals "5 jaar" of "18 maanden".')
    return Term(int(found[1]), found[2])


def read_kept(top: Table) -> dict[str, Term]:
    """`[bewaren]`: how long publications and jobs are kept; what is not named is not removed."""
    table = top.table("bewaren")
    found = {key: term for key in MADE if (term := take_term(table, key)) is not None}
    table.done()
    return found
