"""Text that a spreadsheet would run as a formula, and how it is kept from that."""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the wide forms of the first, which some spreadsheets read as those."""


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where it could be a formula. Numbers are numbers, and not for here."""
    return f"'{text}" if text.startswith(RISKY) else text
