"""Names one after the other, as a sentence has them."""

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """`a`, `a en b`, `a, b en c`; empty without names."""
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
