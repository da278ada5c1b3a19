"""What a file said, for as long as it is the same file: a page reads what people declare at every change."""

import os
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
KEPT = 512


def while_same(read: Callable[[Path], T]) -> Callable[[Path], T]:
    """For what reads one file and gives what cannot be changed. A file that is wrong is read anew each time."""

    @lru_cache(maxsize=KEPT)
    def kept(path: Path, _file: tuple[int, int, int]) -> T:
        return read(path)

    @wraps(read)
    def asked(path: Path) -> T:
        found = os.stat(path)  # noqa: PTH116 - asked at every look: half the time of Path.stat
        return kept(path, (found.st_ino, found.st_mtime_ns, found.st_size))

    return asked
