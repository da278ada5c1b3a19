"""What a file said, for as long as it is the same file: a page reads what people declare at every change."""

import os
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
More = TypeVarTuple("More")
KEPT = 512


def while_same(read: Callable[[Path, *More], T]) -> Callable[[Path, *More], T]:
    """For what reads one file and gives what cannot be changed. A file that is wrong is read anew each time.

    What is asked beside the file is part of the question, and so has to be hashable.
    """

    @lru_cache(maxsize=KEPT)
    def kept(path: Path, _file: tuple[int, int, int], *more: *More) -> T:
        return read(path, *more)

    @wraps(read)
    def asked(path: Path, /, *more: *More) -> T:
        found = os.stat(path)  # noqa: PTH116 - asked at every look: half the time of Path.stat
        return kept(path, (found.st_ino, found.st_mtime_ns, found.st_size), *more)

    return asked
