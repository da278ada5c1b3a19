"""What *Kwaliteit* says of checks that are switched off: which, why, and how many rows came in without them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from voorkant.builder.quality import Row, rounded
from voorkant.builder.store.history import Delivery
from voorkant.declare.ruleoff import RuleOff
from voorkant.declare.settings import Rule
from voorkant.domain.switchable import SWITCHABLE

NOW, BEFORE = "regel_uit", "regel_was_uit"
"""Topics: off today, and off when a delivery that still counts was read."""


def rule_off_rows(off: Iterable[RuleOff], deliveries: Sequence[Delivery], rule: Rule) -> list[Row]:
    """A row for each check that is off, also one that no row met; then those that are on again."""
    met: Counter[tuple[str, str]] = Counter()
    reasons: dict[tuple[str, str], str] = {}
    for item in (item for item in deliveries if item.used and item.kind):
        for finding in (found for found in item.report["findings"] if found.get("switched_off")):
            met[item.kind, finding["rule"]] += finding["count"]
            reasons[item.kind, finding["rule"]] = finding["suggestion"]
    rows: list[Row] = []
    for wish in off:
        place = wish.source, wish.rule
        reason = f"Reden: {wish.reason}"
        rows.append(_row(NOW, place, rounded(met.pop(place, 0), rule), day=wish.day, reason=reason))
    return rows + [
        _row(BEFORE, place, rounded(count, rule), day="", reason=reasons[place]) for place, count in sorted(met.items())
    ]


def _row(topic: str, place: tuple[str, str], count: float, *, day: str, reason: str) -> Row:
    source, rule = place
    return topic, source, SWITCHABLE[rule].sentence, day or None, count, reason
