"""Frozen memos and views in `work/snapshots/<code>/`: what was said and shown, of what, and the files handed out.

A snapshot is read by later versions of Voorkant, so it holds plain words and no values of our own; `FORMAT` says which
form it has: 1 knew memos alone, 2 adds `view`, 3 adds `below`. It is never changed: a folder that is there is whole.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared
from voorkant.declare.keptfile import each
from voorkant.declare.memofile import Draft, read_draft
from voorkant.declare.strict import parse_toml
from voorkant.domain.problem import DataRefused

FORMAT = 3
NAME = "momentopname.json"
_CODE = re.compile(r"[0-9a-f]{10}")
_SUFFIX = re.compile(r"[a-z]{3,4}")


@dataclass(frozen=True)
class Measured:
    """A measure as it was defined then, and the files that it and its denominator (`below`) came from.

    `below` is empty where it is not known: without a denominator of files, or before form 3.
    """

    key: str
    title: str
    definition: str
    query: str  # digest of how it was counted
    delivered: str
    below: str = ""


@dataclass(frozen=True)
class Table:
    """The words of a picture; `key` stands for it in a later memo of the same draft."""

    key: str
    title: str
    headers: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Snapshot:
    """What was frozen, when and by whom. `files`: suffix -> digest.

    A memo has its `draft` as TOML, a view its address: the path of its page and what was chosen there.
    """

    code: str
    title: str
    kind: str
    gemeente: str
    place: str
    period: str
    until: str
    publication: str
    version: str
    at: str
    who: str
    draft: str
    protection: str
    measures: tuple[Measured, ...]
    tables: tuple[Table, ...]
    files: Mapping[str, str]
    view: str = ""

    @property
    def wish(self) -> Draft:
        """The draft that it was made of. DataRefused when this version cannot read it."""
        return read_draft(parse_toml(self.draft, f"momentopname {self.code}"), "")


def read_snapshots(home: Home, *, strict: bool = False) -> dict[str, Snapshot]:
    """By code, the newest first; a damaged one as keptfile.py says."""
    found = each(_folder(home).glob(f"*/{NAME}"), _read, strict=strict)
    return {item.code: item for item in sorted(found, key=lambda item: item.at, reverse=True)}


def _folder(home: Home) -> Path:
    return home.work / "snapshots"


def _read(path: Path) -> Snapshot:
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if told.pop("format") > FORMAT:
            raise DataRefused(f"Momentopname {path.parent.name} is van een nieuwere Voorkant. Werk Voorkant bij.")
        measures = tuple(Measured(**item) for item in told.pop("measures"))
        tables = tuple(_table(item) for item in told.pop("tables"))
        return Snapshot(**told, measures=measures, tables=tables)
    except (ValueError, TypeError, KeyError) as error:
        raise DataRefused(
            f"Momentopname {path.parent.name} is beschadigd. Zet de map terug uit een reservekopie."
        ) from error


def _table(told: dict[str, Any]) -> Table:
    lines = tuple(tuple(line) for line in told["lines"])
    return Table(told["key"], told["title"], tuple(told["headers"]), lines)


def keep(home: Home, snapshot: Snapshot, files: Mapping[str, bytes]) -> None:
    """Write one whole, or not at all; one that is there already stays as it is."""
    place = _place(home, snapshot.code)
    if place.exists():
        return
    making = place.with_name(f".{snapshot.code}")
    make_shared(place.parent)
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    for suffix, content in files.items():
        (making / f"stuk.{suffix}").write_bytes(content)
    text = json.dumps({"format": FORMAT} | asdict(snapshot), ensure_ascii=False, indent=1)
    (making / NAME).write_text(text, encoding="utf-8")
    making.replace(place)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def file(home: Home, snapshot: Snapshot, suffix: str) -> bytes:
    """The very bytes that were handed out. DataRefused when they are not."""
    if not _SUFFIX.fullmatch(suffix):
        raise ValueError(f"no file ends in {suffix!r}")
    try:
        content = (_place(home, snapshot.code) / f"stuk.{suffix}").read_bytes()
    except FileNotFoundError:
        content = b""
    if digest(content) != snapshot.files.get(suffix):
        raise DataRefused(
            f"Het bestand van momentopname {snapshot.code} is niet meer wat het was. Zet de map terug uit een "
            "reservekopie."
        )
    return content


def _place(home: Home, code: str) -> Path:
    if not _CODE.fullmatch(code):
        raise DataRefused("Deze momentopname bestaat niet (meer).")
    return _folder(home) / code
