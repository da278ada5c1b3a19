"""One reader of cell texts per declared type of column."""

import re
from collections.abc import Callable, Collection

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.dates import (
    date_reader,
    read_birth_year,
    read_period,
    read_star,
    read_time,
    read_year,
    shorten_birth_date,
)
from voorkant.builder.ingest.numbers import number_reader
from voorkant.builder.ingest.outcome import CONSENT, NO_VALUE, Fault, Mended, Reader, is_missing
from voorkant.declare.source import Column
from voorkant.domain import codes
from voorkant.domain.area import LAND_CODE
from voorkant.domain.names import plain

_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "1"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})
_FLOAT = re.compile(r"(\d+)[.,]0+")
_SCIENCE = re.compile(r"\d+(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_POSTCODE6 = re.compile(r"[1-9]\d{3}\s?[A-Z]{2}", re.IGNORECASE)
_POSTCODE4 = re.compile(r"[1-9]\d{3}")
_PERCENT = 100
"""What a column of percentages can be at most."""
_AS_TEXT = "Zet de kolom in Excel op 'Tekst' en exporteer opnieuw."
_READ: dict[str, Reader] = {
    "year": read_year, "birthyear": read_birth_year, "period": read_period, "star": read_star,
    "time": read_time,
}  # fmt: skip


def reader_of(column: Column, texts: Collection[str], *, areas: AreaNames) -> tuple[Reader, str | None]:
    """(reader, rule to report once) for the distinct texts of one column."""
    rule = None
    if column.type == "date":
        read, rule = date_reader([text for text in texts if not is_missing(text)])
    elif column.type in {"integer", "decimal", "age", "euro"}:
        known = [text for text in texts if not is_missing(text)]
        whole = column.cents or column.type in {"integer", "age"}
        number = number_reader(known, whole=whole, percent=not whole and column.maximum == _PERCENT)
        read = _bounded(_in_euros(number) if column.cents else number, column)
    elif column.reduce:
        read = shorten_birth_date if column.type == "birthyear" else _without_float(_shorten_postcode)
    else:
        read = _READ.get(column.type) or _coded(column, areas)
    return _with_missing(read, column), rule


def _with_missing(read: Reader, column: Column) -> Reader:
    """A listed value is a value, even when it reads `onbekend`; otherwise a word for missing is missing."""
    more = frozenset(word.casefold() for word in column.missing)
    listed = _listed(column)

    def read_or_missing(text: str) -> object:
        trimmed = text.strip() if column.type == "text" else " ".join(text.split())
        if plain(trimmed) in listed and trimmed:
            return read(trimmed)
        if trimmed.casefold() in NO_VALUE:
            return Fault("formule_fout", "Herstel de formule, of zet er de waarde neer.")
        return None if is_missing(trimmed, more) else read(trimmed)

    return read_or_missing


def _in_euros(read: Reader) -> Reader:
    """Eurocents have no decimals: an amount with decimals is no amount in cents."""

    def read_cents(text: str) -> object:
        value = read(text)
        return value / 100 if isinstance(value, int) else value

    return read_cents


def _bounded(read: Reader, column: Column) -> Reader:
    low, high = column.minimum, column.maximum

    def read_bounded(text: str) -> object:
        value = read(text)
        outside = isinstance(value, int | float) and (
            (low is not None and value < low) or (high is not None and value > high)
        )
        return Fault("buiten_bereik", "Controleer het getal bij de leverancier.") if outside else value

    return read_bounded


def _listed(column: Column) -> dict[str, str]:
    """Plain word -> value, own values before synonyms."""
    words = {plain(word): value for value, synonyms in column.values for word in synonyms}
    return words | {plain(value): value for value, _ in column.values}


def _coded(column: Column, areas: AreaNames) -> Reader:
    listed = _listed(column)
    if column.type == "list":
        return lambda text: _read_list(text, listed)
    if column.type == "code" and listed:
        return lambda text: _from_list(text, listed)
    if column.type == "yesno":
        return lambda text: _read_yesno(listed.get(plain(text), text))
    if column.type in _PLAIN:
        return _PLAIN[column.type]
    return _without_float(_AREA_READERS[column.type](areas))


def _from_list(text: str, listed: dict[str, str]) -> object:
    if (value := listed.get(plain(text))) is not None:
        return value
    if (found := _FLOAT.fullmatch(text)) and found[1] in listed:
        return Mended(listed[found[1]], "code_als_getal", _AS_TEXT)
    allowed = ", ".join(dict.fromkeys(listed.values()))
    return Fault("waarde_onbekend", f"Toegestaan: {allowed}.")


def _read_list(text: str, listed: dict[str, str]) -> object:
    items = [item.strip() for item in text.split("|")]
    kept = [item for item in items if not is_missing(item)]
    if not listed:
        return kept or None
    found = [_from_list(item, listed) for item in kept]
    return next((item for item in found if isinstance(item, Fault)), found or None)


def _read_yesno(text: str) -> object:
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    return Fault("waarde_onbekend", "Schrijf ja of nee.")


def _read_postcode(text: str) -> object:
    if _POSTCODE6.fullmatch(text):
        return Fault("postcode6", f"Lever alleen de vier cijfers van de postcode. {CONSENT}")
    return text if _POSTCODE4.fullmatch(text) else Fault("code_onleesbaar", "Schrijf vier cijfers, zoals 9711.")


def _shorten_postcode(text: str) -> object:
    if _POSTCODE6.fullmatch(text):
        return Mended(text[:4], "postcode6_verkort", "Er hoeft niets te gebeuren.")
    return _read_postcode(text)


def _without_float(read: Reader) -> Reader:
    """A code that a spreadsheet made a number: `344.0` is mended, `1,23E+07` has lost its digits."""

    def read_code(text: str) -> object:
        if _SCIENCE.fullmatch(text):
            return Fault("wetenschappelijk", _AS_TEXT)
        found = _FLOAT.fullmatch(text)
        value = read(found[1] if found else text)
        if isinstance(value, Mended):
            value = value.value if found else value
        return Mended(value, "code_als_getal", _AS_TEXT) if found and not isinstance(value, Fault) else value

    return read_code


def _zero_noted(text: str, code: str | None, *, digits: int, example: str) -> object:
    """A code, with a note when zeros were put back; `digits` is how many a bare code has."""
    if code is None:
        return Fault("code_onleesbaar", f"Schrijf een code zoals {example}. {_AS_TEXT}")
    lost = text.isdigit() and len(text) < digits
    return Mended(code, "voorloopnul_hersteld", _AS_TEXT) if lost else code


def _read_agb(text: str) -> object:
    return _zero_noted(text, codes.agb_code(text), digits=codes.AGB_DIGITS, example="01234567 (acht cijfers)")


def _read_brin(text: str) -> object:
    return codes.brin_code(text) or Fault("code_onleesbaar", "Schrijf een BRIN zoals 12AB of 12AB00.")


def _read_gemeente(text: str, areas: AreaNames) -> object:
    if code := codes.gemeente_code(text):
        return _zero_noted(text, code, digits=4, example="GM0344")
    found = areas.find(text)
    if found == LAND_CODE:
        return Fault("gebied_onbekend", "Hier hoort een gemeente, zoals GM0344.")
    return found


def _read_wijk(text: str, _: AreaNames) -> object:
    return _zero_noted(text, codes.wijk_code(text), digits=6, example="WK034401")


def _read_gebied(text: str, areas: AreaNames) -> object:
    code = codes.area_code(text)
    return areas.find(text) if code is None else _zero_noted(text, code, digits=4, example="GM0344")


def _read_place(text: str, areas: AreaNames) -> object:
    """As a location; any other word is the code or name of a kern, which the list of kernen decides."""
    if text.isdigit() or codes.brin_code(text) or codes.area_code(text):
        return _read_location(text, areas)
    return text


def _read_location(text: str, areas: AreaNames) -> object:
    """An AGB, a BRIN, or the code of a wijk or gemeente with its letters."""
    if brin := codes.brin_code(text):
        return brin
    if text.isdigit() and len(text) >= codes.AGB_DIGITS - 1:
        return _read_agb(text)
    return _read_gebied(text, areas)


_AREA_READERS: dict[str, Callable[[AreaNames], Reader]] = {
    "agb": lambda _: _read_agb,
    "brin": lambda _: _read_brin,
    "gemeente": lambda areas: lambda text: _read_gemeente(text, areas),
    "wijk": lambda areas: lambda text: _read_wijk(text, areas),
    "gebied": lambda areas: lambda text: _read_gebied(text, areas),
    "location": lambda areas: lambda text: _read_location(text, areas),
    "place": lambda areas: lambda text: _read_place(text, areas),
}
_PLAIN: dict[str, Reader] = {
    "text": lambda text: text,
    "code": _without_float(lambda text: text),
    "postcode4": _without_float(_read_postcode),
}
