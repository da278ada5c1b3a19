"""What a file said, for as long as it is the same file: a page reads what people declare at every change."""

import os
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 512


def while_same(read: Callable[Concatenate[Path, P], T]) -> Callable[Concatenate[Path, P], T]:
    """For what reads one file and gives what cannot be changed. A file that is wrong is read anew each time.

    What is asked beside the file has to be hashable: it is part of the question.
    """

    @lru_cache(maxsize=KEPT)
    def kept(path: Path, _file: tuple[int, int, int], *args: P.args, **kwargs: P.kwargs) -> T:
        return read(path, *args, **kwargs)

    @wraps(read)
    def asked(path: Path, *args: P.args, **kwargs: P.kwargs) -> T:
        found = os.stat(path)  # noqa: PTH116 - asked at every look: half the time of Path.stat
        return kept(path, (found.st_ino, found.st_mtime_ns, found.st_size), *args, **kwargs)

    return asked
