"""Rows that are no records: repeated headers, totals, footers and empty rows are skipped, each with its reason."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from voorkant.builder.ingest.draft import Draft
from voorkant.builder.ingest.odd import BLANK, FOOTER, is_footer
from voorkant.builder.ingest.table import TextTable
from voorkant.domain.names import plain

HEADER_AGAIN, TOTAL = "herhaalde kop", "totaal"
_PART = 100_000
"""Rows that are taken out of the table at once."""
_TOTALS = frozenset({"totaal", "eindtotaal", "subtotaal", "totaalgeneraal", "grandtotal"})


def skip_non_records(draft: Draft) -> None:
    """Only rows that would be refused are looked at: a row that reads as a record is one."""
    names = [plain(name) for name in draft.table.header.names]
    words, keys = _total_words(draft), [draft.match.places[key] for key in _keys(draft)]
    totals = []
    for row, cells in _cells(draft.table, np.flatnonzero(draft.ledger.refused())):
        filled = [cell for cell in cells if cell]
        if not filled:
            draft.ledger.skipped[row] = BLANK
        elif plain(cells[0]) == names[0] and [plain(cell) for cell in cells] == names:
            draft.ledger.skipped[row] = HEADER_AGAIN
        elif is_footer(filled[0]) and len(filled) <= 2:  # noqa: PLR2004 - "Bron:" and "CBS"
            draft.ledger.skipped[row] = FOOTER
        elif plain(filled[0]) in words or any(plain(cells[place]) in words for place in keys):
            totals.append((row, cells))
    _skip_totals(draft, totals)


def _total_words(draft: Draft) -> frozenset[str]:
    return _TOTALS | {plain(total) for total in draft.source.totals}


def skip_ragged_totals(draft: Draft) -> None:
    """A total with fewer fields than the header, or with merged cells, is skipped where rows can be its parts."""
    odd, words = draft.table.odd, _total_words(draft)
    if not draft.ledger.used().any():
        return
    for line, (rule, cells) in list(odd.refused.items()):
        if rule in {"te_weinig_velden", "samengevoegde_cel"} and any(plain(cell) in words for cell in cells):
            del odd.refused[line]
            odd.skipped[line] = TOTAL


def _cells(table: TextTable, rows: npt.NDArray[np.intp]) -> Iterator[tuple[int, list[str]]]:
    for start in range(0, len(rows), _PART):
        part = rows[start : start + _PART]
        columns = [column.take(pa.array(part)).cast(pa.string()).to_pylist() for column in table.columns]
        for row, *cells in zip(part, *columns, strict=True):
            yield int(row), [cell.strip() for cell in cells]


def _keys(draft: Draft) -> list[str]:
    return [key for key in draft.source.key if key in draft.match.places]


def _skip_totals(draft: Draft, totals: list[tuple[int, list[str]]]) -> None:
    """Its parts are the used rows that agree with it in the key columns where it names something."""
    used = np.flatnonzero(draft.ledger.used()) if totals else np.zeros(0, np.intp)
    words = _total_words(draft)
    for row, cells in totals:
        parts = np.ones(len(used), bool)
        for key in _keys(draft):
            cell = cells[draft.match.places[key]]
            if cell and plain(cell) not in words:
                texts = draft.texts(key).take(pa.array(used)).cast(pa.string())
                parts &= pc.equal(pc.utf8_trim_whitespace(texts), cell).to_numpy()
        if parts.any():
            draft.ledger.skipped[row] = TOTAL
        else:
            suggestion = "Lever de rijen waarvan dit het totaal is, of laat de totaalrij weg."
            draft.ledger.add("totaal_zonder_delen", np.array([row]), suggestion=suggestion)
