"""What becomes of one cell text: a value, None for missing, a Fault that is not read, or a Mended value with a note."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """The text cannot be read as what the column holds."""

    rule: str
    suggestion: str


@dataclass(frozen=True)
class Mended:
    """A value that is certain although the text was not in order."""

    value: object
    rule: str
    suggestion: str


CONSENT = "Of laat Voorkant dit verkorten: vink het aan bij Gegevens inladen, of zet 'verkort' in voorkant.toml."
"""What can be done about a value that is too precise."""
Reader = Callable[[str], object]
"""Text without outer spaces -> value | None | Fault | Mended."""

MISSING = frozenset(
    {"", "-", "--", ".", "..", ",", "?", "nvt", "n.v.t.", "n.v.t", "n/a", "nan", "null", "none",
     "onbekend", "niet bekend", "onb.", "leeg", "(leeg)", "#n/b", "#n/a", "#nvt", "#leeg!"}
)  # fmt: skip
"""Words that mean: not known, or does not apply."""
NO_VALUE = frozenset(
    {"#div/0!", "#deel/0!", "#value!", "#waarde!", "#name?", "#naam?", "#num!", "#getal!", "#ref!", "#verw!", "#null!",
     "#spill!", "#overloop!", "#calc!", "#bereken!", "#formule!"}
)  # fmt: skip
"""What a spreadsheet shows where a formula has no value."""


def is_missing(text: str, more: frozenset[str] = frozenset()) -> bool:
    folded = text.casefold()
    return folded in MISSING or folded in more
