"""The privacy stop: what may never come in is found by header and by content, before anything is stored."""

import re
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.ledger import shown
from voorkant.builder.ingest.outcome import CONSENT, is_missing
from voorkant.builder.ingest.recognise import Match
from voorkant.builder.ingest.rules import note, stop
from voorkant.builder.ingest.table import TextTable
from voorkant.declare.consent import REDUCIBLE
from voorkant.declare.source import Source
from voorkant.domain.codes import BSN_DIGITS, is_bsn
from voorkant.domain.finding import Finding
from voorkant.domain.names import plain
from voorkant.domain.persons import CONTACT, WHOLE_NUMBER, digits_of

_BSN_HEADER = re.compile(r"bsn|burgerservice|sofinummer|sofinr")
_PERSON = r"client|jeugdige|leerling|kind|patient|ouder|verzorger|persoon|contactpersoon|moeder|vader"
_NAME_HEADER = re.compile(
    r"(achter|voor|roep|familie|geslachts|meisjes|tussen|doop)na+m(en)?\w*|voorletters?|initialen|tussenvoegsels?"
    rf"|(volledige)?na+m(van)?(de|het)?({_PERSON})?|({_PERSON})s?(achter|voor)?naam"
)
_PERSONAL_HEADER = re.compile(
    r"geboortedatum|gebdatum|gebdat|dob|adres|straat|huisn|woonplaats|telefoon|telnr|mobiel|e?mail|iban|rekening"
    r"|opmerking|notitie|toelichting|verslag|memo|vrijetekst|diagnose|icpc|dsm"
)
_DIAGNOSIS = r"(^|\|) *[A-Z]\d{2}(\.\d{1,2})? *(\||$)"  # ICPC
_MOST, _ENOUGH_BSN, _ENOUGHCONTACTS, _SHORTEST_NUMBER = 0.5, 20, 3, 10
_REMOVE = "Verwijder de kolom bij de bron en lever het bestand opnieuw aan."


def guard(table: TextTable, match: Match | None) -> list[Finding]:
    """Stopped for numbers or names of persons in any column, known or not; notes for other personal columns.

    A message names the column and never a value.
    """
    known = {place: name for name, place in match.places.items()} if match else {}
    notes = []
    for place, header in enumerate(table.header.names):
        column = table.columns[place]
        if _holds_bsn(header, column):
            advice = f"Maak er pseudoniemen van: voorkant pseudonymise IN OUT --column {shown_header(header)}"
            raise stop("bsn", advice, column=shown_header(header))
        if match is None or place in known or not _has_content(column):
            continue
        if _NAME_HEADER.fullmatch(plain(header)) and (match.source.rekey or plain(header) != "naam"):
            raise stop("namen", _REMOVE, column=shown_header(header))
        if reducible(header, match.source):
            told = note("kolom_te_precies", CONSENT, column=shown_header(header), line=table.header.line)
            notes.append(told)
        elif _PERSONAL_HEADER.search(plain(header)) or _BSN_HEADER.search(plain(header)):
            notes.append(note("persoonskolom", _REMOVE, column=shown_header(header), line=table.header.line))
    return notes


def looks_personal(header: str) -> bool:
    """Whether a header announces what no one may decide to take in: numbers, names and addresses of persons."""
    name = plain(header)
    return bool(_NAME_HEADER.fullmatch(name) or _PERSONAL_HEADER.search(name) or _BSN_HEADER.search(name))


def reducible(header: str, source: Source) -> str | None:
    """What a column holds that could be shortened to something that this kind of export keeps."""
    types = {column.type for column in source.columns}
    return next(
        (name for name, item in REDUCIBLE.items() if item.type in types and plain(header) in map(plain, item.headers)),
        None,
    )


def shown_header(header: str) -> str:
    """A header as a message may show it: what looks like a value instead of a name is shown as its pattern."""
    return shown(header, personal=sum(sign.isdigit() for sign in header) > 4 or "@" in header)  # noqa: PLR2004


def _texts(column: pa.ChunkedArray) -> Iterator[pa.Array]:
    """The texts of a column, those of a dictionary once."""
    for chunk in column.chunks[:1] if pa.types.is_dictionary(column.type) else column.chunks:
        yield chunk.dictionary if pa.types.is_dictionary(column.type) else chunk


def _has_content(column: pa.ChunkedArray) -> bool:
    return any(not is_missing(text.as_py().strip()) for part in _texts(column) for text in part)


def _may_be_numbers(texts: pa.Array) -> np.ndarray:
    """Which texts do not start with a letter: cheaper by far than a pattern on a million ids."""
    offsets = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts)]
    data = np.frombuffer(texts.buffers()[2] or b"\0", np.uint8)
    first = data[np.minimum(offsets, len(data) - 1)]
    return (first <= ord("=")) | (first == ord("`")) | (first > ord("~"))


def _may_hold_contact(texts: pa.Array) -> bool:
    """Whether a text is as long as a telephone number or holds an at-sign."""
    longest = pc.max(pc.binary_length(texts)).as_py() or 0
    return longest >= _SHORTEST_NUMBER or pc.any(pc.match_substring(texts, "@")).as_py()


def _holds_bsn(header: str, column: pa.ChunkedArray) -> bool:
    digits: set[str] = set()
    for part in _texts(column):
        part = part.filter(pa.array(_may_be_numbers(part)))  # noqa: PLW2901 - the others are no whole numbers
        hits = part.filter(pc.match_substring_regex(part, WHOLE_NUMBER))
        digits.update(map(digits_of, hits.unique().to_pylist()))
    candidates = {text.zfill(BSN_DIGITS) for text in digits if text}
    if _BSN_HEADER.search(plain(header)):
        return bool(candidates)
    passing = sum(map(is_bsn, candidates))
    return len(candidates) >= _ENOUGH_BSN and passing >= _MOST * len(candidates)


def refuse_personal_cells(draft: Draft) -> None:
    """Kept columns with free content: a column of contact details stops the file, a single cell refuses its row."""
    for name in draft.match.places:
        column = draft.source.column(name)
        if column.personal and column.type in {"id", "text"}:
            _refuse_cells(draft, name, pattern=CONTACT)
        elif column.type == "list":
            _refuse_cells(draft, name, pattern=f"{CONTACT}|{_DIAGNOSIS}")


def _refuse_cells(draft: Draft, name: str, *, pattern: str) -> None:
    column = draft.texts(name)
    parts = [part for part in _texts(column) if pattern != CONTACT or _may_hold_contact(part)]
    if not any(pc.any(pc.match_substring_regex(part, pattern)).as_py() for part in parts):
        return
    rows = np.flatnonzero(pc.match_substring_regex(column.cast(pa.string()), pattern).to_numpy())
    if len(rows) >= max(_ENOUGHCONTACTS, _MOST * len(draft.table.line)):
        raise stop("contactgegevens", _REMOVE, column=draft.header(name))
    draft.ledger.add("persoonsgegeven", rows, suggestion="Verwijder het gegeven bij de bron.", column=name)
