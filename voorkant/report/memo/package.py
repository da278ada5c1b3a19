"""Office files as packages: without a time of now in them, so that the same memo is the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""What a zip file knows as its earliest time."""
SINCE = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of a publication that does not tell its own."""


def timeless(content: bytes) -> bytes:
    """The same package with one fixed time for all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.external_attr = 0o600 << 16
            made.writestr(info, given.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def made_at(stamp: str) -> datetime:
    """When the publication was made, in UTC and without what Office has no room for."""
    at = datetime.fromisoformat(stamp) if stamp else SINCE
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
