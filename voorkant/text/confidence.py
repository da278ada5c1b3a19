"""How sure a proposal is, in a word."""

SURE, LIKELY = 0.9, 0.6


def confidence_words(value: float) -> str:
    """`zeker`, `waarschijnlijk` or `twijfel`."""
    return "zeker" if value >= SURE else "waarschijnlijk" if value >= LIKELY else "twijfel"
