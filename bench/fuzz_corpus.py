"""What the fuzzer of the reader starts from, and how it breaks that: all of it follows from one number."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from tests.unit.builder.ingest.books import changed, ods, packed_named
from voorkant.builder.demo import write_demo

BSN, MAIL, PHONE, IBAN = "111222333", "jan.kanarie@voorbeeld.nl", "0612345678", "NL91ABNA0417164300"
CANARIES = (BSN, MAIL, PHONE, IBAN)
"""Values of persons that no finding may repeat, wherever they end up."""
LINES = 30
TEXTS = (
    *CANARIES, ";", ",", "\t", "|", '"', '""', "'", "\n", "\r\n", "\r", "=1+1", "@", "1e999", "1,23E+07", "111222333.0",
    "1.234,56", "-0", "99999999999999999999", "31-6-2024", "0023-01-01", "45678", "2022JJ00", "#N/B", "#DEEL/0!",
    "Totaal", "Bron: CBS", "onbekend", "<5", "NaN", "inf", "contact_id", "bsn", "achternaam", "geboortedatum",
    "é€\U0001f600", "\u2028", "\u2024", "<!DOCTYPE a [", "<!ENTITY b '&c;'>", 'r="XFD1048576"', 't="e"', "<f>", "</c>",
    'number-rows-repeated="999999999"', 'number-columns-repeated="-1"', 'hidden="1"', '<mergeCell ref="A1:C9"/>',
    "AAAA" * 300,
)  # fmt: skip
TOKENS = [*(text.encode() for text in TEXTS), b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe"]


def corpus() -> list[bytes]:
    """The demo's exports, cut short, as text, workbook, OpenDocument sheet and zip."""
    texts: dict[str, bytes] = {}
    with TemporaryDirectory() as folder:
        write_demo(Path(folder), rows=400)
        for path in sorted(Path(folder, "exports").glob("*.csv")):
            texts[path.name] = b"".join(path.read_bytes().splitlines(keepends=True)[:LINES])
    tables = [_cells(raw) for raw in texts.values()]
    return [*texts.values(), *map(_book, tables), *(ods(*rows) for rows in tables), packed_named(dict(texts))]


def _cells(raw: bytes) -> list[list[str]]:
    return [line.strip('"').split(";") for line in raw.decode("utf-8-sig").splitlines()]


def _book(rows: list[list[str]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_numbers": True}) as target:
        sheet = target.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def broken(seed: int, found: list[bytes]) -> bytes:
    """One of the corpus, broken in one to eight places. In a zip mostly one of its parts, so that it still opens."""
    chance = random.Random(seed)  # noqa: S311 - which bytes a test breaks
    raw = chance.choice(found)
    inside = raw.startswith(b"PK") and chance.random() < 0.85
    if not inside:
        return _mutated(raw, chance, found)
    with zipfile.ZipFile(io.BytesIO(raw)) as source:
        part = chance.choice(source.namelist())
    return changed(
        raw,
        part,
        lambda text: _mutated(text.encode(errors="surrogateescape"), chance, found).decode(errors="surrogateescape"),
    )


def _mutated(raw: bytes, chance: random.Random, found: list[bytes]) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        raw = chance.choice(STEPS)(raw, chance, found)
    return raw


def _span(raw: bytes, chance: random.Random, most: int = 200) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.randrange(most))


def _flip(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]


def _insert(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(TOKENS) + raw[at:]


def _cell(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    """A token in the place of a whole cell, or of a text between two signs."""
    sign = chance.choice((b";", b">", b'"'))
    parts = raw.split(sign)
    parts[chance.randrange(len(parts))] = chance.choice(TOKENS)
    return sign.join(parts)


def _cut(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    start, stop = _span(raw, chance)
    return raw[:start] + raw[stop:]


def _end(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _again(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    start, stop = _span(raw, chance)
    return raw[:stop] + raw[start:stop] * chance.choice((1, 1, 2, 50)) + raw[stop:]


def _splice(raw: bytes, chance: random.Random, found: list[bytes]) -> bytes:
    other = chance.choice(found)
    start, stop = _span(other, chance, 2_000)
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + other[start:stop] + raw[at:]


def _lines(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    lines = raw.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _recode(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    return raw.decode(errors="replace").encode(chance.choice(("utf-16", "utf-16-be", "cp1252", "utf-8-sig")), "replace")


def _delimiter(raw: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    return raw.replace(b";", chance.choice((b",", b"\t", b"|", b";;", b'";"')))


Step = Callable[[bytes, random.Random, list[bytes]], bytes]
STEPS: list[Step] = [
    _flip, _flip, _insert, _insert, _cell, _cell, _cell, _cut, _end, _again, _splice, _lines, _recode, _delimiter,
]  # fmt: skip
