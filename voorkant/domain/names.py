"""Names of columns as they are compared, and the fingerprint of a header."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 16)  # refused rows repeat their words
def plain(name: str) -> str:
    """A column name without case, accents, spaces and signs: what is left must be equal to be the same name."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def fingerprint(header: Iterable[str]) -> str:
    """The same for the same names in another order: so the next export of the same system is known."""
    names = sorted(filter(None, map(plain, header)))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]
