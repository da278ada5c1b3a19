"""Files that are replaced as a whole: readers see the former or the new one, never half of it."""

import os
from pathlib import Path
from threading import get_ident


def write_atomically(path: Path, text: str) -> None:
    """Replace a file; what is there survives a crash, also a power cut. Of two at once the last one counts."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
