"""A kind of export as the TOML that declares it, so that what was mapped on the page can be kept as a source."""

from dataclasses import fields
from typing import Any

from voorkant.declare.source import Column, Source
from voorkant.declare.tomltext import to_toml

_PAIRED = ("one_of", "order", "within")
_APART = frozenset({"name", "values", "slug", "columns", "like", "marks", "fixed"})


def source_text(source: Source) -> str:
    """Reads back as the same source. One that is `like` another is written by `declare/variant.py`."""
    return to_toml(_filled(source) | {"columns": {item.name: _column(item) for item in source.columns}}) + "\n"


def _filled(declared: Source | Column) -> dict[str, Any]:
    """What differs from the default."""
    told = {item.name: (getattr(declared, item.name), item.default) for item in fields(declared)}
    return {
        name: _written(name, value) for name, (value, usual) in told.items() if name not in _APART and value != usual
    }


def _written(name: str, value: Any) -> Any:
    if name in _PAIRED:
        return ["|".join(group) for group in value]
    return list(value) if isinstance(value, tuple) else value


def _column(column: Column) -> dict[str, Any]:
    values = {value: list(synonyms) for value, synonyms in column.values}
    return _filled(column) | ({"values": values} if values else {})
