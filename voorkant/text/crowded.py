"""The words of months that hold far more rows than a source usually has: what that may be, and what to do."""

from collections.abc import Sequence

from voorkant.text import numbers, periods
from voorkant.text.enumeration import listed

CROWDED = 200
"""From this percentage of its usual size a month is too full to be taken for complete: a file twice is 200."""
YEARLY = (
    "Dat is elk jaar in {month} zo. Mogelijk staan rijen over een heel jaar op die maand. De andere maanden lijken dan "
    "leger dan ze zijn."
)
ONCE = (
    "Mogelijk is een bestand dubbel geleverd: vraag het na bij de leverancier. Een nieuwe start, of rustige maanden "
    "ervoor, kan het ook zijn."
)


def crowded(source: str, months: Sequence[tuple[str, float]]) -> str:
    """`months`: code and percentage of the usual size. Empty where none is too full."""
    found = [(code, percent) for code, percent in months if percent >= CROWDED]
    if not found:
        return ""
    told = listed([f"{periods.period(code)} ({numbers.number(percent)}%)" for code, percent in found])
    names = {periods.period(code).rpartition(" ")[0] for code, _ in found}
    yearly = len(found) > 1 and len(names) == 1
    return f"{source}: veel meer rijen dan gewoon in {told}. {YEARLY.format(month=names.pop()) if yearly else ONCE}"
