"""Whose folder is whose in `work/`: by how the provider tells people apart, as two may have one name."""

import hashlib
import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from voorkant.domain.problem import Problem

NAME_MARK, PERSON_MARK = 16, 32
"""Letters of the mark in the name of a folder: of a name alone, and of a person."""
_FOLDER = re.compile(rf"[a-z0-9-]+\.[0-9a-f]{{{NAME_MARK},{PERSON_MARK}}}")


@dataclass(frozen=True)
class Owner:
    """`name` is what people read; `subject` stays when that changes, and is empty where nobody signs in."""

    name: str
    subject: str = ""


@dataclass(frozen=True)
class Folders:
    """The folders of all users below one: `drafts`, `visits`."""

    parent: Path

    def read(self, owner: Owner) -> Path:
        """Where to look: until someone kept something of their own, in what was kept by their name alone."""
        own, before = self._own(owner), self.parent / named(owner.name)
        return before if before.is_dir() and not own.is_dir() else own

    def write(self, owner: Owner) -> Path:
        """Where to keep. What was kept by the name alone is copied once, as others of that name may want it too."""
        own, before = self._own(owner), self.parent / named(owner.name)
        if before.is_dir() and not own.is_dir():
            half = own.with_name(f".{own.name}")
            shutil.copytree(before, half, dirs_exist_ok=True)
            half.rename(own)
        return own

    def of_name(self, name: str) -> Path:
        """For who knows a name, or a folder, and no subject. Problem where more people are called so."""
        if _FOLDER.fullmatch(name):
            return self.parent / name
        letters = _letters(name)
        persons = sorted(self.parent.glob(f"{letters}.{'[0-9a-f]' * PERSON_MARK}"))
        if len(persons) > 1:
            raise Problem(
                f"Er zijn {len(persons)} gebruikers die {name!r} heten. Kies een van deze mappen: "
                f"{', '.join(path.name for path in persons)}."
            )
        return (persons or [self.parent / named(name)])[0]

    def _own(self, owner: Owner) -> Path:
        """By the mark alone where it is there already: people get other names."""
        if not owner.subject:
            return self.parent / named(owner.name)
        mark = _mark(owner.subject, PERSON_MARK)
        return next(self.parent.glob(f"[!.]*.{mark}"), self.parent / f"{_letters(owner.name)}.{mark}")


def named(name: str) -> str:
    """A name as plain letters; where those are not the whole name, with a mark that makes it theirs alone."""
    plain = _letters(name)
    return plain if plain.replace("-", " ") == name else f"{plain}.{_mark(name, NAME_MARK)}"


def _letters(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "gebruiker"


def _mark(text: str, letters: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:letters]
