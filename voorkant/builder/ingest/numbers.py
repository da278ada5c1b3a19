"""Numbers as people write them: comma or point for decimals is what the column itself proves, never a guess."""

import re
from collections.abc import Collection

from voorkant.builder.ingest.outcome import Fault, Reader

_PLAIN = re.compile(r"\d+")
_BOTH = re.compile(r"(\d{1,3}(?:([.,])\d{3})+)(?!\2)([.,])(\d+)")  # 1.234,56
_GROUPS = re.compile(r"\d{1,3}(?:([., '’ ])\d{3})+")
_ONE = re.compile(r"(\d*)([.,])(\d+)")
_SPACED = re.compile(r"(\d{1,3}(?:[ '’ ]\d{3})+)(?:([.,])(\d+))?")
_HIDDEN = re.compile(r"[<>≤≥]\s*\d+|minder dan \d+", re.IGNORECASE)
_SCIENCE = re.compile(r"-?\d+(?:[.,]\d+)?e[+-]?\d+", re.IGNORECASE)
_MONEY = re.compile(r"^(-?)\s*(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
EXACT = "\u2024"
"""Parts the decimals of a number that is a value and no text: it proves nothing of the texts beside it."""
_VALUE = re.compile(rf"\d+{EXACT}\d+")
_MOST = 1e15
"""From here on the last digits of a number are lost."""
_WRITE = "Schrijf een getal zonder duizendtekens, bijvoorbeeld 1234,5."


def number_reader(texts: Collection[str], *, whole: bool, percent: bool = False) -> Reader:
    """The reader for the distinct texts of one number column. `whole`: integers; `percent`: may end with that sign."""
    marks = {mark for text in texts if (mark := _proven(_bare(_signless(text, percent=percent))[1]))}
    decimal = marks.pop() if len(marks) == 1 else None
    return lambda text: _read(_signless(text, percent=percent), decimal, whole=whole)


def _signless(text: str, *, percent: bool) -> str:
    return text.removesuffix("%").rstrip() if percent else text


def _bare(text: str) -> tuple[bool, str]:
    """(negative, digits and signs) without money sign and minus."""
    text = _MONEY.sub(r"\1", text).replace("−", "-").strip().removesuffix(",-").strip()
    negative = text.startswith("-") or text.endswith("-")
    return negative, text.strip("-").strip()


def _proven(text: str) -> str | None:
    """The decimal mark that this text proves; None when it proves none."""
    if found := _BOTH.fullmatch(text):
        return found[3]
    if found := _SPACED.fullmatch(text):
        return found[2]
    if (found := _GROUPS.fullmatch(text)) and text.count(found[1]) > 1:
        return {".": ",", ",": "."}.get(found[1])
    if (found := _ONE.fullmatch(text)) and not _ambiguous(text):
        return found[2]
    return None


def _ambiguous(text: str) -> bool:
    """`1,234`: three digits after the only mark, and at most three before it of which the first is no zero."""
    found = _ONE.fullmatch(text)
    return bool(found and len(found[3]) == 3 and 0 < len(found[1]) <= 3 and found[1][0] != "0")  # noqa: PLR2004


def _read(text: str, decimal: str | None, *, whole: bool) -> object:
    negative, bare = _bare(text)
    if _HIDDEN.fullmatch(text):
        return Fault("getal_afgeschermd", "Vraag de leverancier om het aantal, of laat de cel leeg.")
    if _SCIENCE.fullmatch(text):
        return Fault("wetenschappelijk", "Zet de kolom in Excel op 'Getal' of 'Tekst' en exporteer opnieuw.")
    digits = _digits(bare, decimal)
    if isinstance(digits, Fault):
        return digits
    long = "buiten_bereik" if float(digits) > _MOST else ""
    zero = "getal_voorloopnul" if len(digits.partition(".")[0]) > 1 and digits.startswith("0") else ""
    if rule := zero or long:
        return Fault(rule, "Controleer of hier een code staat in plaats van een aantal.")
    value = -float(digits) if negative else float(digits)
    if not whole:
        return value
    return int(value) if value.is_integer() else Fault("getal_niet_heel", "Controleer of dit de bedoelde kolom is.")


def _digits(text: str, decimal: str | None) -> str | Fault:
    """The number with a point for decimals and no grouping."""
    if _PLAIN.fullmatch(text):
        return text
    if _VALUE.fullmatch(text):
        return text.replace(EXACT, ".")
    if _ambiguous(text):
        if decimal is None:
            return Fault("getal_dubbelzinnig", _WRITE)
        mark = _ONE.fullmatch(text)[2]  # type: ignore[index]  # it is ambiguous, so it matches
        return text.replace(mark, "." if mark == decimal else "")
    mark = _proven(text)
    if mark is None and not (_SPACED.fullmatch(text) or _GROUPS.fullmatch(text)):
        return Fault("getal_onleesbaar", _WRITE)
    kept = "".join(sign for sign in text if sign.isdigit() or sign == mark)
    whole, _, fraction = kept.partition(mark or ".")
    return f"{whole or 0}.{fraction}" if fraction else whole
