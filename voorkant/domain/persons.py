"""Numbers and addresses of persons in a text, in every notation that files have."""

import re
from decimal import Decimal

from voorkant.domain.codes import is_bsn

CONTACT = (
    r"(?i)[^\s@]+@[^\s@]+\.[a-z]{2,}|^[a-z]{2}\d{2} ?[a-z]{4}( ?\d){10}$"
    r"|^(\+31|0031|0)[ -]?6([ -]?\d){8}$|^(\+31|0031)([ -]?\d){9}$|^0\d{2,3}-\d{6,7}$"
    r"|\b(bsn|burgerservicenummer|sofinummer)\W{0,3}\d{8}"
)
"""E-mail, IBAN, telephone and what calls itself a BSN; for `re` and for Arrow."""
_BETWEEN, _AROUND = r"[ .,'/\x{00A0}-]", r"[\s'\"=‘’`\x{00A0}]*"
WHOLE_NUMBER = rf"^{_AROUND}\d(?:{_BETWEEN}?\d){{7,10}}{_AROUND}$|^{_AROUND}\d[.,]\d{{1,8}}[eE]\+?0?[78]{_AROUND}$"
"""A cell that is a number of eight or nine digits and nothing else: grouped, as a float, in science. For Arrow."""
_FLOAT, _SCIENCE = re.compile(r"(\d{8,9})[.,]0{1,2}"), re.compile(r"(\d)[.,](\d{1,8})[eE]\+?0?([78])")
_RUN = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_GROUPED = re.compile(r"(?<!\d)\d(?:[ .,'/\u00a0-]?\d){7,8}(?!\d)")
_SHOWN = re.compile(
    r"[^\s@]@|(?<![A-Z0-9])[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}(?!\d)"
    r"|(?<!\d)(?:\+31|0031|0)[ -]?(?:6(?:[ -]?\d){8}|\d{2}[ -]?\d{7}|\d{3}[ -]\d{6})(?!\d)",
    re.IGNORECASE,
)
_OUTSIDE = " \t\r\n'\"=‘’`\u00a0"
_SIGNS = re.compile(r"\D")


def digits_of(text: str) -> str:
    """The eight or nine digits of a cell that `WHOLE_NUMBER` found; empty when there are more or fewer."""
    bare = text.strip(_OUTSIDE)
    if found := _FLOAT.fullmatch(bare):
        return found[1]
    if found := _SCIENCE.fullmatch(bare):
        value = Decimal(f"{found[1]}.{found[2]}E{found[3]}")
        return str(int(value)) if value == int(value) else ""
    digits = _SIGNS.sub("", bare)
    return digits if len(digits) in {8, 9} else ""


def has_person(text: str) -> bool:
    """Whether a text may hold a BSN, an address, a telephone number or an IBAN: it is not repeated then."""
    if _SHOWN.search(text):
        return True
    runs = [*_RUN.findall(text), *(_SIGNS.sub("", found) for found in _GROUPED.findall(text))]
    science = (digits_of(found[0]) for found in _SCIENCE.finditer(text))
    return any(is_bsn(number) for number in (*runs, *science) if number)
