"""From the values of a sheet to a table of text: what was merged is spread, and what is no row keeps its reason."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from voorkant.builder.ingest.celltext import cell_text, numeric_mark
from voorkant.builder.ingest.header import Header
from voorkant.builder.ingest.odd import BLANK, FOOTER, TITLE, OddRecords, is_footer
from voorkant.builder.ingest.recognise import Match
from voorkant.builder.ingest.rules import note, stop
from voorkant.builder.ingest.table import TextTable
from voorkant.builder.ingest.workbook import Sheet, is_filled
from voorkant.domain.finding import Finding

_DAYS_1904 = 1_462
"""From the first day of a Macintosh workbook to that of any other."""


def read_grid(sheet: Sheet, header: Header, found: Match | None) -> TextTable:
    """The rows of a sheet below its header."""
    _refuse_overlap(sheet)
    odd = OddRecords({})
    _spread_down(sheet, header.last_line)
    across = _across(sheet, header.last_line)
    kept = []
    for number in range(len(sheet.rows)):
        line = sheet.line(number)
        filled = any(map(is_filled, sheet.rows[number]))
        if line < header.line:
            odd.skipped[line] = TITLE if filled else BLANK
        elif line <= header.last_line:
            continue
        elif not filled:
            odd.skipped[line] = BLANK
        elif line in across:
            _judge_across(odd, line, [cell.strip() for cell in sheet.texts(number) if cell.strip()])
        else:
            kept.append(number)
    columns = [_column(sheet, kept, place, kind=kind) for place, kind in enumerate(_kinds(header, found))]
    return TextTable(header, columns, np.array([sheet.line(number) for number in kept], np.int32), odd)


def _kinds(header: Header, found: Match | None) -> list[str]:
    """The type of each column; empty where it is not known."""
    types = {place: found.source.column(name).type for name, place in found.places.items()} if found else {}
    return [types.get(place, "") for place in range(len(header.names))]


def _column(sheet: Sheet, rows: Sequence[int], place: int, *, kind: str) -> pa.ChunkedArray:
    mark, days = numeric_mark(kind), _DAYS_1904 if sheet.from_1904 and kind == "date" else 0
    values = [sheet.rows[row][place] for row in rows]
    texts = [value if isinstance(value, str) else cell_text(value, mark=mark, days=days) for value in values]
    return pa.chunked_array([pa.array(texts, pa.string())])


def _refuse_overlap(sheet: Sheet) -> None:
    """Merged cells never overlap in a sheet that a person made; thousands over the same rows take hours."""
    rows = sum(min(last, len(sheet.rows)) - first + 1 for (first, _), (last, _) in sheet.merged)
    if rows > len(sheet.rows) * sheet.width + len(sheet.merged):
        raise stop("lezen_mislukt", "Hef de samengevoegde cellen op en sla het bestand opnieuw op.")


def _spread_down(sheet: Sheet, header_line: int) -> None:
    """A cell that was merged over rows holds for each of them."""
    for (first, left), (last, right) in sheet.merged:
        place = left - sheet.left  # the margins beside the table are not in its rows
        if left == right and first >= header_line and last < len(sheet.rows) and 0 <= place < sheet.width:
            for row in range(first + 1, last + 1):
                sheet.rows[row][place] = sheet.rows[first][place]


def _across(sheet: Sheet, header_line: int) -> set[int]:
    """Lines below the header with a cell that was merged over columns: to which of them it belongs is not known."""
    return {
        row + 1
        for (first, left), (last, right) in sheet.merged
        if left < right and first >= header_line
        for row in range(first, min(last, len(sheet.rows)) + 1)
    }


def _judge_across(odd: OddRecords, line: int, filled: list[str]) -> None:
    if is_footer(filled[0]) and len(filled) <= 2:  # noqa: PLR2004 - "Bron:" and "CBS"
        odd.skipped[line] = FOOTER
    else:
        odd.refused[line] = ("samengevoegde_cel", filled)


def sheet_notes(sheet: Sheet, table: TextTable) -> list[Finding]:
    """What is worth knowing about the sheet as a whole."""
    below = [bounds for bounds in sheet.merged if bounds[0][0] >= table.header.last_line]
    seen = {
        "verborgen_blad": (int(sheet.is_hidden), "Controleer of dit blad bij de levering hoort."),
        "verborgen_rijen": (sheet.marks.hidden, "Controleer of deze rijen bij de levering horen."),
        "formule_zonder_uitkomst": (sheet.marks.unworked, "Open het bestand in Excel, sla het op en lever dat aan."),
        "samengevoegd_gevuld": (
            sum(left == right for (_, left), (_, right) in below),
            "Er hoeft niets te gebeuren.",
        ),
    }
    return [replace(note(rule, advice), count=count) for rule, (count, advice) in seen.items() if count]
