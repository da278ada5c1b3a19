"""Numbers of persons in a file become keyed pseudonyms: in memory, and only what may be kept is written."""

import csv
import re
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.areas import AreaNames
from voorkant.builder.ingest.convert import Distinct
from voorkant.builder.ingest.decode import MAX_BYTES, decode
from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.header import find_header, plain
from voorkant.builder.ingest.ledger import Ledger
from voorkant.builder.ingest.outcome import is_missing
from voorkant.builder.ingest.privacy import guard, refuse_personal_cells, shown_header
from voorkant.builder.ingest.recognise import recognise, vocabulary
from voorkant.builder.ingest.rules import Stopped, rule_text
from voorkant.builder.ingest.table import TextTable, read_table
from voorkant.builder.pseudonym import NUMBER, held, is_note, normal, pseudonym
from voorkant.builder.store import keys
from voorkant.declare.home import Home
from voorkant.declare.source import Source, read_sources
from voorkant.declare.strict import nearest
from voorkant.domain.problem import DataRefused, Problem

KEY_COLUMN = "client_id"
_SCIENCE = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_AMOUNT = re.compile(r"[+-]?[\d.,]+")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_LISTED = 40  # lines that a message names
_NOTHING = "Er is niets geschreven."


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
    try:
        table = _read(path, sources)
        originals = {place: Distinct.of(table.columns[place]) for place in _places(table.header.names, wanted)}
        _refuse_lost_digits(table, originals)
        _refuse_copies(table, originals)
        made = _replaced(table, originals, keys.load(home))
        _refuse_personal(made, sources)
    except Stopped as stopped:
        raise DataRefused(f"{path.name}: {_sentence(stopped)} {_NOTHING}") from None
    names = made.header.names
    return Pseudonymised(
        names,
        tuple(map(Distinct.of, made.columns)),
        tuple((table.header.names[place], names[place]) for place in originals),
        rows=len(table.line),
        distinct=len({normal(text) for column in originals.values() for text in column.texts} - {""}),
        empty=sum(pc.sum(pc.equal(made.columns[place], "")).as_py() for place in originals),
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
    if table.odd.refused:
        raise DataRefused(
            f"{path.name}: {_lines(table.odd.refused)} heeft meer of minder velden dan de kop, of een los "
            "aanhalingsteken. Dan is niet zeker in welke cel het nummer staat. Herstel dat bij de bron en probeer "
            f"opnieuw. {_NOTHING}"
        )
    if not len(table.line):
        raise DataRefused(f"{path.name}: er staan geen rijen onder de kop. {_NOTHING}")
    return table


def _lines(lines: Collection[int]) -> str:
    found = sorted(lines)
    more = f" en nog {len(found) - _LISTED}" if len(found) > _LISTED else ""
    return f"regel {', '.join(map(str, found[:_LISTED]))}{more}"


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


def _replaced(table: TextTable, originals: Mapping[int, Distinct], key: bytes) -> TextTable:
    columns = list(table.columns)
    for place, column in originals.items():
        made = pa.array([pseudonym(text, key) for text in column.texts], pa.string())
        columns[place] = pa.chunked_array([made.take(pa.array(column.codes))])
    names = list(table.header.names)
    if len(originals) == 1 and plain(KEY_COLUMN) not in map(plain, names):
        names[next(iter(originals))] = KEY_COLUMN
    return replace(table, header=replace(table.header, names=tuple(names)), columns=columns)


def _refuse_lost_digits(table: TextTable, originals: Mapping[int, Distinct]) -> None:
    """`1,23E+08` stands for many numbers: their youths would become one."""
    for place, column in originals.items():
        lost = [code for code, text in enumerate(column.texts) if _SCIENCE.fullmatch(text.strip())]
        lines = [int(table.line[row]) for _, rows in column.rows_of(lost) for row in rows]
        if lines:
            raise DataRefused(
                f"In kolom '{shown_header(table.header.names[place])}' zijn cijfers verloren gegaan "
                f"(wetenschappelijke notatie, {_lines(lines)}). Zet de kolom in Excel op 'Tekst' en exporteer opnieuw. "
                f"{_NOTHING}"
            )


def _refuse_copies(table: TextTable, originals: Mapping[int, Distinct]) -> None:
    """A number that is replaced must not stand in the header, in a note, or in another cell of its own row.

    Ids of eight or nine digits meet a BSN by chance, but not one of their own row.
    """
    normals = [(column.codes, [normal(text) for text in column.texts]) for column in originals.values()]
    known = {value for _, values in normals for value in values}
    if any(held(name) & known or normal(name).isdigit() for name in table.header.names):
        raise DataRefused(f"De eerste rij lijkt geen kop. Zet er een rij met kolomnamen boven. {_NOTHING}")
    for place in set(range(len(table.columns))) - set(originals):
        column = Distinct.of(table.columns[place])
        hits = pc.match_substring_regex(pa.array(column.texts, pa.string()), NUMBER).to_numpy(zero_copy_only=False)
        holding = {int(code): held(column.texts[code]) & known for code in hits.nonzero()[0]}
        lines = [
            int(table.line[row])
            for code, rows in column.rows_of([code for code, numbers in holding.items() if numbers])
            for row in rows
            if is_note(column.texts[code]) or any(values[codes[row]] in holding[code] for codes, values in normals)
        ]
        if lines:
            raise DataRefused(
                f"Kolom '{shown_header(table.header.names[place])}' bevat ook nummers uit de gekozen kolom "
                f"({_lines(lines)}). Noem die kolom ook met --column, of verwijder hem bij de bron. {_NOTHING}"
            )


def _refuse_personal(table: TextTable, sources: Mapping[str, Source]) -> None:
    """The reader's own privacy stop, before there is a file."""
    match = recognise(sources, table.header.names)
    guard(table, match)
    if match:
        refuse_personal_cells(Draft(table, match, Ledger(table.line), AreaNames()))


def _sentence(stopped: Stopped) -> str:
    found = stopped.findings[0]
    if found.rule == "bsn":
        return f"ook kolom '{found.column}' bevat burgerservicenummers. Noem die ook: --column '{found.column}'."
    where = f"kolom '{found.column}': " if found.column else ""
    return f"{where}{rule_text(found)} {found.suggestion}"


def _cells(column: Distinct) -> Iterable[str]:
    texts = [_harmless(text) for text in column.texts]
    return map(texts.__getitem__, column.codes.tolist())


def _harmless(text: str) -> str:
    """Amounts such as -12,5 and marks such as `-` stay as they are: an apostrophe would make them unreadable."""
    risky = text.startswith(_RISKY) and not is_missing(text.strip()) and not _AMOUNT.fullmatch(text.strip())
    return f"'{text}" if risky else text
