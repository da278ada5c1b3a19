"""What a steward decided about a header: the kind, its columns and its words; one TOML file per fingerprint."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared, storing
from voorkant.declare.source import Column, Source
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.tomltext import to_toml
from voorkant.domain.names import plain
from voorkant.domain.problem import DataRefused

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
Words = Mapping[str, Mapping[str, str]]
"""Column -> text in the file -> code. An empty code: leave the cell empty."""


@dataclass(frozen=True)
class FileMapping:
    """`columns`: header in the file -> column of the kind; an empty column is deliberately not used."""

    kind: str
    supplier: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Words = field(default_factory=dict)

    def decisions(self) -> dict[str, str]:
        """Plain header -> column."""
        return {plain(header): column for header, column in self.columns.items()}


def folders(home: Home) -> tuple[Path, Path]:
    """What the page made, then what the municipality put there itself."""
    return home.work / "mappings", home.path / "mappings"


def read_mappings(home: Home) -> dict[str, FileMapping]:
    """All mappings by the fingerprint of their header. DataRefused for a file that is wrong."""
    return {path.stem: read_mapping(path) for folder in folders(home) for path in sorted(folder.glob("*.toml"))}


def read_mapping(path: Path) -> FileMapping:
    top = read_toml(path)
    if not _FINGERPRINT.fullmatch(path.stem):
        raise top.refuse("de naam van een koppeling is het kenmerk van de kop, zestien tekens. Hernoem het bestand.")
    mapping = FileMapping(top.take("kind", str), top.take("supplier", str, ""), *read_decisions(top))
    top.done()
    return mapping


def read_decisions(top: Table) -> tuple[dict[str, str], Words]:
    """(columns, values) as a mapping and a variant both write them."""
    columns, values = top.table("columns"), top.table("values")
    tables = {name: values.table(name) for name in values.names()}
    return _texts(columns), {name: _texts(table) for name, table in tables.items()}


def _texts(table: Table) -> dict[str, str]:
    return {name: table.take(name, str) for name in table.names()}


def mapping_text(mapping: FileMapping) -> str:
    head = {"kind": mapping.kind, "supplier": mapping.supplier}
    return to_toml(head | {"columns": mapping.columns, "values": mapping.values}) + "\n"


def save_mapping(home: Home, fingerprint: str, mapping: FileMapping) -> None:
    """Remember it in `work/mappings`. Problem when the disk refuses."""
    path = _place(home, fingerprint)
    with storing():
        make_shared(path.parent)
        write_atomically(path, mapping_text(mapping))


def forget_mapping(home: Home, fingerprint: str) -> None:
    with storing():
        _place(home, fingerprint).unlink(missing_ok=True)


def _place(home: Home, fingerprint: str) -> Path:
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise DataRefused(f"{fingerprint!r} is geen kenmerk van een kop. Controleer het bestand opnieuw.")
    return folders(home)[0] / f"{fingerprint}.toml"


def stale(mapping: FileMapping, source: Source) -> Iterator[tuple[str, str, str]]:
    """What it names and the kind no longer has: (rule, header or column, name)."""
    columns = {column.name: column for column in source.columns if column.fixed is None}
    for header, name in mapping.columns.items():
        if name and name not in columns:
            yield "koppeling_kolom", header, name
    for name, words in mapping.values.items():
        codes = columns[name].codes if name in columns else ()
        for code in sorted(set(words.values()) - {*codes, ""}):
            yield "koppeling_waarde", name, code


def with_words(source: Source, values: Words) -> Source:
    """The source that knows these words too; a word has one meaning, and this one goes before the declared one."""
    columns = (_worded(column, values[column.name]) if column.name in values else column for column in source.columns)
    return replace(source, columns=tuple(columns))


def _worded(column: Column, words: Mapping[str, str]) -> Column:
    mine = {plain(text) for text in words}
    values = tuple(
        (code, (*(text for text in known if plain(text) not in mine), *(text for text in words if words[text] == code)))
        for code, known in (dict.fromkeys(column.codes, ()) | dict(column.values)).items()
    )
    empty = tuple(" ".join(text.split()) for text, code in words.items() if not code)
    return replace(column, values=values, missing=(*column.missing, *empty))


def with_headers(source: Source, columns: Mapping[str, str]) -> Source:
    """The source in which these headers are names of their columns, and of no other."""
    owner = {plain(header): column for header, column in columns.items()}
    return replace(source, columns=tuple(_named(column, columns, owner) for column in source.columns))


def _named(column: Column, columns: Mapping[str, str], owner: Mapping[str, str]) -> Column:
    own = [header for header, name in columns.items() if name == column.name and plain(header) != plain(column.name)]
    known = [text for text in column.synonyms if plain(text) not in owner]
    return replace(column, synonyms=(*own, *known))


def clashes(source: Source, columns: Mapping[str, str]) -> list[str]:
    """Headers that are the own name of another column: no declaration can say that they mean something else."""
    own = {plain(column.name): column.name for column in source.columns}
    return [header for header, name in columns.items() if own.get(plain(header), name) != name]
