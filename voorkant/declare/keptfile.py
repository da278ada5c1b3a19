"""What a page keeps in `work/`: a folder with one TOML a thing, each replaced as a whole."""

import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from voorkant.declare.atomic import write_atomically
from voorkant.declare.jobs import make_shared
from voorkant.declare.tomltext import to_toml
from voorkant.domain.personal import holds_personal
from voorkant.domain.problem import DataRefused, Problem

T = TypeVar("T")
log = logging.getLogger(__name__)
DAMAGED: ContextVar[dict[Path, str] | None] = ContextVar("DAMAGED", default=None)
"""The damaged files that were met while this was set, with what is wrong: a page says that there are some."""
_NAME = re.compile(r"[a-z0-9-]{1,80}")
_LONGEST = 50


@dataclass(frozen=True)
class Shelf:
    """A folder of kept things; a name never leads out of it."""

    folder: Path

    def paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.toml"))

    def free_name(self, first: str, words: str) -> str:
        """A name of its own that says what the file is about: `first` and then the words, as plain letters."""
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        said = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
        name, number = f"{first}-{said}".strip("-"), 1
        while (self.folder / f"{_numbered(name, number)}.toml").exists():
            number += 1
        return _numbered(name, number)

    def write(self, name: str, values: Mapping[str, Any]) -> None:
        path = self._place(name)
        make_shared(path.parent)
        write_atomically(path, to_toml(values) + "\n")

    def remove(self, name: str) -> None:
        """One that is gone already is no mistake."""
        self._place(name).unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise Problem("Dit bestaat niet (meer). Laad de pagina opnieuw.")
        return self.folder / f"{name}.toml"


def each(paths: Iterable[Path], read: Callable[[Path], T], *, strict: bool = False) -> list[T]:
    """What stands in each file. `strict`: DataRefused for a damaged one; else it is left out, and the log names it.

    The gemeenten of a region keep their things in one folder: what one spoils may not stop the pages of all.
    """
    found = []
    for path in paths:
        try:
            found.append(read(path))
        except (DataRefused, FileNotFoundError) as refused:
            if not path.exists():  # someone took it away since its folder was looked at
                continue
            if strict or not isinstance(refused, DataRefused):
                raise
            _log(path, str(refused))
            if (met := DAMAGED.get()) is not None:
                met[path] = str(refused)
    return found


@cache
def _log(path: Path, why: str) -> None:
    """Once for what is wrong with a file: pages read it at every change."""
    log.error("a kept file is damaged and left out: %s: %s", path, why)


def text_objections(*texts: str) -> Iterator[str]:
    """Why one of the texts of a kept thing cannot be kept, in Dutch."""
    if not all(text.replace("\n", " ").isprintable() for text in texts):
        yield "Gebruik gewone letters en leestekens."
    if any(map(holds_personal, texts)):
        yield "In de tekst staat een persoonsgegeven. Schrijf het zonder gegevens van een persoon."


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
