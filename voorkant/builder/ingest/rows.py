"""Rows that are no records: repeated headers, totals, footers and empty rows are skipped, each with its reason."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from voorkant.builder.ingest.header import plain
from voorkant.builder.ingest.ledger import Ledger
from voorkant.builder.ingest.odd import BLANK, FOOTER, is_footer
from voorkant.builder.ingest.recognise import Match
from voorkant.builder.ingest.table import TextTable

HEADER_AGAIN, TOTAL = "herhaalde kop", "totaal"
_TOTALS = frozenset({"totaal", "eindtotaal", "subtotaal", "totaalgeneraal", "grandtotal"})


def skip_non_records(table: TextTable, match: Match, ledger: Ledger) -> None:
    """Only rows that would be refused are looked at: a row that reads as a record is one."""
    refused = np.flatnonzero(ledger.refused())
    names = [plain(name) for name in table.header.names]
    totals = []
    for row, cells in _cells(table, refused):
        filled = [cell for cell in cells if cell]
        if not filled:
            ledger.skipped[row] = BLANK
        elif [plain(cell) for cell in cells] == names:
            ledger.skipped[row] = HEADER_AGAIN
        elif is_footer(filled[0]) and len(filled) <= 2:  # noqa: PLR2004 - "Bron:" and "CBS"
            ledger.skipped[row] = FOOTER
        elif _is_total(filled[0], match) or any(_is_total(cells[match.places[key]], match) for key in _keys(match)):
            totals.append((row, cells))
    _skip_totals(table, match, ledger, totals)


def skip_ragged_totals(table: TextTable, match: Match, ledger: Ledger) -> None:
    """A total that has fewer fields than the header is skipped when there are rows that it can be the total of."""
    if not ledger.used().any():
        return
    for line, (_, cells) in list(table.odd.refused.items()):
        if any(_is_total(cell, match) for cell in cells if cell.strip()) and len(cells) < len(table.header.names):
            del table.odd.refused[line]
            table.odd.skipped[line] = TOTAL


def _cells(table: TextTable, rows: np.ndarray) -> Iterator[tuple[int, list[str]]]:
    columns = [column.take(pa.array(rows)).cast(pa.string()).to_pylist() for column in table.columns]
    for number, row in enumerate(rows):
        yield int(row), [column[number].strip() for column in columns]


def _keys(match: Match) -> list[str]:
    return [key for key in match.source.key if key in match.places]


def _is_total(cell: str, match: Match) -> bool:
    word = plain(cell)
    return word in _TOTALS or word in {plain(total) for total in match.source.totals}


def _skip_totals(table: TextTable, match: Match, ledger: Ledger, totals: list[tuple[int, list[str]]]) -> None:
    """Its parts are the used rows that agree with it in the key columns where it names something."""
    used = np.flatnonzero(ledger.used())
    for row, cells in totals:
        named = {key: cells[match.places[key]] for key in _keys(match)}
        named = {key: cell for key, cell in named.items() if cell and not _is_total(cell, match)}
        parts = np.ones(len(used), bool)
        for key, cell in named.items():
            texts = table.columns[match.places[key]].take(pa.array(used)).cast(pa.string())
            parts &= pa.compute.equal(pa.compute.utf8_trim_whitespace(texts), cell).to_numpy()
        if parts.any():
            ledger.skipped[row] = TOTAL
        else:
            suggestion = "Lever de rijen waarvan dit het totaal is, of laat de totaalrij weg."
            ledger.add("totaal_zonder_delen", np.array([row]), suggestion)
