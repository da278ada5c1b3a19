"""One notation per number of a person, and the keyed pseudonym that stands in its place."""

import hmac
import re

from voorkant.builder.ingest.outcome import is_missing

BSN_DIGITS = 9
NUMBER = r"\d[\d .-]{6,10}\d"
"""Eight or nine digits, perhaps with signs between them."""
_DOMAIN = b"voorkant pseudonymise\0"
_SIGNS = 32  # 128 bits
_FLOAT = re.compile(r"(\d+)[.,]0+")
_EITHER = (re.compile(NUMBER), re.compile(r"\d+"))
_BETWEEN = str.maketrans("", "", " .-")


def normal(text: str) -> str:
    """Without signs and spaces, a BSN in nine digits; empty when there is no value."""
    bare = " ".join(text.split()).strip("'=\" ")
    found = _FLOAT.fullmatch(bare)
    bare = found[1] if found else bare
    bare = _nine_digits(bare) or bare
    return "" if is_missing(bare) or not bare.strip("0") else bare


def _nine_digits(text: str) -> str | None:
    digits = text.translate(_BETWEEN)
    whole = digits.isascii() and digits.isdigit() and len(digits) in (BSN_DIGITS - 1, BSN_DIGITS)
    return digits.zfill(BSN_DIGITS) if whole else None


def pseudonym(text: str, key: bytes) -> str:
    """The same for the same value in every file. A letter first: a spreadsheet then never takes it for a number."""
    value = normal(text)
    return "P" + hmac.digest(key, _DOMAIN + value.encode(), "sha256").hex()[:_SIGNS] if value else ""


def held(text: str) -> set[str]:
    """All that may be a BSN in a text, in any notation."""
    found = {_nine_digits(number) for pattern in _EITHER for number in pattern.findall(text)}
    return {number for number in found if number}


def is_note(text: str) -> bool:
    """Whether it is written by a person, not an id: more than one word, with letters."""
    return len(text.split()) > 1 and any(sign.isalpha() for sign in text)
