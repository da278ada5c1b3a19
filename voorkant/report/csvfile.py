"""A CSV that Dutch Excel opens by itself, and safely."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TextIO

from voorkant.domain.formula import harmless

BOM = "\ufeff"
Field = str | float | int | None


def field(value: Field) -> str:
    """Numbers with a decimal comma; text that a spreadsheet would run as a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Field]], *, mark: str = "") -> bytes:
    """`;`-separated UTF-8 with BOM; `mark` is a line above the header."""
    text = io.StringIO()
    write_csv(text, columns, rows, mark=mark)
    return text.getvalue().encode()


def write_csv(text: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Field]], *, mark: str = "") -> None:
    """The same into a file that is open with `newline=""`."""
    text.write(BOM)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if mark:
        writer.writerow([mark])
    writer.writerow(columns)
    writer.writerows([field(value) for value in row] for row in rows)
