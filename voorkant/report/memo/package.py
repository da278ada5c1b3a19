"""Office files as packages: without a time of now in them, so that the same memo is the same bytes."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip file knows as its earliest time."""
CORE = "docProps/core.xml"
STAMP, FIRST_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), b"1980-01-01T00:00:00Z"
SINCE = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of a publication that does not tell its own."""


def timeless(content: bytes) -> bytes:
    """The same package with one fixed time for all its parts; those of a workbook inside it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        return packed({name: _inside(name, given.read(name)) for name in given.namelist()})


def _inside(name: str, content: bytes) -> bytes:
    """The workbook of a chart holds when it was made."""
    if not name.endswith(".xlsx"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {part: book.read(part) for part in book.namelist()}
    parts[CORE] = STAMP.sub(FIRST_STAMP, parts[CORE])
    return packed(parts)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files by name as one package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            _add(made, name, content)
    return out.getvalue()


def _add(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, FIRST_DAY)
    info.external_attr = 0o600 << 16
    made.writestr(info, content, zipfile.ZIP_DEFLATED)


def made_at(stamp: str) -> datetime:
    """When the publication was made, in UTC and without what Office has no room for."""
    at = datetime.fromisoformat(stamp) if stamp else SINCE
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
