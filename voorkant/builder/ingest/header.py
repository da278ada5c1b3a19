"""Where the header stands and by what the fields are parted, judged on the head of the file by known column names."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from voorkant.builder.ingest.rules import stop

DELIMITERS = ";,\t|"
_HEAD_BYTES = 1 << 20
_HEAD_RECORDS = 40
MAX_COLUMNS = 2_000


@dataclass(frozen=True)
class Header:
    """The names as they stand in the file, and the physical lines that they take."""

    delimiter: str
    names: tuple[str, ...]
    line: int
    last_line: int


@lru_cache(maxsize=1 << 16)  # refused rows repeat their words
def plain(name: str) -> str:
    """A column name without case, accents, spaces and signs: what is left must be equal to be the same name."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def find_header(data: bytes, vocabulary: Collection[str]) -> Header:
    """The header: the first record with the most known names; without known names the first with the most fields."""
    head = data[:_HEAD_BYTES]
    end = head.rfind(b"\n")
    if end < 0:
        raise stop("regel_te_lang", "De eerste regel is langer dan 1 MB. Controleer of dit de bedoelde export is.")
    text = head[: end + 1].decode()
    found = [_best(text, delimiter, vocabulary=vocabulary) for delimiter in DELIMITERS]
    header = max(found, key=lambda candidate: candidate[0])[1]
    if len(header.names) > MAX_COLUMNS:
        raise stop("te_veel_kolommen", f"De kop heeft {len(header.names)} kolommen; hooguit {MAX_COLUMNS} kan.")
    return header


def _records(text: str, delimiter: str) -> list[tuple[int, int, list[str]]]:
    """(first line, last line, cells) of the first records, leniently: this only looks, nothing is taken from it."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    records, before = [], 0
    try:
        for cells in reader:
            records.append((before + 1, reader.line_num, cells))
            before = reader.line_num
            if len(records) == _HEAD_RECORDS:
                break
    except csv.Error:
        return records  # a field beyond the limit of the csv module: what came before it is enough to look at
    return records


def _best(text: str, delimiter: str, *, vocabulary: Collection[str]) -> tuple[tuple[int, int], Header]:
    """((known names, records of the same width), header) for one delimiter."""
    records = _records(text, delimiter) or [(1, 1, [""])]
    known = [sum(plain(cell) in vocabulary for cell in cells) for _, _, cells in records]
    widths = Counter(len(cells) for _, _, cells in records if any(cell.strip() for cell in cells))
    width = max(widths, key=lambda fields: (widths[fields] * (fields - 1), fields), default=1)
    if max(known) >= 2 or (max(known) == 1 and width == 1):  # noqa: PLR2004 - one known word may stand in a title
        at = known.index(max(known))
    else:
        at = next((number for number, (_, _, cells) in enumerate(records) if len(cells) == width), 0)
    first, last, cells = records[at]
    score = (max(known) if max(known) > 1 else 0, widths[width] * (width - 1))
    return score, Header(delimiter, tuple(cell.strip() for cell in cells), first, last)
