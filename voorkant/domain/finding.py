"""What was seen in a file: one finding per rule and place."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; the order is that of importance."""

    STOP = "stop"  # the whole file is refused
    REFUSED = "geweigerd"  # these rows are not used
    WARNING = "waarschuwing"  # used, but look at it
    NOTE = "melding"  # good to know


@dataclass(frozen=True)
class Finding:
    """One rule at one place. `count` is how often the same rule met the same column and value; `line` is the first."""

    rule: str
    severity: Severity
    line: int | None
    column: str | None
    value: str | None  # masked where personal
    suggestion: str
    count: int = 1
