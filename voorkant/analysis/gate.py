"""The gate: what must be there before a verdict may be given, and how many months of waiting would mend what is not.

Thresholds come from the project's own simulations: below them a true null is rejected too often, or a real difference
is not seen. A reason carries what there is, what is needed, and the months after which it is to be expected at the
present rate; None where waiting does not help.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, log1p

ALPHA = 0.05
"""How often a verdict may be chance, all moments together."""
FEWEST_TREATED = FEWEST_COMPARISON = 3
FEWEST_MONTHS_BEFORE, FEWEST_MONTHS_AFTER = 12, 6
FEWEST_EXPECTED = 50
WIDEST_MDE, WIDE_MDE = 0.50, 0.30
MOST_MISSING = 0.10


class Lack(StrEnum):
    """Why there is no verdict; one table in `text` turns these into sentences."""

    TREATED = "te_weinig_begonnen"
    COMPARISON = "te_weinig_vergelijking"
    ASSIGNMENTS = "te_weinig_verdelingen"
    BEFORE = "te_kort_ervoor"
    AFTER = "te_kort_erna"
    EXPECTED = "te_weinig_verwacht"
    MDE = "te_onnauwkeurig"
    MISSING = "te_veel_ontbreekt"
    SUPPRESSED = "verborgen_invoer"
    BREAK = "registratiebreuk"
    START = "start_onbekend"
    NOTHING = "niets_te_tellen"
    FAMILIES = "alleen_te_beschrijven"
    MAPPED = "te_weinig_herleid"
    NO_MONTHS = "geen_maanden"


@dataclass(frozen=True)
class Refusal:
    """One reason: `found` against `needed` in the unit of the reason, and the months until it can be mended."""

    lack: Lack
    found: float
    needed: float
    months: int | None = None


@dataclass(frozen=True)
class Standing:
    """What there is. Months as counted before and after; `monthly` events are expected in a month from now on."""

    treated: int
    comparison: int
    assignments: int
    before: int
    after: float
    expected: float
    monthly: float
    mde: float
    missing: float
    suppressed: bool = False
    broken: int = 0
    starts_unknown: int = 0


def fewest_assignments(alpha: float) -> int:
    """With fewer distinct deals of the starts p cannot come well below alpha."""
    return ceil(round(2 / alpha, 9))


def refusals(there: Standing, alpha: float = 0.05) -> tuple[Refusal, ...]:
    """Every reason that applies, in the order in which they are told; where nothing compares, amounts say little."""
    least = fewest_assignments(alpha)
    nothing = there.after == 0 and there.expected == 0
    reasons = [
        (there.starts_unknown > 0, Refusal(Lack.START, there.starts_unknown, 0)),
        (there.treated < FEWEST_TREATED, Refusal(Lack.TREATED, there.treated, FEWEST_TREATED)),
        (there.comparison < FEWEST_COMPARISON, Refusal(Lack.COMPARISON, there.comparison, FEWEST_COMPARISON)),
        (not nothing and there.assignments < least, Refusal(Lack.ASSIGNMENTS, there.assignments, least)),
        (there.broken > 0, Refusal(Lack.BREAK, there.broken, 0)),
        *(_of_input(there) if nothing else amounts(there)),
    ]
    return tuple(reason for applies, reason in reasons if applies)


def amounts(there: Standing, before: int = FEWEST_MONTHS_BEFORE) -> list[tuple[bool, Refusal]]:
    """The reasons about amounts of data, which hold with and without a comparison: whether each applies, and it."""
    wait = max(0, ceil(FEWEST_MONTHS_AFTER - there.after))
    return [
        (there.before < before, Refusal(Lack.BEFORE, there.before, before)),
        (there.after < FEWEST_MONTHS_AFTER, Refusal(Lack.AFTER, there.after, FEWEST_MONTHS_AFTER, wait)),
        (there.expected < FEWEST_EXPECTED,
         Refusal(Lack.EXPECTED, there.expected, FEWEST_EXPECTED, _months(FEWEST_EXPECTED - there.expected, there))),
        (there.mde > WIDEST_MDE, Refusal(Lack.MDE, there.mde, WIDEST_MDE, _until_precise(there))),
        *_of_input(there),
    ]  # fmt: skip


def _of_input(there: Standing) -> list[tuple[bool, Refusal]]:
    return [
        (there.missing > MOST_MISSING, Refusal(Lack.MISSING, there.missing, MOST_MISSING)),
        (there.suppressed, Refusal(Lack.SUPPRESSED, 1, 0)),
    ]


def _months(events: float, there: Standing) -> int | None:
    """How long until that many more events are expected; None when none come."""
    return ceil(events / there.monthly) if there.monthly > 0 else None


def _until_precise(there: Standing) -> int | None:
    """At the earliest: the error shrinks with the root of what is expected after the start."""
    if not 0 < there.mde < 1 or there.expected <= 0:
        return None
    needed = there.expected * (log1p(-there.mde) / log1p(-WIDEST_MDE)) ** 2
    return _months(needed - there.expected, there)


def waiting(found: tuple[Refusal, ...]) -> int | None:
    """Months until all reasons can be gone; None when waiting does not help with one of them."""
    months = [reason.months for reason in found]
    return None if None in months or not months else max(month for month in months if month is not None)
