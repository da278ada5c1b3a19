"""Codes of areas, practices and schools as people write them, and their one notation."""

import re

_GEMEENTE = re.compile(r"(?:GM)?(\d{1,4})", re.IGNORECASE)
_WIJK = re.compile(r"(?:WK)?(\d{4})([0-9A-Z]{2})", re.IGNORECASE)
_WIJK_SHORT = re.compile(r"(?:WK)?(\d{3})([0-9]{2})", re.IGNORECASE)
_LAND = re.compile(r"NL0[01]?", re.IGNORECASE)
_REGIO = re.compile(r"[A-Z]{2}\d{2}", re.IGNORECASE)
_AGB = re.compile(r"\d{7,8}")
_BRIN = re.compile(r"(\d{2}[A-Z]{2})[ |-]?(\d{2})?", re.IGNORECASE)
AGB_DIGITS = 8
BSN_DIGITS = 9
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def gemeente_code(text: str) -> str | None:
    """`GM0014` from `GM0014`, `gm14`, `0014` or `14`; None when it is no such code."""
    found = _GEMEENTE.fullmatch(text)
    return f"GM{int(found[1]):04d}" if found and int(found[1]) else None


def wijk_code(text: str) -> str | None:
    """`WK001400` from `WK001400`, `001400` or `1400` with its lost zero (`01400`); None when it is no such code."""
    if found := _WIJK.fullmatch(text):
        return f"WK{found[1]}{found[2].upper()}"
    if found := _WIJK_SHORT.fullmatch(text):
        return f"WK0{found[1]}{found[2]}"
    return None


def area_code(text: str) -> str | None:
    """The code of a land, region, gemeente or wijk that is written with its letters, or of a bare gemeente."""
    upper = text.upper()
    if upper.startswith("WK"):
        return wijk_code(upper)
    if _LAND.fullmatch(upper):
        return "NL00"
    if upper.startswith("GM") or upper.isdigit():
        return gemeente_code(upper) if len(upper.removeprefix("GM")) <= 4 else wijk_code(upper)  # noqa: PLR2004
    return upper if _REGIO.fullmatch(upper) else None


def agb_code(text: str) -> str | None:
    """Eight digits; a seventh digit's lost zero is put back. None when it is no AGB code."""
    return text.zfill(AGB_DIGITS) if _AGB.fullmatch(text) and int(text) else None


def brin_code(text: str) -> str | None:
    """`12AB` or `12AB00` (with vestiging); None when it is no BRIN."""
    found = _BRIN.fullmatch(text)
    return found[1].upper() + (found[2] or "") if found else None


def is_bsn(digits: str) -> bool:
    """Whether 8 or 9 digits pass the elfproef; only nines of zeros pass it without being a number of a person."""
    padded = digits.zfill(len(_BSN_WEIGHTS))
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, padded, strict=True))
    return total % 11 == 0 and int(padded) > 0
