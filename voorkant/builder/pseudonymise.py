"""Numbers of persons in a file become keyed pseudonyms: in memory, and only what may be kept is written."""

import csv
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow.compute as pc

from voorkant.builder.ingest.convert import Distinct
from voorkant.builder.ingest.decode import MAX_BYTES, decode
from voorkant.builder.ingest.header import find_header
from voorkant.builder.ingest.outcome import is_missing
from voorkant.builder.ingest.privacy import shown_header
from voorkant.builder.ingest.recognise import vocabulary
from voorkant.builder.ingest.rules import Stopped
from voorkant.builder.ingest.table import TextTable, read_table
from voorkant.builder.pseudonym import Original
from voorkant.builder.pseudonym_doubt import NOTHING, refuse_doubt, refuse_personal, refuse_ragged, stopped_by
from voorkant.builder.store import keys
from voorkant.builder.store.history import read_history
from voorkant.declare.home import Home
from voorkant.declare.source import Source, read_sources
from voorkant.declare.strict import nearest
from voorkant.domain.formula import harmless
from voorkant.domain.names import plain
from voorkant.domain.problem import DataRefused, Problem

KEY_COLUMN = "client_id"
_AMOUNT = re.compile(r"[+-]?[\d.,]+")


@dataclass(frozen=True)
class Pseudonymised:
    """A table that may be written, and what was done to it."""

    names: tuple[str, ...]
    columns: tuple[Distinct, ...]
    replaced: tuple[tuple[str, str], ...]  # (name in the file, name in the new file)
    rows: int
    distinct: int
    empty: int  # cells of the named columns without a value
    left_out: int  # titles, blank lines and footers


def pseudonymise(path: Path, wanted: Sequence[str], home: Home) -> Pseudonymised:
    """The table of a CSV with pseudonyms under the home's key in the wanted columns; nothing of it is written.

    Problem for a column that is not there; DataRefused when it is not certain that no number of a person is left.
    """
    sources = read_sources(*home.declared("sources"))
    totals = {plain(word) for source in sources.values() for word in source.totals}
    try:
        table = _read(path, sources)
        places = _places(table.header.names, wanted)
        originals = {place: Original.of(table, place, totals) for place in places}
        refuse_doubt(table, originals)
        # the first link, whatever was added since: the pseudonyms of earlier files have to stay the same
        key = keys.load(home, read_history(home.records))[: keys.KEY_BYTES]
        made = _replaced(table, originals, key)
        refuse_personal(made, sources)
    except Stopped as stopped:
        raise DataRefused(f"{path.name}: {stopped_by(stopped)} {NOTHING}") from None
    names = made.header.names
    return Pseudonymised(
        names,
        tuple(map(Distinct.of, made.columns)),
        tuple((table.header.names[place], names[place]) for place in places),
        rows=len(table.line),
        distinct=len({value for original in originals.values() for value in original.normals} - {""}),
        empty=sum(pc.sum(pc.equal(made.columns[place], "")).as_py() for place in places),
        left_out=len(table.odd.skipped),
    )


def write(made: Pseudonymised, out: Path) -> None:
    """The new file, whole or not at all: UTF-8 with BOM, `;`, and no cell that a spreadsheet runs as a formula."""
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        with part.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
            writer.writerow(map(_harmless, made.names))
            writer.writerows(zip(*map(_cells, made.columns), strict=True))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _read(path: Path, sources: Mapping[str, Source]) -> TextTable:
    if not path.is_file():
        raise Problem(f"{path}: dit bestand bestaat niet. Controleer de naam en de map.")
    if path.stat().st_size > MAX_BYTES:
        raise DataRefused(f"{path.name} is groter dan {MAX_BYTES // 10**9} GB. Splits de export.")
    text = decode(path.read_bytes()).data
    table = read_table(text, find_header(text, vocabulary(sources.values())))
    refuse_ragged(table, path.name)
    if not len(table.line):
        raise DataRefused(f"{path.name}: er staan geen rijen onder de kop. {NOTHING}")
    return table


def _places(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where the wanted columns stand, each once; of a name that occurs twice both."""
    found: dict[int, None] = {}
    for name in wanted:
        places = [place for place, text in enumerate(names) if plain(text) == plain(name)]
        if not places:
            known = [shown_header(text) for text in names if text]
            raise Problem(f"De kolom '{shown_header(name)}' staat niet in het bestand.{nearest(name, known)}")
        found.update(dict.fromkeys(places))
    return list(found)


def _replaced(table: TextTable, originals: Mapping[int, Original], key: bytes) -> TextTable:
    columns, names = list(table.columns), list(table.header.names)
    if len(originals) == 1 and plain(KEY_COLUMN) not in map(plain, names):
        names[next(iter(originals))] = KEY_COLUMN
    for place, original in originals.items():
        columns[place] = original.replaced(key, names[place])
    return replace(table, header=replace(table.header, names=tuple(names)), columns=columns)


def _cells(column: Distinct) -> Iterable[str]:
    texts = [_harmless(text) for text in column.texts]
    return map(texts.__getitem__, column.codes.tolist())


def _harmless(text: str) -> str:
    """Amounts such as -12,5 and marks such as `-` stay as they are: an apostrophe would make them unreadable."""
    bare = text.strip()
    return text if is_missing(bare) or _AMOUNT.fullmatch(bare) else harmless(text)
