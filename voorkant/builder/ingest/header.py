"""Where the header stands and by what the fields are parted, judged on the head of the file by known column names."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from voorkant.builder.ingest.rules import stop
from voorkant.domain.names import plain

DELIMITERS = ";,\t|"
_HEAD_BYTES = 1 << 20
HEAD_RECORDS = 40
MAX_COLUMNS = 2_000

Record = tuple[int, int, list[str]]
"""(first line, last line, cells)"""


@dataclass(frozen=True)
class Header:
    """The names as they stand in the file, and the physical lines that they take."""

    delimiter: str  # empty in a sheet
    names: tuple[str, ...]
    line: int
    last_line: int


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


def _records(text: str, delimiter: str) -> list[Record]:
    """The first records, leniently: this only looks, nothing is taken from it."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    records, before = [], 0
    try:
        for cells in reader:
            records.append((before + 1, reader.line_num, cells))
            before = reader.line_num
            if len(records) == HEAD_RECORDS:
                break
    except csv.Error:
        return records  # a field beyond the limit of the csv module: what came before it is enough to look at
    return records


def _best(text: str, delimiter: str, *, vocabulary: Collection[str]) -> tuple[tuple[int, int], Header]:
    """((known names, records of the same width), header) for one delimiter."""
    score, header = header_of(_records(text, delimiter) or [(1, 1, [""])], vocabulary)
    return score, replace(header, delimiter=delimiter)


def header_of(records: Sequence[Record], vocabulary: Collection[str]) -> tuple[tuple[int, int], Header]:
    """((known names, records of the same width), header) among the first records of a file or sheet."""
    known = [_known(cells, vocabulary) for _, _, cells in records]
    widths = Counter(len(cells) for _, _, cells in records if any(cell.strip() for cell in cells))
    width = max(widths, key=lambda fields: (widths[fields] * (fields - 1), fields), default=1)
    if max(known) >= 2 or (max(known) == 1 and width == 1):  # noqa: PLR2004 - one known word may stand in a title
        at = known.index(max(known))
    else:
        at = next((number for number, (_, _, cells) in enumerate(records) if len(cells) == width), 0)
    first, last, cells = _with_neighbour(records, at, vocabulary)
    score = (max(known) if max(known) > 1 else 0, widths[width] * (width - 1))
    return score, Header("", tuple(cell.strip() for cell in cells), first, last)


def _known(cells: Sequence[str], vocabulary: Collection[str]) -> int:
    """Different known names: a row of groups says the same few words over and over."""
    return len({plain(cell) for cell in cells} & frozenset(vocabulary))


def _with_neighbour(records: Sequence[Record], at: int, vocabulary: Collection[str]) -> Record:
    """The header record, joined with the one above or below it where two rows together name more columns."""
    best, most = records[at], max(1, _known(records[at][2], vocabulary))
    for upper, lower in zip(records[max(0, at - 1) : at + 1], records[max(1, at) : at + 2], strict=False):
        if _is_data(lower[2], vocabulary) or sum(bool(cell.strip()) for cell in upper[2]) < 2:  # noqa: PLR2004 - a title
            continue
        names = _joined_names(upper[2], lower[2], vocabulary)
        if _known(names, vocabulary) > most:
            best, most = (upper[0], lower[1], names), _known(names, vocabulary)
    return best


def _is_data(cells: Sequence[str], vocabulary: Collection[str]) -> bool:
    """Every row of data has a number, date or code in it; a row of names hardly ever."""
    return any(any(sign.isdigit() for sign in cell) and plain(cell) not in vocabulary for cell in cells)


def _joined_names(upper: Sequence[str], lower: Sequence[str], vocabulary: Collection[str]) -> list[str]:
    """Per column the name that is known: of both rows together, below or above. A group name holds until the next."""
    names, group = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        group = above.strip() or group
        own = below.strip()
        candidates = (f"{group} {own}", own, above.strip()) if own else (above.strip(),)
        usual = candidates[0] if own and lower.count(below) > 1 else own or above.strip()
        names.append(next((name for name in candidates if plain(name) in vocabulary), usual))
    return names
