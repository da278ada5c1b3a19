"""Records that are not plainly a row: blank lines, footers, ragged rows and quotes out of order, one at a time."""

import csv
import io
import re
from dataclasses import dataclass, field

from voorkant.builder.ingest.header import DELIMITERS, Header

BLANK, TITLE, FOOTER = "lege regel", "titel boven de kop", "voetregel"
_FOOTER = re.compile(
    r"\W*(bron|peildatum|toelichting|voetnoot|gegenereerd|afgedrukt|copyright|cbs|aantal (rijen|records))\b|\W*©",
    re.IGNORECASE,
)


@dataclass
class OddRecords:
    """What became of them, by physical line."""

    skipped: dict[int, str]  # line -> why
    refused: dict[int, tuple[str, list[str]]] = field(default_factory=dict)  # line -> (rule, its cells)
    rescued: dict[int, list[str]] = field(default_factory=dict)  # rows after all
    padded: list[int] = field(default_factory=list)  # rescued, with empty fields beyond the last column


def is_footer(cell: str) -> bool:
    return bool(_FOOTER.match(cell))


def judge_odd(odd: OddRecords, record: str, *, line: int, header: Header) -> None:
    """Put one odd record where it belongs. A strict reader decides about its quotes."""
    width = len(header.names)
    try:
        rows = list(csv.reader(io.StringIO(record, newline=""), delimiter=header.delimiter, strict=True))
    except csv.Error:
        rows = []
    cells = rows[0] if len(rows) == 1 else []
    if not record.strip() or (cells and not any(cell.strip() for cell in cells)):
        odd.skipped[line] = BLANK
    elif is_footer(record) and sum(bool(cell.strip()) for cell in cells) <= 2:  # noqa: PLR2004 - "Bron:;CBS"
        odd.skipped[line] = FOOTER
    elif not cells:
        odd.refused[line] = ("aanhalingsteken", [record])
    elif len(cells) < width:
        apart = any(record.count(sign) == width - 1 for sign in DELIMITERS if sign != header.delimiter)
        odd.refused[line] = ("ander_teken" if apart and len(cells) == 1 else "te_weinig_velden", cells)
    elif any(cell.strip() for cell in cells[width:]):
        odd.refused[line] = ("te_veel_velden", cells)
    else:
        odd.rescued[line] = cells[:width]
        if len(cells) > width:
            odd.padded.append(line)
