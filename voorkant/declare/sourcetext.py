"""A kind of export as the TOML that declares it, so that what was mapped on the page can be kept as a source."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from voorkant.declare.delivery import Redelivery
from voorkant.declare.source import Column, Source
from voorkant.declare.tomltext import to_toml

_PAIRED = ("one_of", "order", "within")
_APART = frozenset({"name", "values", "slug", "columns", "like", "marks", "fixed", "rules_off", "reduce"})
"""What stands elsewhere in the file, or is decided outside it."""


def source_text(source: Source) -> str:
    """Reads back as the same source. One that is `like` another is written by `declare/variant.py`."""
    paired = {name: ["|".join(group) for group in getattr(source, name)] for name in _PAIRED if getattr(source, name)}
    return to_toml(_filled(source) | paired | {"columns": {item.name: _column(item) for item in source.columns}}) + "\n"


def _filled(declared: Source | Column | Redelivery) -> dict[str, Any]:
    """What differs from the default."""
    told = {item.name: (getattr(declared, item.name), _usual(item)) for item in fields(declared)}
    return {name: _written(value) for name, (value, usual) in told.items() if name not in _APART and value != usual}


def _usual(item: Field[Any]) -> Any:
    return item.default if item.default_factory is MISSING else item.default_factory()


def _written(value: Any) -> Any:
    match value:
        case tuple():
            return list(value)
        case Redelivery():
            return _filled(value)
        case Mapping():
            return {name: _written(item) for name, item in value.items()}
    return value


def _column(column: Column) -> dict[str, Any]:
    values = {value: list(synonyms) for value, synonyms in column.values}
    return _filled(column) | ({"values": values} if values else {})
