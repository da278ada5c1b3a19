"""One notation per number of a person, and the keyed pseudonym that stands in its place."""

import hmac
import re
from collections.abc import Collection
from dataclasses import dataclass

import pyarrow as pa

from voorkant.builder.ingest.convert import Distinct
from voorkant.builder.ingest.odd import is_footer
from voorkant.builder.ingest.outcome import is_missing
from voorkant.builder.ingest.table import TextTable
from voorkant.domain.codes import BSN_DIGITS
from voorkant.domain.names import plain

NUMBER = r"\d[\d .-]{6,10}\d"
"""Eight or nine digits, perhaps with signs between them."""
_DOMAIN = b"voorkant pseudonymise\0"
_SIGNS = 32  # 128 bits
_FLOAT = re.compile(r"(\d+)[.,]0+")
_EITHER = (re.compile(NUMBER), re.compile(r"\d+"))
_BETWEEN = str.maketrans("", "", " .-")
_FOOTER_CELLS = 2  # "Bron:" and "CBS"


def normal(text: str) -> str:
    """Without signs and spaces, a BSN in nine digits; empty when there is no value."""
    bare = " ".join(text.split()).strip("'=\" ")
    found = _FLOAT.fullmatch(bare)
    bare = found[1] if found else bare
    bare = _nine_digits(bare) or bare
    return "" if is_missing(bare) or not bare.strip("0") else bare


def _nine_digits(text: str) -> str | None:
    digits = text.translate(_BETWEEN)
    whole = digits.isascii() and digits.isdigit() and len(digits) in (BSN_DIGITS - 1, BSN_DIGITS)
    return digits.zfill(BSN_DIGITS) if whole else None


def held(text: str) -> set[str]:
    """All that may be a BSN in a text, in any notation."""
    found = {_nine_digits(number) for pattern in _EITHER for number in pattern.findall(text)}
    return {number for number in found if number}


def is_note(text: str) -> bool:
    """Whether it is written by a person, not an id: more than one word, with letters."""
    return len(text.split()) > 1 and any(sign.isalpha() for sign in text)


@dataclass(frozen=True)
class Original:
    """A column whose values are replaced."""

    cells: Distinct
    header: str  # plain
    words: frozenset[int]  # texts that are no value: those of a total, a footer or a header that is repeated
    normals: list[str]  # per text; empty when there is no value

    @classmethod
    def of(cls, table: TextTable, place: int, totals: Collection[str]) -> "Original":
        cells, header = Distinct.of(table.columns[place]), plain(table.header.names[place])
        named = {code for code, text in enumerate(cells.texts) if plain(text) == header or plain(text) in totals}
        footers = [code for code, text in enumerate(cells.texts) if is_footer(text) and not held(text)]
        alone = {code for code, rows in cells.rows_of(footers) if all(_is_footer_row(table, int(row)) for row in rows)}
        words = frozenset(named | alone)
        return cls(
            cells, header, words, ["" if code in words else normal(text) for code, text in enumerate(cells.texts)]
        )

    def replaced(self, key: bytes, name: str) -> pa.ChunkedArray:
        """The column with pseudonyms, now called `name`; words stay, so that the reader still knows those rows."""
        texts = [_pseudonym(value, key) for value in self.normals]
        for code in self.words:
            texts[code] = name if plain(self.cells.texts[code]) == self.header else self.cells.texts[code]
        return pa.chunked_array([pa.array(texts, pa.string()).take(pa.array(self.cells.codes))])


def _is_footer_row(table: TextTable, row: int) -> bool:
    return sum(bool(column[row].as_py().strip()) for column in table.columns) <= _FOOTER_CELLS


def _pseudonym(value: str, key: bytes) -> str:
    """The same for the same value in every file. A letter first: a spreadsheet then never takes it for a number."""
    return "P" + hmac.digest(key, _DOMAIN + value.encode(), "sha256").hex()[:_SIGNS] if value else ""
