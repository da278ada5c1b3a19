"""Reading TOML strictly: an unknown key or value names the file, the key and the nearest valid name."""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from voorkant.domain.problem import DataRefused


class Table:
    """One TOML table that is read key by key; what is left over at the end is a mistake of the writer."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = dict(values)
        self._read: set[str] = set()
        self.where = where

    def refuse(self, message: str) -> DataRefused:
        return DataRefused(f"{self.where}: {message}")

    def has(self, key: str) -> bool:
        return key in self._values

    def take(self, key: str, kind: type, default: Any = ...) -> Any:
        """The value of a key, checked on its type. Without a default the key is required."""
        self._read.add(key)
        if key not in self._values:
            if default is ...:
                raise self.refuse(f"de sleutel '{key}' ontbreekt{self._hint(key)}. Voeg '{key}' toe.")
            return default
        value = self._values[key]
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refuse(f"'{key}' is {value!r}, maar hier hoort {_DUTCH[kind]}.")
        return value

    def choice(self, key: str, allowed: Collection[str], default: Any = ...) -> Any:
        """A text that must be one of the allowed words."""
        value = self.take(key, str, default)
        if value is not default and value not in allowed:
            near = nearest(value, allowed)
            raise self.refuse(f"'{key}' is {value!r}; toegestaan: {', '.join(sorted(allowed))}.{near}")
        return value

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        """A list of texts."""
        values = self.take(key, list, list(default) if default is not ... else ...)
        if any(not isinstance(value, str) for value in values):
            raise self.refuse(f"'{key}' moet een lijst van teksten zijn, met elk woord tussen aanhalingstekens.")
        return tuple(values)

    def tables(self, key: str) -> list["Table"]:
        """An array of tables, `[[key]]`; empty when absent."""
        values = self.take(key, list, [])
        return [Table(value, f"{self.where}, [[{key}]] nummer {n}") for n, value in enumerate(values, 1)]

    def table(self, key: str) -> "Table":
        """A sub-table, `[key]`; empty when absent."""
        return Table(self.take(key, dict, {}), f"{self.where}, [{key}]")

    def on(self, other: "Table") -> "Table":
        """This table with the keys of another that it lacks; of a sub-table likewise."""
        merged = other._values | self._values
        for key, value in self._values.items():
            if isinstance(value, dict) and isinstance(other._values.get(key), dict):
                merged[key] = other._values[key] | value
        return Table(merged, self.where)

    def names(self) -> list[str]:
        """All keys, for tables whose keys are names that the writer chooses."""
        self._read.update(self._values)
        return list(self._values)

    def done(self, objections: Iterable[str] = ()) -> None:
        """Refuse keys that nobody read, and then what the first objection is about."""
        for key in self._values:
            if key not in self._read:
                raise self.refuse(f"de sleutel '{key}' is onbekend.{nearest(key, self._read)}")
        if objection := next(iter(objections), ""):
            raise self.refuse(objection)

    def _hint(self, key: str) -> str:
        close = difflib.get_close_matches(key, self._values, n=1)
        return f" (staat er als '{close[0]}'?)" if close else ""


_DUTCH = {str: "een tekst", int: "een geheel getal", float: "een getal", bool: "true of false",
          list: "een lijst", dict: "een tabel", date: "een datum zoals 2025-12-31"}  # fmt: skip


def nearest(word: str, allowed: Collection[str]) -> str:
    """' Bedoeld: …?' with the closest allowed word, or the list of what is allowed."""
    close = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.5)
    return f" Bedoeld: '{close[0]}'?" if close else f" Toegestaan: {', '.join(sorted(allowed))}."


def read_toml(path: Path) -> Table:
    """The table of a TOML file. DataRefused when it is not there, not UTF-8 or not TOML."""
    try:
        return parse_toml(path.read_text(encoding="utf-8"), path.name)
    except OSError as error:
        raise DataRefused(
            f"{path.name}: kan niet worden gelezen. Kijk na of het er staat en of Voorkant het mag lezen."
        ) from error
    except UnicodeDecodeError as error:
        raise DataRefused(f"{path.name}: is geen UTF-8. Sla het bestand op als UTF-8.") from error


def parse_toml(text: str, where: str) -> Table:
    """The table of a TOML text. DataRefused with the place when it is not TOML; the line itself may hold a secret."""
    try:
        return Table(tomllib.loads(text), where)
    except tomllib.TOMLDecodeError as error:
        what = f"geen geldige TOML ({_misread(str(error))})"
        raise DataRefused(f"{where}: {what}. Verbeter dat en probeer opnieuw.") from error


_MISREAD = {
    "twice": "dit staat er al eerder", "Duplicate": "dit staat er al eerder", "overwrite": "dit staat er al eerder",
    "Unterminated": "een aanhalingsteken ontbreekt", "Illegal": "een aanhalingsteken ontbreekt",
    "Expected \"'": "een aanhalingsteken ontbreekt", "Expected '\"": "een aanhalingsteken ontbreekt",
    "'='": "na de naam hoort een =", "Unclosed": "een haakje ontbreekt", "Expected ']": "een haakje ontbreekt",
    "Invalid value": "een tekst hoort tussen aanhalingstekens", "date": "deze datum bestaat niet",
    "Invalid initial": "hier hoort een naam", "Unescaped": "een \\ hoort hier dubbel",
}  # fmt: skip
"""What is wrong, by words of the library's English; of the rest only the place is told."""
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


def _misread(told: str) -> str:
    """`regel 3, kolom 5: een aanhalingsteken ontbreekt`"""
    found = _PLACE.search(told)
    place = f"regel {found[1]}, kolom {found[2]}" if found else "aan het eind"
    why = next((words for english, words in _MISREAD.items() if english in told), "")
    return f"{place}: {why}" if why else place
