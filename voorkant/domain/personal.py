"""What is of a person in a piece of text: numbers, addresses and codes that may stand nowhere."""

import re

from voorkant.domain.codes import is_bsn
from voorkant.domain.persons import CONTACT

_WORDS = 6
"""In how many words a number may be written: `06 12 34 56 78`."""
_DIGITS = re.compile(r"(?<!\d)\d[\d .-]{6,10}\d(?!\d)")
LONGEST_REASON = 500


def holds_personal(text: str) -> bool:
    """Whether a sentence holds contact details or a citizen service number. Names cannot be told from other words."""
    words = [word.strip(".,;:?!()'\"") for word in text.split()]
    parts = (" ".join(words[at : at + size]) for at in range(len(words)) for size in range(1, _WORDS + 1))
    if any(re.search(CONTACT, part) for part in parts):
        return True
    numbers = (re.sub(r"\D", "", found) for found in _DIGITS.findall(text))
    # eight digits with a zero in front are an AGB code: a number of a person that lost its zero has none
    return any(is_bsn(number) for number in numbers if len(number) == 9 or (len(number) == 8 and number[0] != "0"))  # noqa: PLR2004


def objection(reason: str) -> str:
    """Why a reason cannot be kept, in Dutch; empty when it can."""
    if not reason.strip():
        return "Vul bij elke waarschuwing in waarom dit klopt."
    if len(reason) > LONGEST_REASON:
        return f"Een reden mag hoogstens {LONGEST_REASON} tekens lang zijn. Kort hem in."
    if holds_personal(reason):
        return "In een reden staat een persoonsgegeven. Beschrijf de reden zonder gegevens van een persoon."
    return ""
