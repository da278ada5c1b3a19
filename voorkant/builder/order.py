"""What the one who asks for a publication says beside the files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voorkant.domain.job import NOBODY, Asker


@dataclass(frozen=True)
class Order:
    """From the command line nothing of it is said: warnings then stay open, and are told."""

    asker: Asker = NOBODY
    reasons: Mapping[str, str] = field(default_factory=dict)  # id of a warning -> why it is right
    replaces: Mapping[str, str] = field(default_factory=dict)  # kind -> `sleutel` or `periode`
    again: frozenset[str] = frozenset()  # hashes of files that were undone and are to be read once more
    clock_is_right: bool = False  # what was logged with a clock that ran ahead does not stand in the way
    strict: bool = False  # nothing is published while a warning has no reason
